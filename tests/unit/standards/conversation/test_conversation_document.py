"""The page that explains the format is right: its example is valid, and it names every field and value."""

import json
import re
from pathlib import Path

import pytest

from depotklaar.standards.conversation.forms import KINDS
from depotklaar.standards.conversation.writer import encode_record

PAGE = (Path(__file__).parents[4] / "docs" / "conversation-1.0.md").read_text("utf-8")


def example():
    return re.search(r"```jsonl\n(.*?)```", PAGE, re.DOTALL).group(1).encode()


def test_the_example_is_valid_and_canonical(read):
    assert [encode_record(record) for record in read(example())] == example().splitlines()


def test_the_example_is_valid_as_one_object(read):
    records = [json.loads(line) for line in example().splitlines()]
    whole = json.dumps({"schema": "depotklaar-conversation-1.0", "records": records}, indent=2).encode()
    assert read(whole, "json") == read(example())


def test_the_example_has_every_kind():
    assert {json.loads(line)["record"] for line in example().splitlines()} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_in_the_table_of_its_record(schema, kind):
    section = re.search(rf"### {kind}\n(.*?)\n##", PAGE, re.DOTALL).group(1)
    fields = set(json.loads(schema)["$defs"][kind]["properties"]) - {"record"}
    assert fields - set(re.findall(r"`(\w+)`", section)) == set()


def test_every_certainty_is_explained(schema):
    values = json.loads(schema)["$defs"]["time"]["properties"]["certainty"]["enum"]
    assert (
        re.findall(r"^\| `(\w+)` \| [^|]+ \|$", PAGE.split("| `certainty` |")[1].split("##")[0], re.MULTILINE) == values
    )
