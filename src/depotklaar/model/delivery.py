"""The delivery file as nouns: what is delivered, by whom, to whom, what is left out and who decided it.

The names are those of `aanlevering.toml`, the archivist's own file.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from depotklaar.language import Text

Reden = Literal["partijpolitiek", "prive", "buiten-periode", "anders"]
REDENEN: Mapping[str, Text] = {
    "partijpolitiek": Text("partijpolitiek", "party politics"),
    "prive": Text("privé", "private"),
    "buiten-periode": Text("buiten de (ambts)periode", "outside the period (of office)"),
    "anders": Text("andere reden", "another reason"),
}


Einddatum = Literal["exact", "1-januari"]
BevriezingSoort = Literal["woo-verzoek", "onderzoek", "rechtszaak", "anders"]
BEVRIEZINGEN: Mapping[str, Text] = {
    "woo-verzoek": Text("Woo-verzoek", "Woo request"),
    "onderzoek": Text("onderzoek", "inquiry"),
    "rechtszaak": Text("rechtszaak", "court case"),
    "anders": Text("andere grond", "another ground"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Archiefvormer:
    """The organisation that formed the archive, as it was called from `van` to `tot` (last day)."""

    naam: str
    kenmerk: str
    bron: str
    van: dt.date | None = None
    tot: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom the receiver can ask."""

    naam: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiefKop:
    """The top object of the package and the language of the conversations (RFC 3066)."""

    naam: str
    kenmerk: str
    omschrijving: str | None = None
    taal: str = "nl"


@dataclass(frozen=True, kw_only=True)
class Voorwaarden:
    """When a rule applies: every kind that is given must hold, and within a kind one value is enough.

    Without slots of its own, so that a rule can be both this and a category or a restriction.

    `gesprek` is a name or mark of the conversation, `deelnemer` and `houder` a name or number of a person, `functie`
    the function that the holder had on the day; `van` and `tot` are the first and last day, both included.
    """

    gesprek: tuple[str, ...] = ()
    deelnemer: tuple[str, ...] = ()
    houder: tuple[str, ...] = ()
    functie: tuple[str, ...] = ()
    van: dt.date | None = None
    tot: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategorieKeuze:
    """A category as the delivery names it. `deel` chooses a part of a category that has parts.

    `bewaartermijn` chooses a term where the list leaves that to the organisation; `begin_termijn` is the day on which
    the trigger happened; `voorwaarde_vervuld` says that a person found the category's condition to be met.
    """

    categorie: str | None = None
    actor: str | None = None
    deel: str | None = None
    bewaartermijn: str | None = None
    begin_termijn: dt.date | None = None
    voorwaarde_vervuld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WaarderingRegel(Voorwaarden, CategorieKeuze):
    """A rule that names the category of what meets its conditions; `selectielijst` None: that of `[waardering]`."""

    selectielijst: str | None = None
    naam: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaarderingKeuze(CategorieKeuze):
    """What holds for all objects unless a rule says otherwise, the rules, and where the decisions of people stand.

    `besluiten` is a file relative to the delivery file. `einddatum` says how the end of a term is written: the exact
    day, or 1 January of the year after it. With `besloten_door` and `datum` the category itself is a decision.
    """

    selectielijst: str
    besluiten: str | None = None
    einddatum: Einddatum = "exact"
    besloten_door: str | None = None
    datum: dt.date | None = None
    regels: tuple[WaarderingRegel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot(Voorwaarden):
    """An entry of an adopted list of hotspots: what meets it is kept for ever. `trefwoord`: a word in the messages."""

    naam: str
    lijst: str
    code: str | None = None
    trefwoord: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevriezing(Voorwaarden):
    """A hold: what meets it may not be left out or proposed for destruction."""

    naam: str
    soort: BevriezingSoort
    besloten_door: str
    datum: dt.date
    trefwoord: tuple[str, ...] = ()
    toelichting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beperking:
    """A restriction on use, by a label of the profile's list; `tot` is the last day of the restriction.

    `grond` is the letter of Archiefwet 1995, art. 15, first paragraph. Instead of `tot` an end can be computed:
    `looptijd` (ISO 8601) from `begin`, written as `einddatum` says. `begrippenlijst` and `code` are given only where
    the label comes from another list than the profile's.
    """

    label: str
    grond: Literal["a", "b", "c"] | None = None
    nadere_beschrijving: str | None = None
    besluit: str | None = None
    tot: dt.date | None = None
    looptijd: str | None = None
    begin: dt.date | None = None
    einddatum: Einddatum = "exact"
    begrippenlijst: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeperkingRegel(Voorwaarden):
    """A restriction for what meets the conditions, instead of what else would hold, or beside it (`naast`).

    `tot` of the rule is a day of the messages; the last day of the restriction is that of `beperking`.
    """

    beperking: Beperking
    naast: bool = False
    naam: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeperkingKeuze(Beperking):
    """The restriction that holds for all objects unless a rule says otherwise, and the rules."""

    regels: tuple[BeperkingRegel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """From the first to the last day, both included; None is open."""

    van: dt.date | None = None
    tot: dt.date | None = None

    def contains(self, day: dt.date) -> bool:
        """Whether the day lies within the period."""
        return (self.van is None or self.van <= day) and (self.tot is None or day <= self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleverPeriode(Periode):
    """The period of a delivery, and who decided when that what lies outside it stays out."""

    besloten_door: str | None = None
    datum: dt.date | None = None

    @property
    def days(self) -> Periode:
        """The days alone."""
        return Periode(van=self.van, tot=self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """One source: where it lies (relative to the delivery file), whose phone it was, and what the file cannot say."""

    pad: str
    houder: str | None = None
    tijdzone: str | None = None
    datumvolgorde: Literal["dmy", "mdy", "ymd"] | None = None
    importer: str | None = None
    kenmerk: str | None = None
    geexporteerd_op: dt.date | None = None
    media: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Functionaris:
    """A person with the function held from `van` to `tot`, and the names and numbers by which exports show them."""

    naam: str
    functie: str
    van: dt.date | None = None
    tot: dt.date | None = None
    herkend_aan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitsluiting:
    """What must stay out, why, and who decided when. At least one of contact, gesprek, van and tot is given.

    `bericht_van` and `bericht_tot` are places in the source (from 1, both included) within the one `gesprek`.
    """

    reden: Reden
    besloten_door: str
    datum: dt.date
    contact: str | None = None
    gesprek: str | None = None
    van: dt.date | None = None
    tot: dt.date | None = None
    bericht_van: int | None = None
    bericht_tot: int | None = None
    ook_in_groepen: bool = False
    toelichting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanlevering:
    """A whole delivery file, read and checked. `folder` is where it lies; sources are relative to it."""

    folder: str
    id: str
    titel: str
    soort: Literal["overbrenging", "uitplaatsing"]
    profiel: str
    doellocatie: str
    archiefvormers: tuple[Archiefvormer, ...]
    contact: Contact
    archief: ArchiefKop
    waardering: WaarderingKeuze
    beperking_gebruik: BeperkingKeuze
    bijzonderheden: str | None = None
    periode: AanleverPeriode = AanleverPeriode()
    bronnen: tuple[Bron, ...]
    functionarissen: tuple[Functionaris, ...] = ()
    uitsluitingen: tuple[Uitsluiting, ...] = ()
    hotspots: tuple[Hotspot, ...] = ()
    bevriezingen: tuple[Bevriezing, ...] = ()
