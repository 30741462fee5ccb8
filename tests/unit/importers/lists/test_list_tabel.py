"""A table of one's own: columns as keys, parts as rows, a head beside it, and faults by row and column."""

import datetime as dt

import pytest
import xlsxwriter

from depotklaar.importers.lists import gemeenten, ministeries, tabel
from depotklaar.importers.lists.interface import ListOptions

HEAD = ListOptions(title="Lijst Molens", version="2020", organisation="Waterschap")
ROWS = (
    "Code;Label;Waardering;Bewaartermijn;Trigger;trigger soort;actor;deel;vervallen;criteria;geldig_van;regel\r\n"
    "1;Malen;B;;;;;;;1, 3;1-2-2020;7\r\n"
    "2;Smeren;V;10 jaar;Afsluiting;afsluiting;Molenaar;;nee;;;\r\n"
    "3;Folders;B;;;;;eindproducten;;;;\r\n"
    "3;;V;P5Y;Afsluiting;afsluiting;;overige;;;;\r\n"
    "4;Oud;;;;;;;ja;;;\r\n"
)


@pytest.fixture
def table(tmp_path):
    """Write a CSV; return its path."""

    def write(text, name="molens.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def read(*paths, options=HEAD):
    (one,) = tabel.read(paths, options)
    return one.lijst


def test_a_row_is_a_category_and_rows_with_a_part_are_one(table):
    path = table(ROWS)
    assert tabel.recognises([path])
    assert not gemeenten.recognises([path]) and not ministeries.recognises([path])
    lijst = read(path)
    assert (lijst.name, lijst.title, lijst.version) == ("lijst-molens", "Lijst Molens", "2020")
    first, second, third, fourth = lijst.entries
    assert (first.waardering, first.criteria, first.geldig_van, first.regel) == (
        "B",
        ("1", "3"),
        dt.date(2020, 2, 1),
        7,
    )
    assert (second.bewaartermijn, second.trigger_soort, second.actor) == ("P10Y", "afsluiting", "Molenaar")
    assert [(part.naam, part.waardering, part.bewaartermijn) for part in third.delen] == [
        ("eindproducten", "B", None),
        ("overige", "V", "P5Y"),
    ]
    assert third.label == "Folders" and fourth.vervallen


def test_a_value_under_a_condition_is_for_a_person_to_read(table):
    path = table(
        "code;label;waardering;bewaartermijn;trigger;voorwaarde;complex\n"
        "1;Malen;V;P5Y;Afsluiting;als het waait;\n"
        "2;Smeren;V;P5Y;Afsluiting;als het piept;termijnen\n"
        "3;Draaien;B;;;;\n"
    )
    (one,) = tabel.read([path], HEAD)
    assert [entry.complex for entry in one.lijst.entries] == [("voorwaarde",), ("termijnen",), ()]
    assert one.counts.complex == 2


def test_values_and_truths_may_be_written_in_several_ways(table):
    path = table("code;label;waardering;vervallen\n1;a;b;nee\n2;b;B;false\n3;c;;true\n4;d;;Ja\n")
    entries = read(path).entries
    assert [(entry.waardering, entry.vervallen) for entry in entries] == [
        ("B", False),
        ("B", False),
        (None, True),
        (None, True),
    ]


def test_the_head_may_be_a_second_table(table):
    head = table(
        "sleutel;waarde\nnaam;molens\ntitel;Lijst\nversie;1\norganisatie;Waterschap\n"
        'geldig_van;2020-01-01\nadvies;ja\nvervangt;"Lijst A; Lijst B"\n',
        "kop.csv",
    )
    lijst = read(head, table(ROWS), options=ListOptions(version="2"))
    assert (lijst.name, lijst.version, lijst.advice) == ("molens", "2", True)
    assert (lijst.valid_from, lijst.vervangt) == (dt.date(2020, 1, 1), ("Lijst A", "Lijst B"))


def test_a_workbook_with_a_sheet_for_the_head(tmp_path):
    path = tmp_path / "molens.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        entries, head = book.add_worksheet("categorieën"), book.add_worksheet("lijst")
        entries.write_row(0, 0, ["code", "label", "waardering"])
        entries.write_row(1, 0, ["1.10", "Malen", "B"])
        for number, row in enumerate([("sleutel", "waarde"), ("titel", "L"), ("versie", "1"), ("organisatie", "W")]):
            head.write_row(number, 0, row)
    lijst = read(path, options=ListOptions())
    assert (lijst.title, lijst.version, [entry.code for entry in lijst.entries]) == ("L", "1", ["1.10"])


def test_every_fault_is_told_by_row_and_column(table, told):
    path = table(
        "code;label;waardering;bewaartermijn;trigger;deel;geldig_van;vervallen;regel\n"
        "1;Malen;N;;;;;;\n"
        "2;;B;P5Y;T;;;;\n"
        "3;Smeren;V;tien;T;;31-2-2020;misschien;0\n"
        "4;Folders;B;;;a;;;\n"
        "4;Ander;V;P1Y;;a;;;\n"
    )
    assert sorted(told(lambda: read(path))) == [
        'molens.csv, regel 2, kolom waardering: "N" kan hier niet.',
        "molens.csv, regel 3, kolom bewaartermijn: "
        "Dit onderdeel wordt blijvend bewaard (B) en kan dus geen bewaartermijn hebben.",
        "molens.csv, regel 3, kolom label: Deze sleutel ontbreekt.",
        'molens.csv, regel 4, kolom bewaartermijn: "tien" is geen duur zoals P10Y, P6M of P42D.',
        'molens.csv, regel 4, kolom geldig_van: "31-2-2020" is geen datum.',
        "molens.csv, regel 4, kolom regel: 0 is kleiner dan 1.",
        "molens.csv, regel 4, kolom vervallen: Hier hoort ja of nee.",
        'molens.csv, regel 6, kolom deel: "a" staat er twee keer.',
        'molens.csv, regel 6, kolom label: "Ander" wijkt af van "Folders" op regel 5, terwijl het één categorie is',
        "molens.csv, regel 6, kolom trigger: Deze sleutel ontbreekt.",
    ]


def test_what_the_head_lacks_is_told_with_the_options(table, told):
    lines = told(lambda: read(table(ROWS), options=ListOptions()))
    assert lines == [f"molens.csv, kop, {key}: Deze sleutel ontbreekt." for key in ("titel", "versie", "organisatie")]


def test_an_unknown_column_or_key_is_told(table, told):
    assert told(lambda: read(table("code;label;waardering;kleur\n1;A;B;rood\n"))) == [
        "molens.csv, kolom kleur: deze kolom bestaat niet"
    ]
    head = table("sleutel;waarde\ntittel;L\n", "kop.csv")
    assert told(lambda: read(head, table(ROWS))) == ["kop.csv, regel 2: deze sleutel bestaat niet"]


@pytest.mark.parametrize("text", ["", "a;b\n1;2\n", "code;naam\n1;A\n"])
def test_another_table_is_not_recognised(table, told, text):
    path = table(text)
    assert not tabel.recognises([path])
    assert told(lambda: read(path))


def test_two_tables_of_categories_are_refused(table, told):
    assert "één tabel" in told(lambda: read(table(ROWS), table(ROWS, "ook.csv")))[0]
