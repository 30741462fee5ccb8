"""What lies inside a document besides its text: protection, macros, other files; seen without unpacking or running it.

The kinds are told by their first bytes: PDF, OLE2 (the old Office files, Outlook messages, Office files behind a
password) and zip (Office Open XML, OpenDocument, zip itself). A broken document shows what it can; nothing is raised
for it, and no more is read of a file than the bounds say.
"""

import io
from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO

from depotklaar.formats import ole2, pdf, zip_parts
from depotklaar.model.format import Trait

LONGEST = 256 << 20

_Look = Callable[[BinaryIO, int], Iterable[Trait]]
_KINDS: Mapping[bytes, _Look] = {
    b"%PDF-": pdf.find_traits,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ole2.find_traits,
    b"PK\x03\x04": zip_parts.find_traits,
    b"PK\x05\x06": zip_parts.find_traits,
}
_BEGIN = 1024


def look_inside(stream: BinaryIO, size: int) -> tuple[Trait, ...]:
    """What there is inside a document of `size` bytes, in alphabetical order; the stream must be seekable.

    `unopened` is among it when it is too large, or holds too many parts, to be looked into. OSError when it cannot be
    read.
    """
    stream.seek(0)
    look = _kind(stream.read(_BEGIN))
    if look is None:
        return ()
    if size > LONGEST:
        return ("unopened",)
    return tuple(sorted(set(look(stream, size))))


def look_at(data: bytes) -> tuple[Trait, ...]:
    """As `look_inside`, of a document in memory."""
    return look_inside(io.BytesIO(data), len(data)) if _kind(data[:_BEGIN]) is not None else ()


def _kind(begin: bytes) -> _Look | None:
    """What looks into files that begin so; a PDF may begin anywhere in its first kilobyte (ISO 32000-1, annex H)."""
    found = next((look for mark, look in _KINDS.items() if begin.startswith(mark)), None)
    return pdf.find_traits if found is None and b"%PDF-" in begin else found
