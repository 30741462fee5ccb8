"""fido, the second opinion: PRONOM signatures of an older date, read by other code.

Its matchers are called one by one, and not its `identify_file`, which prints, leaves files open, reads the container
signatures anew for each zip and unpacks whatever a zip holds. It is loaded at the first call only (a third of a second)
and never asked to look for newer signatures, which is the only thing in it that uses the network.
"""

import contextlib
import io
import stat
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from depotklaar.errors import Problem, ToolError
from depotklaar.language import Text
from depotklaar.model.format import Basis, Opinion

_CONTAINER_LIMIT = 64 * 1024 * 1024
_ENTRY_LIMIT = 65_536
_NOT_OPENED = "container too large to look into"

_UNREADABLE = Text("Dit bestand kan niet worden gelezen: {why}.", "This file cannot be read: {why}.")
_READ_HINT = Text(
    "Controleer of het bestand bestaat en mag worden gelezen; begin daarna opnieuw.",
    "Check that the file exists and may be read; then start again.",
)
_MISSING = Text("fido (opf-fido) kan niet worden geladen: {why}.", "fido (opf-fido) cannot be loaded: {why}.")
_INSTALL_HINT = Text(
    "Installeer depotklaar opnieuw met al zijn afhankelijkheden, of laat de tweede identificatie weg.",
    "Install depotklaar again with all it depends on, or leave out the second identification.",
)

_Match = tuple[Any, str]


class Fido:
    """The identifier that is asked when siegfried found no signature, or always when the user wants so."""

    name = "fido"

    def __init__(self) -> None:
        self._engine: Any = None
        self._versions = ("", "")
        self._containers: dict[str, Any] = {}

    def versions(self) -> tuple[str, str]:
        """The version of the tool and of its signatures, as they go on record. ToolError when it cannot be loaded."""
        self._load()
        return self._versions

    def identify(self, paths: Sequence[Path]) -> list[Opinion]:
        """One opinion a path, in the order of `paths`. ToolError names every path that cannot be read."""
        self._load()
        opinions: list[Opinion] = []
        problems: list[Problem] = []
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            for path in paths:
                try:
                    opinions.append(self._identify_one(path))
                except (OSError, ValueError) as error:
                    why = (error.strerror if isinstance(error, OSError) else None) or str(error)
                    place = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
                    problems.append(Problem(place=place, text=_UNREADABLE.fill(why=why), hint=_READ_HINT))
        if problems:
            raise ToolError(problems)
        return opinions

    def _load(self) -> None:
        if self._engine is not None:
            return
        try:
            from fido import CONFIG_DIR, __version__, fido, package, versions
        except ImportError as error:
            raise ToolError(Problem(place="fido", text=_MISSING.fill(why=error), hint=_INSTALL_HINT)) from error
        local = versions.get_local_versions(CONFIG_DIR)
        files = [local.pronom_signature, local.fido_extension_signature]
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                engine = fido.Fido(quiet=True, format_files=files)
                signatures = fido.ET.parse(str(Path(CONFIG_DIR) / local.pronom_container_signature))
        except (SystemExit, OSError, SyntaxError) as error:
            raise ToolError(Problem(place="fido", text=_MISSING.fill(why=error), hint=_INSTALL_HINT)) from error
        self._containers = {
            "zip": (package.ZipPackage, engine.extract_signatures(signatures, signature_type="ZIP")),
            "ole": (package.OlePackage, engine.extract_signatures(signatures, signature_type="OLE2")),
        }
        self._versions = (__version__, f"PRONOM {local.pronom_version}; {local.pronom_container_signature}")
        self._engine = engine

    def _identify_one(self, path: Path) -> Opinion:
        if path.exists() and not path.is_file():
            raise ValueError(stat.filemode(path.stat().st_mode))
        with path.open("rb") as file:
            size = file.seek(0, io.SEEK_END)
            file.seek(0)
            start, end = _both_ends(file, size, self._engine.bufsize)
        found: list[_Match] = self._engine.match_formats(start, end) if size else []
        notes: list[str] = [] if size else ["empty file"]
        kind = self._engine.container_type(found)
        if kind in self._containers:
            inner = self._look_into(path, kind, size)
            if inner:
                return self._opinion(inner, "container", notes)
            notes += [_NOT_OPENED] if inner is None else []
        if found:
            return self._opinion(found, "signature", notes)
        by_name: list[_Match] = self._engine.match_extensions(path.name)
        notes += ["match on extension only"] if by_name else ["no match"]
        return self._opinion(by_name, "extension" if by_name else "none", notes)

    def _look_into(self, path: Path, kind: str, size: int) -> list[_Match] | None:
        """What the container signatures say of this file; None when it is too large to be opened safely."""
        package, signatures = self._containers[kind]
        if not (_is_modest_zip(path, signatures) if kind == "zip" else size <= _CONTAINER_LIMIT):
            return None
        try:
            puids = package(str(path), signatures).detect_formats()
        except Exception:  # olefile and zipfile raise a score of kinds on a broken container: then it says nothing
            return []
        formats = [self._engine.puid_format_map[puid] for puid in puids if puid in self._engine.puid_format_map]
        return [(found, found.findtext("name")) for found in formats]

    def _opinion(self, found: list[_Match], basis: Basis, notes: list[str]) -> Opinion:
        formats = {self._engine.get_puid(match): match for match, _ in found}
        puids = list(formats)
        best = formats[puids[0]] if puids else None
        told = [*notes, f"also matches {', '.join(puids[1:])}"] if puids[1:] else notes
        return Opinion(
            tool=self.name,
            tool_version=self._versions[0],
            signature_version=self._versions[1],
            puid=puids[0] if puids else "UNKNOWN",
            name=_text(best, "name"),
            version=_text(best, "version"),
            mime=_text(best, "mime"),
            basis=basis,
            warning="; ".join(told),
        )


def _both_ends(file: Any, size: int, length: int) -> tuple[bytes, bytes]:
    """The first and the last `length` bytes of a file of `size` bytes."""
    start = file.read(length)
    if size <= length:
        return start, start
    file.seek(size - length)
    return start, file.read(length)


def _is_modest_zip(path: Path, wanted: dict[str, Any]) -> bool:
    """Whether the entries that the signatures want to read stay within bounds when they are unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return True
    return len(entries) <= _ENTRY_LIMIT and all(
        entry.file_size <= _CONTAINER_LIMIT for entry in entries if entry.filename in wanted
    )


def _text(element: Any, tag: str) -> str:
    return (element.findtext(tag) or "") if element is not None else ""
