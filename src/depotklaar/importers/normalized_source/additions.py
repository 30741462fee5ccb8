"""What is added to a normalized conversation: what the archivist states, and files that its head does not name."""

from collections.abc import Iterable
from dataclasses import replace

from depotklaar.importers.interface import ImportOptions, noticed
from depotklaar.importers.normalized_source.notices import (
    NO_CHECKSUM,
    NOTICES,
    OTHER_CUSTODIAN,
    OUTSIDE_FILE,
    UNNAMED_FILE,
)
from depotklaar.model.conversation import Attachment, Head, Participant, SourceFinding

STATED = "stated"


def with_statements(head: Head, options: ImportOptions) -> Head:
    """Fill in the custodian and the moment of capture where the file has none; what the file says stays as it is."""
    custodian = head.conversation.custodian or _marked_custodian(head)
    if custodian is None and options.custodian is not None:
        head, custodian = _stated_custodian(head, options.custodian, options.known_as)
    captures = tuple(
        replace(
            capture,
            custodian=capture.custodian or custodian,
            captured_at=capture.captured_at or options.captured_at,
            captured_at_basis=capture.captured_at_basis
            or (STATED if options.captured_at and not capture.captured_at else None),
        )
        for capture in head.captures
    )
    return replace(head, conversation=replace(head.conversation, custodian=custodian), captures=captures)


def statement_findings(head: Head, options: ImportOptions) -> list[SourceFinding]:
    """Say so when the file names another custodian than the archivist does; `head` is that of the file."""
    custodian = head.conversation.custodian or _marked_custodian(head)
    if custodian is None or options.custodian is None:
        return []
    marks = {m.casefold() for p in head.participants if p.id == custodian for m in p.marks()}
    if marks & {mark.casefold() for mark in (options.custodian, *options.known_as)}:
        return []
    return [noticed(NOTICES, OTHER_CUSTODIAN, evidence=custodian)]


def unnamed_attachments(head: Head, paths: Iterable[str]) -> tuple[list[Attachment], list[SourceFinding]]:
    """Make an attachment, to which no event refers, of every path that no attachment names; each with a finding."""
    taken = {attachment.id for attachment in head.attachments}
    attachments: list[Attachment] = []
    findings = []
    number = 0
    for path in paths:
        number, mark = _free(taken, "unnamed", number)
        attachments.append(Attachment(id=mark, presence="present", name_on_disk=path.rsplit("/", 1)[-1], path=path))
        findings.append(noticed(NOTICES, UNNAMED_FILE, evidence=path))
    return attachments, findings


def missing_checksums(head: Head) -> list[SourceFinding]:
    """Say of which attachments the file gives no checksum, so that nothing shows whether they are still the same."""
    bare = sum(a.presence == "present" and a.sha256 is None for a in head.attachments)
    if not bare:
        return []
    return [noticed(NOTICES, NO_CHECKSUM, evidence=str(bare))]


def outside_findings(names: Iterable[str]) -> list[SourceFinding]:
    """Say which files lie in the folder of no conversation, and so do not go along."""
    return [noticed(NOTICES, OUTSIDE_FILE, evidence=name) for name in names]


def _marked_custodian(head: Head) -> str | None:
    marked = [participant.id for participant in head.participants if participant.is_custodian]
    return marked[0] if len(marked) == 1 else None


def _stated_custodian(head: Head, stated: str, known_as: tuple[str, ...]) -> tuple[Head, str]:
    """Find the one participant who bears a stated name, or add the custodian as a participant."""
    names = {name.casefold() for name in (stated, *known_as)}
    bearers = [p for p in head.participants if names & {mark.casefold() for mark in p.marks()}]
    if len(bearers) == 1:
        found = bearers[0].id
        people = tuple(replace(p, is_custodian=p.is_custodian or p.id == found) for p in head.participants)
        return replace(head, participants=people), found
    _, mark = _free({p.id for p in head.participants}, "custodian", 0)
    added = Participant(id=mark, display=stated, type="person", is_custodian=True)
    members = (*head.conversation.participants, mark) if head.conversation.participants else ()
    conversation = replace(head.conversation, participants=members)
    return replace(head, conversation=conversation, participants=(*head.participants, added)), mark


def _free(taken: set[str], stem: str, number: int) -> tuple[int, str]:
    """Return the next number whose id is free, with that id, which is taken from then on."""
    while True:
        number += 1
        mark = f"{stem}-{number}"
        if mark not in taken:
            taken.add(mark)
            return number, mark
