"""What is worth telling about a source as a whole, before its first event."""

import re

from depotklaar.importers.whatsapp_findings import FindingList
from depotklaar.importers.whatsapp_head import Read
from depotklaar.importers.whatsapp_people import participant_id
from depotklaar.importers.whatsapp_survey import is_ios
from depotklaar.model.conversation import Attachment

_ONE_WORD = re.compile(r"[\w.-]{1,80}")


def note_source(read: Read, findings: FindingList) -> None:
    """Add the findings that hold for the whole source."""
    _note_text(read, findings)
    _note_people(read, findings)
    _note_media(read, findings)
    if read.near_cap:
        findings.add("truncation-suspected", evidence=f"{read.survey.messages} / {read.near_cap}")
    if not read.survey.starts_with_notice:
        findings.add("start-not-seen")


def _note_text(read: Read, findings: FindingList) -> None:
    found = read.found
    if read.options.zone is None:
        findings.add("zone-assumed", evidence=read.zone)
    if found.text.encoding != "utf-8":
        findings.add("encoding-not-utf8", evidence=found.text.encoding)
    if len(found.shapes) > 1:
        evidence = ", ".join(f"{count} × {shape.name}" for shape, count in zip(found.shapes, found.counts, strict=True))
        findings.add("mixed-shapes", evidence=evidence)
    if is_ios(found) and not found.marked and found.shapes[0].family == "bracket":
        findings.add("marks-missing")
    if read.language is None:
        findings.add("language-unknown")


def _note_people(read: Read, findings: FindingList) -> None:
    people = read.survey.people
    inferred = people.inferred()
    if inferred is not None:
        findings.add("custodian-inferred", evidence=participant_id(inferred))
    elif people.stated is None and people.custodian() is not None:
        findings.add("custodian-unknown")
    for other in people.unmatched_deleters():
        findings.add("custodian-other-label", evidence=other)
    for label in read.found.colon_labels:
        findings.add("label-with-colon", evidence=participant_id(people.key(label)))


def _note_media(read: Read, findings: FindingList) -> None:
    matched, media = read.matched, read.survey.media
    names = {attachment.id: _name_of(attachment) for attachment in matched.attachments}
    for code, identifiers in (
        ("media-missing", matched.missing),
        ("media-matched-loosely", matched.loose),
        ("media-unmentioned", matched.strays),
    ):
        for identifier in identifiers:
            findings.add(code, evidence=names[identifier])
    if media.omitted:
        findings.add("media-omitted", evidence=f"{media.omitted}")
    if is_ios(read.found) and len(media.offsets) > 1:
        findings.add("attachment-number-shift", evidence=f"{media.offsets[0]}, {media.offsets[1]}")


def _name_of(attachment: Attachment) -> str:
    """The file's name; one that stands only in a message must be one word, for a person may have typed it."""
    if attachment.name_on_disk:
        return attachment.name_on_disk
    name = attachment.name_in_text or ""
    return name if _ONE_WORD.fullmatch(name) else attachment.id
