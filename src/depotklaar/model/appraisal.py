"""The nouns of appraisal: what is to be appraised, what is proposed on which ground, and what a person decided.

Source: MDTO Metagegevensschema (waardering, bewaartermijn, informatiecategorie); Archiefwet 1995, art. 5.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from depotklaar.language import Text
from depotklaar.model.delivery import Einddatum
from depotklaar.model.mdto import BeperkingGebruik

Waardering = Literal["B", "V", "N"]
WAARDERINGEN = {
    "B": Text("blijvend te bewaren", "kept for ever"),
    "V": Text("tijdelijk te bewaren", "kept for a time"),
    "N": Text("nader te bepalen", "to be determined"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is appraised as one: the kept messages of one conversation, under one function, in one stretch of days.

    Names and numbers are mark keys (`model.mark.mark_key`). `first` and `last` are local days, None without any date;
    `function_until` is the last day in that function. `hits` are the places in the delivery of the hotspots of which a
    key word occurs, `holds` those of the holds that touch it.
    """

    conversation: frozenset[str]
    participants: frozenset[str]
    holder: frozenset[str]
    function: str | None = None
    function_until: dt.date | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    hits: frozenset[int] = frozenset()
    holds: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Categorie:
    """A category as it is cited: `lijst` is the list with version and reference as MDTO asks, `naam` its short name.

    Of a hotspot list there is no short name. `code` None: that list has no codes.
    """

    lijst: str
    label: str
    code: str | None = None
    naam: str | None = None
    actor: str | None = None
    deel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaartermijn:
    """A term as far as it is known. Dates are ISO texts; `begin` is known only when the trigger has happened.

    `afronding` says whether `einde` is the exact day or 1 January of the year after it.
    """

    trigger: str | None = None
    looptijd: str | None = None
    begin: str | None = None
    einde: str | None = None
    afronding: Einddatum = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grond:
    """Why: the rule, list entry, function, hotspot or decision that led to a value, in words without message text."""

    soort: Literal["waardering", "regel", "functie", "hotspot", "selectielijst", "besluit", "onbeslist", "onderdelen"]
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """A value with its grounds. It is a proposal until `besloten_door` and `besloten_op` (YYYY-MM-DD) are known.

    `oorspronkelijk` is the category that a hotspot overrode, `hotspot` the entry that did. `onbeslist` says what a
    person must decide where `waardering` is N.
    """

    waardering: Waardering
    categorie: Categorie | None = None
    oorspronkelijk: Categorie | None = None
    hotspot: Categorie | None = None
    termijn: Bewaartermijn | None = None
    gronden: tuple[Grond, ...] = ()
    onbeslist: Text | None = None
    besloten_door: str | None = None
    besloten_op: str | None = None
    toelichting: str | None = None

    @property
    def is_decided(self) -> bool:
        """Whether a person decided it."""
        return self.besloten_door is not None and self.besloten_op is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One line of a decisions file: an Archiefstuk by its kenmerk, what it is, and what is proposed for it.

    `content` is `sha256:` with the hash over its messages and media; a decision holds only for that content.
    `first_day` and `last_day` are local dates as YYYY-MM-DD.
    """

    object: str
    conversation: str
    title: str
    holder: str
    function: str | None
    first_day: str | None
    last_day: str | None
    messages: int
    attachments: int
    content: str
    besluit: Besluit


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person wrote in one line of a decisions file. `place` is where: `besluiten.csv, regel 7`.

    `waardering` is None where the line holds none. `categorie` is the code, or the code followed by its label.
    `bewaartermijn` (ISO 8601 duration) is a choice only where the list leaves it to the organisation; elsewhere it
    follows from the list, as `einde_termijn` follows from the begin and the term.
    """

    place: str
    object: str
    content: str
    waardering: Waardering | None = None
    selectielijst: str | None = None
    categorie: str | None = None
    actor: str | None = None
    deel: str | None = None
    begin_termijn: dt.date | None = None
    bewaartermijn: str | None = None
    einde_termijn: dt.date | None = None
    besloten_door: str | None = None
    besloten_op: dt.date | None = None
    toelichting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """All that appraisal says of one Archiefstuk or of a level above it."""

    besluit: Besluit
    beperkingen: tuple[BeperkingGebruik, ...]
