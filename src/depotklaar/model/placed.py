"""What stands in the package once it is written: files with their facts, and lines for its manifests."""

from collections.abc import Mapping
from dataclasses import dataclass

from depotklaar.model.format import FormatIdentification
from depotklaar.model.plan import PlannedDossier, PlannedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file in the package: its path from the top of the tree, its size in bytes, digests by hashlib name."""

    path: str
    size: int
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedFile:
    """A planned file that stands in its place; `location` is where on disk."""

    planned: PlannedFile
    written: Written
    location: str
    format: FormatIdentification | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedDossier:
    """A Dossier whose files stand in their places, one list for each Archiefstuk; sidecars are still to come.

    `lines` counts the events and gaps that were rendered.
    """

    dossier: PlannedDossier
    files: tuple[tuple[PlacedFile, ...], ...]
    lines: int
