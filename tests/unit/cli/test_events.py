"""Progress for programs: whole lines of JSON by the published schema, and not too many of them."""

import json
from pathlib import Path

import jsonschema
import pytest

from depotklaar.cli.events import EventProgress
from depotklaar.language import Text

SCHEMA = Path(__file__).resolve().parents[3] / "schemas" / "progress-1.0.schema.json"


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def told():
    """A listener, its clock, and the events that it told, each held against the schema."""
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    events, clock = [], Clock()

    def say(line):
        assert "\n" not in line
        validator.validate(json.loads(line))
        events.append(json.loads(line))

    return EventProgress("nl", say=say, clock=clock), clock, events


def test_a_stage_from_begin_to_end(told):
    progress, clock, events = told
    progress.started(Text("lezen", "reading"), items=3)
    for _ in range(3):
        clock.now += 0.6
        progress.advanced(items=1, size=10)
    progress.finished()
    progress.finished()

    assert [event["event"] for event in events] == ["started", "advanced", "finished"]
    assert [event["items_done"] for event in events] == [0, 2, 3]
    assert events[-1] == {
        "schema": "depotklaar-progress-1.0",
        "event": "finished",
        "stage": "reading",
        "label": "lezen",
        "items": 3,
        "bytes": None,
        "items_done": 3,
        "bytes_done": 30,
    }


def test_a_note_is_an_event(told):
    progress, _, events = told
    progress.noted(Text("let\nop", "note"))

    assert events == [{"schema": "depotklaar-progress-1.0", "event": "noted", "message": "let\nop"}]
