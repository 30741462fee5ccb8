"""Series: the function held on the day decides."""

import datetime as dt

import pytest

from depotklaar.arrangement.series import UNKNOWN_HOLDER, SerieFinder, holder_of
from depotklaar.model.conversation import Conversation, Document, Head, Identifier, Participant
from depotklaar.model.delivery import Functionaris

MINISTER = Functionaris(naam="J. de Vries", functie="Minister", van=dt.date(2022, 1, 10), tot=dt.date(2024, 7, 2))
SECRETARY = Functionaris(
    naam="J. de Vries", functie="Staatssecretaris", tot=dt.date(2022, 1, 9), herkend_aan=("+31612345678",)
)


def head(custodian="p1"):
    participant = Participant(id="p1", display="Jan", identifiers=(Identifier(scheme="e164", value="+31612345678"),))
    conversation = Conversation(id="c", platform="whatsapp", custodian=custodian)
    document = Document(schema="depotklaar-conversation-1.0", id="d")
    return Head(document=document, conversation=conversation, participants=(participant,))


@pytest.mark.parametrize(
    ("day", "function"),
    [
        ((2022, 1, 9), "Staatssecretaris"),
        ((2022, 1, 10), "Minister"),
        ((2024, 7, 2), "Minister"),
        ((2024, 7, 3), None),
    ],
)
def test_the_function_on_the_day(day, function):
    finder = SerieFinder("J. de Vries", head(), [MINISTER, SECRETARY])
    assert finder.serie_on(dt.date(*day)).function == function


def test_a_holder_is_found_by_the_number_of_the_phone():
    key = SerieFinder("Jan", head(), [SECRETARY]).serie_on(dt.date(2021, 1, 1))
    assert (key.holder, key.function) == ("J. de Vries", "Staatssecretaris")


def test_without_a_day_only_a_sole_function_counts():
    assert SerieFinder("J. de Vries", head(), [MINISTER]).serie_on(None).function == "Minister"
    assert SerieFinder("J. de Vries", head(), [MINISTER, SECRETARY]).serie_on(None).function is None


def test_an_unknown_holder_keeps_the_name_and_gets_no_function():
    finder = SerieFinder("A. Bakker", head(custodian=None), [MINISTER])
    assert finder.functions == frozenset()
    assert finder.serie_on(dt.date(2023, 1, 1)).holder == "A. Bakker"


def test_whose_copy_it_is():
    assert holder_of(head(), "Stated") == "Stated"
    assert holder_of(head(), None) == "Jan"
    assert holder_of(head(custodian=None), None) == UNKNOWN_HOLDER


def test_who_is_named_outright_is_not_taken_for_another():
    named = Functionaris(naam="P. Piet", functie="Minister", van=dt.date(2022, 1, 1))
    other = Functionaris(naam="Q. Q", functie="DG", herkend_aan=("p. piet",))
    key = SerieFinder("P. Piet", head(custodian=None), [other, named]).serie_on(dt.date(2023, 1, 1))
    assert (key.holder, key.function) == ("P. Piet", "Minister")
