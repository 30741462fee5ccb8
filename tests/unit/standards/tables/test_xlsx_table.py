"""Excel workbooks: read with values only and within bounds, written the same each time and without formulas."""

import datetime as dt
import io
import re
import time
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depotklaar.errors import ProfileError, WriteError
from depotklaar.standards.tables.cells import tidy
from depotklaar.standards.tables.xlsx_table import read_xlsx
from depotklaar.standards.tables.xlsx_writing import write_xlsx

CREATED = "2026-03-01T12:00:00+01:00"
ILLEGAL = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF]))
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters=ILLEGAL)),
    st.text(st.sampled_from("'=+-@ \t\r\n<>&_x0A41r/|%\ufeff\u00a0é")),
    st.sampled_from(["<r>a</r>", "<r><t>&</t></r>", "_x0041_", "_xD83D_", "http://a.nl", "1.10", "1-5-2024", "TRUE"]),
)


def written(columns, rows, **others) -> bytes:
    out = io.BytesIO()
    write_xlsx(columns, rows, out, sheet="lijst", created=CREATED, **others)
    return out.getvalue()


def cells(raw: bytes, sheet=None) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_xlsx(raw, "lijst.xlsx", sheet).rows]


def fault(raw: bytes, sheet=None) -> str:
    with pytest.raises(ProfileError) as caught:
        read_xlsx(raw, "lijst.xlsx", sheet)
    [problem] = caught.value.problems
    assert problem.text.en and problem.hint.nl and problem.hint.en
    return f"{problem.place}: {problem.text.nl}"


def changed(raw: bytes, part: str, change) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, change(data) if info.filename == part else data)
    return out.getvalue()


def sheet_of(rows: str) -> bytes:
    return changed(
        written(["a"], []),
        "xl/worksheets/sheet1.xml",
        lambda data: re.sub(rb"<sheetData>.*</sheetData>", f"<sheetData>{rows}</sheetData>".encode(), data),
    )


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read(rows):
    expected = [dict(zip("ab", row, strict=True)) for row in rows if any(map(tidy, row))]

    assert cells(written("ab", rows)) == expected


def test_no_cell_is_a_formula_a_link_or_a_date():
    texts = ["=1+1", "http://example.nl", "'=1", "1.10", "2024-05-01", "+31612345678"]
    book = openpyxl.load_workbook(io.BytesIO(written(["a"], [[text] for text in texts])))
    page = book["lijst"]

    assert [cell.data_type for cell in page["A"]] == ["s"] * 7
    assert [cell.hyperlink for cell in page["A"]] == [None] * 7
    assert [cell.number_format for cell in page["A"]] == ["@"] * 7
    assert [cell.value for cell in page["A"][1:]] == [*texts[:2], "''=1", *texts[3:]]
    assert page.column_dimensions["A"].width > 12


def test_what_the_form_offers():
    raw = written(["a", "b"], [["x", 3]] * 2, choices={"a": ["B", "V"]}, notes={"b": "Uitleg."})
    page = openpyxl.load_workbook(io.BytesIO(raw))["lijst"]

    assert (page.freeze_panes, page.auto_filter.ref, page["A1"].font.bold) == ("A2", "A1:B3", True)
    assert [(str(rule.sqref), rule.formula1) for rule in page.data_validations.dataValidation] == [("A2:A3", '"B,V"')]
    assert page["B1"].comment.text == "Uitleg."
    assert page["B2"].value == 3


def test_equal_input_gives_equal_bytes(monkeypatch):
    first = written(["a"], [["x"], [1]], notes={"a": "n"})
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert written(["a"], [["x"], [1]], notes={"a": "n"}) == first
    finally:
        monkeypatch.undo()
        time.tzset()
    assert b"2026-03-01T11:00:00Z" in zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml")


def test_what_xml_cannot_hold_is_escaped():
    assert cells(written(["a"], [["x\x01\ud800\uffff"]])) == [{"a": "x\\x01\\ud800\\uffff"}]


def test_what_excel_cannot_hold_is_refused():
    with pytest.raises(WriteError) as caught:
        written(["a"], [["x"], ["€" * 32_768]])

    assert caught.value.problems[0].place == "lijst, regel 3"


def test_values_of_every_kind():
    book = openpyxl.Workbook()
    page = book.active
    page.append(["a"])
    values = [
        *(True, 3, 3.0, 2.5, 10.0**20, dt.datetime(2024, 5, 1), dt.datetime(2024, 5, 1, 9, 30)),
        *(dt.date(2024, 5, 1), dt.time(9, 30), "=1+1", "'-1", "x"),
    ]
    for value in values:
        page.append([value])
    out = io.BytesIO()
    book.save(out)

    assert [row["a"] for row in cells(out.getvalue())] == [
        *("true", "3", "3", "2.5", "1e+20", "2024-05-01", "2024-05-01T09:30:00", "2024-05-01", "09:30:00", "-1", "x"),
    ]


def test_a_formula_is_its_saved_value():
    rows = '<row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="4"><c r="A4"><f>1+1</f><v>2</v></c></row>'
    table = read_xlsx(sheet_of(rows), "lijst.xlsx")

    assert [(row.number, dict(row.cells)) for row in table.rows] == [(4, {"a": "2"})]


def test_a_sheet_by_name():
    raw = written(["a"], [["x"]])

    assert cells(raw, "lijst") == [{"a": "x"}]
    assert fault(raw, "ander") == 'lijst.xlsx: De werkmap heeft geen blad "ander".'


TOO_LARGE = "lijst.xlsx: Deze tabel is te groot: te veel bytes, rijen of kolommen."
NO_WORKBOOK = "lijst.xlsx: Dit is geen Excel-werkmap (.xlsx), of hij is beschadigd."


def test_a_bomb_is_not_unpacked():
    bomb = changed(written(["a"], []), "xl/styles.xml", lambda data: data + b" " * (201 * 1024**2))

    assert len(bomb) < 1024**2
    assert fault(bomb) == TOO_LARGE


def test_too_many_parts():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for number in range(2001):
            parts.writestr(f"{number}", b"")

    assert fault(out.getvalue()) == TOO_LARGE


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999999"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="GS1"><v>1</v></c></row>',
        "".join(f'<row r="{row}"><c r="XFD{row}"/></row>' for row in range(1, 1300)),
    ],
)
def test_a_sheet_beyond_bounds(rows):
    assert fault(sheet_of(rows)) == TOO_LARGE


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_entities_are_not_expanded(part):
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{entities}]>'.encode()
    raw = changed(
        written(["a"], [["x"]]),
        part,
        lambda data: head + data.split(b"?>", 1)[1].replace(b">x<", b">&e9;<").replace(b"lijst", b"&e9;"),
    )

    try:
        assert len(str(cells(raw))) < 1000
    except ProfileError as error:
        assert error.problems[0].text.nl in NO_WORKBOOK


@pytest.mark.parametrize("raw", [b"PK\x03\x04rest", written(["a"], [])[:-30], written(["a"], [])[:900]])
def test_a_broken_workbook(raw):
    assert fault(raw) == NO_WORKBOOK


def test_any_byte_may_be_wrong():
    raw = written(["a"], [["x"]])
    for place in range(0, len(raw), 53):
        broken = raw[:place] + bytes([raw[place] ^ 0xFF]) + raw[place + 1 :]
        try:
            read_xlsx(broken, "lijst.xlsx")
        except ProfileError as error:
            assert error.problems
