"""Importer `normalized`: conversations that are in the normalized conversation 1.0 already, with their media."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from depotklaar.errors import Problem, SourceError
from depotklaar.importers.interface import EventLine, ImportedConversation, ImportOptions
from depotklaar.importers.normalized_source.additions import (
    STATED,
    missing_checksums,
    outside_findings,
    statement_findings,
    unnamed_attachments,
    with_statements,
)
from depotklaar.importers.normalized_source.notices import NOTICES
from depotklaar.importers.normalized_source.shelf import NAMES, Place, Shelf, find_conversations, survey
from depotklaar.importers.normalized_source.zones import ZoneWatch
from depotklaar.language import Text
from depotklaar.model.conversation import Head, SourceFinding
from depotklaar.model.event import Event, Gap
from depotklaar.model.record import Record
from depotklaar.standards.conversation.faults import Fault, Faults
from depotklaar.standards.conversation.reader import head_of, read_records
from depotklaar.storage.tree import Tree

Records = Iterator[tuple[Record, bytes]]

_NONE = Text(
    "Hier ligt geen genormaliseerd gesprek 1.0 (conversation.jsonl of conversation.json).",
    "There is no normalized conversation 1.0 here (conversation.jsonl or conversation.json).",
)
_NONE_HINT = Text(
    "Geef het bestand zelf op, of de map waarin het met zijn map media ligt.",
    "Name the file itself, or the folder in which it lies with its folder media.",
)
_TWINS = Text(
    "In deze map liggen meer gesprekken; niet te zeggen is bij welk gesprek de media horen.",
    "There is more than one conversation in this folder; which one the media belong to cannot be told.",
)
_TWINS_HINT = Text(
    "Geef elk gesprek zijn eigen map, en lever één vorm: .jsonl of .json.",
    "Give each conversation a folder of its own, and deliver one form: .jsonl or .json.",
)
_ABSENT = Text(
    "Deze bijlage is volgens het gesprek aanwezig, maar het bestand is er niet: {path}.",
    "This attachment is present according to the conversation, but the file is not there: {path}.",
)
_ABSENT_HINT = Text(
    "Lever de hele map, met de map media, of vraag het bestand op bij de maker van het gesprek.",
    "Deliver the whole folder, with the folder media, or ask the maker of the conversation for the file.",
)


class NormalizedImporter:
    """Reads a .jsonl or .json file, a folder with conversation.jsonl and media/, a folder of those, or a zip of any.

    `schema` is the JSON Schema of the format, used to explain what is wrong.
    """

    name = "normalized"
    title = "Normalized conversation 1.0"
    findings = NOTICES
    codes: Mapping[str, Sequence[str]] = {"captured_at_basis": (STATED,)}

    def __init__(self, schema: bytes) -> None:
        self._schema = schema

    def recognises(self, tree: Tree) -> bool:
        """Whether a conversation in this tree starts as an object and names the format."""
        return bool(find_conversations(tree))

    def read(self, tree: Tree, options: ImportOptions) -> Iterator[ImportedConversation]:
        """Give the conversations by the name of their files. SourceError with all faults of all of them.

        A fault in the head of a conversation is raised before it is given, one in its events while they are asked for.
        """
        shelf = _shelf(tree, options)
        for index, place in enumerate(shelf.places):
            reading = _Reading(tree, place, options, self._schema, shelf.places[index + 1 :])
            yield reading.conversation(outside_findings(shelf.outside) if index == 0 else [])
            reading.close()


class _Reading:
    """The reading of one conversation; `others` are checked too when it turns out to be faulty."""

    def __init__(
        self, tree: Tree, place: Place, options: ImportOptions, schema: bytes, others: Sequence[Place]
    ) -> None:
        self._tree = tree
        self._place = place
        self._options = options
        self._schema = schema
        self._others = others
        self._records = self._read(place)

    def conversation(self, findings: list[SourceFinding]) -> ImportedConversation:
        """Read the head, and give it with the events still to be read; `findings` are those of the whole source."""
        head, first = self._head()
        media, absent = _media(self._place, head)
        if absent:
            raise SourceError(self._absences(absent) + self._faults_of(self._records) + self._faults_elsewhere())
        strays = sorted(set(self._place.files) - set(media.values()))
        inside = [name[len(self._place.folder) :] for name in strays]
        added, added_findings = unnamed_attachments(head, inside)
        findings += statement_findings(head, self._options) + missing_checksums(head) + added_findings
        media |= {attachment.id: name for attachment, name in zip(added, strays, strict=True)}
        whole = with_statements(replace(head, attachments=(*head.attachments, *added)), self._options)
        return ImportedConversation(
            head=whole,
            events=self._events(first, findings),
            media=media,
            findings=findings,
            originals=(self._place.name,),
        )

    def close(self) -> None:
        """Close the file, also when not all of it was asked for."""
        close = getattr(self._records, "close", None)
        if close is not None:
            close()

    def _head(self) -> tuple[Head, list[tuple[Record, bytes]]]:
        described: list[Record] = []
        try:
            for record, line in self._records:
                if isinstance(record, (Event, Gap, SourceFinding)):
                    return head_of(described), [(record, line)]
                described.append(record)
        except SourceError as error:
            raise SourceError([*error.problems, *self._faults_elsewhere()]) from error
        return head_of(described), []

    def _events(self, first: list[tuple[Record, bytes]], findings: list[SourceFinding]) -> Iterator[EventLine]:
        watch = ZoneWatch()
        try:
            for record, line in chain(first, self._records):
                if isinstance(record, SourceFinding):
                    findings.append(record)
                elif isinstance(record, (Event, Gap)):
                    if isinstance(record, Event) and not watch.is_plain(record):
                        findings += watch.findings(record)
                    yield EventLine(record, line)
        except SourceError as error:
            raise SourceError([*error.problems, *self._faults_elsewhere()]) from error

    def _read(self, place: Place) -> Records:
        with self._tree.open(place.name) as stream:
            yield from read_records(stream, place.encoding, self._called(place), self._schema)

    def _called(self, place: Place) -> str:
        """How errors name a file of the source."""
        return (
            self._options.source_name
            if self._tree.container == "file"
            else f"{self._options.source_name}: {place.name}"
        )

    def _absences(self, absent: list[tuple[str, str]], place: Place | None = None) -> list[Problem]:
        faults = Faults(self._called(place or self._place))
        for mark, path in absent:
            faults.add(Fault("path", _ABSENT.fill(path=path), _ABSENT_HINT), kind="attachment", mark=mark)
        return faults.all()

    def _faults_elsewhere(self) -> list[Problem]:
        """The faults of the conversations that come after this one."""
        problems = []
        for place in self._others:
            described: list[Record] = []
            faults = self._faults_of(self._read(place), described)
            problems += faults
            if not faults:
                problems += self._absences(_media(place, head_of(described))[1], place)
        return problems

    def _faults_of(self, records: Records, described: list[Record] | None = None) -> list[Problem]:
        try:
            for record, _ in records:
                if described is not None and not isinstance(record, (Event, Gap, SourceFinding)):
                    described.append(record)
        except SourceError as error:
            return list(error.problems)
        return []


def _shelf(tree: Tree, options: ImportOptions) -> Shelf:
    names = find_conversations(tree) or _called_so(tree)
    if not names:
        raise SourceError(Problem(place=options.source_name, text=_NONE, hint=_NONE_HINT))
    shelf = survey(tree, names)
    if shelf.twins:
        places = (f"{options.source_name}: {folder or '.'}" for folder in shelf.twins)
        raise SourceError([Problem(place=place, text=_TWINS, hint=_TWINS_HINT) for place in places])
    return shelf


def _called_so(tree: Tree) -> list[str]:
    """What bears the name of a conversation though it does not begin as one: reading it tells what is wrong."""
    return [e.name for e in tree.entries() if tree.container == "file" or e.name.rsplit("/", 1)[-1] in NAMES]


def _media(place: Place, head: Head) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return the entry of each present attachment by its id, and the id and path of those that have none."""
    media, absent = {}, []
    for attachment in head.attachments:
        if attachment.presence == "present":
            name = f"{place.folder}{attachment.path}"
            if name in place.files:
                media[attachment.id] = name
            else:
                absent.append((attachment.id, str(attachment.path)))
    return media, absent
