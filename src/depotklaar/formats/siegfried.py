"""siegfried, through pygfried: what PRONOM calls a file by its bytes, its container or its name.

pygfried starts the runtime of Go when it is imported and holds Python's lock while it works. Therefore the import
happens at the first call, a process that has called is not forked afterwards, and no second Go library is loaded beside
it. Several processes identify side by side, each with signatures of its own.

siegfried takes the whole of a text file into memory to see that it is text. Of a long one it therefore gets the begin
and the end; the patterns of text formats stand there. What it cannot open as the container that it seems to be (a .docx
that was cut off) is no obstacle: the opinion says so.
"""

import codecs
import contextlib
import os
import re
import stat
import tempfile
from collections.abc import Iterator, Sequence
from importlib import metadata
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from depotklaar.errors import Problem, ToolError
from depotklaar.language import Text
from depotklaar.model.format import Basis, Opinion

if TYPE_CHECKING:
    import pygfried

_UNTAKEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_CHUNK = 500
_EMPTY = "empty source"
_BROKEN = "broken container"
_SPARING = "50"
_LONG = 4 << 20
_END = 1 << 20
_LOOK = 64 << 10
_STRENGTH: tuple[Basis, ...] = ("container", "xml", "signature", "text", "extension", "none")

_UNREADABLE = Text("Dit bestand kan niet worden gelezen: {why}.", "This file cannot be read: {why}.")
_READ_HINT = Text(
    "Controleer of het bestand bestaat, een gewoon bestand is en mag worden gelezen; begin daarna opnieuw.",
    "Check that the file exists, is a regular file and may be read; then start again.",
)
_MISSING = Text("siegfried (pygfried) kan niet worden geladen: {why}.", "siegfried (pygfried) cannot be loaded: {why}.")
_INSTALL_HINT = Text(
    "Installeer depotklaar opnieuw met al zijn afhankelijkheden.", "Install depotklaar again with all it depends on."
)
_FAILED = Text("siegfried is gestopt: {why}.", "siegfried stopped: {why}.")
_COUNT = Text("siegfried gaf {got} antwoorden op {asked} vragen.", "siegfried gave {got} answers to {asked} questions.")
_REPORT_HINT = Text(
    "Noteer de versies (depotklaar --version) en meld dit aan de makers van depotklaar.",
    "Note the versions (depotklaar --version) and report this to the makers of depotklaar.",
)


class Siegfried:
    """The identifier whose opinion counts. `workers` is the number of files that Go reads at the same time."""

    name = "siegfried"

    def __init__(self, *, workers: int | None = None) -> None:
        self._workers = min(max(workers or os.cpu_count() or 1, 1), 16)

    def versions(self) -> tuple[str, str]:
        """The version of the tool and of its signatures, as they go on record. ToolError when it cannot be loaded."""
        return _versions(_ask([], workers=self._workers))

    def identify(self, paths: Sequence[Path]) -> list[Opinion]:
        """One opinion a path, in the order of `paths`; an empty file is known by its name only, or `UNKNOWN`.

        ToolError names every path that is not a readable regular file.
        """
        problems = [problem for path in paths if (problem := _obstacle(path))]
        if problems:
            raise ToolError(problems)
        opinions: list[Opinion] = []
        remaining = iter(paths)
        while chunk := list(islice(remaining, _CHUNK)):
            opinions.extend(self._identify_chunk(chunk))
        return opinions

    def _identify_chunk(self, paths: list[Path]) -> Iterator[Opinion]:
        with contextlib.ExitStack() as stack:
            asked = [_as_asked(path, stack) for path in paths]
            result = _ask(asked, workers=self._workers)
        files = result["files"]
        if len(files) != len(paths):
            raise ToolError(_tool_problem(_COUNT.fill(got=len(files), asked=len(paths))))
        complained = (path for path, file in zip(paths, files, strict=True) if file["errors"] not in ("", _EMPTY))
        problems = [problem for path in complained if (problem := _unread(path))]
        if problems:
            raise ToolError(problems)
        versions = _versions(result)
        return (_opinion(file, versions) for file in files)


def _obstacle(path: Path) -> Problem | None:
    """Why siegfried should not be given this path: it would wait for ever on a pipe."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        why = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        return _unreadable(path, why)
    return None if stat.S_ISREG(mode) else _unreadable(path, stat.filemode(mode))


def _unread(path: Path) -> Problem | None:
    """Why a file cannot be read to its end, which siegfried does not tell from what is wrong with its content."""
    try:
        with path.open("rb") as stream:
            while stream.read(_LONG):
                pass
    except OSError as error:
        return _unreadable(path, error.strerror or str(error))
    return None


def _unreadable(path: Path, why: str) -> Problem:
    place = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return Problem(place=place, text=_UNREADABLE.fill(why=why), hint=_READ_HINT)


def _is_plain(text: str) -> bool:
    """Whether Go can take a name, which must be UTF-8, and its answer be read, in which controls stand unescaped."""
    return not _UNTAKEN.search(text)


def _as_asked(path: Path, stack: contextlib.ExitStack) -> str:
    """The path as siegfried gets it: itself, or a stand-in until the stack closes."""
    if path.stat().st_size > _LONG and _is_text(path):
        return _ends_of(path, stack)
    return str(path) if _is_plain(str(path)) else _link_to(path, stack)


def _is_text(path: Path) -> bool:
    """Whether the file begins as UTF-8 text; a PDF does not count, what tells its version may stand anywhere."""
    with path.open("rb") as stream:
        begin = stream.read(_LOOK)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(begin)
    except UnicodeDecodeError:
        return False
    return b"\0" not in begin and not begin.startswith(b"%PDF")


def _ends_of(path: Path, stack: contextlib.ExitStack) -> str:
    """A file with the begin and the end of a long one, and its extension."""
    stand_in = _stand_in(path, stack)
    with path.open("rb") as stream, stand_in.open("wb") as out:
        out.write(stream.read(_END))
        stream.seek(-_END, os.SEEK_END)
        out.write(stream.read(_END))
    return str(stand_in)


def _link_to(path: Path, stack: contextlib.ExitStack) -> str:
    """A link with the same extension."""
    link = _stand_in(path, stack)
    link.symlink_to(path.absolute())
    return str(link)


def _stand_in(path: Path, stack: contextlib.ExitStack) -> Path:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="depotklaar-")))
    return folder / f"file{path.suffix if path.suffix.isascii() and _is_plain(path.suffix) else ''}"


def _ask(paths: list[str], *, workers: int) -> "pygfried.DetailedIdentifyResult":
    try:
        with _go_modest(workers):
            import pygfried
    except (ImportError, OSError) as error:
        raise ToolError(Problem(place="siegfried", text=_MISSING.fill(why=error), hint=_INSTALL_HINT)) from error
    try:
        return pygfried.identify_many(paths, workers=workers)
    except pygfried.GoError as error:
        raise ToolError(_tool_problem(_FAILED.fill(why=error))) from error


@contextlib.contextmanager
def _go_modest(processors: int) -> Iterator[None]:
    """Let Go's runtime, which looks at its settings once, keep to so many processors and to little memory.

    With the usual settings two processes that identify side by side wait for one another and take twice the time.
    """
    settings = {"GOMAXPROCS": str(processors), "GOGC": _SPARING}
    absent = {name: value for name, value in settings.items() if name not in os.environ}
    os.environ.update(absent)
    try:
        yield
    finally:
        for name in absent:
            del os.environ[name]


def _tool_problem(text: Text) -> Problem:
    return Problem(place="siegfried", text=text, hint=_REPORT_HINT)


def _versions(result: "pygfried.DetailedIdentifyResult") -> tuple[str, str]:
    tool = f"{result['siegfried']} (pygfried {metadata.version('pygfried')})"
    return tool, "; ".join(identifier["details"] for identifier in result["identifiers"])


def _opinion(file: "pygfried.File", versions: tuple[str, str]) -> Opinion:
    """The strongest match; of equally strong ones siegfried's first. The others are named in the warning."""
    matches = file["matches"]
    best = min(matches, key=lambda match: _STRENGTH.index(_basis(match["basis"])), default=None)
    rivals = [match["id"] for match in matches if match is not best]
    notes = [_EMPTY if file["errors"] == _EMPTY else _BROKEN] if file["errors"] else []
    notes += [best["warning"]] if best and best["warning"] else []
    notes += [f"also matches {', '.join(rivals)}"] if rivals else []
    return Opinion(
        tool=Siegfried.name,
        tool_version=versions[0],
        signature_version=versions[1],
        puid=best["id"] if best else "UNKNOWN",
        name=best["format"] if best else "",
        version=best["version"] if best else "",
        mime=best["mime"] if best else "",
        basis=_basis(best["basis"]) if best else "none",
        warning="; ".join(notes),
    )


def _basis(told: str) -> Basis:
    """The strongest ground in siegfried's own words (`extension match png; byte match at [[0 16]]`)."""
    grounds = [ground.strip() for ground in told.split("; ")]
    if any(ground.startswith("container") for ground in grounds):
        return "container"
    if any(ground.startswith("xml match") for ground in grounds):
        return "xml"
    if any(ground.startswith(("byte match", "riff match", "byte/")) for ground in grounds):
        return "signature"
    if any(ground.startswith("text match") for ground in grounds):
        return "text"
    if any(ground.startswith(("extension match", "glob match", "mime match")) for ground in grounds):
        return "extension"
    return "none"
