"""A dot stands only before an extension or the suffix of a metadata file."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R52-DOT",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, naamgeving: verboden tekens, waaronder de punt",
    text=Text(
        "De naam heeft een punt die niet voor de extensie staat.",
        "The name has a dot that does not stand before the extension.",
    ),
    remedy=Text(
        "Vervang deze punten, bijvoorbeeld door een koppelteken; alleen die van de extensie blijft.",
        "Replace these dots, for instance by a hyphen; only that of the extension stays.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each folder with a dot, and each content file with another than that of its extension.

    The norm forbids the dot and prescribes names with an extension, so it cannot mean that one. A metadata file bears
    the name of what it describes, which is judged itself. Not for a receiver that allows dots.
    """
    if context.profile.names.dots_in_stem:
        return
    wrong = [path for path in package.layout.folders if "." in path.rpartition("/")[2]]
    for path in package.layout.content_files:
        stem, _, _ = path.rpartition("/")[2].rpartition(".")
        if "." in stem or path.rpartition("/")[2].startswith("."):
            wrong.append(path)
    for path in sorted(wrong):
        yield Finding(kind=KIND, place=Place(path=path))
