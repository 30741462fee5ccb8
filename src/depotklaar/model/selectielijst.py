"""Selection lists as nouns: categories with value, term, trigger, parts and conditions, per actor and validity.

Source: Archiefbesluit 1995, art. 2 and 5 (what a list holds, and that it is valid for at most twenty years).
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from depotklaar.language import Text

Waarde = Literal["B", "V"]
TriggerKind = Literal[
    "afsluiting",
    "einde-functie",
    "geboorte",
    "publicatie",
    "einde-overeenkomst",
    "einde-begrotingsjaar",
    "bestaansduur",
    "vast-te-leggen-datum",
    "anders",
]
TRIGGERS: Mapping[TriggerKind, Text] = {
    "afsluiting": Text("Afsluiting van de zaak", "Closing of the case"),
    "einde-functie": Text("Einde van de functie", "End of office"),
    "geboorte": Text("Geboorte", "Date of birth"),
    "publicatie": Text("Publicatie", "Publication"),
    "einde-overeenkomst": Text("Einde van de overeenkomst", "End of the agreement"),
    "einde-begrotingsjaar": Text("Einde van het begrotingsjaar", "End of the budget year"),
    "bestaansduur": Text("Einde van de bestaans- of geldigheidsduur", "End of existence or validity"),
    "vast-te-leggen-datum": Text("Vast te leggen datum", "A date to be recorded"),
    "anders": Text("Andere gebeurtenis", "Another event"),
}
Complexity = Literal["trigger", "voorwaarde", "delen", "termijnen", "zonder-waardering", "onleesbaar"]
COMPLEXITIES: Mapping[Complexity, Text] = {
    "trigger": Text("de termijn begint bij een eigen gebeurtenis", "the term runs from an event of its own"),
    "voorwaarde": Text("er geldt een voorwaarde", "a condition applies"),
    "delen": Text("de waardering verschilt per product", "the value differs by product"),
    "termijnen": Text("er staat meer dan één termijn", "there is more than one term"),
    "zonder-waardering": Text("er staat geen waardering", "there is no value"),
    "onleesbaar": Text("de tekst is niet als waardering te lezen", "the text cannot be read as a value"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What a list says: B, or V with a term (ISO 8601 duration; None: the list gives none) from a trigger.

    `trigger` is as the list words it, `trigger_soort` its kind; None where the list names no event.
    """

    waardering: Waarde
    bewaartermijn: str | None = None
    trigger: str | None = None
    trigger_soort: TriggerKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel(Uitkomst):
    """A part of a category with a value of its own (end products B, the rest V), and its condition if any."""

    naam: str
    voorwaarde: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionEntry:
    """One category. Its key is code, actor, first day of validity and place in the source: a code alone is not enough.

    `waardering` is None for a withdrawn category and for one that does not say one thing. `tekst` is what the list says
    literally; `complex` why a person must read it, empty when the fields say all. `termijn_van` and `termijn_tot` bound
    a term that the organisation itself must choose. `criteria` are the grounds for B as the list numbers them.
    `rubriek` and `regel` (line, from 1) say where it stands in the source.
    """

    code: str
    label: str
    waardering: Waarde | None = None
    bewaartermijn: str | None = None
    trigger: str | None = None
    trigger_soort: TriggerKind | None = None
    toelichting: str | None = None
    actor: str | None = None
    geldig_van: dt.date | None = None
    geldig_tot: dt.date | None = None
    vervallen: bool = False
    opvolger: str | None = None
    delen: tuple[Deel, ...] = ()
    voorwaarde: str | None = None
    tekst: str | None = None
    complex: tuple[Complexity, ...] = ()
    criteria: tuple[str, ...] = ()
    termijn_van: str | None = None
    termijn_tot: str | None = None
    rubriek: str | None = None
    regel: int | None = None

    def uitkomst(self, deel: str | None = None) -> Uitkomst | None:
        """The outcome of the category, or of one of its parts; None when the list does not say one thing."""
        if deel is not None:
            return next((part for part in self.delen if part.naam == deel), None)
        if self.vervallen or self.delen or self.waardering is None:
            return None
        return Uitkomst(
            waardering=self.waardering,
            bewaartermijn=self.bewaartermijn,
            trigger=self.trigger,
            trigger_soort=self.trigger_soort,
        )

    def holds_on(self, day: dt.date) -> bool:
        """Whether the category itself was valid on that day."""
        return (self.geldig_van is None or self.geldig_van <= day) and (
            self.geldig_tot is None or day <= self.geldig_tot
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectielijst:
    """A selection list with its reference and validity; `sha256` is that of the file.

    `fictional` was never adopted; `advice` says that it is published advice and no law. `gesloten_op` is the first day
    on which it no longer holds because a later list closed it; `opvolger` names that list.
    """

    name: str
    title: str
    version: str
    reference: str | None
    organisation: str
    valid_from: dt.date | None
    valid_until: dt.date | None
    fictional: bool
    entries: tuple[SelectionEntry, ...]
    sha256: str
    advice: bool = False
    decision: str | None = None
    source: str | None = None
    vervangt: tuple[str, ...] = ()
    opvolger: str | None = None
    gesloten_op: dt.date | None = None

    @property
    def reference_line(self) -> str:
        """Title, version and place of publication in one line, as MDTO asks of informatiecategorie."""
        reference = f", {self.reference}" if self.reference else ""
        return f"{self.title}, versie {self.version}{reference}"

    def entry(self, code: str) -> SelectionEntry | None:
        """The first entry with this code, or None."""
        return next((entry for entry in self.entries if entry.code == code), None)

    def candidates(self, code: str, actor: str | None = None) -> Iterator[SelectionEntry]:
        """Yield the entries of a code: those of the actor and, where the actor has none, those of no named actor.

        Without an actor all of them.
        """
        found = [entry for entry in self.entries if entry.code == code]
        own = [entry for entry in found if actor is not None and entry.actor == actor]
        if actor is None:
            yield from found
        else:
            yield from own or [entry for entry in found if entry.actor is None]
