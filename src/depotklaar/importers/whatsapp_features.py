"""What a record holds beyond plain text, in the words of the normalized conversation."""

from typing import Any

from depotklaar.importers.whatsapp_findings import FindingList
from depotklaar.importers.whatsapp_media import Numbering
from depotklaar.importers.whatsapp_message import Content, Evidence
from depotklaar.importers.whatsapp_survey import Survey
from depotklaar.importers.whatsapp_wording import Hit, Wording, unquoted
from depotklaar.model.event import Call, Deletion, Edit, SystemAction

_TIMER_CODES = {"disappearing_on": "timer-active", "advanced_privacy": "advanced-privacy"}


class Features:
    """Turns contents into the fields of events, with the same identifiers as the survey gave."""

    def __init__(self, survey: Survey, wording: Wording, findings: FindingList) -> None:
        self._survey = survey
        self._wording = wording
        self._findings = findings
        self._numbering = Numbering()

    def fields(self, content: Content, event: str, writer: str | None) -> dict[str, Any]:
        """Return what the event has besides its place, time and people; `writer` is the participant of the label."""
        if content.kind == "message":
            return self._message(content, event, writer)
        if content.kind == "call":
            return {"type": "call", "body": content.body, "call": self._call(content.hit, writer)}
        return {"type": "system", "body": content.body, "system": self._action(content.hit, event)}

    def _message(self, content: Content, event: str, writer: str | None) -> dict[str, Any]:
        fields: dict[str, Any] = {"type": "message", "body": content.body, "body_format": "whatsapp"}
        if content.edited:
            fields |= {"edited": True, "edits": (Edit(evidence=content.edited),)}
        if content.deleted:
            fields["deletion"] = self._deletion(content.hit, content.deleted, writer)
            if content.deleted == "marker_text":
                self._findings.add("deletion-by-text", event)
        if content.mentions:
            fields["attachments"] = tuple(self._numbering.identify(mention.name) for mention in content.mentions)
        for name in ("placeholder", "poll", "location"):
            if (value := getattr(content, name)) is not None:
                fields[name] = value
        if content.empty:
            self._findings.add("view-once-suspected", event)
        if content.unrendered:
            self._findings.add("content-not-shown", event)
        return fields

    def _deletion(self, hit: Hit | None, evidence: Evidence, writer: str | None) -> Deletion:
        by = hit.phrase.values["by"] if hit else "sender"
        if by == "admin":
            return Deletion(state="deleted_by_admin", evidence=evidence, participant=self._named(hit, "actor"))
        state = "deleted_by_admin" if by == "self_admin" else "deleted_for_everyone"
        return Deletion(state=state, evidence=evidence, participant=writer)  # type: ignore[arg-type]

    def _named(self, hit: Hit | None, place: str) -> str | None:
        """Return the participant in a place of a phrase; None when it names nobody or more than one."""
        keys = self._survey.rows.get(hit.places.get(place, ""), ()) if hit else ()
        return self._survey.people.id_of_key(keys[0]) if len(keys) == 1 else None

    def _call(self, hit: Hit | None, writer: str | None) -> Call:
        values = hit.phrase.values if hit else {}
        duration = hit.places.get("duration") if hit else None
        return Call(
            medium=values.get("medium", "unknown"),  # type: ignore[arg-type]
            outcome=values.get("outcome", "unknown"),  # type: ignore[arg-type]
            duration_seconds=None if duration is None else self._wording.seconds(duration),
            participants=() if writer is None else (writer,),
        )

    def _action(self, hit: Hit | None, event: str) -> SystemAction:
        if hit is None:
            self._findings.add("system-line-unknown", event)
            return SystemAction(action="unknown")
        code, places = hit.phrase.values["code"], hit.places
        if code in _TIMER_CODES:
            self._findings.add(_TIMER_CODES[code], event)
        keys = self._survey.rows.get(places.get("subjects", places.get("subject", "")), ())
        duration = places.get("duration")
        return SystemAction(
            action=code,
            actor=self._named(hit, "actor"),
            subjects=tuple(dict.fromkeys(self._survey.people.id_of_key(key) for key in keys)),
            old_value=unquoted(places["old"]) if "old" in places else None,
            new_value=unquoted(places["new"]) if "new" in places else None,
            duration_seconds=None if duration is None else self._wording.seconds(duration),
        )
