"""Published tables become policies that read back, with their origin; what cannot be understood is told at once."""

import hashlib
from pathlib import Path

import pytest
import xlsxwriter

from depotklaar.catalogue import policy_importers
from depotklaar.errors import SourceError, UsageError, WriteError
from depotklaar.importers.policies.interface import PolicyOptions
from depotklaar.jobs.policies import every_policy, import_policy
from depotklaar.profiles.policies import read_policy

NOW = "2031-02-03T04:05:06Z"
COLUMNS = ["Informatiesoort", "Extensie", "Versie en/of profiel", "Formaat naam", "Status", "PUID", "Opmerkingen"]
ROWS = [
    ["Tekst"],
    ["", "pdf", "A-1a", "Papier voor altijd", "Voorkeur", "fmt/14-16, fmt/95\nfmt/95;x-fmt/18", ""],
    ["", ".MD", "", "Kladje", "Acceptabel", "geen", "Alleen als\nbijlage"],
    ["Beeld", "TIF/tiff", 6, "Plaatje", "", "", ""],
    ["Geluid"],
    ["", "wav", "", "Geluidje", "Voorkeur", "fmt/95", ""],
]
GREENLIST = (
    "type;extension;version;description;puid;categoryFormat;visibility\r\n"
    "Geluid;WAV;2,1;Geluidje;fmt/1;Voorkeur;X\r\n"
    "Geluid;WAVE;2,1;Geluidje;fmt/2;Voorkeur;X\r\n"
    'Tekst;PDF;;"Papier\nvoor altijd";fmt/95;Acceptabel;\r\n'
    "Tekst;TXT;;Kladje;;Voorkeur;\r\n"
)


def workbook(path: Path, rows=ROWS, sheet: str = "Lijst Voorkeursformaten", columns=COLUMNS) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        grounds = book.add_worksheet("Onderbouwing")
        grounds.write_row(0, 0, ["Informatiesoort", "Formaat", "Open standaard"])
        page = book.add_worksheet(sheet)
        for number, row in enumerate([columns, *rows]):
            page.write_row(number, 0, row)
    return path


def read(source: Path, out: Path, importer: str | None = None, **options):
    return import_policy(source, out, policy_importers(), importer, PolicyOptions(**options), now=NOW)


def test_the_workbook_of_the_norm(tmp_path):
    source = workbook(tmp_path / "Norm Verzonnen 2031.xlsx")
    written = read(source, tmp_path / "uit")
    policy = read_policy(str(written.path))
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    assert written.path.name == "norm-verzonnen-2031.toml"
    assert (policy.title, policy.manager, policy.version) == ("Norm Voorkeursformaten", "Nationaal Archief", "2031")
    assert policy.source == f"Norm Verzonnen 2031.xlsx (sha256 {digest}), ingelezen op 2031-02-03"
    assert not policy.refuses
    assert [
        (row.informatiesoort, row.naam, row.versie, row.status, row.puids, row.extensies) for row in policy.rows
    ] == [
        (
            "Tekst",
            "Papier voor altijd",
            "A-1a",
            "voorkeur",
            ("fmt/14", "fmt/15", "fmt/16", "fmt/95", "x-fmt/18"),
            ("pdf",),
        ),
        ("Tekst", "Kladje", None, "acceptabel", (), ("md",)),
        ("Beeld", "Plaatje", "6", None, (), ("tif", "tiff")),
        ("Geluid", "Geluidje", None, "voorkeur", ("fmt/95",), ("wav",)),
    ]
    assert policy.rows[1].opmerking == "Alleen als bijlage"


def test_the_csv_of_an_archive(tmp_path):
    source = tmp_path / "lijst.csv"
    source.write_text(GREENLIST, "utf-8", newline="")
    policy = read_policy(str(read(source, tmp_path / "uit", version="3", title="Lijst van Voorbeeldstad").path))
    assert (policy.name, policy.version, policy.refuses) == ("lijst-van-voorbeeldstad", "3", True)
    assert [(row.naam, row.versie, row.puids, row.extensies) for row in policy.rows] == [
        ("Geluidje", "2.1", ("fmt/1", "fmt/2"), ("wav", "wave")),
        ("Papier voor altijd", None, ("fmt/95",), ("pdf",)),
        ("Kladje", None, (), ("txt",)),
    ]


def test_the_same_source_gives_the_same_bytes(tmp_path):
    source = workbook(tmp_path / "a.xlsx")
    one, other = read(source, tmp_path / "1").path, read(source, tmp_path / "2").path
    assert one.read_bytes() == other.read_bytes()


def test_everything_that_is_not_understood_is_told_with_its_place(tmp_path):
    rows = [["Tekst", "(geen idee)", "", "Papier", "Soms", "fmt/9-3", ""], ["", "pdf", "", "", "", "", ""]]
    with pytest.raises(SourceError) as caught:
        read(workbook(tmp_path / "a.xlsx", rows), tmp_path / "uit")
    assert [problem.place for problem in caught.value.problems] == [
        "a.xlsx, regel 2, kolom Status",
        "a.xlsx, regel 2, kolom PUID",
        "a.xlsx, regel 2, kolom Extensie",
        "a.xlsx, regel 3, kolom Informatiesoort",
    ]
    assert not (tmp_path / "uit").exists()


def test_many_faults_are_counted(tmp_path):
    rows = [["Tekst", "pdf", "", "Papier", "Soms", "", ""]] * 150
    with pytest.raises(SourceError) as caught:
        read(workbook(tmp_path / "a.xlsx", rows), tmp_path / "uit")
    assert len(caught.value.problems) == 101
    assert caught.value.problems[-1].text.nl == "nog 50 fouten"


def test_only_headings_are_no_list(tmp_path):
    with pytest.raises(SourceError, match="not one format"):
        read(workbook(tmp_path / "a.xlsx", [["Tekst"]]), tmp_path / "uit")


def test_another_table_is_not_recognised(tmp_path):
    source = tmp_path / "a.csv"
    source.write_text("code,label\n1,x\n", "utf-8")
    with pytest.raises(SourceError, match="recognises this table"):
        read(source, tmp_path / "uit")
    with pytest.raises(UsageError, match="no importer"):
        read(source, tmp_path / "uit", importer="anders")


def test_a_workbook_with_the_list_on_its_first_sheet(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        page = book.add_worksheet("Blad1")
        for number, row in enumerate([COLUMNS, *ROWS]):
            page.write_row(number, 0, row)
    assert len(read(tmp_path / "a.xlsx", tmp_path / "uit").policy.rows) == 4


def test_nothing_is_written_over_unasked(tmp_path):
    source = workbook(tmp_path / "a.xlsx")
    read(source, tmp_path / "uit")
    with pytest.raises(WriteError):
        read(source, tmp_path / "uit")


def test_the_policies_that_come_along():
    [nha] = every_policy()
    assert (nha.name, nha.refuses, nha.date is not None) == ("nha", True, True)
