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
    "buiten-periode": Text("buiten de periode", "outside the period"),
    "anders": Text("andere reden", "another reason"),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class WaarderingKeuze:
    """Which entry of which selection list holds for all objects unless a rule says otherwise."""

    selectielijst: str
    categorie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeperkingKeuze:
    """The restriction on use, by a label of the profile's list; `tot` is the last day of the restriction.

    `begrippenlijst` and `code` are given only where the label comes from another list than the profile's.
    """

    label: str
    nadere_beschrijving: str | None = None
    besluit: str | None = None
    tot: dt.date | None = None
    begrippenlijst: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """From the first to the last day, both included; None is open."""

    van: dt.date | None = None
    tot: dt.date | None = None

    def contains(self, day: dt.date) -> bool:
        """Whether the day lies within the period."""
        return (self.van is None or self.van <= day) and (self.tot is None or day <= self.tot)


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
    """What must stay out, why, and who decided when. At least one of contact, gesprek, van and tot is given."""

    reden: Reden
    besloten_door: str
    datum: dt.date
    contact: str | None = None
    gesprek: str | None = None
    van: dt.date | None = None
    tot: dt.date | None = None
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
    periode: Periode = Periode()
    bronnen: tuple[Bron, ...]
    functionarissen: tuple[Functionaris, ...] = ()
    uitsluitingen: tuple[Uitsluiting, ...] = ()
