"""What stands around the text of an event: marks, deletion, attachments, earlier versions, responses, captures."""

from collections import Counter

from depotklaar.model.event import Edit, Event, Occurrence, Reaction, Receipt
from depotklaar.renditions.reading.media import Media
from depotklaar.renditions.reading.moments import Moments
from depotklaar.renditions.reading.people import People
from depotklaar.renditions.reading.text import isolate, show
from depotklaar.renditions.reading.words import Wording


def has_more(event: Event) -> bool:
    """Whether there is anything to tell beyond sender, time and text."""
    return bool(
        event.attachments
        or event.parent is not None
        or event.quote
        or event.subject
        or event.forwarded
        or event.placeholder
        or event.edited
        or event.edits
        or event.deletion
        or event.reactions
        or event.read_receipts
        or event.view_once
        or event.expires_seconds is not None
        or event.poll
        or event.location
        or event.system
        or event.call
        or len(event.occurrences) > 1
    )


def explains_itself(event: Event) -> bool:
    """Whether a message without text shows something else in its place."""
    return bool(event.attachments or event.placeholder or event.deletion or event.poll or event.location)


class Around:
    """Writes what stands before and after the text, and counts in `counts` what it met."""

    def __init__(self, words: Wording, moments: Moments, people: People, media: Media, counts: Counter[str]) -> None:
        self._words = words
        self._moments = moments
        self._people = people
        self._media = media
        self._counts = counts

    def before(self, event: Event) -> str:
        """Marks, deletion and subject."""
        subject = f'<p class="s">{self._words["subject"]}: {isolate(event.subject)}</p>' if event.subject else ""
        return self._marks(event) + self._deletion(event) + subject

    def after(self, event: Event) -> str:
        """Everything that belongs to the event and is not its text."""
        self._counts["unknown"] += sum(not self._media.knows(attachment) for attachment in event.attachments)
        parts = [self._media.figure(attachment) for attachment in event.attachments]
        parts += [self._placeholder(event), self._location(event), self._poll(event)]
        parts += [self._system(event), self._call(event), self._edits(event.edits)]
        parts += [self._reactions(event.reactions), self._receipts(event.read_receipts)]
        return "".join(parts) + self._seen(event.occurrences)

    def _marks(self, event: Event) -> str:
        words = self._words
        marks = [words[f"forwarded_{event.forwarded}"]] if event.forwarded in ("yes", "frequently") else []
        marks += [words["view_once"]] if event.view_once else []
        if event.expires_seconds is not None:
            marks.append(f"{words['expires']} {self._moments.span(event.expires_seconds)}")
        if event.edited or event.edits:
            marks.append(words["edited"])
            self._counts["edited"] += 1
        return f'<p class="s">{" · ".join(marks)}</p>' if marks else ""

    def _deletion(self, event: Event) -> str:
        gone = event.deletion
        if gone is None:
            return ""
        self._counts["deleted"] += 1
        told = self._words.code("deletion", gone.state)
        if gone.participant:
            told += f" – {self._people.name(gone.participant)}"
        if gone.timestamp:
            told += f", {self._moments.moment(gone.timestamp)}"
        evidence = f"{self._words['evidence']} {self._words.code('evidence', gone.evidence)}"
        return f'<p class="lost"><strong>{told}</strong> ({evidence})</p>'

    def _placeholder(self, event: Event) -> str:
        if event.placeholder is None:
            return ""
        self._counts["placeholder"] += 1
        kind = self._words.code("placeholder", event.placeholder)
        state = self._words.code("presence", "view_once" if event.view_once else "omitted_by_export")
        if event.placeholder == "waiting":
            state = self._words["waiting"]
        return f'<p class="lost"><strong>{kind}</strong> {state}</p>'

    def _location(self, event: Event) -> str:
        place = event.location
        if place is None:
            return ""
        words = self._words
        parts = [isolate(place.display)] if place.display else []
        for name, value in (("latitude", place.latitude), ("longitude", place.longitude)):
            parts += [f"{words[name]} {value!r}"] if value is not None else []
        parts += [isolate(place.url)] if place.url else []
        label = words["live_location" if place.live else "location"]
        return f'<p class="x"><strong>{label}</strong> {" · ".join(parts)}</p>'

    def _poll(self, event: Event) -> str:
        if event.poll is None:
            return ""
        words = self._words
        rows = []
        for option in event.poll.options:
            votes = words["votes_unknown"]
            if option.votes is not None:
                votes = f"{option.votes} {words['vote' if option.votes == 1 else 'votes']}"
            voters = f": {self._people.names(option.voters)}" if option.voters else ""
            rows.append(f"<li>{isolate(option.text)} – {votes}{voters}</li>")
        question = isolate(event.poll.question)
        return f'<div class="x"><p><strong>{words["poll"]}</strong> {question}</p><ul>{"".join(rows)}</ul></div>'

    def _system(self, event: Event) -> str:
        action = event.system
        if action is None:
            return ""
        words = self._words
        told = [] if event.body else [words.code("action", action.action)]
        told += [f"{words['by']} {self._people.name(action.actor)}"] if action.actor else []
        told += [f"{words['about']} {self._people.names(action.subjects)}"] if action.subjects else []
        told += [f"{words['from_value']}: {isolate(action.old_value)}"] if action.old_value is not None else []
        told += [f"{words['to_value']}: {isolate(action.new_value)}"] if action.new_value is not None else []
        told += [self._moments.span(action.duration_seconds)] if action.duration_seconds is not None else []
        return f'<p class="s">{" · ".join(told)}</p>' if told else ""

    def _call(self, event: Event) -> str:
        call = event.call
        if call is None:
            return ""
        words = self._words
        told = [words.code("medium", call.medium), words.code("outcome", call.outcome)]
        if call.duration_seconds is not None:
            told.append(f"{words['duration']} {self._moments.span(call.duration_seconds)}")
        told += [f"{words['with']} {self._people.names(call.participants)}"] if call.participants else []
        return f'<p class="s">{", ".join(told)}</p>'

    def _edits(self, edits: tuple[Edit, ...]) -> str:
        rows = []
        for edit in edits:
            evidence = f"{self._words['evidence']} {self._words.code('evidence', edit.evidence)}"
            when = f"{self._moments.moment(edit.timestamp)}; " if edit.timestamp else ""
            label = self._words["earlier" if edit.previous is not None else "earlier_unknown"]
            text = f'<div class="b" dir="auto">{show(edit.previous)}</div>' if edit.previous is not None else ""
            rows.append(f'<li><p class="s">{label} ({when}{evidence})</p>{text}</li>')
        return f'<ol class="v">{"".join(rows)}</ol>' if rows else ""

    def _reactions(self, reactions: tuple[Reaction, ...]) -> str:
        told = []
        for reaction in reactions:
            by = [self._people.names(reaction.participants)] if reaction.participants else []
            if reaction.count is not None and reaction.count != len(reaction.participants):
                by.append(f"{reaction.count}×")
            by += [self._moments.moment(reaction.timestamp)] if reaction.timestamp else []
            told.append(f'<span class="r">{isolate(reaction.value)}</span> {", ".join(by)}')
        return f'<p class="s">{self._words["reactions"]}: {" · ".join(told)}</p>' if told else ""

    def _receipts(self, receipts: tuple[Receipt, ...]) -> str:
        by_action: dict[str, list[str]] = {}
        for receipt in receipts:
            when = f" ({self._moments.moment(receipt.timestamp)})" if receipt.timestamp else ""
            by_action.setdefault(receipt.action, []).append(self._people.name(receipt.participant) + when)
        told = [f"{self._words.code('receipt', action)} {', '.join(names)}" for action, names in by_action.items()]
        return f'<p class="s">{" · ".join(told)}</p>' if told else ""

    def _seen(self, occurrences: tuple[Occurrence, ...]) -> str:
        if len(occurrences) < 2:
            return ""
        told = []
        for seen in occurrences:
            facts = [f"{self._words['line']} {seen.line_start}"] if seen.line_start is not None else []
            facts += [f"{self._words['differs']}: {show(difference)}" for difference in seen.differences]
            told.append(isolate(seen.capture) + (f" ({'; '.join(facts)})" if facts else ""))
        return f'<p class="s">{self._words["captures"]} {", ".join(told)}</p>'
