"""Metadata made to keep the judge busy: what grows must take as much longer, and not the square of that."""

import signal
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from depotklaar.catalogue import RULES
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema
from depotklaar.rules.interface import Context
from depotklaar.rules.sidecar import read_sidecar
from depotklaar.standards.mdto.schema import MdtoSchema

BASE = Path(__file__).resolve().parents[1] / "corpus" / "base" / "archief" / "dossier" / "stuk" / "stuk.mdto.xml"
MINUTE = 60
NESTED = "<a>" * 200 + "<a/>" * 20_000 + "</a>" * 200
EMPTY = "<identificatie><identificatieKenmerk/><identificatieBron/></identificatie>"
EVENT = "<event><eventType><begripLabel>x</begripLabel><begripBegrippenlijst><verwijzingNaam>x</verwijzingNaam>"
EVENT += "</begripBegrippenlijst></eventType><eventTijd>2999</eventTijd></event>"
# Where it is put in, what, and how many times: each once took minutes, or the square of a minute.
LONG = {
    "empty identifications": ("identificatie", EMPTY, 20_000),
    "languages that are none": ("taal", "<taal>x1x</taal>", 60_000),
    "empty elements, nested deep": ("naam", NESTED, 1),
    "events in the future": ("event", EVENT, 10_000),
    "empty words": ("dekkingInTijd", "<trefwoord> </trefwoord>", 100_000),
    "urls that are none": (
        "dekkingInTijd",
        "<raadpleeglocatie><raadpleeglocatieOnline>a b</raadpleeglocatieOnline>",
        1,
    ),
    "an unknown type and many faults": (
        "taal",
        '<taal xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="q">',
        1,
    ),
}


@pytest.fixture(scope="module")
def judge():
    schemas = {version: MdtoSchema(read_schema(f"mdto/{version}/mdto.xsd")) for version in ("1.0", "1.0.1")}
    context = Context(profile=read_profile("nha", None), now="2026-01-15T12:00:00Z")
    return SimpleNamespace(schemas=schemas, context=context)


@contextmanager
def bounded():
    """Stop what takes longer than a minute; it should take a second or two."""

    def stop(number, frame):
        raise AssertionError("this takes for ever")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(MINUTE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("case", LONG)
def test_a_long_file_is_judged(judge, case):
    before, more, times = LONG[case]
    text = BASE.read_text("utf-8").replace(f"<{before}>", more * times + f"<{before}>", 1)
    rules = [rule for stage in ("schema", "content") for rule in RULES.objects[stage]]
    with bounded():
        sidecar = read_sidecar("x.mdto.xml", "x", False, text.encode(), judge.schemas)
        found = [finding for rule in rules for finding in rule.check(sidecar, judge.context)]
    assert found
    assert len(sidecar.bare) <= 1_000
    assert len(sidecar.schema_faults) <= 200


def test_a_finding_still_has_its_line(judge):
    text = BASE.read_text("utf-8").replace("<taal>nl</taal>", "<taal>nl</taal>\n<taal>x1x</taal>", 1)
    sidecar = read_sidecar("x.mdto.xml", "x", False, text.encode(), judge.schemas)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "<taal>" in line]
    assert [sidecar.place("taal", at).line for at in (0, 1, 2)] == [*lines, None]
    assert sidecar.place("waardering/begripCode").line is not None
    assert sidecar.place("event/begripCode").line is None
