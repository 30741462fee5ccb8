"""Values of our own nouns as MessagePack and back, also where a text holds half a surrogate pair.

MessagePack's texts are UTF-8, which cannot hold half a pair. Such texts then go as bytes, which no noun of ours has,
and the whole value bears a mark that no MessagePack begins with.
"""

from collections.abc import Callable, Hashable
from functools import cache
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_MARK = b"\xc1"
_encode = msgspec.msgpack.Encoder().encode


def pack(value: object) -> bytes:
    """Return a value that consists of dataclasses, plain values and tuples as bytes."""
    try:
        return _encode(value)
    except UnicodeEncodeError:
        return _MARK + _encode(_mapped(msgspec.to_builtins(value), _as_bytes))


def unpack(kind: type[T], data: bytes) -> T:
    """Return the value, equal to the one that was packed."""
    if data.startswith(_MARK):
        return msgspec.convert(_mapped(msgspec.msgpack.decode(data[1:]), _as_text), kind)
    hashable: Any = kind
    value: T = _decoder(hashable).decode(data)
    return value


@cache
def _decoder(kind: Hashable) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def _mapped(value: object, change: Callable[[object], object]) -> object:
    """The same value with every text in it changed."""
    if isinstance(value, dict):
        return {change(key): _mapped(part, change) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_mapped(part, change) for part in value]
    return change(value)


def _as_bytes(value: object) -> object:
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
    return value


def _as_text(value: object) -> object:
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
