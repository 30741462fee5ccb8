"""Places a Dossier: makes its folders, moves its staged files in, and renders its conversation."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from depotklaar.arrangement.account import period_title
from depotklaar.arrangement.outline import head_of_unit
from depotklaar.language import Text
from depotklaar.model.placed import PlacedDossier, PlacedFile, Written
from depotklaar.model.plan import PlannedArchiefstuk, PlannedDossier, PlannedFile, StagedFile, Unit
from depotklaar.renditions.interface import RenderInput, Rendition
from depotklaar.storage.intake import place
from depotklaar.storage.writing import HashedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where and how to place a Dossier: below `tree`; `facts` go on the first page of every rendition.

    `renditions` gives the table of renditions, in whichever process asks for it.
    """

    tree: Path
    renditions: Callable[[], Mapping[str, Rendition]]
    algorithms: tuple[str, ...]
    facts: tuple[tuple[Text, str], ...]


class _Lines:
    """Opens a unit's lines anew for each rendition and counts them."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._counts: list[int] = []

    @property
    def count(self) -> int:
        """How many lines the rendition that took the fewest got to see."""
        return min(self._counts, default=0)

    def __call__(self) -> Iterator[bytes]:
        self._counts.append(0)
        with Path(self._unit.part).open("rb") as stream:
            for line in stream:
                self._counts[-1] += 1
                yield line[:-1]


def place_dossier(dossier: PlannedDossier, placing: Placing) -> PlacedDossier:
    """Place every file of a Dossier. Staged files are moved, not copied, unless another Archiefstuk needs them."""
    return _Placer(dossier, placing).place()


class _Placer:
    """Places one Dossier and remembers how often each staged file is still needed."""

    def __init__(self, dossier: PlannedDossier, placing: Placing) -> None:
        self._placing = placing
        self._dossier = dossier
        staged = (file.staged for stuk in self._dossier.archiefstukken for file in stuk.files)
        self._uses = Counter(file.path for file in staged if file is not None)

    def place(self) -> PlacedDossier:
        """Place all Archiefstukken."""
        lines = 0
        placed = []
        for stuk in self._dossier.archiefstukken:
            count, files = self._place_stuk(stuk)
            lines += count
            placed.append(files)
        return PlacedDossier(dossier=self._dossier, files=tuple(placed), lines=lines)

    def _place_stuk(self, stuk: PlannedArchiefstuk) -> tuple[int, tuple[PlacedFile, ...]]:
        folder = self._placing.tree / self._dossier.folder / stuk.name
        folder.mkdir(parents=True)
        lines = _Lines(stuk.unit) if stuk.unit is not None else None
        files = []
        for file in stuk.files:
            target = folder / file.name
            path = f"{self._dossier.folder}/{stuk.name}/{file.name}"
            if file.staged is not None:
                written = self._place_staged(file.staged, target, path, keep=file.keep)
            else:
                assert lines is not None
                written = self._render(stuk, file, target, path, lines)
            identified = file.staged.format if file.staged is not None else None
            files.append(PlacedFile(planned=file, written=written, location=str(target), format=identified))
        return (lines.count if lines else 0), tuple(files)

    def _place_staged(self, staged: StagedFile, target: Path, path: str, *, keep: bool) -> Written:
        assert staged.path is not None
        self._uses[staged.path] -= 1
        place(Path(staged.path), target, keep=keep or self._uses[staged.path] > 0)
        return Written(path=path, size=staged.size, digests=staged.digests)

    def _render(self, stuk: PlannedArchiefstuk, file: PlannedFile, target: Path, path: str, lines: _Lines) -> Written:
        unit, head = stuk.unit, self._dossier.head
        assert unit is not None and head is not None and file.rendition is not None
        source = RenderInput(
            title=stuk.description.naam,
            period=period_title(unit.first_day, unit.last_day),
            head=head_of_unit(head, unit, stuk.files),
            lines=lines,
            files={f.attachment: f.name for f in stuk.files if f.attachment is not None},
            facts=self._facts(stuk),
            findings=unit.findings,
            language="nl",
        )
        with HashedFile(target, self._placing.algorithms) as out:
            self._placing.renditions()[file.rendition].render(source, cast(BinaryIO, out))
        digests = out.digests()
        return Written(path=path, size=digests.size, digests=dict(digests.values))

    def _facts(self, stuk: PlannedArchiefstuk) -> tuple[tuple[Text, str], ...]:
        description, dossier = stuk.description, self._dossier.description
        period = description.dekking_in_tijd
        span = period_title(period[0].begindatum, period[0].einddatum) if period else period_title(None, None)
        return (
            *self._placing.facts,
            (Text("Serie", "Series"), dossier.is_onderdeel_van[0].naam),
            (Text("Dossier", "File"), dossier.naam),
            (Text("Periode", "Period"), span),
            (Text("Kenmerk", "Identification"), description.identificatie[0].kenmerk),
            (Text("Waardering", "Appraisal"), description.waardering.label),
            (Text("Beperking gebruik", "Restriction on use"), description.beperking_gebruik[0].type.label),
            (Text("Omschrijving", "Description"), " ".join(description.omschrijving)),
        )
