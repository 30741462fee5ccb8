"""A log of our own fault: versions and the way through the code, and nothing of what was being read."""

import os
import platform
import tempfile
import traceback
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from depotklaar import __version__

_LIBRARIES = ("lxml", "msgspec", "xmlschema", "bagit", "pygfried", "opf-fido", "jinja2", "tqdm")


def write_log(error: BaseException) -> Path | None:
    """Write the log in `$XDG_STATE_HOME/depotklaar` or the folder for temporary files.

    Messages of exceptions are left out, for they may quote a chat. None when nothing could be written anywhere.
    """
    content = "\n".join((*_versions(), *_trace(error))) + "\n"
    for folder in _folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix="depotklaar-", suffix=".log", dir=folder)
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as log:
                log.write(content)
        except OSError:
            continue
        return Path(name)
    return None


def _folders() -> Iterator[Path]:
    state = os.environ.get("XDG_STATE_HOME")
    if state:
        yield Path(state) / "depotklaar"
    yield Path(tempfile.gettempdir())


def _versions() -> Iterator[str]:
    yield f"depotklaar {__version__}"
    yield f"python {platform.python_version()} ({platform.system()} {platform.machine()})"
    for library in _LIBRARIES:
        try:
            yield f"{library} {metadata.version(library)}"
        except metadata.PackageNotFoundError:
            yield f"{library} -"


def _trace(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield f"\n{type(link).__module__}.{type(link).__qualname__}"
        for frame in traceback.extract_tb(link.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        link = link.__cause__ or link.__context__
