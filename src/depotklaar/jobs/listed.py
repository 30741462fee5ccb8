"""The list of files of a package that was judged, kept on disk for the forms of a report that show it."""

import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from depotklaar.model.report import ListedFile
from depotklaar.rules.interface import FileFacts, PackageFacts
from depotklaar.storage.spool import Spool


@dataclass(frozen=True, slots=True)
class SpooledList:
    """Writes the list of files of each package to a private file of its own in `folder`, in the order of a tree."""

    folder: Path

    def __call__(self, facts: PackageFacts) -> Iterable[ListedFile]:
        """Return the list, for as long as the folder is there."""
        number = sum(1 for _ in self.folder.iterdir())
        files: Spool[ListedFile] = Spool(self.folder / f"{number}.files", ListedFile)
        for path in sorted(facts.files, key=lambda path: path.split("/")):
            files.append(_listed(facts.files[path], facts.local))
        return files


def _listed(file: FileFacts, folder: Path | None) -> ListedFile:
    return ListedFile(
        path=file.path,
        size=file.size,
        sha256=file.digests.get("sha256"),
        modified=None if folder is None else _modified(folder / file.path),
        format=file.format,
    )


def _modified(path: Path) -> str | None:
    """When the disk says that the file was changed, to the second; None when it says nothing usable."""
    try:
        moment = dt.datetime.fromtimestamp(os.lstat(path).st_mtime_ns // 10**9, dt.UTC)
    except (OSError, ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=None).isoformat() + "Z"
