"""What systems leave in folders and archives of themselves, and nobody meant to deliver."""

from depotklaar.language import Text

_MACOS = Text(" (een restant van macOS)", " (left by macOS)")
_WINDOWS = Text(" (een restant van Windows)", " (left by Windows)")
_OFFICE = Text(" (een restant van een geopend document)", " (left by a document that was open)")
_NAMES = {
    ".ds_store": _MACOS,
    "icon\r": _MACOS,
    "thumbs.db": _WINDOWS,
    "desktop.ini": _WINDOWS,
    "ehthumbs.db": _WINDOWS,
}
MACOS_FOLDER = "__MACOSX"
_NOTHING = Text("", "")


def left_by(path: str) -> Text:
    """Which system left a file behind, in words between brackets, empty when it is not known for that.

    macOS puts what its own file system knows of `x` in `._x`, beside it in a tar and below `__MACOSX` in a zip.
    """
    name = path.rpartition("/")[2]
    if path.partition("/")[0] == MACOS_FOLDER or name.startswith("._"):
        return _MACOS
    return _OFFICE if name.startswith(("~$", ".~lock.")) else _NAMES.get(name.casefold(), _NOTHING)


def is_leftover(path: str) -> bool:
    """Whether a file is known for being left behind by a system."""
    return left_by(path) is not _NOTHING
