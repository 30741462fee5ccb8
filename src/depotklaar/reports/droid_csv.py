"""The files of a package with DROID's columns, for what already reads DROID: commas, UTF-8, no byte-order mark.

Source: DROID 6, CSV export of a profile. The first line is the package, then come folders and files in the order of the
tree. Paths begin at the package, not at a disk. PUID is `UNKNOWN`, with FORMAT_COUNT 0, when nothing was recognised;
the cells of the format are empty when nobody looked. METHOD knows `XML` and `Text` beside DROID's own words. An
apostrophe goes before what a spreadsheet would take for a formula.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import quote

from depotklaar.language import Language, Text
from depotklaar.model.format import Basis, Opinion
from depotklaar.model.report import ListedFile, Report
from depotklaar.standards.tables.csv_table import csv_lines

NAME = "csv"
EXTENSION = ".csv"
TITLE = Text("CSV met de kolommen van DROID, een regel per bestand", "CSV with DROID's columns, a line for each file")
COLUMNS = (
    "ID",
    "PARENT_ID",
    "URI",
    "FILE_PATH",
    "NAME",
    "METHOD",
    "STATUS",
    "SIZE",
    "TYPE",
    "EXT",
    "LAST_MODIFIED",
    "EXTENSION_MISMATCH",
    "SHA256_HASH",
    "FORMAT_COUNT",
    "PUID",
    "MIME_TYPE",
    "FORMAT_NAME",
    "FORMAT_VERSION",
)
_METHODS: dict[Basis, str] = {
    "signature": "Signature",
    "container": "Container",
    "xml": "XML",
    "text": "Text",
    "extension": "Extension",
    "none": "",
}
_NOTHING = ("",) * 5

Row = tuple[str | int | None, ...]


def write(report: Report, language: Language, out: BinaryIO) -> None:
    """Write the header, the package, and its folders and files; the columns have one language, DROID's."""
    for part in csv_lines([COLUMNS], ","):
        out.write(part)
    for part in csv_lines(_rows(report), ","):
        out.write(part)


def _rows(report: Report) -> Iterator[Row]:
    """Number everything from 1; only the folders above the file at hand are remembered."""
    number, above = 1, [("", 1)]
    yield _place_row(report, "", 1, None, "Folder" if report.facts.get("container") == "folder" else "Container")
    for file in report.files:
        folders = [str(part) for part in reversed(PurePosixPath(file.path).parents)][1:]
        while above[-1][0] and above[-1][0] not in folders:
            above.pop()
        for folder in folders[len(above) - 1 :]:
            number += 1
            yield _place_row(report, folder, number, above[-1][1], "Folder")
            above.append((folder, number))
        number += 1
        yield _file_row(report, file, number, above[-1][1])


def _place_row(report: Report, path: str, number: int, parent: int | None, kind: str) -> Row:
    opened = any(stage.ran for stage in report.stages[1:])
    status = "Done" if path or opened else "Error"
    return (number, parent, *_names(report, path), "", status, None, kind, "", "", "false", "", *_NOTHING)


def _file_row(report: Report, file: ListedFile, number: int, parent: int) -> Row:
    found = file.format
    return (
        number,
        parent,
        *_names(report, file.path),
        _METHODS[found.basis] if found else "",
        "Done" if file.sha256 else "Error",
        file.size,
        "File",
        PurePosixPath(file.path).suffix.removeprefix(".").lower(),
        file.modified,
        _mismatch(found),
        file.sha256,
        *(_format(found) if found else _NOTHING),
    )


def _names(report: Report, path: str) -> tuple[str, str, str]:
    """URI, path and name."""
    whole = f"{report.subject}/{path}" if path else report.subject
    if path and report.facts.get("container") in ("zip", "tar"):
        uri = f"{report.facts['container']}:{_quoted(report.subject)}!/{_quoted(path)}"
    else:
        uri = _quoted(whole)
    return uri, whole, whole.rpartition("/")[2]


def _quoted(path: str) -> str:
    return quote(path, errors="backslashreplace")


def _mismatch(found: Opinion | None) -> str:
    return "" if found is None else str("extension mismatch" in found.warning).lower()


def _format(found: Opinion) -> Row:
    return (0 if found.puid == "UNKNOWN" else 1, found.puid, found.mime, found.name, found.version)
