"""The category names its selection list with version or date."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R19",
    severity=Severity.WARNING,
    level=Level.IF_KNOWN,
    clause="MDTO Metagegevensschema 1.0.1, informatiecategorie; begripBegrippenlijst: naam met versie of datum",
    text=Text(
        "Bij de informatiecategorie staat niet uit welke versie van de selectielijst zij komt.",
        "The informatiecategorie does not say from which version of the selection list it comes.",
    ),
    remedy=Text(
        "Noem de selectielijst met versie of jaar van vaststelling.",
        "Name the selection list with its version or year.",
    ),
)

_DATED = re.compile(r"[0-9]")


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when neither the list's name nor its identification holds a version, year or number."""
    category = sidecar.mdto.informatiecategorie if isinstance(sidecar.mdto, Informatieobject) else None
    if category is None:
        return
    source = category.begrippenlijst
    mark = source.identificatie.kenmerk if source.identificatie else ""
    if not _DATED.search(source.naam + mark):
        yield Finding(kind=KIND, place=sidecar.place("informatiecategorie/begripBegrippenlijst"))
