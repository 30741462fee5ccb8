"""The second look at a chat file: who writes, which files are mentioned, what the app reports, in which language."""

from dataclasses import dataclass, field

from depotklaar.importers.interface import ImportOptions
from depotklaar.importers.whatsapp_clock import Clock
from depotklaar.importers.whatsapp_media import MediaTable
from depotklaar.importers.whatsapp_message import Content
from depotklaar.importers.whatsapp_payload import Payloads
from depotklaar.importers.whatsapp_people import People
from depotklaar.importers.whatsapp_probe import Probe, any_day
from depotklaar.importers.whatsapp_records import PRELUDE, split_records
from depotklaar.importers.whatsapp_wording import Wording, unquoted
from depotklaar.model.conversation import Title

_WORDS_FROM = 2_000
_MOST_TITLES = 1_000
_GROUP_CODES = frozenset(
    (
        "group_created",
        "member_added",
        "member_joined_link",
        "member_left",
        "member_removed",
        "subject_changed",
        "icon_changed",
        "description_changed",
        "admin_granted",
        "admin_revoked",
        "member_approval",
        "community",
        "settings_changed",
    )
)


@dataclass(slots=True)
class Survey:
    """What a whole file holds, as small tables. `rows` leads from names in a line of the app to keys of people."""

    people: People
    media: MediaTable = field(default_factory=MediaTable)
    languages: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    titles: list[Title] = field(default_factory=list)
    heading_labels: set[str] = field(default_factory=set)
    messages: int = 0
    records: int = 0
    unparsed: int = 0
    group_lines: int = 0
    starts_with_notice: bool = False
    _senders: set[str] = field(default_factory=set)

    def names(self, text: str) -> tuple[str, ...]:
        """Return the keys of the people whom a line of the app names; empty when it was not seen in the survey."""
        return self.rows.get(text, ())


def payloads_of(found: Probe, wording: Wording) -> tuple[Payloads, ...]:
    """Return a reader of payloads for each header shape of a probed file."""
    return tuple(
        Payloads(
            wording,
            ios=shape.family in ("bracket", "colon"),
            marked=found.marked,
            crlf=found.text.newline == "crlf",
            known=found.known_labels,
            colon_labels=found.colon_labels,
        )
        for shape in found.shapes
    )


def is_ios(found: Probe) -> bool:
    """Whether the first header shape is an iPhone's."""
    return found.shapes[0].family in ("bracket", "colon")


def survey_file(found: Probe, wording: Wording, options: ImportOptions, clock: Clock | None) -> Survey:
    """Read every record once. Without a clock (date order not yet known) every possible date counts as one."""
    survey = Survey(People(wording, options.custodian, options.known_as))
    payloads = payloads_of(found, wording)
    senders, seen = survey._senders, set[str]()
    has_day = any_day if clock is None else clock.calendar.day
    for shape, stamp, date, label, head, cut, raw in split_records(found.text, found.shapes, has_day):
        if shape == PRELUDE:
            survey.unparsed += 1
            continue
        survey.records += 1
        name, body, content = payloads[shape].read(label, raw, head, cut)
        if content is None:
            survey.messages += 1
            if name not in senders:
                senders.add(name)  # type: ignore[arg-type]
                survey.people.sends(name)  # type: ignore[arg-type]
            if survey.messages <= _WORDS_FROM:
                wording.count_words(body or "", survey.words)
            continue
        if content.language:
            survey.languages[content.language] = survey.languages.get(content.language, 0) + 1
        if content.kind == "message":
            _take_message(survey, name or "", content)
        else:
            _take_notice(survey, name, content, clock.time(shape, stamp, date)[0].local if clock else None, seen)
    for text in sorted(seen):
        survey.rows.setdefault(text, survey.people.names(text))
    return survey


def _take_message(survey: Survey, label: str, content: Content) -> None:
    survey.messages += 1
    if label not in survey._senders:
        survey._senders.add(label)
        survey.people.sends(label)
    for mention in content.mentions:
        survey.media.add(mention, survey.records)
    by = content.hit.phrase.values.get("by", "") if content.hit and content.deleted else ""
    if by.startswith("self"):
        survey.people.deletes_own(label)


def _take_notice(survey: Survey, label: str | None, content: Content, local: str | None, seen: set[str]) -> None:
    if label is not None:
        survey.people.heads(label)
        survey.heading_labels.add(label)
    if content.hit is None:
        return
    code, places = content.hit.phrase.values.get("code", "call"), content.hit.places
    if code == "encryption_notice" and survey.records <= 3:
        survey.starts_with_notice = True
    if code == "call" and label is not None:
        survey.rows.setdefault(label, (survey.people.name(label),))
    survey.group_lines += code in _GROUP_CODES
    for place in ("actor", "subject"):
        if place in places:
            survey.rows.setdefault(places[place], (survey.people.name(places[place]),))
    seen.update([places["subjects"]] if "subjects" in places else [])
    if code in ("group_created", "subject_changed") and "new" in places and len(survey.titles) < _MOST_TITLES:
        title = Title(value=unquoted(places["new"]), valid_from=local, evidence=code)
        survey.titles.append(title)
