"""People: functions of the delivery reach the participants they belong to, and nobody else."""

import datetime as dt

from depotklaar.arrangement.people import with_functions
from depotklaar.model.conversation import Conversation, Document, Function, Head, Identifier, Participant
from depotklaar.model.delivery import Functionaris

MINISTER = Functionaris(
    naam="J. de Vries",
    functie="Minister",
    van=dt.date(2022, 1, 10),
    tot=dt.date(2024, 7, 2),
    herkend_aan=("06-12345678",),
)


def functions_of(participant):
    head = Head(
        document=Document(schema="depotklaar-conversation-1.0", id="d"),
        conversation=Conversation(id="c", platform="whatsapp"),
        participants=(participant,),
    )
    return with_functions(head, [MINISTER]).participants[0].functions


def test_by_number():
    number = Identifier(scheme="e164", value="+31612345678")
    (held,) = functions_of(Participant(id="p", display="Jan", identifiers=(number,)))
    assert (held.title, held.valid_from, held.valid_until, held.source) == (
        *("Minister", "2022-01-10", "2024-07-02", "aanlevering"),
    )


def test_what_the_source_says_itself_stays():
    own = Function(title="Kamerlid")
    assert functions_of(Participant(id="p", display="J. de Vries", functions=(own,))) == (own,)


def test_nobody_else():
    assert functions_of(Participant(id="p", display="Jan de Vries")) == ()
