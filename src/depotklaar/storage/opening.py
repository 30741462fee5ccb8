"""The door to every source: tells by content what it is and opens it as a tree."""

import os
import stat
from pathlib import Path

from depotklaar.language import Text
from depotklaar.storage.folder import FolderTree, open_regular, root_place, unreadable
from depotklaar.storage.guard import refuse
from depotklaar.storage.single import SingleTree
from depotklaar.storage.tarred import TarTree, begins_as_tar, gzip_begins_as_tar
from depotklaar.storage.tree import Limits, Tree
from depotklaar.storage.zipped import ZipTree

_ODD = Text("dit is geen map en geen bestand", "this is neither a folder nor a file")
_NAME_ANOTHER = Text(
    "Geef een map, een bestand, of een zip- of tarbestand op.", "Name a folder, a file, or a zip or tar file."
)
_ZIP_BEGINS = (b"PK\3\4", b"PK\5\6", b"PK\7\x08")
_HEAD = 1 << 16


def open_tree(path: Path, limits: Limits = Limits(), *, unpack: bool = True) -> Tree:  # noqa: B008
    """Open a folder, a plain file, a zip, a tar or a gzipped tar, recognised by content and never by name.

    With `unpack=False` every file is one plain file: for a source such as a .docx, which is a zip by content.
    SourceError names at once everything in it that cannot be trusted or read. Nothing is ever written to it.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise unreadable(root_place(path), error if isinstance(error, OSError) else OSError(str(error))) from error
    if stat.S_ISDIR(mode):
        return FolderTree(path, limits)
    if not stat.S_ISREG(mode):
        refuse(root_place(path), _ODD, _NAME_ANOTHER)
    return _open_file(path, limits) if unpack else SingleTree(path, limits)


def _open_file(path: Path, limits: Limits) -> Tree:
    descriptor = open_regular(os.path.realpath(path), root_place(path))
    try:
        head = os.pread(descriptor, _HEAD, 0)
    finally:
        os.close(descriptor)
    if head.startswith(_ZIP_BEGINS):
        return ZipTree(path, limits)
    if begins_as_tar(head):
        return TarTree(path, limits)
    if gzip_begins_as_tar(head):
        return TarTree(path, limits, gzipped=True)
    return SingleTree(path, limits)
