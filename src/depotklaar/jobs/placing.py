"""Places a Dossier: makes its folders, moves its staged files in, and renders its conversation."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from depotklaar.arrangement.outline import head_of_unit
from depotklaar.language import Text
from depotklaar.model.placed import PlacedDossier, PlacedFile, Written
from depotklaar.model.plan import PlannedArchiefstuk, PlannedDossier, PlannedFile, Unit
from depotklaar.renditions.interface import RenderInput, Rendition
from depotklaar.storage.intake import place
from depotklaar.storage.writing import HashedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTask:
    """A Dossier to place below `tree`; `facts` go on the first page of every rendition.

    `renditions` gives the table of renditions, in whichever process asks for it.
    """

    dossier: PlannedDossier
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


def place_dossier(task: PlaceTask) -> PlacedDossier:
    """Place every file of a Dossier. Staged files are moved, not copied, unless two Archiefstukken hold the same."""
    uses: dict[str, int] = {}
    for stuk in task.dossier.archiefstukken:
        for file in stuk.files:
            if file.staged is not None and file.staged.path is not None:
                uses[file.staged.path] = uses.get(file.staged.path, 0) + 1
    lines = 0
    placed = []
    for stuk in task.dossier.archiefstukken:
        folder = task.tree / task.dossier.folder / stuk.name
        folder.mkdir(parents=True)
        count, files = _place_stuk(task, stuk, folder, uses)
        lines += count
        placed.append(files)
    return PlacedDossier(dossier=task.dossier, files=tuple(placed), lines=lines)


def _place_stuk(
    task: PlaceTask, stuk: PlannedArchiefstuk, folder: Path, uses: dict[str, int]
) -> tuple[int, tuple[PlacedFile, ...]]:
    lines = _Lines(stuk.unit) if stuk.unit is not None else None
    files = []
    for file in stuk.files:
        target = folder / file.name
        path = f"{task.dossier.folder}/{stuk.name}/{file.name}"
        if file.staged is not None:
            written = _place_staged(file, target, path, uses)
        else:
            assert lines is not None
            written = _render(task, stuk, file, target, path, lines)
        identified = file.staged.format if file.staged is not None else None
        files.append(PlacedFile(planned=file, written=written, location=str(target), format=identified))
    return (lines.count if lines else 0), tuple(files)


def _place_staged(file: PlannedFile, target: Path, path: str, uses: dict[str, int]) -> Written:
    staged = file.staged
    assert staged is not None and staged.path is not None
    uses[staged.path] -= 1
    place(Path(staged.path), target, keep=uses[staged.path] > 0)
    return Written(path=path, size=staged.size, digests=staged.digests)


def _render(
    task: PlaceTask, stuk: PlannedArchiefstuk, file: PlannedFile, target: Path, path: str, lines: _Lines
) -> Written:
    unit, head = stuk.unit, task.dossier.head
    assert unit is not None and head is not None and file.rendition is not None
    source = RenderInput(
        title=stuk.description.naam,
        period=unit.month or "",
        head=head_of_unit(head, unit, stuk.files),
        lines=lines,
        files={f.attachment: f.name for f in stuk.files if f.attachment is not None},
        facts=_facts(task, stuk),
        findings=unit.findings,
        language="nl",
    )
    with HashedFile(target, task.algorithms) as out:
        task.renditions()[file.rendition].render(source, cast(BinaryIO, out))
    digests = out.digests()
    return Written(path=path, size=digests.size, digests=dict(digests.values))


def _facts(task: PlaceTask, stuk: PlannedArchiefstuk) -> tuple[tuple[Text, str], ...]:
    description, dossier = stuk.description, task.dossier.description
    period = description.dekking_in_tijd
    span = f"{period[0].begindatum} – {period[0].einddatum}" if period else "-"
    return (
        *task.facts,
        (Text("Serie", "Series"), dossier.is_onderdeel_van[0].naam),
        (Text("Dossier", "File"), dossier.naam),
        (Text("Periode", "Period"), span),
        (Text("Kenmerk", "Identification"), description.identificatie[0].kenmerk),
        (Text("Waardering", "Appraisal"), description.waardering.label),
        (Text("Beperking gebruik", "Restriction on use"), description.beperking_gebruik[0].type.label),
        (Text("Omschrijving", "Description"), " ".join(description.omschrijving)),
    )
