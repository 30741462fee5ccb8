"""No input of others ends in a crash or without an end: metadata, pakbon, bag files, and what people fill in."""

import io
import json
import os
import shutil
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import strategies as st

from depotklaar.catalogue import REPORTS, RULES
from depotklaar.errors import DepotklaarError
from depotklaar.jobs.examine import examine
from depotklaar.profiles.checking import check_delivery, read_lists
from depotklaar.profiles.decisions import read_decisions
from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.lists import read_selection_list
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema
from depotklaar.rules.interface import Context
from depotklaar.rules.pakbon_facts import read_note
from depotklaar.rules.sidecar import read_sidecar, summary
from depotklaar.standards.mdto.schema import MdtoSchema

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "corpus" / "base"
NOW = "2026-01-15T12:00:00Z"


def tokens(name):
    """The words that a parser may trip over, a line each, written as Python writes bytes."""
    lines = (Path(__file__).parent / "tokens" / f"{name}.txt").read_text("utf-8").splitlines()
    return [line.encode().decode("unicode_escape").encode("latin-1") for line in lines]


SIDECAR, BAG, TOKENS = tokens("xml"), tokens("bag"), tokens("text")


@pytest.fixture(scope="module")
def judge():
    profile = read_profile("nha", None)
    schemas = {version: read_schema(f"mdto/{version}/mdto.xsd") for version in ("1.0", "1.0.1")}
    context = Context(profile=profile, now=NOW)
    compiled = {version: MdtoSchema(xsd) for version, xsd in schemas.items()}
    return SimpleNamespace(profile=profile, schemas=schemas, context=context, compiled=compiled)


def tell(findings):
    """Every finding can be told in both languages."""
    for finding in findings:
        assert finding.sentence("nl") and finding.sentence("en") and finding.remedy("nl") and finding.remedy("en")


def files(folder, pattern):
    return [path.read_bytes() for path in sorted(folder.rglob(pattern))]


def whole(judge, package, pakbon=None):
    report = examine(package, profile=judge.profile, schemas=judge.schemas, rules=RULES, pakbon=pakbon, now=NOW, jobs=1)
    for form in ("json", "text"):
        REPORTS[form].write(report, "nl", io.BytesIO())


def test_a_sidecar(fuzz, spoil, judge):
    rules = [rule for stage in ("schema", "content") for rule in RULES.objects[stage]]

    def check(data):
        sidecar = read_sidecar("x.mdto.xml", "x", False, data, judge.compiled)
        tell(finding for rule in rules for finding in rule.check(sidecar, judge.context))
        summary(sidecar, {})

    fuzz(check, spoil(files(BASE, "*.xml"), SIDECAR, xml=True))


def test_a_tree_with_a_spoilt_sidecar(fuzz, spoil, judge, tmp_path):
    package = tmp_path / "pakket-1"
    shutil.copytree(BASE, package)
    path = next(package.rglob("stuk.mdto.xml"))

    def check(data):
        path.write_bytes(data)
        whole(judge, package)

    fuzz(check, spoil(files(BASE, "*.xml"), SIDECAR, xml=True), part=0.25)


def test_a_pakbon(fuzz, spoil, judge, tmp_path, deliver):
    made = deliver("een-op-een-ios", bag=False)
    pakbon = tmp_path / f"{made.mark}.pakbon.xml"

    def check(data):
        pakbon.write_bytes(data)
        if read_note(pakbon).pakbon is not None:
            whole(judge, BASE, pakbon)

    seeds = [made.pakbon.read_bytes(), made.pakbon.with_suffix(".txt").read_bytes()]
    fuzz(check, spoil(seeds, SIDECAR, xml=True))


def test_the_files_of_a_bag(fuzz, spoil, judge, tmp_path, deliver):
    made = deliver("een-op-een-ios")
    package = tmp_path / made.mark
    shutil.copytree(BASE, package / "data")
    names = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt")
    seeds = {name: (made.package / name).read_bytes() for name in names}
    seeds |= {"fetch.txt": b"https://voorbeeld.example/x 12 data/x\n", "manifest-md5.txt": b"00  data/x\n"}

    def check(harmed):
        for name in seeds:
            (package / name).unlink(missing_ok=True)
        for name in names:
            (package / name).write_bytes(seeds[name])
        for name, data in harmed.items():
            (package / name).write_bytes(data)
        whole(judge, package)

    spoilt = spoil([*seeds.values()], BAG, lines=True)
    fuzz(check, st.dictionaries(st.sampled_from([*seeds]), spoilt, min_size=1, max_size=3))


def reading(read, path):
    """Check that a reader returns or refuses in words."""

    def check(data):
        path.write_bytes(data)
        try:
            read(path)
        except DepotklaarError as fault:
            assert fault.lines("nl") and fault.lines("en")

    return check


def test_a_delivery_file(fuzz, spoil, judge, tmp_path):
    def read(path):
        aanlevering = read_delivery(path)
        check_delivery(aanlevering, judge.profile, read_lists(aanlevering, path.parent))

    seeds = files(ROOT / "samples", "aanlevering.toml")
    fuzz(reading(read, tmp_path / "aanlevering.toml"), spoil(seeds, TOKENS, lines=True))


def test_a_profile_and_its_lists(fuzz, spoil, tmp_path):
    shutil.copytree(ROOT / "profiles" / "begrippenlijsten", tmp_path / "begrippenlijsten")
    path = tmp_path / "ontvanger.toml"
    seeds = [(ROOT / "profiles" / name).read_bytes() for name in ("nha.toml", "nationaal-archief.toml")]
    fuzz(reading(lambda given: read_profile(str(given), None), path), spoil(seeds, TOKENS, lines=True))


def test_a_selection_list(fuzz, spoil, tmp_path):
    seeds = [(ROOT / "profiles" / "selectielijsten" / f"{name}.toml").read_bytes() for name in LISTS]
    path = tmp_path / "lijst.toml"
    fuzz(reading(lambda given: read_selection_list(str(given), None), path), spoil(seeds, TOKENS, lines=True))


LISTS = ("voorbeeld-ministerie", "sleutelfuncties-advies")


def decisions(form):
    """The decisions of a sample, as people would hold them in this form."""
    folder = ROOT / "samples" / "bewindspersonen-met-hotspot"
    return (folder / "besluiten.csv").read_bytes() if form == "csv" else as_json(folder / "besluiten.csv")


def as_json(path):
    head, *lines = path.read_text("utf-8-sig").splitlines()
    rows = [dict(zip(head.split(";"), line.split(";"), strict=False)) for line in lines[:3]]
    return json.dumps({"schema": "depotklaar-besluiten-1", "besluiten": rows}).encode()


@pytest.mark.parametrize("form", ["csv", "json"])
def test_decisions(fuzz, spoil, tmp_path, form):
    fuzz(reading(read_decisions, tmp_path / f"besluiten.{form}"), spoil([decisions(form)], TOKENS, lines=True))


def test_decisions_in_excel(fuzz, spoil, tmp_path, cli_workbook):
    """Either the workbook is spoilt, or one part in it."""
    parts = {name: cli_workbook.read(name) for name in cli_workbook.namelist()}
    raw = Path(cli_workbook.filename).read_bytes()
    check = reading(read_decisions, tmp_path / "besluiten.xlsx")

    def pack(drawn):
        name, data = drawn
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
            for part, content in parts.items():
                book.writestr(part, data if part == name else content)
        return out.getvalue()

    part = st.tuples(st.sampled_from([*parts]), spoil([*parts.values()], [*SIDECAR, *TOKENS], xml=True)).map(pack)
    fuzz(check, part | spoil([raw]))


@pytest.fixture
def cli_workbook(tmp_path):
    from depotklaar.standards.tables.xlsx_writing import write_xlsx

    columns = ("archiefstuk", "waardering", "besloten_op", "besloten_door", "inhoud", "berichten")
    rows = [("A-1", "B", "2026-01-02", "Bart", "0" * 64, 3), ("A-2", None, None, None, "1" * 64, None)]
    path = tmp_path / "zaad.xlsx"
    with path.open("wb") as out:
        write_xlsx(columns, rows, out, sheet="besluiten", created=NOW)
    with zipfile.ZipFile(path) as book:
        yield book
    os.truncate(path, 0)
