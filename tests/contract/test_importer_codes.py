"""Every fixed code that an importer or the model can write has words in the reading version."""

from typing import get_args, get_type_hints

import pytest

from depotklaar.catalogue import importers
from depotklaar.importers.whatsapp_wording import wording
from depotklaar.model.conversation import Attachment, Capture, Conversation, Decision, Label, Participant, SourceFile
from depotklaar.model.event import Call, Deletion, Edit, Event, Receipt, Time
from depotklaar.renditions.reading.source_words import SOURCE_CODES
from depotklaar.renditions.reading.words import CODES

WORDS = {**CODES, **SOURCE_CODES}
FIXED = [
    ("platform", Conversation, "platform"),
    ("conversation", Conversation, "type"),
    ("participant", Participant, "type"),
    ("label", Label, "kind"),
    ("device", Capture, "device_platform"),
    ("method", Capture, "method"),
    ("completeness", Capture, "completeness"),
    ("role", SourceFile, "role"),
    ("decision", Decision, "subject"),
    ("decided_by", Decision, "decided_by"),
    ("presence", Attachment, "presence"),
    ("count", Attachment, "presence"),
    ("count", Event, "type"),
    ("kind", Attachment, "kind"),
    ("placeholder", Event, "placeholder"),
    ("certainty", Time, "certainty"),
    ("precision", Time, "precision"),
    ("basis", Time, "basis"),
    ("deletion", Deletion, "state"),
    ("evidence", Deletion, "evidence"),
    ("evidence", Edit, "evidence"),
    ("receipt", Receipt, "action"),
    ("medium", Call, "medium"),
    ("outcome", Call, "outcome"),
]
WRITTEN = [
    (field, code) for importer in importers().values() for field, codes in importer.codes.items() for code in codes
]


def values(hint: object) -> set[str]:
    """All strings in a Literal, also where it stands beside None."""
    found: set[str] = set()
    for part in get_args(hint):
        found |= {part} if isinstance(part, str) else values(part)
    return found


@pytest.mark.parametrize(("kind", "noun", "field"), FIXED)
def test_every_code_of_the_model_has_words(kind, noun, field):
    codes = values(get_type_hints(noun)[field])
    assert codes
    assert codes - set(WORDS[kind]) == set()


@pytest.mark.parametrize(("field", "code"), WRITTEN)
def test_every_code_of_an_importer_has_words(field, code):
    assert code in WORDS[field]


def test_every_notice_of_the_app_has_words():
    codes = {phrase.values["code"] for phrase in wording().system}
    assert codes - set(WORDS["action"]) == set()


def test_every_language_of_the_app_has_words():
    assert {phrase.language for phrase in wording().system} - set(WORDS["language"]) == set()


@pytest.mark.parametrize("subject", sorted(values(get_type_hints(Decision)["subject"])))
def test_every_decision_can_be_told(subject):
    assert subject in WORDS
