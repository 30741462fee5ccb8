"""The label of a format is the name that PRONOM gives to its PUID."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.format import Opinion
from depotklaar.rules.format_facts import puid_in, stated
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="FORMAT-NAME-LABEL",
    severity=Severity.INFO,
    level=Level.OURS,
    clause="MDTO Metagegevensschema 1.0.1, bestandsformaat; PRONOM",
    text=Text(
        "Het label “{label}” is niet de naam die PRONOM aan {puid} geeft: “{name}”.",
        "The label “{label}” is not the name that PRONOM gives to {puid}: “{name}”.",
    ),
    remedy=Text(
        "Neem als label de naam uit PRONOM over.",
        "Take the name in PRONOM as label.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file whose PUID is right and whose label is another; case, spaces and a version do not count."""
    for file, opinion, term in stated(package):
        if puid_in(term) == opinion.puid and _plain(term.label) not in _names(opinion):
            place = Place(path=file.path, element="bestand/bestandsformaat/begripLabel")
            params = {"label": term.label, "puid": opinion.puid, "name": opinion.name}
            yield Finding(kind=KIND, place=place, params=params)


def _names(opinion: Opinion) -> frozenset[str]:
    return frozenset({_plain(opinion.name), _plain(f"{opinion.name} {opinion.version}")})


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
