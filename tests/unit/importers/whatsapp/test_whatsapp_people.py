"""Who takes part, and who holds the phone."""

from depotklaar.importers.whatsapp_people import e164, label_kind, participant_id

CHAT = (
    "13-03-2024 09:00 - Alice heeft u toegevoegd\n13-03-2024 09:01 - Alice: a\n13-03-2024 09:02 - Bob (FIN): b\n"
    "13-03-2024 09:03 - Carol: c\n"
)


def test_the_stated_holder_is_who_the_app_speaks_to(read_chat):
    outcome = read_chat(CHAT, custodian="Bob de Vries", known_as=("Bob (FIN)",))
    [holder] = [person for person in outcome.head.participants if person.is_custodian]
    assert holder.display == "Bob de Vries"
    assert outcome.events[0].system.subjects == (holder.id,)
    assert outcome.events[2].participant == holder.id
    assert [event.direction for event in outcome.events] == ["unknown", "incoming", "outgoing", "incoming"]
    assert outcome.head.conversation.custodian == outcome.capture.custodian == holder.id
    assert {(label.value, label.kind) for label in holder.labels} == {("Bob (FIN)", "contact_name"), ("u", "self_word")}


def test_a_holder_who_does_not_write_gives_no_direction(read_chat):
    outcome = read_chat(CHAT, custodian="Dave")
    assert {event.direction for event in outcome.events} == {"unknown"}
    assert outcome.capture.custodian == participant_id("Dave")


def test_without_a_statement_the_owners_phrase_tells(read_chat):
    outcome = read_chat(CHAT + "13-03-2024 09:04 - Carol: U hebt dit bericht verwijderd\n")
    [holder] = [person for person in outcome.head.participants if person.is_custodian]
    assert holder.display == "Carol"
    assert outcome.events[0].system.subjects == (holder.id,)
    assert "whatsapp.custodian-inferred" in outcome.codes


def test_two_who_wrote_the_owners_phrase_tell_nothing(read_chat):
    more = "13-03-2024 09:04 - {}: U hebt dit bericht verwijderd\n"
    outcome = read_chat(CHAT + more.format("Carol") + more.format("Alice"))
    assert "whatsapp.custodian-unknown" in outcome.codes
    assert {event.direction for event in outcome.events} == {"unknown"}


def test_another_label_with_the_owners_phrase_is_told(read_chat):
    outcome = read_chat(CHAT + "13-03-2024 09:04 - Carol: U hebt dit bericht verwijderd\n", custodian="Bob (FIN)")
    assert "whatsapp.custodian-other-label" in outcome.codes


def test_identifiers_stay_the_same_in_a_later_export(read_chat):
    first = read_chat(CHAT, custodian="Bob (FIN)")
    later = read_chat("12-03-2024 09:00 - Dave: eerder\n" + CHAT, custodian="Bob (FIN)")
    assert {person.id for person in first.head.participants} < {person.id for person in later.head.participants}


def test_every_person_named_anywhere_is_in_the_head(read_chat):
    outcome = read_chat(CHAT + "13-03-2024 09:05 - Alice heeft Eva en Carol toegevoegd\n")
    known = set(outcome.people())
    for event in outcome.events:
        if event.system:
            assert {part for part in (event.system.actor, *event.system.subjects) if part} <= known


def test_numbers():
    assert e164("+31 6 12345678") == e164("+31\u00a06\u00a012345678") == "+31612345678"
    assert e164("06 12345678") is None
    assert e164("+0") is None
    assert e164("Alice") is None


def test_kinds_of_labels():
    assert label_kind("~ Piet") == "push_name"
    assert label_kind("06 12345678") == "phone_text"
    assert label_kind("1234") == "contact_name"
