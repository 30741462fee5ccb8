"""Who takes part: one participant for each label of a file, and the words by which the phone's holder is called."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Literal

from depotklaar.importers.whatsapp_wording import Wording
from depotklaar.model.conversation import Identifier, Label, Participant

_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_SPACE = re.compile(r"[\s\u00a0\u202f]+")
_PHONE = re.compile(r"\+?[\d\s().\u00a0\u202f\u2010-\u2015-]{5,32}")
_SELF = "\x00self"

LabelKind = Literal["contact_name", "push_name", "self_word", "phone_text"]


def shown(raw: str) -> str:
    """Return a label as a person reads it: without marks of writing direction, every space an ordinary one."""
    return _SPACE.sub(" ", raw.translate(_MARKS)).strip()


def participant_id(key: str) -> str:
    """Return the identifier of a participant, the same in every export that shows the same label or number."""
    return f"p-{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


@lru_cache(maxsize=4096)
def e164(text: str) -> str | None:
    """Return a phone number in the form +31612345678; None when it lacks its country or cannot be a number."""
    if not text.startswith("+") or not _PHONE.fullmatch(text):
        return None
    import phonenumbers

    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def label_kind(text: str) -> LabelKind:
    """Tell what kind of label a shown text is."""
    if text.startswith("~"):
        return "push_name"
    return "phone_text" if _PHONE.fullmatch(text) and sum(c.isdigit() for c in text) >= 5 else "contact_name"


@dataclass(slots=True)
class Person:
    """What is known of one participant while a file is surveyed."""

    key: str
    display: str
    labels: dict[str, LabelKind] = field(default_factory=dict)
    number: str | None = None
    raw_number: str | None = None
    sends: bool = False
    is_named: bool = False
    heads_notices: bool = False


class People:
    """The participants of one file, by label.

    `custodian` is the name that the archivist gives to the holder of the phone, `known_as` further labels of the
    holder. Without a stated holder the one label that wrote the owner's own phrase of deletion is taken for it.
    """

    def __init__(self, wording: Wording, custodian: str | None, known_as: Iterable[str]) -> None:
        self._conjunctions = wording.conjunctions
        self._self_words = wording.self_words
        self._persons: dict[str, Person] = {}
        self._keys: dict[str, str] = {}
        self._deleters: set[str] = set()
        self.stated = None if custodian is None else _key(shown(custodian))
        self._aliases = frozenset(_key(shown(name)) for name in known_as) if custodian is not None else frozenset()
        if self.stated is not None and custodian is not None:
            self._persons[self.stated] = _person(self.stated, shown(custodian))

    def key(self, raw: str) -> str:
        """Return the key of the participant with this label, whom it adds when new."""
        known = self._keys.get(raw)
        if known is not None:
            return known
        text = shown(raw)
        key = _key(text)
        if key in self._aliases and self.stated is not None:
            key = self.stated
        person = self._persons.setdefault(key, _person(key, text))
        person.labels.setdefault(raw, label_kind(text))
        if person.number is None and (number := e164(text)):
            person.number, person.raw_number = number, raw
        self._keys[raw] = key
        return key

    def sends(self, raw: str) -> None:
        """Note that this label wrote a message."""
        self._persons[self.key(raw)].sends = True

    def heads(self, raw: str) -> None:
        """Note that this label stands before a line of the app (iPhone), which need not make it a person."""
        self._persons[self.key(raw)].heads_notices = True

    def deletes_own(self, raw: str) -> None:
        """Note that this label wrote `You deleted this message`, which only the holder's own phone shows."""
        self._deleters.add(self.key(raw))

    def name(self, text: str) -> str:
        """Return the key of a participant that a line of the app names; a word for the holder is the holder."""
        key = self._self_key() if text in self._self_words else self.key(text)
        if key == _SELF:
            self._persons.setdefault(_SELF, _person(_SELF, text)).labels.setdefault(text, "self_word")
        elif text in self._self_words:
            self._persons[key].labels.setdefault(text, "self_word")
        self._persons[key].is_named = True
        return key

    def names(self, text: str) -> tuple[str, ...]:
        """Return the keys of one or more participants in a row (`A, B en C`)."""
        if text in self._keys or text in self._self_words or _key(shown(text)) in self._persons:
            return (self.name(text),)
        return tuple(self.name(part) for part in self._parts(text))

    def _parts(self, text: str) -> list[str]:
        for word in self._conjunctions:
            before, found, last = text.rpartition(f" {word} ")
            parts = [*before.rstrip(",").split(", "), last]
            if found and all(parts) and (len(parts) > 2 or any(self._is_known(part) for part in parts)):
                return parts
        parts = text.split(", ")
        return parts if len(parts) > 1 and any(self._is_known(part) for part in parts) and all(parts) else [text]

    def _is_known(self, text: str) -> bool:
        key = _key(shown(text))
        return text in self._self_words or key in self._persons or key in self._aliases or e164(shown(text)) is not None

    def _self_key(self) -> str:
        return self.stated if self.stated is not None else _SELF

    def inferred(self) -> str | None:
        """The key of the holder, read from the file when nobody states one; None when it does not tell."""
        return next(iter(self._deleters)) if self.stated is None and len(self._deleters) == 1 else None

    def custodian(self) -> str | None:
        """The identifier of the holder of the phone; None when it is not known at all."""
        key = self.stated or self.inferred() or (_SELF if _SELF in self._persons else None)
        return None if key is None else participant_id(key)

    def id_of_key(self, key: str) -> str:
        """The identifier of a participant by key; the holder's own words lead to the holder."""
        return participant_id((self.inferred() or key) if key == _SELF else key)

    def ids(self) -> dict[str, str]:
        """The identifier for every label as it stands in the file."""
        return {raw: self.id_of_key(key) for raw, key in self._keys.items()}

    def holder_writes(self) -> bool:
        """Whether the holder is known and is one of those who write, so that the others' messages are incoming."""
        key = self.stated or self.inferred()
        return key is not None and self._persons[key].sends

    def unmatched_deleters(self) -> tuple[str, ...]:
        """Identifiers of labels that wrote the holder's own phrase although the archivist names another holder."""
        wrong = self._deleters - {self.stated} if self.stated is not None else set()
        return tuple(sorted(participant_id(key) for key in wrong))

    def senders(self) -> list[Person]:
        """Those who wrote a message, in the order in which they first appear."""
        return [person for person in self._persons.values() if person.sends]

    def all(self) -> list[Person]:
        """Everyone and every title used as a label, in the order of first appearance."""
        return list(self._persons.values())

    def participants(self, titles: frozenset[str]) -> tuple[Participant, ...]:
        """Return the participants; labels in `titles` (shown texts) that only head lines of the app are titles."""
        holder = self.custodian()
        inferred = self.inferred()
        merged = self._persons.get(_SELF)
        found = []
        for person in self._persons.values():
            if person.key == _SELF and inferred is not None:
                continue
            labels = dict(person.labels)
            if inferred == person.key and merged is not None:
                labels |= merged.labels
            found.append(_participant(person, labels, holder, is_title(person, titles)))
        return tuple(found)


def is_title(person: Person, titles: frozenset[str]) -> bool:
    """Whether a label is the conversation's own title: it heads lines of the app, and nobody of that name acts."""
    return person.heads_notices and not person.sends and not person.is_named and person.display in titles


def _key(text: str) -> str:
    return e164(text) or text


def _person(key: str, display: str) -> Person:
    return Person(key=key, display=display)


def _participant(person: Person, labels: dict[str, LabelKind], holder: str | None, title: bool) -> Participant:
    identifier = participant_id(person.key)
    numbers = (Identifier(scheme="e164", value=person.number, raw=person.raw_number),) if person.number else ()
    named = tuple(
        Label(value=shown(raw).lstrip("~ ") if kind == "push_name" else shown(raw), kind=kind, raw=raw)
        for raw, kind in labels.items()
    )
    return Participant(
        id=identifier,
        display=person.display,
        type="conversation_label" if title else "person" if person.sends or person.is_named else "unknown",
        is_custodian=identifier == holder,
        identifiers=numbers,
        labels=named,
    )
