"""A location on the web is an absolute URL."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Bestand
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
    if isinstance(sidecar.mdto, Bestand):
        name, urls = "URLBestand", [sidecar.mdto.url_bestand or ""]
    elif sidecar.mdto is not None:
        name = "raadpleeglocatieOnline"
        urls = [url for location in sidecar.mdto.raadpleeglocatie for url in location.online]
    else:
        return
    for number, url in enumerate(urls):
        if url.strip() and not _URL.fullmatch(url.strip()):
            yield Finding(kind=KIND, place=sidecar.place(name, number), params={"element": name})
