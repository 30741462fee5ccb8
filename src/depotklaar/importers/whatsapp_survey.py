"""The second look at a chat file: who writes, which files are mentioned, what the app reports, in which language."""

from dataclasses import dataclass, field

from depotklaar.errors import Problem, SourceError
from depotklaar.importers.interface import ImportOptions
from depotklaar.importers.whatsapp_clock import Clock
from depotklaar.importers.whatsapp_header import headers_in
from depotklaar.importers.whatsapp_media import MediaTable
from depotklaar.importers.whatsapp_message import Content
from depotklaar.importers.whatsapp_payload import Payloads
from depotklaar.importers.whatsapp_people import People
from depotklaar.importers.whatsapp_probe import Probe, any_day
from depotklaar.importers.whatsapp_records import PRELUDE, split_records
from depotklaar.importers.whatsapp_text import place_of
from depotklaar.importers.whatsapp_wording import Wording, unquoted
from depotklaar.language import Text
from depotklaar.model.conversation import Title
from depotklaar.storage.tree import Tree

_WORDS_FROM = 2_000
_SEVERAL_HEADERS = 3
_UNREAD = Text(
    "{percent}% van dit bestand is niet als bericht te lezen, terwijl daarin {count} regels lijken op het begin van een"
    " bericht",
    "{percent}% of this file cannot be read as messages, although {count} lines of it look like the begin of one",
)
_UNREAD_HINT = Text(
    "Lever elke export zoals de app hem heeft gemaakt: een eigen [[bron]] voor elk bestand, niet bewerkt of"
    " samengevoegd.",
    "Deliver each export as the app has made it: a [[bron]] of its own for each file, not edited or put together.",
)
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
    """What a whole file holds, as small tables; sizes in characters.

    `rows` leads from names in a line of the app to keys of people.
    """

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
    unparsed_size: int = 0
    unparsed_headers: int = 0
    size: int = 0
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
        survey.size += len(raw)
        if shape == PRELUDE:
            survey.unparsed += 1
            survey.unparsed_size += len(raw)
            survey.unparsed_headers += len(headers_in(raw))
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


def refuse_mostly_unread(tree: Tree, name: str, survey: Survey) -> None:
    """Raise SourceError when most of a file could not be read as messages although it has the lines that begin one."""
    if survey.unparsed_headers >= _SEVERAL_HEADERS and survey.unparsed_size * 2 > survey.size:
        values = {"percent": survey.unparsed_size * 100 // survey.size, "count": survey.unparsed_headers}
        raise SourceError(Problem(place=place_of(tree, name), text=_UNREAD.fill(**values), hint=_UNREAD_HINT))


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
