"""Finish: seals the built tree, notes what it is, has it judged, and puts it in its place whole or not at all."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal

from depotklaar.errors import Problem, WriteError
from depotklaar.jobs.beside import ENDINGS, accounts_of
from depotklaar.jobs.deliver import Builder, Order, Outline, plan
from depotklaar.jobs.tally import Tally
from depotklaar.jobs.workers import Workers
from depotklaar.language import Language, Text
from depotklaar.model.pakbon import Pakbon
from depotklaar.model.progress import Progress
from depotklaar.model.report import Report
from depotklaar.standards.pakbon.writer import write_pakbon, write_pakbon_text
from depotklaar.storage.containers import write_tar, write_zip
from depotklaar.storage.ledger import Ledger
from depotklaar.storage.staging import Staging
from depotklaar.targets.seal import BagSeal, Seal, SealHash, TreeSeal

Container = Literal["folder", "zip", "tar"]
Basis = Literal["container", "tagmanifest", "filelist"]
Judge = Callable[[Path, Path | None, Progress], Report]
Writer = Callable[[BinaryIO], None]
WriteReport = Callable[[Report, Language, BinaryIO], None]

LANGUAGE: Language = "nl"
SEALING = Text("pakket sluiten", "closing the package")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finishing:
    """How the package is closed and accounted for. `reports` leads from a file's ending to what writes it."""

    out: Path
    name: str
    container: Container
    bag: bool
    replace: bool
    judge: Judge
    reports: Mapping[str, WriteReport]


def package(order: Order, finishing: Finishing, progress: Progress) -> Report:
    """Make the package of a delivery. When it is rejected, only its report and list of what was left out appear."""
    name = order.aanlevering.id
    with _staging(finishing) as staging:
        for text in staging.notes:
            progress.noted(text)
        built = staging.path / "pakket" / name
        with Workers(order.jobs) as workers:
            outline = plan(order, staging.path / "werk", workers, progress, copy=True)
            outline.appraising.demand()
            sealed = _build(order, finishing, outline, built, workers, progress)
        outline.tally.close()
        final, hashed = _contain(order, finishing, built, sealed, progress)
        pakbon = staging.path / f"{name}.pakbon.xml"
        _note(order, outline.tally, final, hashed, pakbon)
        judged = finishing.judge(final, pakbon, progress)
        report = _account(judged, outline)
        writers = _writers(order, finishing, outline, report)
        staging.commit(_outputs(finishing, staging.path, final, writers, accepted=report.accepted))
    return report


def _staging(finishing: Finishing) -> Staging:
    """The workplace. What an earlier, rejected run left of accounts may go; a package never, unless asked."""
    out, name = finishing.out, finishing.name
    forms = {"folder": name, "zip": f"{name}.zip", "tar": f"{name}.tar"}
    own = forms.pop(finishing.container)
    others = [other for other in forms.values() if (out / other).exists()]
    if others:
        raise WriteError([_other_form(out / other) for other in others])
    beside = [f"{name}.{ending}" for ending in ("pakbon.xml", "pakbon.txt", *ENDINGS, *finishing.reports)]
    replace_them = finishing.replace or not (out / own).exists()
    return Staging.open(out, name, replace=replace_them, targets=[own, *beside])


def _other_form(path: Path) -> Problem:
    return Problem(
        place=str(path),
        text=Text("hier staat dit pakket al in een andere vorm", "this package is already here in another form"),
        hint=Text(
            "Haal het oude pakket weg of kies een andere uitvoermap; twee vormen kunnen niet één pakbon delen.",
            "Take the old package away or choose another output folder; two forms cannot share one pakbon.",
        ),
    )


def _build(
    order: Order, finishing: Finishing, outline: Outline, built: Path, workers: Workers, progress: Progress
) -> SealHash:
    tree = built / "data" if finishing.bag else built
    tree.mkdir(parents=True)
    ledger = Ledger(outline.work / "grootboek")
    seal: Seal = TreeSeal(ledger)
    if finishing.bag:
        seal = BagSeal(built, ledger, order.algorithms, _bag_info(order))
    Builder(order, outline, tree, workers, seal.add).build(progress)
    return seal.close()


def _bag_info(order: Order) -> list[tuple[str, str]]:
    delivery = order.aanlevering
    return [
        ("Source-Organization", delivery.archiefvormers[-1].naam),
        ("Contact-Name", delivery.contact.naam),
        ("Contact-Email", delivery.contact.email),
        ("External-Description", delivery.titel),
        ("External-Identifier", delivery.archief.kenmerk),
        ("Internal-Sender-Identifier", delivery.id),
        ("Bagging-Date", order.now[:10]),
        ("Bag-Software-Agent", order.software),
    ]


def _contain(
    order: Order, finishing: Finishing, built: Path, sealed: SealHash, progress: Progress
) -> tuple[Path, tuple[str, Basis]]:
    """Put the folder in a container if that is asked; the hash then is that of the container file."""
    if finishing.container == "folder":
        return built, (sealed.value, sealed.basis)
    progress.started(SEALING)
    target = built.with_name(f"{built.name}.{finishing.container}")
    write = write_zip if finishing.container == "zip" else write_tar
    moment = dt.datetime.fromisoformat(order.now)
    digests = write(built, target, root=built.name, moment=moment, on_bytes=lambda size: progress.advanced(size=size))
    progress.finished()
    return target, (digests.values["sha256"], "container")


def _note(order: Order, tally: Tally, final: Path, hashed: tuple[str, Basis], target: Path) -> None:
    """Write the pakbon, as XML and as text for an e-mail."""
    delivery = order.aanlevering
    pakbon = Pakbon(
        id=delivery.id,
        title=delivery.titel,
        target_location=delivery.doellocatie,
        package_name=final.name,
        hash_algorithm="SHA-256",
        hash_value=hashed[0],
        hash_basis=hashed[1],
        created_at=order.now,
        organisation=delivery.archiefvormers[-1].naam,
        archiefvormers=tuple(dict.fromkeys(a.naam for a in delivery.archiefvormers)),
        contact_name=delivery.contact.naam,
        contact_email=delivery.contact.email,
        informatieobjecten=tally.informatieobjecten,
        bestanden=tally.bestanden,
        content_files=tally.bestanden,
        content_bytes=tally.content_bytes,
        profile=order.profile.name,
        delivery_type=delivery.soort,
        particularities=(delivery.bijzonderheden,) if delivery.bijzonderheden else (),
        software=order.software,
    )
    target.write_bytes(write_pakbon(pakbon))
    target.with_suffix(".txt").write_bytes(write_pakbon_text(pakbon).encode())


def _account(judged: Report, outline: Outline) -> Report:
    """The judge's report with the maker's own account added; a sum that does not close is an error."""
    tally = outline.tally
    return replace(
        judged,
        tools=tuple(dict.fromkeys((*judged.tools, *tally.tools()))),
        findings=(*judged.findings, *tally.collector.findings()),
        totals={**judged.totals, **tally.collector.totals()},
        counts={**judged.counts, **tally.counts()},
        balances=tuple(tally.balances),
        decisions=outline.appraising.count.decisions(),
    )


def _writers(order: Order, finishing: Finishing, outline: Outline, report: Report) -> dict[str, Writer]:
    """What writes each report and account, by the ending of its file."""
    reports = {ending: partial(write, report, LANGUAGE) for ending, write in finishing.reports.items()}
    accounts = {ending: partial(write, outline, LANGUAGE) for ending, write in accounts_of(order).items()}
    return {**reports, **accounts}


def _outputs(
    finishing: Finishing, folder: Path, final: Path, writers: Mapping[str, Writer], *, accepted: bool
) -> list[tuple[Path, Path]]:
    """Everything that is to appear, with where: the accounts always, package and pakbon only when accepted."""
    name = finishing.name
    moves = []
    for ending, write in writers.items():
        path = folder / f"{name}.{ending}"
        with path.open("xb") as out:
            write(out)
        moves.append((path, finishing.out / path.name))
    if accepted:
        for ending in ("pakbon.xml", "pakbon.txt"):
            moves.append((folder / f"{name}.{ending}", finishing.out / f"{name}.{ending}"))
        moves.append((final, finishing.out / final.name))
    return moves
