"""What was decided to stay out stays out: also where it is quoted, lies about as a file, or bears another name."""

import csv
import io
import json

import pytest

from depotklaar.api import package_delivery
from depotklaar.errors import SourceError

NOW = "2026-11-22T12:00:00Z"
NOTICE = (
    "12-03-2023 09:00 - \u200eBerichten en gesprekken worden end-to-end versleuteld. Niemand buiten deze chat kan ze"
    " lezen of beluisteren, zelfs WhatsApp niet. Tik voor meer informatie.\n"
)
OUT = '\n[[uitsluiting]]\nreden = "prive"\nbesloten_door = "Karin"\ndatum = 2024-05-01\n'
SECRET = "GEHEIM-WOORD"


@pytest.fixture
def run(tmp_path, delivery_text):
    def make(source, rest):
        toml = tmp_path / "aanlevering.toml"
        toml.write_text(delivery_text(source, rest=rest), "utf-8")
        return package_delivery(toml, tmp_path / "uit", now=NOW)

    return make


def everything_in(folder):
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def rows(folder):
    (path,) = folder.glob("*.weggelaten.csv")
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))


def test_a_chat_named_after_the_contact_stays_out_also_when_the_contact_never_speaks(tmp_path, run):
    chats = tmp_path / "chats"
    (chats / "a").mkdir(parents=True)
    (chats / "b").mkdir()
    (chats / "a" / "WhatsApp-chat met Riet.txt").write_text(f"{NOTICE}12-03-2023 09:01 - Karin: {SECRET}\n", "utf-8")
    (chats / "b" / "WhatsApp-chat met Piet.txt").write_text(f"{NOTICE}13-03-2023 09:01 - Piet: dag\n", "utf-8")
    report = run("chats", f'{OUT}contact = "Riet"\nook_in_groepen = true\n')
    assert report.accepted
    assert SECRET.encode() not in everything_in(tmp_path / "uit")
    assert {b.display: sum(b.messages_left_out.values()) for b in report.balances} == {"Riet": 2, "Piet": 0}


def test_files_that_no_message_mentions_stay_out_once_messages_do(tmp_path, run):
    chat = tmp_path / "chat"
    chat.mkdir()
    group = f"{NOTICE}12-03-2023 09:00 - Karin heeft de groep 'G' gemaakt\n12-03-2023 09:01 - Karin: dag\n"
    text = f"{group}12-03-2023 09:02 - Riet: {SECRET}\n12-03-2023 09:03 - Piet: dag\n"
    (chat / "WhatsApp-chat met G.txt").write_text(text, "utf-8")
    (chat / "oude kopie.bak").write_text(text, "utf-8")
    report = run("chat", f'{OUT}contact = "Riet"\nook_in_groepen = true\n')
    assert report.accepted
    assert SECRET.encode() not in everything_in(tmp_path / "uit")
    assert report.totals["SEL-UNMENTIONED-FILES"] == 1
    (balance,) = report.balances
    assert balance.closes
    assert dict(balance.attachments_left_out) == {"prive": 1}
    assert [row["bijlagen"] for row in rows(tmp_path / "uit")] == ["0", "1"]


def write_normalized(folder, *records):
    head = [
        {"record": "document", "schema": "depotklaar-conversation-1.0", "id": "d"},
        {"record": "conversation", "id": "c", "platform": "signal", "type": "group", "display": "G"},
        {"record": "participant", "id": "p1", "display": "Karin", "type": "person"},
        {"record": "participant", "id": "p2", "display": "Riet", "type": "person"},
    ]
    folder.mkdir()
    lines = (json.dumps(record) for record in (*head, *records))
    (folder / "conversation.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")


def event(order, participant, **more):
    moment = {"local": f"2023-05-02T10:0{order}", "precision": "minute", "certainty": "zone_stated"}
    base = {"record": "event", "id": f"e{order}", "type": "message", "order": order, "timestamp": moment}
    return {**base, "participant": participant, "body": "dag", **more}


@pytest.mark.parametrize("reply", [{"parent": "e1"}, {}])
def test_a_quote_of_what_is_left_out_is_withheld(tmp_path, run, reply):
    quote = {"text": SECRET, "author": "Riet"}
    write_normalized(tmp_path / "gesprek", event(1, "p2", body=SECRET), event(2, "p1", quote=quote, **reply))
    report = run("gesprek", f'{OUT}contact = "Riet"\nook_in_groepen = true\n')
    assert report.accepted
    assert SECRET.encode() not in everything_in(tmp_path / "uit")
    assert report.totals["SEL-QUOTE-WITHHELD"] == 1


def test_what_the_source_left_out_itself_is_in_the_list(tmp_path, run):
    gap = {"order_first": 2, "order_last": 3, "events": 2, "attachments": 0, "reason": "prive", "decided_by": "Karin"}
    write_normalized(tmp_path / "gesprek", event(1, "p1"), {"record": "gap", **gap}, event(4, "p2"))
    report = run("gesprek", "")
    assert report.accepted
    assert [(row["berichten"], row["opmerking"]) for row in rows(tmp_path / "uit")] == [
        ("2", "stond al als weggelaten in de bron")
    ]
    assert report.counts["left_out"] == 0


def test_one_export_under_two_names_is_refused(tmp_path, run):
    for name in ("a", "b"):
        (tmp_path / "chats" / name).mkdir(parents=True)
        text = f"{NOTICE}12-03-2023 09:01 - Piet: dag\n"
        (tmp_path / "chats" / name / f"WhatsApp-chat met Piet {name}.txt").write_text(text, "utf-8")
    with pytest.raises(SourceError, match="byte for byte"):
        run("chats", "")


@pytest.mark.parametrize("decided", [False, True])
def test_what_lies_outside_the_period_names_who_decided_that(tmp_path, run, decided):
    chat = tmp_path / "chat"
    chat.mkdir()
    text = f"{NOTICE}12-03-2023 09:01 - Piet: dag\n12-04-2023 09:01 - Piet: {SECRET}\n"
    (chat / "WhatsApp-chat met Piet.txt").write_text(text, "utf-8")
    who = 'besloten_door = "A. Bakker"\ndatum = 2026-03-02\n' if decided else ""
    report = run("chat", f"\n[periode]\ntot = 2023-03-31\n{who}")
    assert report.accepted
    told = [finding.kind.id for finding in report.findings]
    assert ("SEL-PERIOD-WITHOUT-DECISION" in told) is not decided
    (row,) = rows(tmp_path / "uit")
    assert ("A. Bakker" in row.values()) is ("2026-03-02" in row.values()) is decided
