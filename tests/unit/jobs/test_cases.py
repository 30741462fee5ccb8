"""Cases: what appraisal sees of a conversation, under every name that the delivery knows."""

import datetime as dt

import pytest

from depotklaar.jobs.cases import cases_of, keys_of
from depotklaar.model.conversation import Conversation, Document, Head, Label, Participant
from depotklaar.model.delivery import Functionaris
from depotklaar.model.plan import PreparedConversation, SerieKey, Unit
from depotklaar.model.report import Balance

MINISTER = Functionaris(
    naam="J. de Vries", functie="Minister", tot=dt.date(2024, 7, 2), herkend_aan=("+31600000001", "Jan")
)
LATER = Functionaris(naam="J. de Vries", functie="Kamerlid", van=dt.date(2024, 7, 3))


@pytest.fixture
def head():
    people = (
        Participant(id="p0", display="Jan", is_custodian=True),
        Participant(id="p1", display="Ans", labels=(Label(value="06 00000002"),)),
        Participant(id="p2", display="Kernteam", type="conversation_label"),
    )
    conversation = Conversation(id="c-1", platform="whatsapp", display="Kernteam", custodian="p0")
    return Head(document=Document(schema="s", id="d"), conversation=conversation, participants=people)


def unit(function, first, last, **changes):
    values = {"part": "x", "events": 1, "gaps": 0, "left_out": 0, "senders": (), "attachments": (), "absent": ()}
    serie = SerieKey(holder="J. de Vries", function=function)
    return Unit(serie=serie, month="2024-07", first_day=first, last_day=last, **(values | changes))


def prepared(head, *units):
    balance = Balance(
        conversation="c-1",
        display="Kernteam",
        messages_in=0,
        messages_packaged=0,
        messages_left_out={},
        attachments_in=0,
        attachments_packaged=0,
        attachments_left_out={},
    )
    return PreparedConversation(
        head=head,
        source="s",
        importer="i",
        units=units,
        staged={},
        strays=(),
        originals=(),
        findings=(),
        balance=balance,
        left_out=(),
    )


def test_one_known_name_gives_all_the_others(head):
    keys = keys_of(head, "J. de Vries", [MINISTER])
    assert keys.conversation == {"c-1", "kernteam"}
    assert keys.holder == {"j. de vries", "jan", "+31600000001"}
    assert keys.participants >= {"jan", "j. de vries", "+31600000001", "ans", "+31600000002"}
    assert "kernteam" not in keys.participants


def test_a_case_bears_the_function_of_its_days_and_its_end(head):
    conversation = prepared(
        head,
        unit("Minister", "2024-07-01", "2024-07-02", hits=(1,), holds=(0,)),
        unit("Kamerlid", "2024-07-03", "2024-07-09"),
        unit(None, None, None),
    )
    minister, later, bare = cases_of(conversation, [MINISTER, LATER])
    assert (minister.function, minister.function_until) == ("Minister", dt.date(2024, 7, 2))
    assert (minister.hits, minister.holds) == ({1}, {0})
    assert (later.function, later.function_until) == ("Kamerlid", None)
    assert (bare.first, bare.function, bare.function_until) == (None, None, None)
