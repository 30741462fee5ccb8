"""Who describes whom: from names alone, which metadata file belongs to which file or folder.

Source: MDTO SIP-specificatie, structure and names: a folder's metadata inside it, a file's beside it, as
`x.pdf.bestand.mdto.xml` or `x.pdf.mdto.xml`; the suffix is compared without regard to case. What macOS keeps beside
`x` in `._x` is no metadata of ours.
"""

from collections.abc import Collection, Iterable

from depotklaar.model.profile import Names
from depotklaar.rules.interface import Layout


def arrange(files: Iterable[str], folders: Iterable[str], content: str, names: Names) -> Layout:
    """Return the layout of everything below `content` (`data` in a bag, empty text for the package itself)."""
    inside = f"{content}/" if content else ""
    suffix = names.sidecar_suffix.casefold()
    by_folder: dict[str, tuple[list[str], list[str]]] = {}
    for path in files:
        if path.startswith(inside):
            folder = path.rpartition("/")[0]
            sidecars, others = by_folder.setdefault(folder, ([], []))
            is_sidecar = path.casefold().endswith(suffix) and not path[len(folder) :].lstrip("/").startswith("._")
            (sidecars if is_sidecar else others).append(path)
    drawer = _Drawer(content, suffix, names.file_infix.casefold())
    for folder in sorted(by_folder):
        drawer.add(folder, *by_folder[folder])
    return Layout(
        content=content,
        suffix=suffix,
        sidecars=drawer.sidecars,
        folders=tuple(sorted(folder for folder in folders if folder.startswith(inside))),
        content_files=tuple(sorted(path for _, others in by_folder.values() for path in others)),
        doubles=tuple(drawer.doubles),
        misnamed=tuple(drawer.misnamed),
    )


class _Drawer:
    """Takes folder after folder and notes what each metadata file in it describes."""

    def __init__(self, content: str, suffix: str, infix: str) -> None:
        self._content = content
        self._suffix = suffix
        self._infix = infix
        self.sidecars: dict[str, str | None] = {}
        self.doubles: list[str] = []
        self.misnamed: list[str] = []

    def add(self, folder: str, sidecars: list[str], others: list[str]) -> None:
        """Match the metadata files of one folder; what is left may be the folder's own under another name."""
        present, taken, left = set(others), set[str](), list[str]()
        for path in sorted(sidecars):
            described = self._described(folder, path, present)
            self.sidecars[path] = described
            if described is None:
                left.append(path)
            elif described in taken:
                self.doubles.append(path)
            else:
                taken.add(described)
        loose = [path for path in left if not self._stem(path).casefold().endswith(self._infix)]
        if folder not in taken and len(loose) == 1:
            self.sidecars[loose[0]] = folder
            if folder != self._content:
                self.misnamed.append(loose[0])

    def _described(self, folder: str, path: str, present: Collection[str]) -> str | None:
        stem = self._stem(path)
        if self._infix and stem.casefold().endswith(self._infix) and stem[: -len(self._infix)] in present:
            return stem[: -len(self._infix)]
        if stem in present:
            return stem
        own = folder.rpartition("/")[2]
        return folder if folder != self._content and stem.rpartition("/")[2] == own else None

    def _stem(self, path: str) -> str:
        return path[: len(path) - len(self._suffix)]
