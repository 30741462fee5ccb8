"""The list of files that travels in the package: where each stands, what it was called, what it is, who says so."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from depotklaar.arrangement.top import Document
from depotklaar.model.placed import PlacedDossier, PlacedFile
from depotklaar.model.plan import StagedFile
from depotklaar.standards.tables.csv_table import csv_lines
from depotklaar.storage.writing import HashedFile

NAME = "bestandenlijst.csv"
HEADER = (
    *("pad", "oorspronkelijke_naam", "bytes", "sha256", "puid", "formaat", "versie", "mime", "grondslag"),
    *("waarschuwing", "herkend_met", "tweede_mening", "tweede_herkend_met"),
)


class FileList:
    """Written as RFC 4180 CSV in UTF-8 while the Dossiers pass by. It does not list itself."""

    def __init__(self, path: Path, algorithms: tuple[str, ...]) -> None:
        self._path = path
        self._out = HashedFile(path, algorithms)
        self._out.write(_rows([HEADER]))

    def add(self, rows: bytes) -> None:
        """Add the rows of a Dossier."""
        self._out.write(rows)

    def as_document(self) -> Document:
        """Close the list and give it as a document of the package."""
        self._out.close()
        digests = self._out.digests()
        staged = StagedFile(path=str(self._path), original_name=NAME, size=digests.size, digests=dict(digests.values))
        title = "Bestandenlijst van dit pakket, met oorspronkelijke namen en formaten"
        return Document(key="bestandenlijst", title=title, staged=staged)


def rows_of(dossier: PlacedDossier) -> bytes:
    """One row for each file of a Dossier."""
    return _rows(_cells(file) for stuk in dossier.files for file in stuk)


def _rows(rows: Iterable[Sequence[str]]) -> bytes:
    return b"".join(csv_lines(rows, ","))


def _cells(file: PlacedFile) -> tuple[str, ...]:
    found = file.format
    assert found is not None
    first, second = found.first, found.second
    return (
        file.written.path,
        file.planned.title,
        str(file.written.size),
        file.written.digests["sha256"],
        first.puid,
        first.name,
        first.version,
        first.mime,
        first.basis,
        first.warning,
        f"{first.tool} {first.tool_version} ({first.signature_version})",
        f"{second.puid} ({second.basis})" if second else "",
        f"{second.tool} {second.tool_version} ({second.signature_version})" if second else "",
    )
