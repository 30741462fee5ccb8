"""`appraise`: propose one decision for each Archiefstuk, in a file that an archivist edits or accepts."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from depotklaar.cli.arguments import (
    jobs_of,
    limits_of,
    moment_of,
    path,
    take_jobs,
    take_limits,
    take_now,
    take_profile,
    take_quiet,
)
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.terminal import print_lines
from depotklaar.language import Language, Text, as_count

if TYPE_CHECKING:
    from depotklaar.jobs.appraise import Appraisal

summary: Text = Text(
    "stel voor elk archiefstuk een besluit over de waardering voor, met de grond, in een bestand voor een archivaris",
    "propose a decision on the value of each Archiefstuk, with its ground, in a file for an archivist",
)

_DELIVERY = Text("het aanleverbestand, aanlevering.toml", "the delivery file, aanlevering.toml")
_OUT = Text("bestand waarin de voorstellen komen: .csv, .xlsx of .json", "file for the proposals: .csv, .xlsx or .json")
_REPLACE = Text(
    "vervang een bestand dat er al staat; besluiten die nog passen, blijven staan",
    "replace a file that is already there; decisions that still fit are kept",
)
_TOTAL = Text("{path}: {count} archiefstukken", "{path}: {count} Archiefstukken")
_ONLY_ONE = Text("{path}: 1 archiefstuk", "{path}: 1 Archiefstuk")
_VALUES = Text(
    "  {b} blijvend te bewaren (B), {v} tijdelijk te bewaren (V), {n} nader te bepalen (N)",
    "  {b} kept for ever (B), {v} kept for a time (V), {n} to be determined (N)",
)
_DECIDED = Text(
    "  {decided} besloten, {open} wachten op een besluit", "  {decided} decided, {open} wait for a decision"
)
_ONE_WAITS = Text("  {decided} besloten, 1 wacht op een besluit", "  {decided} decided, 1 waits for a decision")
_DROPPED = Text("  deze besluiten passen niet meer:", "  these decisions no longer fit:")
_NEXT = Text(
    "  Vul bij elke regel besloten_door en besloten_op in (JJJJ-MM-DD), pas de waardering zo nodig aan, en noem het"
    ' bestand in het aanleverbestand onder [waardering]: besluiten = "{name}"',
    "  Fill in besloten_door and besloten_op (YYYY-MM-DD) on each line, change the value where need be, and name the"
    ' file in the delivery file under [waardering]: besluiten = "{name}"',
)


def declare(parser: Parser) -> None:
    """Declare the delivery file and the file of proposals."""
    parser.take("delivery", metavar="AANLEVERING.toml", type=path, help=_DELIVERY)
    parser.take("-o", "--out", metavar=parser.say(Text("BESTAND", "FILE")), type=path, required=True, help=_OUT)
    parser.take("--replace", action="store_true", help=_REPLACE)
    take_profile(parser)
    take_jobs(parser)
    take_now(parser)
    take_limits(parser)
    take_quiet(parser)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Write the proposals and say what they came to."""
    now, jobs = moment_of(arguments.now), jobs_of(arguments.jobs)
    from depotklaar.api import appraise_delivery

    appraisal = appraise_delivery(
        arguments.delivery,
        arguments.out,
        profile=arguments.profile,
        replace=arguments.replace,
        jobs=jobs,
        now=now,
        limits=limits_of(arguments),
        progress=face.progress,
    )
    print_lines(_lines(appraisal, face.language))
    return 0


def _lines(appraisal: "Appraisal", language: Language) -> Iterator[str]:
    counts = appraisal.decisions
    numbers = {key.lower(): as_count(count, language) for key, count in counts.waarderingen.items()}
    total = _ONLY_ONE if appraisal.proposals == 1 else _TOTAL
    yield total.fill(path=appraisal.path, count=as_count(appraisal.proposals, language)).in_language(language)
    yield _VALUES.fill(**numbers).in_language(language)
    decided, waiting = as_count(counts.decided, language), as_count(counts.undecided, language)
    text = _ONE_WAITS if counts.undecided == 1 else _DECIDED
    yield text.fill(decided=decided, open=waiting).in_language(language)
    for finding in appraisal.findings:
        yield f"  {finding.kind.id}  {finding.place}: {finding.sentence(language)}"
    if appraisal.dropped:
        yield _DROPPED.in_language(language)
        for problem in appraisal.dropped:
            yield f"    {problem.place}: {problem.text.in_language(language)}"
    if counts.undecided:
        yield _NEXT.fill(name=appraisal.path.name).in_language(language)
