"""Importing first and packaging the result is as good as packaging the export itself."""

import json
import shutil

import pytest

from depotklaar.api import import_sources
from depotklaar.errors import DepotklaarError

EXPORTS = {
    "kernteam-android": "WhatsApp-chat met Kernteam Deltaplan",
    "een-op-een-ios": "WhatsApp Chat - Marieke Aalbers.zip",
}


def events_in(package):
    records = [r for p in sorted(package.rglob("*gegevensversie*.json")) for r in json.loads(p.read_bytes())["records"]]
    events = (r for r in records if r["record"] == "event")
    return {e["order"]: (e.get("body"), e["type"], e["timestamp"], e["occurrences"][0]["raw"]) for e in events}


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_messages_either_way(deliveries, package, tmp_path, delivery_text, name):
    source = deliveries(name).parent / EXPORTS[name]
    (tmp_path / "recht").mkdir()
    direct = tmp_path / "recht" / source.name
    (shutil.copytree if source.is_dir() else shutil.copy)(source, direct)
    (folder,) = import_sources([source], tmp_path / "om" / "gesprekken", zone="Europe/Amsterdam", custodian="Alice")
    outcomes = []
    for place, path in (("recht", direct.name), ("om", f"gesprekken/{folder.name}")):
        delivery = tmp_path / place / "aanlevering.toml"
        delivery.write_text(delivery_text(path), "utf-8")
        outcomes.append(package(delivery, tmp_path / f"uit {place}"))
    first, second = outcomes
    assert first.report.accepted and second.report.accepted
    assert events_in(first.package) == events_in(second.package) != {}
    balances = [outcome.report.balances[0] for outcome in outcomes]
    assert balances[0].messages_in == balances[1].messages_in
    assert balances[0].attachments_in == balances[1].attachments_in


def test_one_conversation_cannot_come_twice(deliveries, package, tmp_path, delivery_text):
    source = deliveries("kernteam-android").parent / EXPORTS["kernteam-android"]
    for copy in ("een", "twee"):
        shutil.copytree(source, tmp_path / copy / source.name)
    second = f'[[bron]]\npad = "twee/{source.name}"\nhouder = "Alice"\ntijdzone = "Europe/Amsterdam"\n'
    delivery = tmp_path / "aanlevering.toml"
    delivery.write_text(delivery_text(f"een/{source.name}", rest=second), "utf-8")
    with pytest.raises(DepotklaarError) as caught:
        package(delivery, tmp_path / "uit")
    assert caught.value.exit_code in (3, 5)
    assert "twee" in " ".join(caught.value.lines("nl"))
    assert not (tmp_path / "uit").exists()
