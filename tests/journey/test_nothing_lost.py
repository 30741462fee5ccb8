"""A package gives its source back byte for byte, fits its own schema, and tells nothing of this machine."""

import base64
import hashlib
import html
import json
import re

import jsonschema
import pytest

from depotklaar.resources import read_schema

EXPORTS = {
    "kernteam-android": "WhatsApp-chat met Kernteam Deltaplan",
    "een-op-een-ios": "inhoud",
    "corpus:vws-demo-alice": "vws-demo-alice",
    "corpus:vws-demo-carol": "vws-demo-carol",
}
NAMES = (*EXPORTS, "crisisgroep-genormaliseerd")
REQUEST = re.compile(
    rb"""(?:src|href|action|poster|data|srcset)\s*=\s*["']?\s*(?:[a-z]+:)?//|url\(\s*["']?\s*(?:[a-z]+:)?//|@import""",
    re.IGNORECASE,
)


def data_versions(outcome):
    return sorted(outcome.package.rglob("*gegevensversie*.json"))


@pytest.mark.parametrize("name", EXPORTS)
def test_the_raw_text_of_all_events_is_the_export(deliver, name):
    outcome = deliver(name)
    folder = outcome.delivery.parent / EXPORTS[name]
    (chat,) = (path for path in folder.iterdir() if path.suffix == ".txt")
    records = [r for path in data_versions(outcome) for r in json.loads(path.read_bytes())["records"]]
    events = sorted((r for r in records if r["record"] == "event"), key=lambda event: event["order"])
    raw = "".join(event["occurrences"][0]["raw"] for event in events)
    assert raw.encode("utf-8", "surrogatepass") == chat.read_bytes()


@pytest.mark.parametrize("name", [name for name in EXPORTS if name != "een-op-een-ios"])
def test_the_export_and_its_media_travel_along_unchanged(deliver, name):
    outcome = deliver(name)
    packed = {path.read_bytes() for path in outcome.package.rglob("*") if path.is_file()}
    folder = outcome.delivery.parent / EXPORTS[name]
    assert [path.name for path in folder.iterdir() if path.read_bytes() not in packed] == []


def test_a_zip_travels_along_as_it_was_received(deliver):
    outcome = deliver("een-op-een-ios")
    (source,) = outcome.delivery.parent.glob("*.zip")
    assert source.read_bytes() in {path.read_bytes() for path in outcome.package.rglob("*.zip")}


@pytest.mark.parametrize("name", NAMES)
def test_the_data_versions_fit_the_schema_that_travels_with_them(deliver, name):
    outcome = deliver(name)
    schema = read_schema("conversation-1.0.schema.json")
    assert schema in {path.read_bytes() for path in outcome.package.rglob("*-schema-0001.json")}
    validator = jsonschema.Draft202012Validator(json.loads(schema))
    assert data_versions(outcome)
    for path in data_versions(outcome):
        assert [fault.message for fault in validator.iter_errors(json.loads(path.read_bytes()))] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_the_data_version_names_lies_beside_it(deliver, name):
    for path in data_versions(deliver(name)):
        records = json.loads(path.read_bytes())["records"]
        for record in records:
            if record["record"] == "attachment" and record["presence"] == "present":
                assert (path.parent / record["path"]).stat().st_size == record["size"]


@pytest.mark.parametrize("name", NAMES)
def test_the_reading_version_asks_nothing_of_the_network(deliver, name):
    outcome = deliver(name)
    pages = [*outcome.package.rglob("*.html"), *outcome.out.glob("*.html")]
    assert len(pages) > 1
    assert [path.name for path in pages if REQUEST.search(path.read_bytes())] == []
    inside = [path.read_bytes().lower() for path in outcome.package.rglob("*.html")]
    assert all(b"<script" not in page for page in inside)
    for page in (path.read_text("utf-8") for path in outcome.out.glob("*.html")):
        scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        assert page.lower().count("<script") == len(scripts) <= 1
        for script in scripts:
            allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"script-src 'sha256-{allowed}'" in html.unescape(page)


@pytest.mark.parametrize("profile", ["nationaal-archief", "nha"])
@pytest.mark.parametrize("name", NAMES)
def test_no_path_of_this_machine_is_in_anything_that_is_delivered(deliver, name, profile):
    outcome = deliver(name, profile)
    private = [str(outcome.delivery.parent).encode(), str(outcome.out).encode()]
    files = [path for path in outcome.out.rglob("*") if path.is_file()]
    assert [path.name for path in files if any(word in path.read_bytes() for word in private)] == []
    assert not any(b"depotklaar-" in str(path).encode() and ".werk" in str(path) for path in files)


@pytest.mark.parametrize("name", NAMES)
def test_names_are_short_safe_and_differ_by_more_than_case(deliver, name):
    root = deliver(name).package / "data"
    paths = [path.relative_to(root).as_posix() for path in root.rglob("*")]
    assert all(re.fullmatch(r"[a-z0-9._/-]+", path) for path in paths)
    assert all(len(part) <= 100 for path in paths for part in path.split("/"))
    assert len({path.casefold() for path in paths}) == len(paths)
