"""What a receiver wants and what a selection list says, as nouns read from `profiles/`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of a begrippenlijst: label and, where the list has codes, code."""

    label: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How names in the package must be.

    `file_infix` stands between a file's name and the sidecar suffix (`x.pdf.bestand.mdto.xml`). Lengths are in
    characters; `max_path` counts from the top folder of the tree. `forbidden` is a regular expression for one name.
    """

    sidecar_suffix: str
    file_infix: str
    max_name: int
    max_path: int
    forbidden: str
    reserved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictionList:
    """The list from which beperkingGebruik is chosen; `aliases` lead from another list's label to a label of this."""

    name: str
    terms: tuple[Term, ...]
    open: bool
    aliases: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A receiver's wishes. `schemas` are the MDTO versions whose XSD every sidecar must satisfy, the first is written.

    `manifests` are BagIt algorithms (`sha256`, `sha512`); `nesting` a regular expression over the levels from top to
    file, joined by `|`, or None when nesting is free; `single` names attributes of which exactly one value is allowed;
    `required_levels` are the only allowed labels of aggregatieniveau, empty when free. `severities` lets a receiver
    weigh a rule otherwise than the norm.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionEntry:
    """One category of a selection list: B (kept) or V (destroyed after `bewaartermijn`, ISO 8601, from `trigger`)."""

    code: str
    label: str
    waardering: Literal["B", "V"]
    bewaartermijn: str | None = None
    trigger: str | None = None
    toelichting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectielijst:
    """A selection list with its reference and validity; `sha256` is that of the file."""

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

    def entry(self, code: str) -> SelectionEntry | None:
        """The entry with this code, or None."""
        return next((entry for entry in self.entries if entry.code == code), None)
