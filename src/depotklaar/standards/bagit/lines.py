"""The lines of a tag file in its encoding, whatever it holds: no exception and no more memory than a line."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from depotklaar.standards.bagit.faults import BagFault, BagFaultCode

LONGEST_LINE = 1 << 16
MOST_FAULTS = 1_000
_LONGEST_SHOWN = 200
_STRAY = re.compile("[\udc80-\udcff]")


class TagFile:
    """A tag file that is being read, and the faults found in it so far; `mark` is the fault of a byte order mark."""

    def __init__(self, stream: BinaryIO, path: str, encoding: str, mark: BagFaultCode = "mark-superfluous") -> None:
        self.path = path
        self._mark = mark
        self.line = 0
        self._stream = stream
        self._encoding = _with_order(stream, encoding)
        self._faults: list[BagFault] = []
        self._more = 0

    def lines(self) -> Iterator[str]:
        """The lines without their ends (LF, CR or CRLF). Reading stops at a line beyond all measure."""
        text = io.TextIOWrapper(self._stream, self._encoding, "surrogateescape", newline=None)
        try:
            while line := text.readline(LONGEST_LINE + 1):
                self.line += 1
                if len(line) > LONGEST_LINE and not line.endswith("\n"):
                    self.fault("line-too-long", str(LONGEST_LINE))
                    return
                if self.line == 1:
                    line = self._without_mark(line)
                if not line.isascii() and _STRAY.search(line):
                    self.fault("not-encoded", self._encoding)
                yield line.removesuffix("\n")
        except UnicodeError:
            self.line += 1
            self.fault("not-encoded", self._encoding)
        finally:
            text.detach()

    def fault(self, code: BagFaultCode, detail: str = "", *, whole: bool = False) -> None:
        """Note a fault in the line that is being read, or in the file as a whole."""
        if len(self._faults) >= MOST_FAULTS:
            self._more += 1
            return
        self._faults.append(BagFault(code, self.path, None if whole else self.line, _shown(detail)))

    def fault_once(self, code: BagFaultCode) -> None:
        """Note a fault of the file as a whole, the first time that it is met."""
        if all(one.code != code for one in self._faults):
            self.fault(code, whole=True)

    def faults(self) -> tuple[BagFault, ...]:
        """What was found; beyond a thousand only how many more."""
        more = (BagFault("more", self.path, None, str(self._more)),) if self._more else ()
        return (*self._faults, *more)

    def _without_mark(self, line: str) -> str:
        if line.startswith("\ufeff"):
            self.fault(self._mark)
        return line.removeprefix("\ufeff")


def _with_order(stream: BinaryIO, encoding: str) -> str:
    """The encoding with its byte order where a stream of UTF-16 lacks a mark: the one in which it begins with text.

    Source: RFC 2781, 4.3, which takes the first byte as the high one where nothing tells.
    """
    if encoding != "utf-16":
        return encoding
    start = stream.read(2)
    stream.seek(-len(start), io.SEEK_CUR)
    if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return encoding
    return "utf-16-le" if start[1:] == b"\0" and start[:1] != b"\0" else "utf-16-be"


def _shown(text: str) -> str:
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
    return shown if len(shown) <= _LONGEST_SHOWN else shown[:_LONGEST_SHOWN] + "..."
