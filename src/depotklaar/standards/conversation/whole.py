"""The `.json` encoding: one object that is read as a whole, and so only up to a stated size."""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from depotklaar.errors import Problem, SourceError
from depotklaar.language import Text
from depotklaar.standards.conversation.forms import FORMAT

LARGEST_FILE = 256 << 20
_START = re.compile(
    rb'[ \t\r\n]*\{[ \t\r\n]*"schema"[ \t\r\n]*:[ \t\r\n]*"' + FORMAT.encode() + rb'"[ \t\r\n]*,'
    rb'[ \t\r\n]*"records"[ \t\r\n]*:[ \t\r\n]*(?=\[)'
)
_TOO_LARGE = Text(
    "Dit .json-bestand is groter dan {limit} MiB; zo'n bestand wordt in zijn geheel gelezen.",
    "This .json file is larger than {limit} MiB; such a file is read as a whole.",
)
_TOO_LARGE_HINT = Text(
    "Lever het gesprek als .jsonl (één record per regel); daarvoor geldt deze grens niet.",
    "Deliver the conversation as .jsonl (one record a line); this limit does not hold there.",
)
_NO_START = Text(
    "Dit bestand is geen genormaliseerd gesprek 1.0 in de .json-vorm.",
    "This file is not a normalized conversation 1.0 in the .json form.",
)
_NO_START_HINT = Text(
    'Het hele bestand is één object dat begint met {"schema": "depotklaar-conversation-1.0", "records": [ '
    "en na de records ophoudt. Een bestand met één record per regel heet .jsonl.",
    'The whole file is one object that starts with {"schema": "depotklaar-conversation-1.0", "records": [ '
    "and ends after the records. A file with one record a line is called .jsonl.",
)
_OPENING = re.compile(r"\[[ \t\r\n]*\]?")
_SEPARATOR = re.compile(r"[ \t\r\n]*(?:,[ \t\r\n]*|\])")
_BROKEN = Text(
    "De lijst van records is vanaf teken {at} geen geldige JSON.",
    "The list of records is not valid JSON from character {at}.",
)
_UNREADABLE = Text(
    "De lijst van records is geen geldige UTF-8 of JSON, of is te diep genest.",
    "The list of records is not valid UTF-8 or JSON, or is nested too deeply.",
)
_BROKEN_HINT = Text(
    "Het bestand is waarschijnlijk afgekapt of beschadigd. Vraag het opnieuw op bij de maker.",
    "The file was probably cut off or damaged. Ask the maker for it again.",
)


def record_texts(stream: BinaryIO, place: str, limit: int = LARGEST_FILE) -> Iterator[bytes]:
    """Give the text of each record of a `.json` file. SourceError when it is too large or not one such object."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise SourceError(Problem(place=place, text=_TOO_LARGE.fill(limit=limit >> 20), hint=_TOO_LARGE_HINT))
    start = _START.match(data)
    end = len(data.rstrip(b" \t\r\n")) - 1
    if start is None or data[end : end + 1] != b"}":
        raise SourceError(Problem(place=place, text=_NO_START, hint=_NO_START_HINT))
    body = data[start.end() : end]
    try:
        yield from map(bytes, msgspec.json.decode(body, type=list[msgspec.Raw]))
    except msgspec.DecodeError:
        yield from _with_halves(body, place)
    except RecursionError as error:
        raise SourceError(Problem(place=place, text=_UNREADABLE, hint=_BROKEN_HINT)) from error


def _with_halves(body: bytes, place: str) -> Iterator[bytes]:
    """Give the texts of a list that msgspec refuses, as it does for half a surrogate pair; SourceError if broken."""
    decoder = json.JSONDecoder()
    try:
        text = body.decode("utf-8")
        position, last = _after(_OPENING, text, 0), len(text.rstrip(" \t\r\n"))
        while text[position - 1] != "]":
            _, end = decoder.raw_decode(text, position)
            yield text[position:end].encode("utf-8")
            position = _after(_SEPARATOR, text, end)
        if position != last:
            raise json.JSONDecodeError("more after the list", text, position)
    except json.JSONDecodeError as error:
        raise SourceError(Problem(place=place, text=_BROKEN.fill(at=error.pos + 1), hint=_BROKEN_HINT)) from error
    except (ValueError, RecursionError) as error:
        raise SourceError(Problem(place=place, text=_UNREADABLE, hint=_BROKEN_HINT)) from error


def _after(mark: re.Pattern[str], text: str, position: int) -> int:
    found = mark.match(text, position)
    if found is None:
        raise json.JSONDecodeError("comma or bracket", text, position)
    return found.end()
