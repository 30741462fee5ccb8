"""The schema and the nouns name the same fields, and schema and strict types take and refuse the same records."""

import copy
import dataclasses
import json
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from depotklaar.standards.conversation.explanation import Explainer
from depotklaar.standards.conversation.forms import KINDS
from depotklaar.standards.conversation.inspection import inspect
from depotklaar.standards.conversation.moments import contradicting_times, unreal_days
from depotklaar.standards.conversation.writer import encode_record

DEEDS = (None, "", "x", "zo maar", -1, 0, 1.5, 2**60, True, [], {}, ["x"], [None], "2022-02-30", "2022-02-28T10:00Z")
DEEDS += ("2022-01-01T23:59", "2022-01-01T24:00", "+02:00", "+24:00", "../x", "/x", "media//x", "A" * 64, "0" * 64)
DEEDS += ("2022-01-01T10:00:00Z\n", "2022-13-01", "unknown", "a" * 300, 91.0, {"x": 1}, [{"id": "x"}])


def nouns_in(noun, seen):
    if noun in seen:
        return seen
    seen.add(noun)
    for hint in get_type_hints(noun).values():
        stack = [hint]
        while stack:
            part = stack.pop()
            stack.extend(get_args(part) if get_origin(part) is not Literal else ())
            if dataclasses.is_dataclass(part):
                nouns_in(part, seen)
    return seen


def every_noun():
    seen = set()
    for noun in KINDS.values():
        nouns_in(noun, seen)
    return sorted(seen, key=lambda noun: noun.__name__)


def definition(schema, noun):
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in noun.__name__)[1:]
    return json.loads(schema)["$defs"]["finding" if snake == "source_finding" else snake]


def places_in(values, path=()):
    yield path
    parts = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    for key, part in parts:
        yield from places_in(part, (*path, key))


def mutated(values):
    """Every record that differs in one place: a value replaced, a key removed, a key added."""
    for path in places_in(values):
        if path:
            for deed in DEEDS:
                yield _with(values, path, lambda holder, key, deed=deed: holder.__setitem__(key, deed))
            yield _with(values, path, lambda holder, key: holder.pop(key))
        else:
            yield {**values, "vreemd": 1}


def _with(values, path, change):
    other = copy.deepcopy(values)
    holder = other
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return other


def test_the_schema_is_a_schema(schema):
    Draft202012Validator.check_schema(json.loads(schema))


@pytest.mark.parametrize("noun", every_noun(), ids=lambda noun: noun.__name__)
def test_the_schema_names_the_fields_of_the_nouns(schema, noun):
    found = definition(schema, noun)
    fields = dataclasses.fields(noun)
    assert [key for key in found["properties"] if key != "record"] == [field.name for field in fields]
    wanted = [field.name for field in fields if field.default is dataclasses.MISSING]
    assert [key for key in found["required"] if key != "record"] == wanted
    assert found["additionalProperties"] is False
    assert found["description"]
    assert all(part["description"] for part in found["properties"].values())


@pytest.mark.parametrize("noun", every_noun(), ids=lambda noun: noun.__name__)
def test_the_schema_names_the_values_and_defaults_of_the_nouns(schema, noun):
    hints = get_type_hints(noun)
    for field in dataclasses.fields(noun):
        found = definition(schema, noun)["properties"][field.name]
        literals = [part for part in (hints[field.name], *get_args(hints[field.name])) if get_origin(part) is Literal]
        assert [found.get("enum")] * len(literals) == [list(get_args(literal)) for literal in literals]
        absent = field.default in (dataclasses.MISSING, None, ())
        assert found.get("default") == (None if absent else field.default)


def test_every_full_record_is_valid(schema, full_records):
    validator = Draft202012Validator(json.loads(schema))
    records = [json.loads(encode_record(record)) for record in full_records]
    assert [record["record"] for record in records] == list(KINDS)
    for record in records:
        validator.validate(record)
    validator.validate({"schema": "depotklaar-conversation-1.0", "records": records})


def test_every_field_is_in_the_full_records(full_records):
    filled = {type(record): set(json.loads(encode_record(record))) - {"record"} for record in full_records}
    assert filled == {noun: {field.name for field in dataclasses.fields(noun)} for noun in KINDS.values()}


@pytest.mark.parametrize("number", range(len(KINDS)), ids=list(KINDS))
def test_schema_and_types_agree_on_mutated_records(schema, full_records, number):
    explainer = Explainer(schema)
    values = json.loads(encode_record(full_records[number]))
    tried = refused = 0
    for other in mutated(values):
        tried += 1
        by_schema = not list(explainer.faults(other)) and not [*unreal_days(other), *contradicting_times(other)]
        found = inspect(json.dumps(other).encode(), explainer)
        refused += not by_schema
        assert (found.record is not None) == by_schema, other
        assert by_schema or all("does not satisfy" not in fault.text.en for fault in found.faults), other
    assert tried > 100 and refused > 50
