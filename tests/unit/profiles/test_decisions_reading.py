"""The decisions file as people hand it back: what a spreadsheet made of it, and every fault at once."""

import datetime as dt
import io
import json
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from depotklaar.errors import ProfileError
from depotklaar.profiles.decisions import read_decisions
from depotklaar.resources import read_schema

HASH = "sha256:" + "0e1" * 21 + "a"
HEADER = "archiefstuk;waardering;besloten_door;besloten_op;inhoud"


@pytest.fixture
def read(tmp_path: Path):
    def read(content: str | bytes, name: str = "besluiten.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_decisions(path)

    return read


@pytest.fixture
def faults(read):
    def faults(content: str | bytes, name: str = "besluiten.csv") -> list[str]:
        with pytest.raises(ProfileError) as caught:
            read(content, name)
        for problem in caught.value.problems:
            assert problem.text.en and problem.hint.en and problem.hint.nl
            assert "{" not in (problem.text.nl + problem.text.en).replace("{ … }", "")
        return [f"{p.place}: {p.text.nl} {p.hint.nl}".removeprefix(name).lstrip(", ") for p in caught.value.problems]

    return faults


def entries(*given: dict) -> str:
    return json.dumps({"schema": "depotklaar-besluiten-1", "besluiten": list(given)})


def test_as_dutch_excel_saves_it(read):
    text = (
        "Inhoud;Besloten op;Besloten door;Waardering;Archiefstuk;Begin_Termijn;toelichting;;\r\n"
        f"{HASH.upper()};1-5-2024;J. Café;b;VZN-1;31/12/2023;'-ja;;\r\n"
        f";;;;;;;;\r\n{HASH};;; ;VZN-2;;\u00a0;;\r\n"
    )
    first, second = read(text.encode("cp1252"))

    assert (first.place, first.object, first.content) == ("besluiten.csv, regel 2", "VZN-1", HASH)
    assert (first.waardering, first.besloten_door, first.besloten_op) == ("B", "J. Café", dt.date(2024, 5, 1))
    assert (first.begin_termijn, first.toelichting) == (dt.date(2023, 12, 31), "-ja")
    assert (second.place, second.waardering, second.besloten_op) == ("besluiten.csv, regel 4", None, None)
    assert second.toelichting is None


def test_dates_that_excel_keeps_as_dates(read):
    book = openpyxl.Workbook()
    book.active.append(HEADER.split(";"))
    book.active.append(["VZN-1", "N", "J. de Vries", dt.datetime(2024, 5, 31), HASH])
    out = io.BytesIO()
    book.save(out)
    [found] = read(out.getvalue(), "besluiten.xlsx")

    assert (found.place, found.besloten_op) == ("besluiten.xlsx, regel 2", dt.date(2024, 5, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-01", (2024, 5, 1)),
        ("1-5-2024", (2024, 5, 1)),
        ("01/05/2024", (2024, 5, 1)),
        ("1-5-2024 0:00", (2024, 5, 1)),
        ("2024-05-01T00:00:00", (2024, 5, 1)),
        ("29-2-2024", (2024, 2, 29)),
        ("16-09-24", (2024, 9, 16)),
    ],
)
def test_dates(read, text, day):
    [found] = read(f"{HEADER}\nVZN-1;B;J. de Vries;{text};{HASH}\n")

    assert found.besloten_op == dt.date(*day)


@pytest.mark.parametrize("text", ["29-2-2023", "5/31/2024", "29-2-23", "2024-5-1", "45000", "mei 2024", "1-5/2024"])
def test_no_dates(faults, text):
    assert faults(f"{HEADER}\nVZN-1;B;J. de Vries;{text};{HASH}\n") == [
        f'regel 2, besloten_op: "{text}" is geen bestaande datum. Schrijf jaar-maand-dag (2024-05-31) of '
        "dag-maand-jaar (31-5-2024). Een jaar in twee cijfers geldt hier als 20xx."
    ]


def test_a_year_of_two_digits_is_the_day_of_a_decision_only(faults):
    (found,) = faults(f"{HEADER};begin_termijn\nVZN-1;B;J. de Vries;1-5-24;{HASH};1-5-24\n")
    assert found.startswith('regel 2, begin_termijn: "1-5-24"')


def test_months_before_days_show_in_any_column_with_dates(faults):
    found = faults(f"{HEADER};laatste_dag\nVZN-1;B;J. de Vries;5/1/2024;{HASH};5/31/2024\n")

    assert [fault[:22] for fault in found] == ["regel 2, laatste_dag: "]


def test_every_fault_of_every_line(faults):
    lines = [
        f"VZN-1;X;;1-5-2024;{HASH}",
        f"VZN-1;B;J. de Vries;;{HASH}",
        ";V;;;sha256:12",
        f'VZN-3;B;"a\nb";1-5-2024;{HASH}',
        "VZN-4;N;;;",
    ]
    assert [fault.split(". ")[0] for fault in faults("\n".join([HEADER, *lines]))] == [
        'regel 2, waardering: "X" is geen waardering',
        "regel 2, besloten_door: Er staat wanneer dit is besloten, maar niet door wie",
        "regel 3, besloten_op: Er staat wie dit besloot, maar niet wanneer",
        "regel 4, archiefstuk: Deze cel is leeg",
        'regel 4, inhoud: "sha256:12" heeft niet de vorm sha256: met 64 cijfers en letters a tot en met f',
        'regel 5, besloten_door: "a\\u000ab" is te lang, of er staat een teken in dat hier niet kan',
        "regel 7, inhoud: Deze cel is leeg",
        'regel 3: Archiefstuk "VZN-1" staat al op besluiten.csv, regel 2',
    ]


def test_faults_of_the_columns(faults):
    assert faults("archiefstuk;Waardeering;besloten_door;Besloten-door;besloten_op\nx;B;a;b;1-5-2024\n") == [
        ': Een besluitenbestand kent geen kolom "Waardeering". Bedoelde u "waardering"?',
        ': Kolom "besloten_door" staat er twee keer. Haal een van de twee kolommen weg.',
        ': Kolom "waardering" ontbreekt. Laat deze kolom staan zoals depotklaar hem schreef; begin zo nodig met een '
        "nieuw besluitenbestand.",
        ': Kolom "inhoud" ontbreekt. Laat deze kolom staan zoals depotklaar hem schreef; begin zo nodig met een '
        "nieuw besluitenbestand.",
    ]


def test_an_unknown_column_does_not_hide_other_faults(faults):
    assert len(faults(f"{HEADER};kleur\nVZN-1;X;;;{HASH};rood\n")) == 2


def test_json_that_a_program_wrote(read):
    text = entries(
        {"archiefstuk": "VZN-1", "inhoud": HASH},
        {"archiefstuk": "VZN-2", "inhoud": HASH, "waardering": "v", "deel": None, "berichten": 3},
    )
    first, second = read(b"\xef\xbb\xbf" + text.encode())

    assert (first.place, first.waardering) == ("besluiten.csv, besluit 1", None)
    assert (second.object, second.waardering, second.deel) == ("VZN-2", "V", None)


def test_faults_in_json(faults):
    text = entries(
        {"archiefstuk": "VZN-1", "inhoud": HASH, "waarderng": "B"},
        {"archiefstuk": 3},
        "x",
        {"archiefstuk": "VZN-1", "inhoud": HASH, "toelichting": "\ud800", "besloten_op": "2024-05-01"},
    )
    assert [fault.split(". ")[0] for fault in faults(text, "b.json")] == [
        'besluit 1: Sleutel "waarderng" is onbekend',
        "besluit 2, archiefstuk: Verwacht is tekst",
        'besluit 2: Sleutel "inhoud" ontbreekt',
        "besluit 3: Dit besluit is geen object",
        'besluit 4, toelichting: "\\ud800" is te lang, of er staat een teken in dat hier niet kan',
        "besluit 4, besloten_door: Er staat wanneer dit is besloten, maar niet door wie",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "regel 1: Dit is geen geldige JSON."),
        ("[]", ": Dit is geen besluitenbestand van depotklaar."),
        ('{"schema": "depotklaar-aanlevering-1"}', ": Dit is geen besluitenbestand van depotklaar."),
        ('{"schema": "depotklaar-besluiten-1"}', ": De lijst besluiten ontbreekt."),
        ('{"schema": "depotklaar-besluiten-1", "besluit": []}', ': Sleutel "besluit" is onbekend.'),
        ('{"a": 1, "a": 2}', ': Sleutel "a" staat er twee keer.'),
        ("[" * 100_000, ": Deze JSON is te diep genest."),
        (b'{"a": "\xff"}', ": Dit is geen JSON in UTF-8."),
        ('{"a": ' + "9" * 5000 + "}", ": In deze JSON staat een te groot getal."),
    ],
)
def test_no_decisions_in_json(faults, text, fault):
    [found] = faults(text, "b.json")

    assert found.startswith(fault)


@pytest.mark.parametrize(
    "change",
    [
        {"waardering": "X"},
        {"inhoud": "sha256:12"},
        {"besloten_op": "2024-05-01"},
        {"besloten_door": "J. de Vries"},
        {"besloten_door": "J. de Vries", "besloten_op": "mei"},
        {"kleur": "rood"},
        {"berichten": "3"},
        {"deel": 3},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(faults, change):
    text = entries({"archiefstuk": "VZN-1", "inhoud": HASH, **change})
    schema = json.loads(read_schema("besluiten-1.schema.json"))

    assert faults(text, "b.json")
    assert not Draft202012Validator(schema).is_valid(json.loads(text))


def test_a_chosen_term_and_its_end_are_read(read, faults):
    header = f"{HEADER};bewaartermijn;einde_termijn"
    first, second = read(f"{header}\nVZN-1;V;;;{HASH}; p5y ;31-12-2030\nVZN-2;B;;;{HASH};;\n")
    assert (first.bewaartermijn, first.einde_termijn) == ("P5Y", dt.date(2030, 12, 31))
    assert (second.bewaartermijn, second.einde_termijn) == (None, None)
    (found,) = faults(f"{header}\nVZN-1;V;;;{HASH};vijf jaar;\n")
    assert found.startswith('regel 2, bewaartermijn: "vijf jaar" is geen termijn. Schrijf P5Y')
