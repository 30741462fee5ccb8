"""What a receiver wants, as nouns read from `profiles/`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from depotklaar.model.delivery import Beperking
from depotklaar.model.mdto import Begrip, Verwijzing
from depotklaar.model.policy import FormatPolicy

NO_RESTRICTION = "Geen beperking"
NOT_ASSESSED = "Nader te bepalen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of a begrippenlijst: label and, where the list has codes, code."""

    label: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyTerm(Term):
    """A term with its definition; `deprecated` when it stands there only because an older version had it."""

    definition: str
    deprecated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrippenlijst:
    """A list of terms with all that the norm asks of a list (MDTO, begripBegrippenlijst): `name` as it is written.

    An open list may be supplemented with terms of another list, a closed one may not; with a free one the
    organisation chooses the list itself. `sha256` is that of the file.
    """

    name: str
    version: str
    date: dt.date
    manager: str
    scope: str
    kind: Literal["open", "closed", "free"]
    source: str | None
    terms: tuple[VocabularyTerm, ...]
    sha256: str

    def term(self, label: str) -> VocabularyTerm | None:
        """The valid term with exactly this label, or None."""
        return next((term for term in self.terms if term.label == label and not term.deprecated), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How names in the package must be.

    `file_infix` stands between a file's name and the sidecar suffix (`x.pdf.bestand.mdto.xml`). Lengths are in
    characters; `max_path` counts from the top folder of the tree. `forbidden` is a regular expression that must be
    found nowhere in a name; `reserved` are whole names, compared without regard to case. Where `dots_in_stem` is
    false a dot may only stand before an extension, infix or suffix.
    """

    sidecar_suffix: str
    file_infix: str
    max_name: int
    max_path: int
    forbidden: str
    reserved: tuple[str, ...] = ()
    dots_in_stem: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictionList:
    """The list from which beperkingGebruik is chosen; `aliases` lead from another list's label to a label of this.

    `with_end`, `without_end` and `with_description` are the labels that need an end date, cannot have one, and need a
    beperkingGebruikNadereBeschrijving.
    """

    name: str
    terms: tuple[Term, ...]
    open: bool
    aliases: Mapping[str, str]
    with_end: tuple[str, ...] = ()
    without_end: tuple[str, ...] = ()
    with_description: tuple[str, ...] = ()

    def restriction_term(self, keuze: Beperking) -> Begrip | None:
        """A restriction as it is written: the term of this list, found through its aliases.

        A label with a begrippenlijst of its own stays as it is where this list is open. None when there is none.
        """
        if keuze.begrippenlijst is not None:
            own = Begrip(label=keuze.label, code=keuze.code, begrippenlijst=Verwijzing(naam=keuze.begrippenlijst))
            return own if self.open else None
        label = self.aliases.get(keuze.label, keuze.label)
        term = next((term for term in self.terms if term.label == label), None)
        if term is None:
            return None
        return Begrip(label=term.label, code=term.code, begrippenlijst=Verwijzing(naam=self.name))

    @property
    def not_assessed(self) -> str:
        """The label for what has not been assessed yet, as this list writes the norm's `Nader te bepalen`."""
        return self.aliases.get(NOT_ASSESSED, NOT_ASSESSED)

    @property
    def unrestricted(self) -> frozenset[str]:
        """The labels that say that there is no restriction: what cannot have an end, but for what is not assessed."""
        open_labels = {self.aliases.get(NO_RESTRICTION, NO_RESTRICTION), *self.without_end}
        return frozenset(open_labels - {self.not_assessed})


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A receiver's wishes. `schemas` are the MDTO versions whose XSD every sidecar must satisfy, the first is written.

    `manifests` are BagIt algorithms (`sha256`, `sha512`); `nesting` a regular expression over the levels from top to
    file, joined by `|`, or None when nesting is free; `single` names attributes of which exactly one value is
    allowed; `required_levels` are the only allowed labels of aggregatieniveau, empty when free. `severities` lets a
    receiver weigh a rule otherwise than the norm. `checks` are the ids of the receiver's own rules that it applies
    besides, and `checksum_labels` the only labels of a checksum's algorithm that it takes, empty when free.
    `person_decides` says in which deliveries every waardering must be decided by a person: in all ("altijd"), in an
    overbrenging only, or in none ("nooit"). `formats` is the list against which formats are held, None for none.
    """

    name: str
    title: str
    source: str
    schemas: tuple[str, ...]
    names: Names
    manifests: tuple[str, ...]
    nesting: str | None
    single: tuple[str, ...]
    required_levels: tuple[str, ...]
    files_only_under: tuple[str, ...]
    period_required_on: tuple[str, ...]
    period_type: str | None
    restrictions: RestrictionList
    second_opinion: Literal["without-signature", "always", "never"]
    max_file_size: int | None
    severities: Mapping[str, Literal["error", "warning", "info"]]
    sha256: str
    person_decides: Literal["altijd", "overbrenging", "nooit"] = "overbrenging"
    formats: FormatPolicy | None = None
    checks: frozenset[str] = frozenset()
    checksum_labels: tuple[str, ...] = ()
