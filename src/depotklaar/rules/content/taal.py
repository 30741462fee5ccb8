"""A language is given by a code of RFC 3066, the shortest that exists."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R10",
    severity=Severity.WARNING,
    level=Level.IF_KNOWN,
    clause="MDTO Metagegevensschema 1.0.1, taal; RFC 3066",
    text=Text(
        "De taalcode {code} is niet opgebouwd volgens RFC 3066, of deze taal heeft een code van twee letters.",
        "The language code {code} is not built as RFC 3066 says, or this language has a code of two letters.",
    ),
    remedy=Text(
        "Gebruik de code van twee letters, zoals nl, en of fy; een andere taal houdt haar code van drie letters.",
        "Use the code of two letters, such as nl, en or fy; another language keeps its code of three letters.",
    ),
)

_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*|[ix](-[A-Za-z0-9]{1,8})+", re.IGNORECASE)
_SHORTER = {"dut", "nld", "eng", "ger", "deu", "fre", "fra", "fry", "spa", "ita", "por", "tur", "ara", "pol", "rus"}


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each code that is not built rightly or has a shorter one."""
    if isinstance(sidecar.mdto, Informatieobject):
        for number, code in enumerate(map(str.strip, sidecar.mdto.taal)):
            first = code.split("-")[0].casefold()
            if code and (not _CODE.fullmatch(code) or first in _SHORTER or first == "zz"):
                yield Finding(kind=KIND, place=sidecar.place("taal", number), params={"code": code})
