"""Describes what stands in its place: a sidecar beside every file and within every folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from depotklaar.arrangement.description import Describer
from depotklaar.jobs.characterise import format_findings
from depotklaar.jobs.filelist import rows_of
from depotklaar.jobs.parcels import Parcel, packed
from depotklaar.jobs.tally import DossierAccount, account_of
from depotklaar.model.finding import Finding
from depotklaar.model.mdto import MdtoObject
from depotklaar.model.placed import PlacedDossier, Written
from depotklaar.model.plan import PlannedAggregation
from depotklaar.storage.writing import write_hashed
from depotklaar.targets.interface import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Describing:
    """Where and how to describe a Dossier: beside the files below `tree`."""

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


def describe_dossier(placed: PlacedDossier, describing: Describing) -> Described:
    """Write every sidecar of a Dossier."""
    return Described(
        files=packed(tuple[Written, ...], tuple(_described(placed, describing))),
        account=account_of(placed),
        findings=tuple(format_findings(placed)),
        rows=rows_of(placed),
    )


def _described(placed: PlacedDossier, describing: Describing) -> Iterator[Written]:
    dossier, describer = placed.dossier, describing.describer
    yield _write(describing, dossier.folder, dossier.name, dossier.description)
    for stuk, files in zip(dossier.archiefstukken, placed.files, strict=True):
        folder = f"{dossier.folder}/{stuk.name}"
        yield _write(describing, folder, stuk.name, stuk.description)
        reference = describer.reference(stuk.description.naam, stuk.description.identificatie[0].kenmerk)
        for file in files:
            yield file.written
            bestand = describer.bestand(file, reference)
            yield _write(describing, folder, file.planned.name, bestand, of_file=True)


def describe_aggregation(aggregation: PlannedAggregation, describing: Describing) -> Written:
    """Write the sidecar of an Archief or Serie."""
    return _write(describing, aggregation.folder, aggregation.name, aggregation.description)


def _write(describing: Describing, folder: str, name: str, described: MdtoObject, *, of_file: bool = False) -> Written:
    path = f"{folder}/{describing.target.sidecar_name(name, of_file=of_file)}"
    sidecar = describing.target.sidecar(described)
    digests = write_hashed(describing.tree / path, sidecar, describing.algorithms)
    return Written(path=path, size=digests.size, digests=dict(digests.values))
