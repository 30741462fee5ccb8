"""A format stands on the list that the receiver goes by."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.format_facts import extension_of, recognised
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="FORMAT-POLICY",
    severity=Severity.WARNING,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, formaten.beleid; Noord-Hollands Archief, GreenListHandler",
    text=Text(
        "Formaat {puid} ({name}) is volgens “{policy}” geen voorkeursformaat en niet acceptabel.",
        "Format {puid} ({name}) is neither preferred nor acceptable according to “{policy}”.",
    ),
    remedy=Text(
        "Overleg met de ontvanger, of zet het bestand om naar een formaat van de lijst en lever het origineel mee.",
        "Consult the receiver, or convert the file to a format of the list and deliver the original with it.",
    ),
)
REFUSED = replace(
    KIND,
    text=Text(
        "Deze ontvanger weigert formaat {puid} ({name}): het staat niet in “{policy}”.",
        "This receiver refuses format {puid} ({name}): it is not in “{policy}”.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file that is neither preferred nor acceptable; what has no PUID has a rule of its own."""
    policy = context.profile.formats
    if policy is None:
        return
    kind = REFUSED if policy.refuses else KIND
    standing = cache(policy.status_of)
    for file, opinion in recognised(package):
        if standing(opinion.puid, extension_of(file.path)) == "other":
            params = {"puid": opinion.puid, "name": opinion.name, "policy": policy.title}
            yield Finding(kind=kind, place=Place(path=file.path), params=params)
