"""Samples and real exports become accepted packages, in every form and profile, with every message accounted for."""

import itertools
import json
import tarfile
import zipfile

import bagit
import pytest
from lxml import etree

NAMES = (
    *("kernteam-android", "een-op-een-ios", "crisisgroep-genormaliseerd"),
    *("corpus:vws-demo-alice", "corpus:vws-demo-carol"),
)
PROFILES = ("nationaal-archief", "nha")
OFFICIAL = {"nationaal-archief": ("1.0.1",), "nha": ("1.0.1", "1.0")}
ONLY_IN_A_FOLDER = "BAG-SECOND-OPINION-SKIPPED"
FORMS = tuple(itertools.product(("folder", "zip", "tar"), (True, False)))


@pytest.fixture(scope="session")
def official(shared):
    """The norm's own schemas, by version."""
    return {
        version: etree.XMLSchema(etree.parse(shared / "schemas" / f"MDTO-XML{version}.xsd"))
        for version in ("1.0.1", "1.0")
    }


def sidecars_of(outcome):
    """The metadata files in a package of any form."""
    if outcome.package.is_dir():
        return {path.name: path.read_bytes() for path in outcome.package.rglob("*.xml")}
    if outcome.package.suffix == ".zip":
        with zipfile.ZipFile(outcome.package) as content:
            return {name: content.read(name) for name in content.namelist() if name.endswith(".xml")}
    with tarfile.open(outcome.package) as content:
        return {m.name: content.extractfile(m).read() for m in content if m.isfile() and m.name.endswith(".xml")}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", NAMES)
def test_every_form_is_accepted_and_every_sidecar_satisfies_the_official_schema(deliver, official, name, profile):
    for container, bag in FORMS:
        outcome = deliver(name, profile, container, bag=bag)
        assert outcome.report.accepted, outcome.report.findings
        sidecars = sidecars_of(outcome)
        assert len(sidecars) == outcome.report.counts["sidecars"] > 10
        for path, data in sidecars.items():
            root = etree.fromstring(data)
            for version in OFFICIAL[profile]:
                official[version].assertValid(root), path


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", NAMES)
def test_a_folder_and_its_containers_get_the_same_verdict(deliver, name, profile):
    reports = [deliver(name, profile, container).report for container in ("folder", "zip", "tar")]
    said = [sorted(f.kind.id for f in report.findings if f.kind.id != ONLY_IN_A_FOLDER) for report in reports]
    assert said[0] == said[1] == said[2]
    assert all(report.accepted for report in reports)
    assert len({tuple(sorted(report.counts.items())) for report in reports}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_library_of_congress_accepts_the_bag(deliver, name):
    bag = bagit.Bag(str(deliver(name).package))
    bag.validate()
    assert bag.info["External-Identifier"]
    assert bag.version_info == (1, 0)


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("corpus:")])
def test_every_message_that_the_corpus_expects_is_in_the_package(deliver, shared, name):
    folder = shared / "corpus" / "whatsapp-txt" / name.removeprefix("corpus:")
    expected = json.loads((folder / "expected.json").read_bytes())
    outcome = deliver(name)
    (balance,) = outcome.report.balances
    assert balance.closes
    assert balance.messages_in == balance.messages_packaged == expected["counts"]["records"]
    events = [e for d in conversations_in(outcome) for e in d["records"] if e["record"] == "event"]
    events.sort(key=lambda event: event["order"])
    assert len(events) == len(expected["messages"])
    lines = [event["occurrences"][0]["line_start"] for event in events]
    assert lines == [message["line"] for message in expected["messages"]]


@pytest.mark.parametrize("name", NAMES)
def test_every_sum_closes_and_every_event_is_in_the_data_version(deliver, name):
    outcome = deliver(name)
    events = [r for d in conversations_in(outcome) for r in d["records"] if r["record"] == "event"]
    assert all(balance.closes for balance in outcome.report.balances)
    assert len(events) == sum(balance.messages_packaged for balance in outcome.report.balances)
    assert len(events) == outcome.report.counts["messages"] > 0
    media = [r for d in conversations_in(outcome) for r in d["records"] if r["record"] == "attachment"]
    present = {r["id"] for r in media if r["presence"] == "present"}
    assert len(present) <= sum(balance.attachments_packaged for balance in outcome.report.balances)


def conversations_in(outcome):
    """The data versions in a package in a folder, decoded."""
    return [json.loads(path.read_bytes()) for path in sorted(outcome.package.rglob("*gegevensversie*.json"))]
