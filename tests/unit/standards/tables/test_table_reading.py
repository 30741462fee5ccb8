"""A table file is known by what it holds; whatever else comes in is named, with what to do."""

import io
import zipfile
from pathlib import Path

import pytest

from depotklaar.errors import ProfileError
from depotklaar.standards.tables.csv_table import write_csv
from depotklaar.standards.tables.reading import read_table
from depotklaar.standards.tables.xlsx_writing import write_xlsx


def ods() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return out.getvalue()


def test_the_name_does_not_count(tmp_path: Path):
    path = tmp_path / "lijst.csv"
    with path.open("wb") as out:
        write_xlsx(["a"], [["x"]], out, sheet="s", created="2026-01-01T00:00:00Z")
    from_excel = read_table(path)
    with path.open("wb") as out:
        write_csv(["a"], [["x"]], out)

    assert read_table(path).rows[0].cells == from_excel.rows[0].cells
    assert from_excel.file == "lijst.csv"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", "is leeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xls"),
        (ods(), ".ods"),
        (b"%PDF-1.7\n\x00", "geen tabel"),
    ],
)
def test_another_kind_of_file(tmp_path: Path, raw, text):
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(raw)
    with pytest.raises(ProfileError) as caught:
        read_table(path)

    [problem] = caught.value.problems
    assert problem.place == "lijst.xlsx"
    assert text in problem.text.nl
    assert problem.hint.nl and problem.hint.en and problem.text.en


@pytest.mark.parametrize(("name", "text"), [("ontbreekt.csv", "bestaat niet"), (".", "een map"), ("\x00", "te lezen")])
def test_no_file(tmp_path: Path, name, text):
    with pytest.raises(ProfileError) as caught:
        read_table(tmp_path / name)

    assert text in caught.value.problems[0].text.nl
