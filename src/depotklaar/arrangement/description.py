"""Describes the objects of a package in MDTO's terms, from the delivery, the lists and what the sources hold.

Every value stands on every level, since the norm knows no inheritance on exchange (MDTO introductie, uitwisseling).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from depotklaar.arrangement import terms
from depotklaar.arrangement.naming import shown_name
from depotklaar.model.appraisal import Ruling
from depotklaar.model.delivery import Aanlevering
from depotklaar.model.mdto import (
    Begrip,
    Bestand,
    Betrokkene,
    Checksum,
    DekkingInTijd,
    Event,
    Identificatie,
    Informatieobject,
    Verwijzing,
)
from depotklaar.model.placed import PlacedFile
from depotklaar.model.profile import Profile

Capacity = Literal["Houder", "Afzender", "Deelnemer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """First and last local day, both included; None when nothing bears a date."""

    first: dt.date | None = None
    last: dt.date | None = None

    def widened(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        days = [day for day in (self.first, self.last, other.first, other.last) if day is not None]
        return Span(first=min(days), last=max(days)) if days else Span()


@dataclass(frozen=True, slots=True, kw_only=True)
class Describer:
    """Knows all that is the same for every object of one delivery. `now` is an ISO 8601 moment with zone."""

    aanlevering: Aanlevering
    profile: Profile
    now: str
    software: str

    def identificatie(self, kenmerk: str) -> Identificatie:
        """An identification that is unique within this archive."""
        return Identificatie(kenmerk=kenmerk, bron=self.aanlevering.archief.naam)

    def reference(self, naam: str, kenmerk: str) -> Verwijzing:
        """A reference to an object of this package."""
        return Verwijzing(naam=shown_name(naam), identificatie=self.identificatie(kenmerk))

    def describe(self, niveau: terms.Niveau, kenmerk: str, naam: str, span: Span, ruling: Ruling) -> Informatieobject:
        """An informatieobject with everything that does not depend on its place or its files."""
        besluit = ruling.besluit
        return Informatieobject(
            identificatie=(self.identificatie(kenmerk),),
            naam=shown_name(naam),
            aggregatieniveau=terms.niveau(niveau),
            classificatie=terms.classificaties(besluit),
            dekking_in_tijd=self.dekking(span),
            taal=(self.aanlevering.archief.taal,),
            waardering=terms.waardering(besluit.waardering),
            bewaartermijn=terms.bewaartermijn(besluit),
            informatiecategorie=terms.categorie(besluit.categorie) if besluit.categorie else None,
            archiefvormer=self.archiefvormers(span),
            beperking_gebruik=ruling.beperkingen,
        )

    def dekking(self, span: Span) -> tuple[DekkingInTijd, ...]:
        """The period as MDTO's dekkingInTijd, both ends to the day; empty without a date."""
        if span.first is None or span.last is None:
            return ()
        return (DekkingInTijd(type=terms.LOOPTIJD, begindatum=span.first.isoformat(), einddatum=span.last.isoformat()),)

    def archiefvormers(self, span: Span) -> tuple[Verwijzing, ...]:
        """Who formed the archive in that period, in order of time; the last one only, where the receiver takes one."""
        every = sorted(self.aanlevering.archiefvormers, key=lambda a: (a.van or dt.date.min, a.kenmerk))
        first, last = span.first or dt.date.min, span.last or dt.date.max
        valid = [a for a in every if (a.van or dt.date.min) <= last and first <= (a.tot or dt.date.max)] or every
        chosen = valid[-1:] if "archiefvormer" in self.profile.single else valid
        return tuple(
            Verwijzing(naam=a.naam, identificatie=Identificatie(kenmerk=a.kenmerk, bron=a.bron)) for a in chosen
        )

    def event(
        self, label: str, resultaat: str | None = None, *, tijd: str | None = None, actor: Verwijzing | None = None
    ) -> Event:
        """An event of the norm's list; without `tijd` it happened now, by this run, for the archiefvormer."""
        actor = actor or self.archiefvormers(Span())[-1]
        return Event(
            type=terms.event_type(label), tijd=tijd or self.now, verantwoordelijke_actor=actor, resultaat=resultaat
        )

    def betrokkenen(self, names: Sequence[tuple[Capacity, str]]) -> tuple[Betrokkene, ...]:
        """The participants, each in a capacity of our own published list."""
        return tuple(
            Betrokkene(
                type_relatie=Begrip(label=capacity, begrippenlijst=terms.BETROKKENHEID),
                actor=Verwijzing(naam=shown_name(name)),
            )
            for capacity, name in names
        )

    def bestand(self, file: PlacedFile, of: Verwijzing) -> Bestand:
        """The description of one file; its own name stays in `naam`."""
        return Bestand(
            identificatie=(self.identificatie(file.planned.kenmerk),),
            naam=shown_name(file.planned.title),
            omvang=file.written.size,
            bestandsformaat=terms.bestandsformaat(file.format),
            checksum=(Checksum(algoritme=terms.SHA_256, waarde=file.written.digests["sha256"], datum=self.now),),
            is_representatie_van=of,
        )

    def target_reference(self) -> Verwijzing:
        """The place in the target system under which the top object comes (MDTO SIP-specificatie)."""
        place = self.aanlevering.doellocatie
        return Verwijzing(naam=place, identificatie=Identificatie(kenmerk=place, bron="Doelsysteem (e-depot)"))
