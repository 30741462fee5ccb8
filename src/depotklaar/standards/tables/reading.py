"""Reads a table that people filled in, CSV or Excel, by what the file holds and not by its name."""

from pathlib import Path

from depotklaar.standards.tables.csv_table import read_csv
from depotklaar.standards.tables.faults import absent, empty, is_folder, old_excel, open_document, too_large, unreadable
from depotklaar.standards.tables.table import Table
from depotklaar.standards.tables.xlsx_table import read_xlsx

MOST_BYTES = 256 * 1024**2

_ZIP = b"PK\x03\x04"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"mimetypeapplication/vnd.oasis.opendocument"


def read_table(path: Path) -> Table:
    """The table in a CSV file or on the first sheet of an .xlsx workbook; problems name the file without its folder.

    ProfileError with all faults that can be known at once: not readable, empty, another kind of file (.xls, .ods), two
    columns of one name, cells outside the columns, too large.
    """
    return table_of(read_bytes(path), path.name)


def table_of(raw: bytes, file: str) -> Table:
    """As `read_table`, of bytes that were read elsewhere."""
    if raw.startswith(_ZIP):
        if raw[30:].startswith(_ODS):
            raise open_document(file)
        return read_xlsx(raw, file)
    if raw.startswith(_OLE2):
        raise old_excel(file)
    return read_csv(raw, file)


def read_bytes(path: Path) -> bytes:
    """All bytes of a file. ProfileError when it is absent, a folder, unreadable, empty or more than 256 MiB."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise absent(str(path)) from error
    except IsADirectoryError as error:
        raise is_folder(str(path)) from error
    except (OSError, ValueError) as error:
        raise unreadable(str(path)) from error
    if not raw:
        raise empty(path.name)
    if len(raw) > MOST_BYTES:
        raise too_large(path.name)
    return raw
