"""A location on the web is an absolute URL."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R40",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, URLBestand en raadpleeglocatieOnline; RFC 3986",
    text=Text(
        "{element} is geen volledige URL volgens RFC 3986.",
        "{element} is no absolute URL as RFC 3986 has it.",
    ),
    remedy=Text(
        "Noteer de URL met schema (https:) en codeer spaties en bijzondere tekens.",
        "Write the URL with its scheme (https:) and encode spaces and special characters.",
    ),
)

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+")


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each URL that is relative or holds a forbidden character; an empty one is another rule's."""
    for leaf in sidecar.leaves:
        name = leaf.element.rpartition("/")[2]
        url = leaf.text.strip()
        if name in ("URLBestand", "raadpleeglocatieOnline") and url and not _URL.fullmatch(url):
            place = Place(path=sidecar.path, element=leaf.element, line=leaf.line)
            yield Finding(kind=KIND, place=place, params={"element": name})
