"""The `.json` encoding: one object that is read as a whole, and so only up to a stated size."""

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
_BROKEN = Text(
    "De lijst van records is geen geldige JSON: {detail}.", "The list of records is not valid JSON: {detail}."
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
    try:
        raws = msgspec.json.decode(memoryview(data)[start.end() : end], type=list[msgspec.Raw])
    except (msgspec.DecodeError, RecursionError) as error:
        raise SourceError(Problem(place=place, text=_BROKEN.fill(detail=error), hint=_BROKEN_HINT)) from error
    for raw in raws:
        yield bytes(raw)
