"""The decisions file as it is written: what stands in each column, in three forms that read back as the same."""

import datetime as dt
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Bewaartermijn, Categorie, Decision, Grond, Proposal
from depotklaar.profiles.decisions import read_decisions
from depotklaar.profiles.decisions_columns import COLUMNS
from depotklaar.profiles.decisions_draft import write_decisions
from depotklaar.resources import read_schema
from depotklaar.standards.tables.reading import read_table

CREATED = "2026-03-01T12:00:00+01:00"
HASH = "sha256:" + "0e1" * 21 + "a"
CATEGORIE = Categorie(
    lijst="Lijst 2020 (Stcrt. 1)", label="Chatberichten", code="1.1", naam="voorbeeld", actor="Minister", deel="Overig"
)
BESLUIT = Besluit(
    waardering="V",
    categorie=CATEGORIE,
    termijn=Bewaartermijn(trigger="Afsluiting", looptijd="P10Y", begin="2024-05-31", einde="2034-05-31"),
    gronden=(
        Grond(soort="regel", text=Text("[[waardering.regel]] 1", "rule 1")),
        Grond(soort="selectielijst", text=Text("categorie 1.1", "category 1.1")),
    ),
)


def proposal(**others) -> Proposal:
    return Proposal(
        **{
            "object": "VZN-0001",
            "conversation": "=Kernteam",
            "title": "mei 2024",
            "holder": "J. de Vries",
            "function": "Minister",
            "first_day": "2024-05-01",
            "last_day": "2024-05-31",
            "messages": 12,
            "attachments": 3,
            "content": HASH,
            "besluit": BESLUIT,
            **others,
        }
    )


def written(proposals, form, decided=None) -> bytes:
    out = io.BytesIO()
    write_decisions(proposals, form, out, created=CREATED, delivery="VZN-2026-001", decided=decided)
    return out.getvalue()


def read(folder: Path, raw: bytes, form: str) -> tuple[Decision, ...]:
    path = folder / f"besluiten.{form}"
    path.write_bytes(raw)
    return read_decisions(path)


def decision(**others) -> Decision:
    return Decision(**{"place": "", "object": "VZN-0001", "content": HASH, **others})


DECIDED = decision(
    waardering="B",
    selectielijst="andere",
    categorie="2.1 Beleid",
    actor="Raad",
    deel="Kern",
    begin_termijn=dt.date(2024, 6, 1),
    bewaartermijn="P7Y",
    einde_termijn=dt.date(2031, 6, 1),
    besloten_door="-A. Bakker",
    besloten_op=dt.date(2026, 1, 15),
    toelichting="Regel 1\nRegel 2",
)


def test_the_columns_of_a_line(tmp_path: Path):
    (tmp_path / "b.csv").write_bytes(written([proposal()], "csv"))
    table = read_table(tmp_path / "b.csv")

    assert table.columns == COLUMNS
    assert list(table.rows[0].cells.values()) == [
        *("VZN-0001", "=Kernteam", "mei 2024", "J. de Vries", "Minister", "2024-05-01", "2024-05-31", "12", "3"),
        *("V", "1.1 Chatberichten", "[[waardering.regel]] 1; categorie 1.1"),
        *("V", "voorbeeld", "1.1 Chatberichten", "Minister", "Overig", "2024-05-31", "", "", ""),
        *("P10Y", "2034-05-31", HASH),
    ]


def test_no_cell_becomes_a_formula():
    assert b";'=Kernteam;" in written([proposal()], "csv")


def test_what_must_be_decided_is_said(tmp_path: Path):
    open_one = Besluit(waardering="N", onbeslist=Text("Kies een deel.", "Choose a part."))
    (tmp_path / "b.csv").write_bytes(written([proposal(besluit=open_one)], "csv"))
    cells = read_table(tmp_path / "b.csv").rows[0].cells

    assert (cells["voorstel"], cells["waardering"], cells["grond"]) == ("N", "N", "Kies een deel.")
    assert (cells["categorie"], cells["selectielijst"], cells["bewaartermijn"]) == ("", "", "")


def test_a_category_without_a_code_is_its_label(tmp_path: Path):
    hotspot = Besluit(waardering="B", categorie=Categorie(lijst="Hotspotlijst", label="Watersnood"))
    [line] = read(tmp_path, written([proposal(besluit=hotspot)], "json"), "json")

    assert (line.categorie, line.selectielijst) == ("Watersnood", None)


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_earlier_decisions_come_back(tmp_path: Path, form):
    place = "besluit 1" if form == "json" else "regel 2"
    [found] = read(tmp_path, written([proposal()], form, {"VZN-0001": DECIDED}), form)

    assert found == decision(
        **{name: getattr(DECIDED, name) for name in DECIDED.__slots__ if name != "place"}
        | {"place": f"besluiten.{form}, {place}"}
    )


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_a_decision_on_other_content_does_not_come_back(tmp_path: Path, form):
    [found] = read(tmp_path, written([proposal(content=f"sha256:{'0' * 64}")], form, {"VZN-0001": DECIDED}), form)

    assert (found.waardering, found.besloten_door, found.categorie) == ("V", None, "1.1 Chatberichten")


TEXTS = st.one_of(st.text("aé€'=+-@;,\"|% 1\n<>&_x", max_size=8), st.sampled_from(["<r>a</r>", "1-5-2024", "_x0041_"]))
NAMES = TEXTS.map(lambda text: text.strip().replace("\n", " ") or None)
DAYS = st.none() | st.dates(min_value=dt.date(1900, 1, 1))


@st.composite
def decisions(draw) -> Decision:
    who = draw(NAMES)
    return decision(
        object=draw(NAMES.filter(bool)),
        waardering=draw(st.sampled_from(["B", "V", "N", None])),
        selectielijst=draw(NAMES),
        categorie=draw(NAMES),
        actor=draw(NAMES),
        deel=draw(NAMES),
        begin_termijn=draw(DAYS),
        besloten_door=who,
        besloten_op=draw(DAYS.filter(bool)) if who else None,
        toelichting=draw(TEXTS.map(lambda text: text.strip() or None)),
    )


@given(st.lists(decisions(), max_size=3, unique_by=lambda found: found.object))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_any_decision_reads_back(tmp_path: Path, form, made):
    raw = written([proposal(object=one.object) for one in made], form, {one.object: one for one in made})
    found = read(tmp_path, raw, form)

    fields = [name for name in Decision.__slots__ if name != "place"]
    assert [[getattr(one, name) for name in fields] for one in found] == [
        [getattr(one, name) for name in fields] for one in made
    ]


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
@pytest.mark.parametrize("count", [0, 3])
def test_equal_input_gives_equal_bytes(tmp_path: Path, form, count):
    lines = [proposal(object=f"VZN-{number}") for number in range(count)]

    assert written(lines, form) == written(iter(lines), form)
    assert len(read(tmp_path, written(lines, form), form)) == count


@pytest.mark.parametrize("count", [0, 2])
def test_the_json_holds_to_its_schema(count):
    lines = [proposal(object=f"VZN-{number}", conversation="\ud800") for number in range(count)]
    data = json.loads(written(lines, "json", {"VZN-1": decision(object="VZN-1", besloten_door=None)}))
    schema = json.loads(read_schema("besluiten-1.schema.json"))

    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    assert list(data) == ["schema", "aanlevering", "gemaakt_op", "besluiten"]
    assert list(schema["$defs"]["besluit"]["properties"]) == list(COLUMNS)
    assert len(data["besluiten"]) == count
