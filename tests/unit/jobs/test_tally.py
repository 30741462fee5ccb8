"""The running account: sums that do not close are errors, and so are lines that were lost on the way."""

import dataclasses

import pytest

from depotklaar.jobs.tally import DossierAccount, Tally
from depotklaar.model.conversation import Conversation, Document, Head
from depotklaar.model.placed import Written
from depotklaar.model.plan import PreparedConversation, SerieKey, Unit
from depotklaar.model.report import Balance
from depotklaar.rules.collecting import Collector

BALANCE = Balance(
    conversation="g",
    display="Kade",
    messages_in=5,
    messages_packaged=3,
    messages_left_out={"prive": 2},
    attachments_in=1,
    attachments_packaged=1,
    attachments_left_out={},
)


@pytest.mark.parametrize(
    ("change", "closes"),
    [
        ({}, True),
        ({"messages_in": 6}, False),
        ({"messages_left_out": {}}, False),
        ({"attachments_in": 2}, False),
        ({"attachments_left_out": {"prive": 1}}, False),
        ({"attachments_absent": {"missing": 9}}, True),
    ],
)
def test_a_sum_closes_or_it_does_not(change, closes):
    assert dataclasses.replace(BALANCE, **change).closes is closes


def prepared(balance):
    head = Head(
        document=Document(schema="depotklaar-conversation-1.0", id="d"),
        conversation=Conversation(id="g", platform="signal"),
    )
    unit = Unit(
        serie=SerieKey(holder="W. Dijk", function=None),
        month="2022-05",
        part="deel",
        events=3,
        gaps=1,
        left_out=2,
        first_day=None,
        last_day=None,
        senders=(),
        attachments=(),
        absent=(),
    )
    return PreparedConversation(
        head=head,
        source="bron",
        importer="normalized",
        units=(unit,),
        staged={},
        strays=(),
        originals=(),
        findings=(),
        balance=balance,
        left_out=(),
    )


def account(lines):
    return DossierAccount(archiefstukken=2, bestanden=3, content_bytes=10, lines=lines, tools=())


def test_what_closes_gives_no_finding():
    tally = Tally(Collector({}))
    tally.add_conversation(prepared(BALANCE), {})
    tally.add_dossier(account(4), [Written(path="x", size=7, digests={})])
    tally.close()
    assert tally.collector.findings() == ()
    counts = tally.counts()
    assert (counts["informatieobjecten"], counts["bestanden"], counts["content_bytes"]) == (3, 3, 10)
    assert (counts["files"], counts["bytes"], counts["messages"]) == (1, 7, 3)


def test_a_sum_that_does_not_close_and_a_line_that_is_lost_are_errors():
    tally = Tally(Collector({}))
    tally.add_conversation(prepared(dataclasses.replace(BALANCE, messages_in=6)), {})
    tally.add_dossier(account(3), [])
    tally.close()
    found = {finding.kind.id: finding for finding in tally.collector.findings()}
    assert set(found) == {"REC-BALANCE", "REC-LINES"}
    assert all(finding.severity.value == "error" for finding in found.values())
    params = found["REC-BALANCE"].params
    assert (params["messages_in"], params["packaged"], params["left_out"]) == (6, 3, 2)
