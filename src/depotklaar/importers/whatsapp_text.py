"""A chat file as text: in which encoding, with which line ends, and in pieces that end where a line ends.

Every encoding used here can be turned back: the text encoded in `TextFile.encoding` is the file, byte for byte, with
a byte order mark as U+FEFF at its begin. So the raw text of all events in order gives the file back.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from depotklaar.errors import Problem, SourceError
from depotklaar.importers.whatsapp_header import headers_in
from depotklaar.language import Text
from depotklaar.storage.tree import Tree

PIECE = 1 << 18
LONGEST_RECORD = 1 << 24

Newline = Literal["lf", "crlf", "mixed", "none"]

_BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]{1,4}")

_EMPTY = Text("het bestand is leeg (0 bytes)", "the file is empty (0 bytes)")
_EMPTY_HINT = Text(
    "Exporteer het gesprek opnieuw; het exporteren is waarschijnlijk afgebroken.",
    "Export the chat again; the export was probably broken off.",
)
_UNDECODABLE = Text(
    "het bestand is geen geldige {encoding}: byte {byte} (regel {line}) kan niet worden gelezen",
    "the file is not valid {encoding}: byte {byte} (line {line}) cannot be read",
)
_UNDECODABLE_HINT = Text(
    "WhatsApp schrijft UTF-8. Lever het bestand zoals het van de telefoon kwam, zonder het te openen en op te slaan.",
    "WhatsApp writes UTF-8. Deliver the file as it came from the phone, without opening and saving it.",
)
_TOO_LONG = Text(
    "één bericht is langer dan {limit} tekens; dit is geen WhatsApp-export",
    "one message is longer than {limit} characters; this is no WhatsApp export",
)
_BARE_RETURNS = Text(
    "de regels van dit bestand eindigen op een losse CR (oude Mac); zo zijn {count} berichten niet te onderscheiden",
    "the lines of this file end in a bare CR (old Mac); so {count} messages cannot be told apart",
)
_BARE_RETURNS_HINT = Text(
    "Lever het bestand zoals het van de telefoon kwam. Is dat er niet meer, zet dan de regeleinden om naar LF en bewaar"
    " het oorspronkelijke bestand erbij.",
    "Deliver the file as it came from the phone. If that is gone, turn the line ends into LF and keep the original"
    " file as well.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A chat file in a tree; `size` in bytes, `sha256` in lower-case hex."""

    tree: Tree
    name: str
    encoding: str
    bom: bool
    size: int
    sha256: str
    newline: Newline

    def pieces(self) -> Iterator[str]:
        """Give the text in pieces that end at a line feed, the last as it ends. SourceError for an endless line."""
        return _pieces(self.tree, self.name, self.encoding)


def examine_text(tree: Tree, name: str) -> TextFile:
    """Read a file once and tell how it is written. SourceError when it is empty, not text, or has lines of old Macs."""
    with tree.open(name) as stream:
        head = stream.read(4)
    encoding = next((found for bom, found in _BOMS if head.startswith(bom)), "utf-8")
    if encoding == "utf-8" and not _is_utf8(tree, name) and _is_cp1252(tree, name):
        encoding = "cp1252"
    digest, size, fault = sha256(), 0, None
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    feeds = returns = turned = begun = 0
    held = ""
    for chunk in _chunks(tree, name):
        digest.update(chunk)
        if fault is None:
            try:
                text = held + decoder.decode(chunk)
            except UnicodeDecodeError as error:
                place = _position(error, chunk)
                fault = (size + place, feeds + 1 + chunk[:place].count(b"\n"))
            else:
                held = "\r" if text.endswith("\r") else ""
                body = text[: len(text) - len(held)]
                feeds += body.count("\n")
                returns += body.count("\r\n")
                hidden, shown = _hidden_headers(body)
                turned, begun = turned + hidden, begun + shown
        size += len(chunk)
    _refuse_unreadable(tree, name, encoding, size, fault or _cut_off(decoder, size, feeds))
    if turned >= max(begun, 1 if feeds == 0 else 2):
        found = _BARE_RETURNS.fill(count=turned)
        raise SourceError(Problem(place=place_of(tree, name), text=found, hint=_BARE_RETURNS_HINT))
    return TextFile(
        tree=tree,
        name=name,
        encoding=encoding,
        bom=encoding.startswith("utf-16") or head.startswith(codecs.BOM_UTF8),
        size=size,
        sha256=digest.hexdigest(),
        newline=_newline(feeds, returns),
    )


def place_of(tree: Tree, name: str) -> str:
    """Return where a fault is: the source and the file in it, or only the file when that is the source."""
    return name if tree.path.name == name else f"{tree.path.name}: {name}"


def _hidden_headers(text: str) -> tuple[int, int]:
    """Count the headers that only a bare CR goes before, and the others; a text without bare CR counts as neither."""
    if text.count("\r") == text.count("\r\n"):
        return 0, 0
    begun = len(headers_in(text))
    return len(headers_in(text.replace("\r\n", "\n").replace("\r", "\n"))) - begun, begun


def _position(error: UnicodeDecodeError, chunk: bytes) -> int:
    return max(0, error.start - (len(error.object) - len(chunk)))


def _cut_off(decoder: codecs.IncrementalDecoder, size: int, feeds: int) -> tuple[int, int] | None:
    try:
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return size - 1, feeds + 1
    return None


def _refuse_unreadable(tree: Tree, name: str, encoding: str, size: int, fault: tuple[int, int] | None) -> None:
    place = place_of(tree, name)
    if size == 0:
        raise SourceError(Problem(place=place, text=_EMPTY, hint=_EMPTY_HINT))
    if fault is not None:
        text = _UNDECODABLE.fill(encoding=encoding.upper(), byte=fault[0], line=fault[1])
        raise SourceError(Problem(place=place, text=text, hint=_UNDECODABLE_HINT))


def _newline(feeds: int, returns: int) -> Newline:
    if feeds == 0:
        return "none"
    return "lf" if returns == 0 else "crlf" if returns == feeds else "mixed"


def _is_utf8(tree: Tree, name: str) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        for chunk in _chunks(tree, name):
            decoder.decode(chunk)
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


def _is_cp1252(tree: Tree, name: str) -> bool:
    """Whether all speaks for Windows-1252: no control bytes, all bytes assigned, not one character of UTF-8.

    A file with even one multi-byte character of UTF-8 is damaged UTF-8, and to read it otherwise would garble it.
    """
    seen = 0
    for chunk in _chunks(tree, name):
        if _CONTROL.search(chunk):
            return False
        for run in _HIGH.findall(chunk):
            seen += 1
            if not _decodes(run, "cp1252") or any(_decodes(run[:length], "utf-8") for length in (2, 3, 4)):
                return False
    return seen > 0


def _decodes(run: bytes, encoding: str) -> bool:
    try:
        run.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _chunks(tree: Tree, name: str) -> Iterator[bytes]:
    with tree.open(name) as stream:
        while chunk := stream.read(PIECE):
            yield chunk


def _pieces(tree: Tree, name: str, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    held: list[str] = []
    length = 0
    for chunk in _chunks(tree, name):
        text = decoder.decode(chunk)
        cut = text.rfind("\n") + 1
        if cut:
            yield "".join((*held, text[:cut]))
            held, length = [], 0
        held.append(text[cut:])
        length += len(text) - cut
        refuse_too_long(tree, name, length)
    if last := "".join(held):
        yield last


def refuse_too_long(tree: Tree, name: str, length: int) -> None:
    """Raise SourceError when one record has more than `LONGEST_RECORD` characters."""
    if length > LONGEST_RECORD:
        text = _TOO_LONG.fill(limit=LONGEST_RECORD)
        raise SourceError(Problem(place=place_of(tree, name), text=text, hint=_UNDECODABLE_HINT))
