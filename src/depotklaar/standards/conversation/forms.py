"""The records as they stand in a file: strict struct types derived from the nouns, with one decoder and one encoder."""

import dataclasses
import json
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from depotklaar.model.conversation import Attachment, Capture, Conversation, Document, Participant, SourceFinding
from depotklaar.model.event import Event, Gap
from depotklaar.model.record import Record

FORMAT = "depotklaar-conversation-1.0"
LARGEST = 2**53 - 1
KINDS: dict[str, type] = {
    "document": Document,
    "conversation": Conversation,
    "capture": Capture,
    "participant": Participant,
    "attachment": Attachment,
    "event": Event,
    "gap": Gap,
    "finding": SourceFinding,
}
FROM_ONE = {"order", "order_first", "order_last", "events", "line_start", "line_end"}
SHA256 = r"^[0-9a-f]{64}$(?!\n)"
RELATIVE_PATH = r"^(?!/)(?!(.*/)?\.{0,2}(/|$))[^\\\u0000-\u001f\u007f]+$(?!\n)"
DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"
OFFSET = r"[+-]([01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT = rf"^{DAY}(T{CLOCK}(Z|{OFFSET})?)?$(?!\n)"

_IDENTIFIER = msgspec.Meta(min_length=1, max_length=256)
_TEXTS: dict[tuple[str, str], Any] = {
    ("Document", "schema"): Literal["depotklaar-conversation-1.0"],
    ("Document", "created_at"): Annotated[str, msgspec.Meta(pattern=MOMENT)],
    ("Title", "valid_from"): Annotated[str, msgspec.Meta(pattern=MOMENT)],
    ("Title", "valid_until"): Annotated[str, msgspec.Meta(pattern=MOMENT)],
    ("Function", "valid_from"): Annotated[str, msgspec.Meta(pattern=rf"^{DAY}$(?!\n)")],
    ("Function", "valid_until"): Annotated[str, msgspec.Meta(pattern=rf"^{DAY}$(?!\n)")],
    ("Capture", "captured_at"): Annotated[str, msgspec.Meta(pattern=MOMENT)],
    ("Gap", "decided_at"): Annotated[str, msgspec.Meta(pattern=MOMENT)],
    ("SourceFile", "sha256"): Annotated[str, msgspec.Meta(pattern=SHA256)],
    ("Attachment", "sha256"): Annotated[str, msgspec.Meta(pattern=SHA256)],
    ("Attachment", "path"): Annotated[str, msgspec.Meta(pattern=RELATIVE_PATH)],
    ("Occurrence", "raw_sha256"): Annotated[str, msgspec.Meta(pattern=SHA256)],
    ("SourceFinding", "code"): Annotated[str, msgspec.Meta(min_length=1)],
    ("SystemAction", "action"): Annotated[str, msgspec.Meta(min_length=1)],
}
_DEGREES = {"latitude": 90.0, "longitude": 180.0}
_built: dict[type, Any] = {}


def _form(noun: type, tag: str | None = None) -> Any:
    """Return the struct type of a noun: the same fields, unknown keys refused, defaults left out when written."""
    if noun not in _built:
        hints = get_type_hints(noun)
        fields: list[Any] = []
        for field in dataclasses.fields(noun):
            held = _strict(hints[field.name], noun.__name__, field.name)
            given = () if field.default is dataclasses.MISSING else (field.default,)
            fields.append((field.name, held, *given))
        _built[noun] = msgspec.defstruct(
            noun.__name__,
            fields,
            kw_only=True,
            frozen=True,
            gc=False,
            forbid_unknown_fields=True,
            omit_defaults=True,
            tag_field="record" if tag else None,
            tag=tag,
        )
    return _built[noun]


def _strict(hint: Any, noun: str, field: str) -> Any:
    """Return the type of a field as it must stand in a file: nouns become forms, numbers and texts get their bounds."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return Union[tuple(_strict(part, noun, field) for part in get_args(hint))]  # noqa: UP007
    if origin is tuple:
        return tuple[_strict(get_args(hint)[0], noun, field), ...]  # type: ignore[misc]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _form(hint)
    if hint is int:
        return Annotated[int, msgspec.Meta(ge=1 if field in FROM_ONE else 0, le=LARGEST)]
    if hint is float:
        return Annotated[float, msgspec.Meta(ge=-_DEGREES[field], le=_DEGREES[field])]
    if hint is str and field == "id":
        return Annotated[str, _IDENTIFIER]
    return _TEXTS.get((noun, field), str) if hint is str else hint


_forms = {noun: _form(noun, kind) for kind, noun in KINDS.items()}
_nouns = {form: noun for noun, form in _forms.items()}
_any_form: Any = Union[tuple(_forms.values())]  # noqa: UP007
_decoder = msgspec.json.Decoder(_any_form)
_encoder = msgspec.json.Encoder()


def form_type(noun: type) -> Any:
    """Return the struct type of a record or of a part of one, for who makes very many and fills the forms directly.

    The making of a form checks nothing: its values must be those of the noun. `record_of` checks them.
    """
    return _forms.get(noun) or _form(noun)


def form_of(record: Record) -> Any:
    """Return the form of a record. msgspec.ValidationError when a value is not what the format allows (our bug)."""
    return msgspec.convert(record, _forms[type(record)], from_attributes=True)


def record_of(form: Any) -> Record:
    """Return the noun of a form."""
    record: Record = msgspec.convert(form, _nouns[type(form)], from_attributes=True)
    return record


def decode_form(line: bytes) -> Any:
    """Return the form of one line. msgspec.ValidationError or UnicodeDecodeError when the line is not right.

    msgspec refuses the escape of half a surrogate pair, which this format keeps; such a line takes the slower way.
    """
    try:
        return _decoder.decode(line)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        return form_of_values(json.loads(line))


def form_of_values(values: object) -> Any:
    """Return the form of what a JSON reader gave. msgspec.ValidationError when it is not a record."""
    return msgspec.convert(values, _any_form)


def encode_form(form: Any) -> bytes:
    """Return the canonical line of a form; half a surrogate pair becomes its escape, as UTF-8 cannot hold it."""
    try:
        return _encoder.encode(form)
    except UnicodeEncodeError:
        text = json.dumps(msgspec.to_builtins(form), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode("utf-8", "backslashreplace")
