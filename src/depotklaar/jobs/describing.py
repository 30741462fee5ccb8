"""Describes what stands in its place: a sidecar beside every file and within every folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from depotklaar.arrangement.description import Describer
from depotklaar.jobs.characterise import format_findings, with_formats
from depotklaar.jobs.filelist import rows_of
from depotklaar.jobs.parcels import Parcel, packed
from depotklaar.jobs.tally import DossierAccount, account_of
from depotklaar.model.finding import Finding
from depotklaar.model.format import FormatIdentification
from depotklaar.model.mdto import MdtoObject
from depotklaar.model.placed import PlacedDossier, Written
from depotklaar.model.plan import PlannedAggregation
from depotklaar.storage.writing import write_hashed
from depotklaar.targets.interface import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeTask:
    """A placed Dossier to describe below `tree`; `formats` are those of its files that had none."""

    placed: Parcel[PlacedDossier]
    formats: tuple[FormatIdentification, ...]
    tree: Path
    target: Target
    describer: Describer
    algorithms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a Dossier came to: all its files, content and sidecars, in a fixed order, and what the accounts need."""

    files: Parcel[tuple[Written, ...]]
    account: DossierAccount
    findings: tuple[Finding, ...]
    rows: bytes


def describe_dossier(task: DescribeTask) -> Described:
    """Write every sidecar of a Dossier."""
    placed = with_formats(task.placed.opened(), task.formats)
    return Described(
        files=packed(tuple[Written, ...], tuple(_described(task, placed))),
        account=account_of(placed),
        findings=tuple(format_findings(placed)),
        rows=rows_of(placed),
    )


def _described(task: DescribeTask, placed: PlacedDossier) -> Iterator[Written]:
    dossier = placed.dossier
    yield _write(task, dossier.folder, dossier.name, dossier.description)
    for stuk, files in zip(dossier.archiefstukken, placed.files, strict=True):
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
