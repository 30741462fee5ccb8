"""Describes what stands in its place: a sidecar beside every file and within every folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from depotklaar.arrangement.description import Describer
from depotklaar.model.mdto import MdtoObject
from depotklaar.model.placed import PlacedDossier, PlacedFile, Written
from depotklaar.model.plan import PlannedAggregation
from depotklaar.storage.writing import write_hashed
from depotklaar.targets.interface import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeTask:
    """A placed Dossier to describe below `tree`."""

    placed: PlacedDossier
    tree: Path
    target: Target
    describer: Describer
    algorithms: tuple[str, ...]


def describe_dossier(task: DescribeTask) -> list[Written]:
    """Write every sidecar of a Dossier; return all its files, content and sidecars, in a fixed order."""
    return list(_described(task))


def _described(task: DescribeTask) -> Iterator[Written]:
    dossier = task.placed.dossier
    yield _write(task, dossier.folder, dossier.name, dossier.description)
    for stuk, files in zip(dossier.archiefstukken, task.placed.files, strict=True):
        folder = f"{dossier.folder}/{stuk.name}"
        yield _write(task, folder, stuk.name, stuk.description)
        reference = task.describer.reference(stuk.description.naam, stuk.description.identificatie[0].kenmerk)
        for file in files:
            yield file.written
            bestand = task.describer.bestand(file, reference)
            yield _write(task, folder, file.planned.name, bestand, of_file=True)


def _write(task: DescribeTask, folder: str, name: str, described: MdtoObject, *, of_file: bool = False) -> Written:
    return write_sidecar(task.tree, task.target, task.algorithms, folder, name, described, of_file=of_file)


def write_sidecar(
    tree: Path,
    target: Target,
    algorithms: tuple[str, ...],
    folder: str,
    name: str,
    described: MdtoObject,
    *,
    of_file: bool = False,
) -> Written:
    """Write one sidecar into `folder` below the tree."""
    path = f"{folder}/{target.sidecar_name(name, of_file=of_file)}"
    digests = write_hashed(tree / path, target.sidecar(described), algorithms)
    return Written(path=path, size=digests.size, digests=dict(digests.values))


def describe_aggregation(
    aggregation: PlannedAggregation, tree: Path, target: Target, algorithms: tuple[str, ...]
) -> Written:
    """Write the sidecar of an Archief or Serie."""
    return write_sidecar(tree, target, algorithms, aggregation.folder, aggregation.name, aggregation.description)


def unidentified(placed: PlacedDossier) -> list[PlacedFile]:
    """The files of a Dossier whose format is not known yet."""
    return [file for stuk in placed.files for file in stuk if file.format is None]
