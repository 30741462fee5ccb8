"""CSV in every form in which a spreadsheet of the Netherlands saves it, and the one form in which it is written."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depotklaar.errors import ProfileError
from depotklaar.standards.tables.cells import as_cell, plain, tidy
from depotklaar.standards.tables.csv_table import csv_lines, read_csv, write_csv

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    st.text(st.sampled_from("'=+-@ \t\r\n;,\"|%a1\ufeff\u00a0é€")),
)


def written(columns, rows) -> bytes:
    out = io.BytesIO()
    write_csv(columns, rows, out)
    return out.getvalue()


def cells(raw: bytes) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_csv(raw, "lijst.csv").rows]


def faults(raw: bytes) -> list[str]:
    with pytest.raises(ProfileError) as caught:
        read_csv(raw, "lijst.csv")
    assert all(p.text.en and p.hint.en and p.hint.nl for p in caught.value.problems)
    return [f"{p.place}: {p.text.nl}" for p in caught.value.problems]


@given(TEXTS)
def test_the_guard_against_formulas_can_be_undone(text):
    assert plain(as_cell(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+31612345678", "-1", "@som", " =1", "\t=1", "\n", "|x", "%x", "'=1", "''-1"])
def test_what_could_become_a_formula_gets_an_apostrophe(text):
    assert as_cell(text) == f"'{text}"
    assert plain(f"'{text}") == text


@pytest.mark.parametrize("text", ["", "a=1", "'s Gravenhage", "''", "' a", "1-5-2024"])
def test_other_text_stays_as_it_is(text):
    assert as_cell(text) == text == plain(text)


def test_numbers_and_nothing():
    assert as_cell(None) == ""
    assert as_cell(-3) == "-3"
    assert as_cell("a\x00b") == "ab"


def test_tidy_takes_away_what_nobody_sees_at_the_ends():
    assert tidy("\ufeff\u00a0 a b\u00a0\r\n") == "a b"


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS)))
def test_what_is_written_is_read(rows):
    expected = [dict(zip("abc", row, strict=True)) for row in rows if any(map(tidy, row))]

    assert cells(written("abc", rows)) == expected


def test_the_written_form():
    raw = written(["a", "b"], [['x;"y"', None], [3, "=1\n2"], ["\ud800", "é"]])

    assert raw == b"\xef\xbb\xbfa;b\r\n" + b'"x;""y""";\r\n3;"\'=1\n2"\r\n' + "\\ud800;é\r\n".encode()


def test_many_lines_come_in_parts():
    parts = list(csv_lines((["x"] for _ in range(1201)), ","))

    assert len(parts) > 2
    assert b"".join(parts) == b"x\r\n" * 1201


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_forms_of_one_table(coding, separator, end):
    text = end.join([f"naam{separator}waarde", f'"één{end}regel; , meer"{separator}€ 3', "", f"b{separator}c", ""])

    table = read_csv(text.encode(coding), "lijst.csv")

    assert table.columns == ("naam", "waarde")
    assert [tuple(row.cells.values()) for row in table.rows] == [(f"één{end}regel; , meer", "€ 3"), ("b", "c")]
    assert [row.number for row in table.rows] == [2, 5]
    assert table.place(table.rows[1]) == "lijst.csv, regel 5"


def test_a_first_line_may_name_the_separator():
    table = read_csv(b"sep=|\r\na;b|c\r\n1;2|3\r\n", "lijst.csv")

    assert table.columns == ("a;b", "c")
    assert [(row.number, row.cells["c"]) for row in table.rows] == [(3, "3")]


def test_trailing_empty_columns_and_lines_do_not_count():
    assert cells(b"\r\n;;\r\na;b;;\r\n1;2;;\r\n;;;\r\n3\r\n") == [{"a": "1", "b": "2"}, {"a": "3", "b": ""}]


def test_header_names_are_tidied_and_cells_are_not():
    assert cells(" a ;\u00a0b\r\n x ;y\r\n".encode()) == [{"a": " x ", "b": "y"}]


def test_a_column_without_a_name_may_be_empty():
    assert cells(b"a;;b\r\n1;;2\r\n") == [{"a": "1", "b": "2"}]


def test_faults_come_all_at_once():
    assert faults(b"Naam;naam ;b\r\n1;2;3;4\r\nx\r\n1;2;3; ;5\r\n") == [
        'lijst.csv, regel 1: Kolom "naam" staat er twee keer.',
        "lijst.csv, regel 2: Hier staat een cel buiten de 3 kolommen van de kopregel.",
        "lijst.csv, regel 4: Hier staat een cel buiten de 3 kolommen van de kopregel.",
    ]


def test_a_hundred_faults_are_enough():
    found = faults(b"a\r\n" + b"1;2\r\n" * 150)

    assert len(found) == 101
    assert found[-1] == "lijst.csv: Er zijn nog 50 fouten."


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"\xef\xbb\xbf", "lijst.csv: Dit bestand is leeg; verwacht is een kopregel."),
        (b";;\r\n \r\n", "lijst.csv: Dit bestand is leeg; verwacht is een kopregel."),
        (b"a;b\n\x81\x00", "lijst.csv, regel 2: Dit is geen tabel: verwacht is .xlsx of CSV (tekst)."),
        ("a;b".encode("utf-16-le"), "lijst.csv: Dit is geen tabel: verwacht is .xlsx of CSV (tekst)."),
        (
            b'a;b\n1;2\n"3;4\n5;6\n',
            "lijst.csv, regel 3: De aanhalingstekens kloppen hier niet, of een cel is veel te lang.",
        ),
        (
            b"a\n" + b"x" * 200_000,
            "lijst.csv, regel 2: De aanhalingstekens kloppen hier niet, of een cel is veel te lang.",
        ),
        (b";" * 500 + b"a\n", "lijst.csv: Deze tabel is te groot: te veel bytes, rijen of kolommen."),
    ],
)
def test_what_is_no_table(raw, fault):
    assert faults(raw) == [fault]
