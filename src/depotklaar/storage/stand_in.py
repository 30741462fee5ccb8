"""A stand-in on disk for a file in a container, made while it is read, for programs that only open files by name."""

import os
from typing import BinaryIO, Self, cast

from depotklaar.storage.disk import NEW_FILE, write_all, write_error

WHOLE_BELOW = 256 << 20
END = 16 << 20


def write_stand_in(target: str, data: bytes) -> None:
    """Write a file that is in memory. WriteError when the disk refuses."""
    with StandIn(target, len(data)) as stand_in:
        stand_in.keep(memoryview(data))


class StandIn:
    """Writes what passes by to a new file; of a file of more than `WHOLE_BELOW` bytes only begin and end, `END` each.

    Such a file is as long as its original and has a hole in the middle, which takes no room. WriteError when the disk
    refuses.
    """

    def __init__(self, target: str, size: int) -> None:
        self._target = target
        self._size = size
        self._at = 0
        self._descriptor = -1

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self._size <= WHOLE_BELOW

    def __enter__(self) -> Self:
        try:
            self._descriptor = os.open(self._target, NEW_FILE, 0o600)
        except OSError as error:
            raise write_error(self._target, error) from error
        return self

    def __exit__(self, *args: object) -> None:
        os.close(self._descriptor)

    def keep(self, data: memoryview) -> None:
        """Take in the next bytes of the file."""
        start, self._at = self._at, self._at + len(data)
        try:
            if self.is_whole:
                write_all(self._descriptor, data)
                return
            self._put(start, data[: max(0, END - start)])
            late = max(0, self._size - END - start)
            self._put(start + late, data[late:])
        except OSError as error:
            raise write_error(self._target, error) from error

    def _put(self, place: int, data: memoryview) -> None:
        if data:
            os.lseek(self._descriptor, place, os.SEEK_SET)
            write_all(self._descriptor, data)


class Passing:
    """A stream of which all that is read also goes to a stand-in."""

    def __init__(self, stream: BinaryIO, stand_in: StandIn) -> None:
        self._readinto = stream.readinto  # type: ignore[attr-defined]
        self._stand_in = stand_in

    def readinto(self, view: memoryview) -> int:
        """Fill the view as far as the stream goes, and return how many bytes that were."""
        count = cast(int, self._readinto(view))
        self._stand_in.keep(view[:count])
        return count
