"""What the reader noticed, collected with a limit for each code, so that a strange file does not fill the memory."""

from typing import Literal

from depotklaar.model.conversation import SourceFinding

MOST_OF_A_CODE = 100

_SEVERITY: dict[str, Literal["error", "warning", "info"]] = {
    "zone-assumed": "info",
    "time-ambiguous": "warning",
    "time-nonexistent": "warning",
    "time-runs-back": "info",
    "meridiem-impossible": "warning",
    "encoding-not-utf8": "warning",
    "text-before-first-message": "warning",
    "mixed-shapes": "warning",
    "header-of-other-shape": "warning",
    "pasted-lines": "info",
    "pasted-export-suspected": "warning",
    "header-within-line": "warning",
    "marks-missing": "info",
    "label-with-colon": "info",
    "system-line-unknown": "info",
    "deletion-by-text": "info",
    "view-once-suspected": "info",
    "content-not-shown": "info",
    "media-missing": "warning",
    "media-matched-loosely": "warning",
    "media-unmentioned": "warning",
    "media-omitted": "info",
    "attachment-number-shift": "info",
    "custodian-inferred": "info",
    "custodian-unknown": "info",
    "custodian-other-label": "warning",
    "truncation-suspected": "warning",
    "start-not-seen": "info",
    "timer-active": "warning",
    "advanced-privacy": "info",
    "language-unknown": "info",
}
_MESSAGES = {
    "zone-assumed": "The export names no time zone; the assumed one is in the decisions of the capture.",
    "time-ambiguous": "This hour occurs twice in the night when the clock goes back.",
    "time-nonexistent": "This hour does not exist in the night when the clock goes forward; the zone may be wrong.",
    "time-runs-back": "The time is more than a day before that of the record above.",
    "meridiem-impossible": "AM or PM does not fit the hour; the hour was read as it stands.",
    "encoding-not-utf8": "The chat file is not UTF-8; it was probably opened and saved after the export.",
    "text-before-first-message": "There is text before the first message.",
    "mixed-shapes": "The file mixes several forms of header; it may be put together from several exports.",
    "header-of-other-shape": "A line looks like the begin of a message in another form; it was left in the text.",
    "pasted-lines": "The text holds lines copied from another chat; they were left in the text.",
    "pasted-export-suspected": "Time runs back and the name is new: this may be a pasted line of an export.",
    "header-within-line": "The begin of a message stands in the middle of a line; nothing was cut.",
    "marks-missing": "The invisible marks of the iPhone are gone; the app's own lines were told by their words.",
    "label-with-colon": "A name holds a colon; it was told by its repetition.",
    "system-line-unknown": "The app reports something for which there is no phrase; the text is kept.",
    "deletion-by-text": "Only the words say that this message was deleted; a person could have typed them.",
    "view-once-suspected": "The message is empty: view once, or something that the export cannot carry.",
    "content-not-shown": "The export writes null: something that it cannot carry, or a person typed it.",
    "media-missing": "A message names a file that is not in the source.",
    "media-matched-loosely": "The file in the source does not bear quite the name that the message gives.",
    "media-unmentioned": "The source holds a file that no message mentions.",
    "media-omitted": "The export left out media.",
    "attachment-number-shift": "The numbers of attachments shift against those of the records; some may be gone.",
    "custodian-inferred": "The holder of the phone was told by who wrote 'You deleted this message'.",
    "custodian-unknown": "The app speaks to the holder of the phone, but nobody states who that is.",
    "custodian-other-label": "A label other than the stated holder wrote the holder's own phrase; see known names.",
    "truncation-suspected": "The number of messages is near the most that WhatsApp exports; the oldest may be cut off.",
    "start-not-seen": "The notice about encryption with which a chat begins is not at the top.",
    "timer-active": "Disappearing messages were switched on; what disappeared before the export is not in it.",
    "advanced-privacy": "Advanced chat privacy was switched in this chat.",
    "language-unknown": "The language of the app was not recognised; its own lines may be marked unknown.",
}


class FindingList:
    """Adds findings to a list, at most `MOST_OF_A_CODE` of each code; `close` tells how many were not listed."""

    def __init__(self) -> None:
        self.found: list[SourceFinding] = []
        self._counts: dict[str, int] = {}

    def add(self, code: str, event: str | None = None, evidence: str | None = None) -> None:
        """Add a finding; `evidence` never quotes a message."""
        count = self._counts[code] = self._counts.get(code, 0) + 1
        if count <= MOST_OF_A_CODE:
            self.found.append(_finding(code, event, evidence))

    def close(self) -> None:
        """Add one finding for each code of which there were too many to list."""
        for code, count in sorted(self._counts.items()):
            if count > MOST_OF_A_CODE:
                evidence = f"{count} in all, {count - MOST_OF_A_CODE} of them not listed"
                self.found.append(_finding(code, None, evidence))
        self._counts.clear()


def _finding(code: str, event: str | None, evidence: str | None) -> SourceFinding:
    return SourceFinding(
        code=f"whatsapp.{code}", severity=_SEVERITY[code], event=event, message=_MESSAGES[code], evidence=evidence
    )
