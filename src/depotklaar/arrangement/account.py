"""Tells in the norm's terms what a conversation is and what was done to it: descriptions, events, participants."""

from collections.abc import Sequence
from dataclasses import dataclass

from depotklaar.arrangement.description import Capacity, Describer
from depotklaar.arrangement.naming import shown_name
from depotklaar.model.appraisal import Besluit
from depotklaar.model.delivery import REDENEN
from depotklaar.model.mdto import Betrokkene, Event, Verwijzing
from depotklaar.model.plan import PreparedConversation, Unit

PLATFORMS = {
    "whatsapp": "WhatsApp",
    "signal": "Signal",
    "sms": "sms",
    "mms": "mms",
    "rcs": "RCS",
    "imessage": "iMessage",
    "threema": "Threema",
    "telegram": "Telegram",
    "teams": "Teams",
    "slack": "Slack",
}
KINDS = {"direct": "een-op-eengesprek", "group": "groepsgesprek", "channel": "kanaal", "broadcast": "verzendlijst"}
LONGEST = 3000
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def counted(number: int, one: str, more: str) -> str:
    """The number with its noun in Dutch."""
    return f"{number} {one if number == 1 else more}"


def month_title(month: str | None) -> str:
    """`2022-05` as `mei 2022`, `2022-05-11` as `vanaf 11 mei 2022`; None is without a date."""
    if month is None:
        return "zonder datum"
    year, number, *day = month.split("-")
    name = f"{MONTHS[int(number) - 1]} {year}"
    return f"vanaf {int(day[0])} {name}" if day else name


def period_title(first: str | None, last: str | None) -> str:
    """`13 maart 2023 t/m 26 maart 2023` for days as YYYY-MM-DD; None is a day that is not known."""
    days = [_day_title(day) for day in dict.fromkeys((first, last)) if day is not None]
    return " t/m ".join(days) or "zonder datum"


def _day_title(day: str) -> str:
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The account of one conversation."""

    describer: Describer
    prepared: PreparedConversation

    @property
    def display(self) -> str:
        """What the conversation is called."""
        conversation = self.prepared.head.conversation
        return conversation.display or conversation.id

    def title_of(self, unit: Unit) -> str:
        """The name of an Archiefstuk."""
        return f"{self.display}, {month_title(unit.month)}"

    def of_dossier(self, units: Sequence[Unit]) -> str:
        """One paragraph: what it is, how much, from when to when, and what was left out."""
        conversation = self.prepared.head.conversation
        kind = KINDS.get(conversation.type, "gesprek").capitalize()
        platform = PLATFORMS.get(conversation.platform, conversation.platform)
        events = counted(sum(unit.events for unit in units), "bericht of melding", "berichten en meldingen")
        return " ".join([f"{kind} op {platform}. {events}.", *self._left_out_sentences()])

    def of_unit(self, unit: Unit, files: int) -> str:
        """One paragraph on a month of the conversation."""
        events = counted(unit.events, "bericht of melding", "berichten en meldingen")
        senders = counted(len(unit.senders), "afzender", "afzenders")
        media = counted(files, "bijlage", "bijlagen")
        absent = counted(len(unit.absent), "bijlage ontbreekt", "bijlagen ontbreken")
        parts = [f"{events} van {senders}, {media}."]
        if unit.absent:
            parts.append(f"{absent.capitalize()} in de bron.")
        if unit.left_out:
            cut = counted(unit.left_out, "bericht is", "berichten zijn")
            parts.append(f"{cut} op grond van een besluit weggelaten; het gesprek laat zien waar.")
        return " ".join(parts)

    def events_of_dossier(self) -> tuple[Event, ...]:
        """How the conversation came here: exported, imported, frozen."""
        return (*self._exports(), self._import(), self.describer.event("Bevriezing"))

    def of_appraisal(self, besluit: Besluit) -> tuple[str, ...]:
        """On which ground the value stands, and who decided it; nothing where nothing is known."""
        grounds = "; ".join(ground.text.nl for ground in besluit.gronden)
        if not grounds:
            return ()
        told = f"Grond van de waardering: {grounds}."
        if besluit.onbeslist is not None:
            told += f" Nader te bepalen: {besluit.onbeslist.nl}."
        if besluit.termijn is not None and besluit.termijn.afronding == "1-januari" and besluit.termijn.einde:
            told += f" De termijn liep vanaf {besluit.termijn.begin}; het einde is 1 januari van het jaar erna."
        if not besluit.is_decided:
            told += " Dit is een voorstel; niemand heeft het nog vastgesteld."
        return (told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}…",)

    def events_of_unit(self, unit: Unit, besluit: Besluit, renditions: Sequence[str]) -> tuple[Event, ...]:
        """The life of an Archiefstuk in the order in which it happened."""
        events: list[Event] = []
        if unit.first_day and unit.last_day:
            span = f"Berichten gewisseld van {unit.first_day} tot en met {unit.last_day}"
            events.append(self.describer.event("Creatie", span, tijd=unit.last_day, actor=self._holder()))
        events.extend(self._exports())
        events.append(self._import())
        if unit.left_out:
            cut = counted(unit.left_out, "bericht", "berichten")
            events.append(
                self.describer.event("Wijziging", f"{cut} weggelaten op grond van besluiten in de aanlevering")
            )
        events.extend(self._approvals(besluit))
        software = self.describer.software
        events.extend(self.describer.event("Conversie", f"{title} gemaakt met {software}") for title in renditions)
        events.append(self.describer.event("Bevriezing"))
        return tuple(events)

    def betrokkenen_of(self, unit: Unit) -> tuple[Betrokkene, ...]:
        """Whose copy it is, who wrote in this unit, and who else takes part, in the order of the source."""
        senders, head = set(unit.senders), self.prepared.head
        custodian = head.conversation.custodian
        people = [p for p in head.participants if p.type != "conversation_label"]
        holders: list[tuple[Capacity, str]] = [("Houder", p.display) for p in people if p.id == custodian]
        others: list[tuple[Capacity, str]] = [
            ("Afzender" if p.id in senders else "Deelnemer", p.display)
            for p in people
            if p.id in senders or p.id != custodian
        ]
        return self.describer.betrokkenen([*holders, *others])

    def _approvals(self, besluit: Besluit) -> list[Event]:
        """The decision of a person as an event of the norm's list."""
        if besluit.besloten_door is None or besluit.besloten_op is None:
            return []
        code = f", categorie {besluit.categorie.code}" if besluit.categorie and besluit.categorie.code else ""
        remark = f". {besluit.toelichting}" if besluit.toelichting else ""
        result = f"Waardering {besluit.waardering}{code} vastgesteld{remark}"
        actor = Verwijzing(naam=shown_name(besluit.besloten_door))
        return [self.describer.event("Accordering", result, tijd=besluit.besloten_op, actor=actor)]

    def _holder(self) -> Verwijzing | None:
        custodian = self.prepared.head.conversation.custodian
        named = [p.display for p in self.prepared.head.participants if p.id == custodian]
        return Verwijzing(naam=shown_name(named[0])) if named else None

    def _exports(self) -> list[Event]:
        """One Export for each capture of which the moment is known; a moment is never guessed."""
        hashes = "; ".join(f"{name} (SHA-256 {value})" for name, value in self.prepared.balance.originals)
        events = []
        for capture in self.prepared.head.captures:
            if capture.captured_at is not None:
                app = capture.app or PLATFORMS.get(self.prepared.head.conversation.platform, "de toepassing")
                result = f"Export uit {app}: {hashes}" if hashes else f"Export uit {app}"
                events.append(self.describer.event("Export", result, tijd=capture.captured_at, actor=self._holder()))
        return events

    def _import(self) -> Event:
        hashes = "; ".join(f"{name} (SHA-256 {value})" for name, value in self.prepared.balance.originals)
        result = f"Gelezen met {self.describer.software}, importer {self.prepared.importer}"
        return self.describer.event("Import", f"{result}, uit {hashes}" if hashes else result)

    def _left_out_sentences(self) -> list[str]:
        by_reason = self.prepared.balance.messages_left_out
        return [
            f"{counted(count, 'bericht', 'berichten')} weggelaten (reden: {_in_words(reason)})."
            for reason, count in sorted(by_reason.items())
        ]


def _in_words(reason: str) -> str:
    text = REDENEN.get(reason)
    return text.nl if text else reason
