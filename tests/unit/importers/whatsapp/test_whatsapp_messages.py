"""What a record holds: text, what the app put in its place, and the app's own lines."""

import pytest

from depotklaar.model.conversation import Identifier


@pytest.fixture
def android(read_chat):
    """The only event of an Android line; the date order is given away by a line before it."""

    def read(payload, **options):
        outcome = read_chat(f"13-03-2024 08:00 - Zoë: begin\n13-03-2024 09:00 - {payload}\n", **options)
        assert len(outcome.events) == 2
        return outcome.events[1], outcome

    return read


@pytest.fixture
def ios(read_chat):
    """The only event of an iPhone line, in a file that has the app's marks."""

    def read(payload, **options):
        begin = "[13-03-2024 08:00:00] Zoë: \u200eBerichten en gesprekken worden end-to-end versleuteld.\n"
        outcome = read_chat(f"{begin}[13-03-2024 09:00:00] {payload}\n", **options)
        assert len(outcome.events) == 2
        return outcome.events[1], outcome

    return read


@pytest.mark.parametrize(
    "body",
    [
        "familie 👨‍👩‍👧 ½ ﬁets café cafe\u0301 ١٢٣ x\u00a0y\u202fz",
        "  spaties aan het begin en het eind  ",
        "regel 1\n\nregel 3",
        "12/12/19: Vertrek",
        "mijn end-to-end versleuteld verhaal",
        "https://voorbeeld.nl/?q=<x>",
        "image omitted",
        "haakjes (file attached) midden in de zin",
        "\u200fשלום",
    ],
)
def test_text_is_kept(android, body):
    event, _ = android(f"Bob: {body}")
    assert (event.type, event.body, event.body_format) == ("message", body, "whatsapp")
    assert event.placeholder is None


@pytest.mark.parametrize(
    ("reader", "payload", "state", "evidence"),
    [
        ("android", "Bob: Dit bericht is verwijderd", "deleted_for_everyone", "marker_text"),
        ("android", "Bob: This message was deleted", "deleted_for_everyone", "marker_text"),
        ("android", "Bob: Je hebt dit bericht verwijderd", "deleted_for_everyone", "marker_text"),
        ("android", "Bob: This message was deleted by admin Carol", "deleted_by_admin", "marker_text"),
        ("ios", "Bob: \u200eDit bericht is verwijderd.", "deleted_for_everyone", "marker_mark"),
        ("ios", "Bob: \u200eU hebt dit bericht verwijderd.", "deleted_for_everyone", "marker_mark"),
    ],
)
def test_deleted(request, reader, payload, state, evidence):
    event, outcome = request.getfixturevalue(reader)(payload)
    assert (event.deletion.state, event.deletion.evidence, event.body) == (state, evidence, None)
    assert ("whatsapp.deletion-by-text" in outcome.codes) == (evidence == "marker_text")


def test_a_typed_deletion_on_an_iphone_is_text(ios):
    event, _ = ios("Bob: Dit bericht is verwijderd")
    assert (event.deletion, event.body) == (None, "Dit bericht is verwijderd")


@pytest.mark.parametrize(
    ("reader", "payload", "evidence"),
    [
        ("android", "Bob: nieuw <Dit bericht is bewerkt>", "marker_text"),
        ("ios", "Bob: nieuw \u200e<This message was edited>", "marker_mark"),
    ],
)
def test_edited(request, reader, payload, evidence):
    event, _ = request.getfixturevalue(reader)(payload)
    assert (event.body, event.edited, event.edits[0].evidence) == ("nieuw", True, evidence)


@pytest.mark.parametrize(
    ("reader", "payload", "kind", "body"),
    [
        ("android", "Bob: <Media weggelaten>", "media", None),
        ("android", "Bob: <Media omitted>\nbij de foto", "media", "bij de foto"),
        ("ios", "Bob: \u200eafbeelding weggelaten", "image", None),
        ("ios", "Bob: \u200eGIF omitted", "gif", None),
        ("ios", "Bob: \u200eVisitekaartje weggelaten", "contact", None),
        ("ios", "Bob: \u200evideonotitie weggelaten", "video_note", None),
        ("ios", "Bob: \u200eWachten op dit bericht. Dit kan even duren.", "waiting", None),
        ("android", "Bob: Waiting for this message. This may take a while.", "waiting", None),
    ],
)
def test_placeholders(request, reader, payload, kind, body):
    event, outcome = request.getfixturevalue(reader)(payload)
    assert (event.placeholder, event.body) == (kind, body)
    presences = [outcome.files()[identifier].presence for identifier in event.attachments]
    assert presences == ([] if kind == "waiting" else ["omitted_by_export"])
    assert outcome.capture.with_media is (None if kind == "waiting" else False)


def test_an_omitted_document_keeps_its_name(ios):
    event, outcome = ios("Bob: Nota.pdf • \u200e116 pagina's \u200edocument weggelaten")
    file = outcome.files()[event.attachments[0]]
    assert (file.display, file.page_count, file.kind, event.body) == ("Nota.pdf", 116, "document", None)


@pytest.mark.parametrize(
    ("reader", "payload", "name", "body"),
    [
        (
            "android",
            "Bob: IMG-20240313-WA0001.jpg (file attached)\nbij de foto",
            "IMG-20240313-WA0001.jpg",
            "bij de foto",
        ),
        ("android", "Bob: \u200eDOC-20240313-WA0006. (bestand bijgevoegd)", "DOC-20240313-WA0006.", None),
        ("android", "Bob: Jan de Boer.vcf (bestand bijgevoegd)", "Jan de Boer.vcf", None),
        ("ios", "Bob: \u200e<bijgevoegd: 00000014-PHOTO-2024.jpg>", "00000014-PHOTO-2024.jpg", None),
        ("ios", "Bob: bij de foto \u200e<attached: 00000014-PHOTO-2024.jpg>", "00000014-PHOTO-2024.jpg", "bij de foto"),
        ("ios", "Bob: \u200e<pièce jointe : 00000014-PHOTO-2024.jpg>", "00000014-PHOTO-2024.jpg", None),
        ("android", "Bob: 2015-08-04-PHOTO-00004762.jpg <\u200eattached>", "2015-08-04-PHOTO-00004762.jpg", None),
    ],
)
def test_attached(request, reader, payload, name, body):
    event, outcome = request.getfixturevalue(reader)(payload)
    file = outcome.files()[event.attachments[0]]
    assert (file.name_in_text, file.presence, event.body) == (name, "missing", body)
    assert "whatsapp.media-missing" in outcome.codes


def test_locations(android, ios):
    event, _ = android("Bob: locatie: https://maps.google.com/?q=52.0786,-4.3128")
    assert (event.location.latitude, event.location.longitude) == (52.0786, -4.3128)
    assert event.body == "locatie: https://maps.google.com/?q=52.0786,-4.3128"
    assert android("Bob: location: https://maps.google.com/?q=99.0,4.3")[0].location.latitude is None
    assert ios("Bob: \u200elive locatie gedeeld")[0].location.live
    place = ios("Bob: \u200eNieuwspoort (Lange Poten 10): https://foursquare.com/v/4b")[0].location
    assert place.display == "Nieuwspoort (Lange Poten 10)"


def test_polls(ios):
    event, _ = ios("Bob: \u200ePOLL:\nWaar eten we?\n\u200eOPTION: Thuis (2 votes)\n\u200eOPTION: Buiten (1 vote)")
    assert event.poll.question == "Waar eten we?"
    assert [(option.text, option.votes) for option in event.poll.options] == [("Thuis", 2), ("Buiten", 1)]
    other, _ = ios("Bob: \u200eENCUESTA:\nx\n\u200eOPCIÓN: A (0 votos)")
    assert other.poll.options[0].votes == 0


@pytest.mark.parametrize("payload", ["Bob: ", "Bob:"])
def test_an_empty_message_is_a_message_and_why_it_is_empty_is_not_guessed(android, payload):
    event, outcome = android(payload)
    assert (event.type, event.body, event.view_once) == ("message", "", False)
    assert "whatsapp.view-once-suspected" in outcome.codes


def test_null_stays_and_is_told(android):
    event, outcome = android("Bob: null")
    assert (event.body, event.view_once) == ("null", False)
    assert "whatsapp.content-not-shown" in outcome.codes


@pytest.mark.parametrize(
    ("payload", "medium", "outcome", "seconds"),
    [
        ("Bob: \u200eGemist spraakgesprek", "voice", "missed", None),
        ("Bob: \u200eMissed video call", "video", "missed", None),
        ("Bob: \u200eVideo call, \u200e5 min", "video", "answered", 300),
    ],
)
def test_calls(ios, payload, medium, outcome, seconds):
    event, whole = ios(payload)
    assert (event.type, event.call.medium, event.call.outcome) == ("call", medium, outcome)
    assert event.call.duration_seconds == seconds
    assert (event.participant, whole.people()[event.call.participants[0]].display) == (None, "Bob")


def named(outcome, *identifiers):
    return [outcome.people()[identifier].display for identifier in identifiers if identifier]


@pytest.mark.parametrize(
    ("payload", "action", "actor", "subjects", "values"),
    [
        ("\u200eAlice heeft Bob toegevoegd", "member_added", ["Alice"], ["Bob"], (None, None)),
        (
            "Alice heeft Bob, Carol en Dave toegevoegd",
            "member_added",
            ["Alice"],
            ["Bob", "Carol", "Dave"],
            (None, None),
        ),
        ("Alice added Bob, Carol, and Dave", "member_added", ["Alice"], ["Bob", "Carol", "Dave"], (None, None)),
        ("You were added", "member_added", [], ["You"], (None, None)),
        ("Alice heeft Zoë verwijderd", "member_removed", ["Alice"], ["Zoë"], (None, None)),
        ("Zoë neemt deel via uw uitnodiging", "member_joined_link", [], ["Zoë"], (None, None)),
        (
            "\u200eAlice heeft het onderwerp gewijzigd van 'X' naar 'Y: Z'",
            "subject_changed",
            ["Alice"],
            [],
            ("X", "Y: Z"),
        ),
        ("Alice changed the subject from “X” to “Y: Z”", "subject_changed", ["Alice"], [], ("X", "Y: Z")),
        ("Alice heeft de groep Test gemaakt", "group_created", ["Alice"], [], (None, "Test")),
        ("+31 6 12345678 left", "member_left", ["+31 6 12345678"], [], (None, None)),
        ("Iets dat wij niet kennen", "unknown", [], [], (None, None)),
    ],
)
def test_lines_of_the_app(android, payload, action, actor, subjects, values):
    event, outcome = android(payload)
    system = event.system
    assert (event.type, system.action, event.participant) == ("system", action, None)
    assert named(outcome, system.actor) == actor
    assert named(outcome, *system.subjects) == subjects
    assert (system.old_value, system.new_value) == values
    assert event.body == payload.replace("\u200e", "")


def test_the_label_of_an_iphone_notice_is_the_title_of_the_group(read_chat):
    outcome = read_chat(
        "[13-03-2024 09:00:00] Overleg: \u200eBerichten en gesprekken worden end-to-end versleuteld.\n"
        "[13-03-2024 09:00:00] Alice: \u200eAlice heeft de groep “Overleg” gemaakt\n"
        "[13-03-2024 09:00:01] Alice: \u200eiets onbekends van de app\n"
        "[13-03-2024 09:00:02] Alice: hallo\n"
    )
    assert [event.type for event in outcome.events] == ["system", "system", "system", "message"]
    assert outcome.events[2].system.action == "unknown"
    kinds = {person.display: person.type for person in outcome.head.participants}
    assert kinds == {"Overleg": "conversation_label", "Alice": "person"}
    assert outcome.head.conversation.participants == (outcome.events[3].participant,)
    assert outcome.head.conversation.display == "Overleg"


def test_an_iphone_file_without_marks_tells_the_app_by_its_words(read_chat):
    outcome = read_chat(
        "[13-03-2024 09:00:00] Overleg: Berichten en gesprekken worden end-to-end versleuteld.\n"
        "[13-03-2024 09:00:00] Alice: Alice heeft de groep “Overleg” gemaakt\n"
        "[13-03-2024 09:00:02] Alice: Bob heeft de groep verlaten\n"
    )
    assert [event.type for event in outcome.events] == ["system", "system", "message"]
    assert "whatsapp.marks-missing" in outcome.codes


def test_labels(read_chat):
    outcome = read_chat(
        "13-03-2024 09:00 - \u202a+31\u00a06\u00a012345678\u202c: a\n13-03-2024 09:00 - +31 6 12345678: b\n"
        "13-03-2024 09:00 - ~\u202fPiet: c\n13-03-2024 09:00 - Bob de Vries (FIN) - thuis: d: e\n"
    )
    number, same, push, contact = (outcome.people()[event.participant] for event in outcome.events)
    assert number is same
    assert number.identifiers[0] == Identifier(scheme="e164", value="+31612345678", raw=number.labels[0].raw)
    assert [label.kind for label in number.labels] == ["phone_text", "phone_text"]
    assert (push.labels[0].value, push.labels[0].kind, push.labels[0].raw) == ("Piet", "push_name", "~\u202fPiet")
    assert (contact.display, outcome.events[3].body) == ("Bob de Vries (FIN) - thuis", "d: e")


def test_a_name_with_a_colon_is_told_by_its_repetition(read_chat):
    outcome = read_chat("".join(f"13-03-2024 09:0{n} - Alice: BZ: tekst {n}\n" for n in range(4)))
    assert {outcome.who(event) for event in outcome.events} == {"Alice: BZ"}
    assert [event.body for event in outcome.events] == [f"tekst {n}" for n in range(4)]
    assert "whatsapp.label-with-colon" in outcome.codes


def test_a_message_that_sounds_like_the_app_stays_a_message(android):
    event, outcome = android("Bob: I added you")
    assert (outcome.who(event), event.body) == ("Bob", "I added you")
