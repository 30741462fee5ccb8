"""`package`: make the package of a delivery file, with its pakbon, report and list of what was left out."""

import argparse
from pathlib import Path

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
from depotklaar.cli.verdict import verdict_lines
from depotklaar.language import Language, Text
from depotklaar.model.report import Report

summary: Text = Text(
    "maak het pakket van een aanlevering, beoordeel het en zet het met pakbon en rapport klaar",
    "make the package of a delivery, judge it and put it ready with its pakbon and report",
)

_DELIVERY = Text("het aanleverbestand, aanlevering.toml", "the delivery file, aanlevering.toml")
_OUT = Text("map waarin pakket, pakbon en rapport komen", "folder for the package, pakbon and report")
_CONTAINER = Text("vorm van het pakket (standaard: folder)", "form of the package (default: folder)")
_NO_BAG = Text("alleen de boom, zonder BagIt eromheen", "the bare tree, without BagIt around it")
_WHERE = Text("  rapport: {page}", "  report: {page}")
_NOWHERE = Text(
    "  er is geen pakket gemaakt; lees het rapport: {page}", "  no package was made; read the report: {page}"
)
_REPLACE = Text("vervang een pakket dat er al staat", "replace a package that is already there")


def declare(parser: Parser) -> None:
    """Declare the delivery file, the folder and the form of the package."""
    parser.take("delivery", metavar="AANLEVERING.toml", type=path, help=_DELIVERY)
    parser.take("-o", "--out", metavar=parser.say(Text("MAP", "DIR")), type=path, required=True, help=_OUT)
    take_profile(parser)
    parser.take("--container", choices=("folder", "zip", "tar"), default="folder", help=_CONTAINER)
    parser.take("--no-bag", action="store_true", help=_NO_BAG)
    parser.take("--replace", action="store_true", help=_REPLACE)
    take_jobs(parser)
    take_now(parser)
    take_limits(parser)
    take_quiet(parser)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Make the package, print the verdict, and return whether it was accepted."""
    now, jobs = moment_of(arguments.now), jobs_of(arguments.jobs)
    from depotklaar.api import package_delivery

    report = package_delivery(
        arguments.delivery,
        arguments.out,
        profile=arguments.profile,
        container=arguments.container,
        bag=not arguments.no_bag,
        replace=arguments.replace,
        jobs=jobs,
        now=now,
        limits=limits_of(arguments),
        progress=face.progress,
    )
    print_lines([*verdict_lines(report, face.language), _where(arguments.out, report, face.language)])
    return 0 if report.accepted else 1


def _where(out: Path, report: Report, language: Language) -> str:
    """Where the report is, and that there is no package when it was rejected."""
    name = report.subject.removesuffix(".zip").removesuffix(".tar")
    text = _WHERE if report.accepted else _NOWHERE
    return text.fill(page=out / f"{name}.report.html").in_language(language)
