"""One event or gap as HTML: the message exactly as it stands, and around it all that the source knows of it."""

from collections import Counter, OrderedDict

from depotklaar.model.event import Event, Gap
from depotklaar.renditions.reading.around import Around, explains_itself, has_more
from depotklaar.renditions.reading.media import Media
from depotklaar.renditions.reading.moments import Moments
from depotklaar.renditions.reading.people import People
from depotklaar.renditions.reading.text import anchor, isolate, show
from depotklaar.renditions.reading.words import Wording

_REMEMBERED = 2000
_SNIPPET = 160


class Events:
    """Writes events in the order in which they come.

    Remembers the beginning of the latest messages only, so that a reply can name the message that it answers.
    """

    def __init__(self, words: Wording, moments: Moments, people: People, media: Media) -> None:
        self._words = words
        self._moments = moments
        self._people = people
        self._counts: Counter[str] = Counter()
        self._around = Around(words, moments, people, media, self._counts)
        self._latest: OrderedDict[str, tuple[int, str | None, str]] = OrderedDict()
        self._number = words["number"]

    @property
    def counts(self) -> Counter[str]:
        """How many of each kind were written: `message`, `system`, `gap`, `deleted`, ..."""
        return self._counts

    def item(self, event: Event, day: str, doubt: str) -> str:
        """The event as an item of the list of its day; `doubt` says (as HTML) how its time differs from the day's."""
        self._counts[event.type] += 1
        kind = event.type if event.type != "message" else self._side(event)
        quality = f' <span class="q">{doubt}</span>' if doubt else ""
        head = self._head(event, day)
        text = self._body(event)
        before, after = "", ""
        if has_more(event):
            before = self._reply(event) + self._around.before(event)
            after = self._around.after(event)
        self._remember(event)
        return (
            f'<li id="{anchor(event.id)}" class="{kind}"><p class="h">{head} {self._moments.clock(event.timestamp)}'
            f'{quality} <span class="n">{self._number} {event.order}</span></p>{before}{text}{after}</li>\n'
        )

    def gap(self, gap: Gap) -> str:
        """The place where events were left out on purpose: how many, why and who decided."""
        words = self._words
        self._counts["gap"] += 1
        self._counts["gap_events"] += gap.events
        self._counts["gap_attachments"] += gap.attachments
        one = gap.order_first == gap.order_last
        numbers = f"{words['number']} {gap.order_first}"
        if not one:
            numbers = f"{words['gap_numbers']} {gap.order_first} {words['to']} {gap.order_last}"
        counted = words.count(gap.events, "message")
        if gap.attachments:
            counted += f" {words['and']} {words.count(gap.attachments, 'attachment')}"
        decided = f"{words['decided_by']} {isolate(gap.decided_by)}"
        if gap.decided_at:
            decided += f" {words['decided_at']} {self._moments.date_title(gap.decided_at)}"
        remark = f" {words['remark']}: {isolate(gap.remark)}." if gap.remark else ""
        return (
            f'<li class="gap"><p><strong>{words["gap"]}:</strong> {counted} ({numbers}). '
            f"{words['reason']}: {words.code('reason', gap.reason)}. {decided}.{remark}</p></li>\n"
        )

    def _side(self, event: Event) -> str:
        own = event.direction == "outgoing" or self._people.is_custodian(event.participant)
        return "message own" if own else "message"

    def _head(self, event: Event, day: str) -> str:
        if event.type == "message":
            return self._people.sender(event.participant, day)
        label = f'<span class="k">{self._words[event.type]}</span>'
        return f"{label} {self._people.sender(event.participant, day)}" if event.participant else label

    def _body(self, event: Event) -> str:
        body = event.body
        if body is None and event.type == "unparsed":
            body = next((seen.raw for seen in event.occurrences if seen.raw is not None), None)
        if body:
            return f'<div class="b" dir="auto">{show(body)}</div>'
        if event.type != "message" or explains_itself(event):
            return ""
        return f'<p class="lost">{self._words["empty"]}</p>'

    def _remember(self, event: Event) -> None:
        self._latest[event.id] = (event.order, event.participant, (event.body or "")[: _SNIPPET + 1])
        if len(self._latest) > _REMEMBERED:
            self._latest.popitem(last=False)

    def _reply(self, event: Event) -> str:
        if event.parent is None and event.quote is None:
            return ""
        words = self._words
        known = self._latest.get(event.parent or "")
        target = words["reply_unnumbered"]
        author, text = "", None
        if known:
            order, participant, start = known
            target = f'<a href="#{anchor(event.parent or "")}">{words["message_number"]} {order}</a>'
            author = self._people.name(participant)
            text = start if len(start) <= _SNIPPET else f"{start[:_SNIPPET]}…"
        elif event.parent:
            target += f" ({words['reply_id']} {isolate(event.parent)})"
        if event.quote:
            author = isolate(event.quote.author) if event.quote.author else author
            text = event.quote.text if event.quote.text is not None else text
        told = f" {words['by']} {author}" if author else ""
        quoted = f'<div class="b" dir="auto">{show(text)}</div>' if text else ""
        return f'<blockquote><p class="s">{words["reply"]} {target}{told}</p>{quoted}</blockquote>'
