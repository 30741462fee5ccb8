"""Parcels: values on their way between processes, packed once and opened only where somebody looks into them."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from depotklaar.storage.packing import pack, unpack

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parcel(Generic[T]):
    """A value of one kind, packed. Whoever passes it on does not pay for what is in it."""

    kind: type[T]
    data: bytes

    def opened(self) -> T:
        """The value, equal to the one that was packed."""
        return unpack(self.kind, self.data)


def packed(kind: type[T], value: T) -> Parcel[T]:
    """Pack a value that consists of dataclasses, plain values and tuples."""
    return Parcel(kind, pack(value))
