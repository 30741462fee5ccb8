"""Selection: which events are kept, and on what ground the others are left out. In doubt an event is kept."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from depotklaar.appraisal.conflicts import Conflict
from depotklaar.appraisal.holding import Holds
from depotklaar.language import Text
from depotklaar.model.conversation import Head
from depotklaar.model.delivery import Periode, Uitsluiting
from depotklaar.model.event import Event
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.mark import mark_key

UNDATED = FindingKind(
    id="SEL-UNDATED",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 5: geen vernietiging zonder grond; bij twijfel blijft het gesprek heel",
    text=Text(
        "Berichten zonder datum in {conversation} zijn bewaard, hoewel een periode geldt. Aantal: {count}.",
        "Messages without a date in {conversation} were kept, although a period applies. Number: {count}.",
    ),
    remedy=Text(
        "Controleer deze berichten en sluit ze zo nodig uit op gesprek.",
        "Check these messages and, if need be, exclude them by conversation.",
    ),
)
UNCERTAIN_DIRECT = FindingKind(
    id="SEL-KIND-UNKNOWN",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Bij twijfel blijft het gesprek heel",
    text=Text(
        "Het contact van een uitsluiting komt voor in {conversation}, maar of dat een een-op-eengesprek is, is niet"
        " bekend. Het gesprek is bewaard.",
        "The contact of an exclusion occurs in {conversation}, but whether that is a one-to-one conversation is not"
        " known. The conversation was kept.",
    ),
    remedy=Text(
        "Noem het gesprek zelf in de uitsluiting (gesprek = ...) als het weg moet blijven.",
        "Name the conversation itself in the exclusion (gesprek = ...) if it must stay out.",
    ),
)
WITHOUT_EFFECT = FindingKind(
    id="SEL-WITHOUT-EFFECT",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 5: wat buiten het pakket blijft, blijft dat op grond van een besluit",
    text=Text(
        "Deze uitsluiting raakt geen enkel bericht in deze aanlevering.",
        "This exclusion touches no message in this delivery.",
    ),
    remedy=Text(
        "Vergelijk naam of nummer, gesprek en dagen met de bron: wat u bedoelde, kan nu in het pakket zitten.",
        "Compare name or number, conversation and days with the source: what you meant may be in the package now.",
    ),
)
QUOTES = FindingKind(
    id="SEL-QUOTE-WITHHELD",
    severity=Severity.INFO,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 5: wat buiten het pakket blijft, blijft dat op grond van een besluit",
    text=Text(
        "In {conversation} halen {count} berichten een weggelaten bericht aan; de aangehaalde tekst blijft ook weg.",
        "In {conversation} {count} messages quote a message that was left out; the quoted text is left out too.",
    ),
    remedy=Text(
        "Dat een bericht een antwoord is, blijft te zien. De bron zelf is niet veranderd.",
        "That a message is a reply can still be seen. The source itself has not been changed.",
    ),
)
UNMENTIONED = FindingKind(
    id="SEL-UNMENTIONED-FILES",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 5: wat buiten het pakket blijft, blijft dat op grond van een besluit",
    text=Text(
        "Uit {conversation} zijn berichten weggelaten. Daarom blijven ook {count} bestanden buiten het pakket die geen"
        " bericht noemt: of ze bij een weggelaten bericht horen, is niet te zeggen.",
        "Messages were left out of {conversation}. Therefore {count} files that no message mentions stay out too:"
        " whether they belong to a message that was left out cannot be told.",
    ),
    remedy=Text(
        "Hoort een bestand in het pakket, lever het dan zelf aan of haal het uit de map met de export.",
        "If a file belongs in the package, deliver it by itself or take it out of the folder of the export.",
    ),
)
RANGE_SHORT = FindingKind(
    id="SEL-RANGE-SHORT",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 5: wat buiten het pakket blijft, blijft dat op grond van een besluit",
    text=Text(
        "{rule} noemt een reeks van {span} berichten in {conversation}, maar de bron heeft daarvan {count}.",
        "{rule} names a range of {span} messages in {conversation}, but the source has {count} of them.",
    ),
    remedy=Text(
        "Is de bron een nieuwe export? Zoek de berichten opnieuw op en verbeter bericht_van en bericht_tot.",
        "Is the source a new export? Find the messages again and correct bericht_van and bericht_tot.",
    ),
)
NO_DECISION = FindingKind(
    id="SEL-PERIOD-WITHOUT-DECISION",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 5: wat buiten het pakket blijft, blijft dat op grond van een besluit",
    text=Text(
        "Er zijn berichten weggelaten omdat ze buiten [periode] vallen, maar wie dat besloot en wanneer staat er niet.",
        "Messages were left out because they lie outside [periode], but it does not say who decided that and when.",
    ),
    remedy=Text("Voeg onder [periode] besloten_door en datum toe.", "Add besloten_door and datum under [periode]."),
)
KINDS = (NO_DECISION, UNDATED, UNCERTAIN_DIRECT, WITHOUT_EFFECT, QUOTES, UNMENTIONED, RANGE_SHORT)
OUTSIDE_PERIOD = "buiten-periode"
PERIOD_REMARK = "valt buiten de periode van deze aanlevering"
BY_PERIOD = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why an event is left out, who decided that and when (YYYY-MM-DD, None when the delivery does not say)."""

    reason: str
    decided_by: str
    decided_at: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """An exclusion as it works out in one conversation; `participants` None means every event.

    `first` and `last` are places in the source; None is open.
    """

    number: int
    ground: Ground
    period: Periode
    participants: frozenset[str] | None
    first: int | None = None
    last: int | None = None

    @property
    def is_ranged(self) -> bool:
        """Whether it names places in the source."""
        return self.first is not None or self.last is not None

    @property
    def span(self) -> int:
        """How many places it names; 1 where it has no last place, since there must be one at least."""
        return 1 if self.last is None else self.last - (self.first or 1) + 1

    def spans(self, order: int) -> bool:
        """Whether a place in the source lies within the range, if there is one."""
        return (self.first is None or self.first <= order) and (self.last is None or order <= self.last)

    def leaves_out(self, event: Event, day: dt.date | None) -> bool:
        """Whether it is about this event on this day; without a day only where it names no days."""
        if self.participants is not None and event.participant not in self.participants:
            return False
        return self.spans(event.order) and (self.period.contains(day) if day is not None else self.period == Periode())


class Selector:
    """Decides for each event of one conversation. Pure: the same event and day always get the same answer.

    `effective` holds the places (from 0) of the exclusions on which some event was left out so far, or would have been
    but for a hold: what `holds` touches is kept, and becomes a conflict. `is_dated` says that rules of appraisal hold
    for certain days here. `decided_by` and `decided_at` (YYYY-MM-DD, None when not told) stand behind the period; where
    that left something out, `effective` holds `BY_PERIOD`.
    """

    def __init__(
        self,
        head: Head,
        exclusions: Sequence[Uitsluiting],
        period: Periode,
        decided_by: str,
        holds: Holds | None = None,
        *,
        decided_at: str | None = None,
        is_dated: bool = False,
    ) -> None:
        self._display = head.conversation.display or head.conversation.id
        self._period = period
        self._period_ground = Ground(
            reason=OUTSIDE_PERIOD, decided_by=decided_by, decided_at=decided_at, remark=PERIOD_REMARK
        )
        self._uncertain = False
        self._undated = 0
        self.effective: set[int] = set()
        rules = (self._rule_for(head, number, exclusion) for number, exclusion in enumerate(exclusions))
        self._rules = tuple(rule for rule in rules if rule is not None)
        self._bounded = any(rule.period != Periode() for rule in self._rules) or period != Periode() or is_dated
        self._holds = holds
        self._held: dict[tuple[int, int | None], int] = {}
        self._ranged = tuple(rule for rule in self._rules if rule.is_ranged)
        self._seen = {rule.number: 0 for rule in self._ranged}

    def decide(self, event: Event, day: dt.date | None) -> Ground | None:
        """Return the ground on which the event is left out, or None when it is kept. `day` is its local date."""
        if day is None:
            self._undated += self._bounded
        for rule in self._ranged:
            self._seen[rule.number] += rule.spans(event.order)
        if day is not None and not self._period.contains(day):
            return self._outside_period(event, day)
        for rule in self._rules:
            if rule.leaves_out(event, day):
                self.effective.add(rule.number)
                return None if self._is_held(event, day, rule.number) else rule.ground
        return None

    def _outside_period(self, event: Event, day: dt.date) -> Ground | None:
        if self._is_held(event, day, None):
            return None
        self.effective.add(BY_PERIOD)
        return self._period_ground

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What a hold kept here so far that would have been left out."""
        return tuple(
            Conflict(conversation=self._display, hold=hold, exclusion=exclusion, count=count)
            for (hold, exclusion), count in self._held.items()
        )

    @property
    def people(self) -> frozenset[str]:
        """The participants whose own messages an exclusion leaves out, wherever they stand in the conversation."""
        always = (
            rule.participants or frozenset() for rule in self._rules if rule.period == Periode() and not rule.is_ranged
        )
        return frozenset().union(*always)

    def findings(self) -> list[Finding]:
        """What the archivist must know of this selection; whole once every event was decided."""
        place = Place(path=self._display)
        found = []
        if self._undated:
            params: dict[str, str | int] = {"count": self._undated, "conversation": self._display}
            found.append(Finding(kind=UNDATED, place=place, params=params))
        if self._uncertain:
            found.append(Finding(kind=UNCERTAIN_DIRECT, place=place, params={"conversation": self._display}))
        return [*found, *self._short_ranges(place)]

    def _short_ranges(self, place: Place) -> Iterator[Finding]:
        for rule in self._ranged:
            count = self._seen[rule.number]
            if count < rule.span:
                params: dict[str, str | int] = {"rule": f"[[uitsluiting]] {rule.number + 1}", "span": rule.span}
                params |= {"conversation": self._display, "count": count}
                yield Finding(kind=RANGE_SHORT, place=place, params=params)

    def _is_held(self, event: Event, day: dt.date | None, exclusion: int | None) -> bool:
        """Whether a hold touches what would be left out; that is counted."""
        touching = self._holds.touching(event, day) if self._holds is not None else ()
        for hold in touching:
            self._held[hold, exclusion] = self._held.get((hold, exclusion), 0) + 1
        return bool(touching)

    def _rule_for(self, head: Head, number: int, exclusion: Uitsluiting) -> _Rule | None:
        if exclusion.gesprek is not None and not _is_conversation(head, exclusion.gesprek):
            return None
        participants: frozenset[str] | None = None
        if exclusion.contact is not None:
            found = _participants_known_as(head, exclusion.contact)
            if not found and not _is_titled(head, exclusion.contact):
                return None
            participants = self._reach(head, exclusion, found)
            if participants is not None and not participants:
                return None
        return _Rule(
            number=number,
            ground=Ground(
                reason=exclusion.reden,
                decided_by=exclusion.besloten_door,
                decided_at=exclusion.datum.isoformat(),
                remark=exclusion.toelichting,
            ),
            period=Periode(van=exclusion.van, tot=exclusion.tot),
            participants=participants,
            first=exclusion.bericht_van,
            last=exclusion.bericht_tot,
        )

    def _reach(self, head: Head, exclusion: Uitsluiting, found: frozenset[str]) -> frozenset[str] | None:
        """All events of a one-to-one conversation (None), the contact's own in a group, or none at all."""
        if exclusion.gesprek is not None and not exclusion.ook_in_groepen:
            return None
        if head.conversation.type == "direct" or _is_between_two(head, found):
            return None
        self._uncertain = self._uncertain or (
            head.conversation.type == "unknown" and not (found and exclusion.ook_in_groepen)
        )
        return found if exclusion.ook_in_groepen else frozenset()


def without_effect(count: int, effective: Collection[int]) -> Iterator[Finding]:
    """A finding for each of `count` exclusions whose place is not in `effective`: very likely a slip of the pen."""
    for number in range(count):
        if number not in effective:
            yield Finding(kind=WITHOUT_EFFECT, place=Place(path=f"[[uitsluiting]] {number + 1}"))


def period_findings(is_decided: bool, effective: Collection[int]) -> Iterator[Finding]:
    """A finding where the period left something out and nobody is said to have decided on that."""
    if BY_PERIOD in effective and not is_decided:
        yield Finding(kind=NO_DECISION, place=Place(path="[periode]"))


def _is_conversation(head: Head, name: str) -> bool:
    return mark_key(name) in map(mark_key, head.conversation.marks())


def _is_titled(head: Head, contact: str) -> bool:
    """Whether a conversation that is no group bears the contact's name: WhatsApp names a chat after the other party."""
    return head.conversation.type in ("direct", "unknown") and _is_conversation(head, contact)


def _is_between_two(head: Head, contact: frozenset[str]) -> bool:
    """Whether a conversation of unknown kind shows nobody but its custodian and the contact."""
    people = {person.id for person in head.participants if person.type != "conversation_label"}
    return head.conversation.type == "unknown" and people <= {head.conversation.custodian, *contact}


def _participants_known_as(head: Head, contact: str) -> frozenset[str]:
    key = mark_key(contact)
    custodian = head.conversation.custodian
    return frozenset(
        participant.id
        for participant in head.participants
        if participant.id != custodian and any(mark_key(mark) == key for mark in participant.marks())
    )
