"""Small conversations to select from."""

import pytest

from depotklaar.model.conversation import Conversation, Document, Head, Identifier, Participant
from depotklaar.model.event import Event, Time

DOCUMENT = Document(schema="depotklaar-conversation-1.0", id="d")


@pytest.fixture
def head_of():
    def make(kind, *people, display="Kernteam"):
        participants = tuple(
            Participant(
                id=f"p{n}",
                display=name,
                identifiers=(Identifier(scheme="e164", value=number),) if number else (),
            )
            for n, (name, number) in enumerate(people)
        )
        conversation = Conversation(id="c-1", platform="whatsapp", type=kind, display=display, custodian="p0")
        return Head(document=DOCUMENT, conversation=conversation, participants=participants)

    return make


@pytest.fixture
def message():
    def make(order, participant, local="2024-03-01T10:00"):
        moment = Time(local=local, precision="minute") if local else None
        return Event(id=f"e{order}", type="message", order=order, participant=participant, body="x", timestamp=moment)

    return make
