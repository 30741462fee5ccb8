"""`validate`: judge packages as they lie on disk, ours or not, and account for it."""

import argparse

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
    take_sources,
)
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.outcome import write_whole
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.errors import Problem, UsageError
from depotklaar.language import Text

summary: Text = Text(
    "beoordeel pakketten zoals ze er liggen: map, zip of tar, met of zonder BagIt",
    "judge packages as they lie: folder, zip or tar, with or without BagIt",
)

_PACKAGE = Text("een pakket: map, .zip of .tar", "a package: folder, .zip or .tar")
_PROFILE = Text(
    "profiel van de ontvanger: een naam of een pad (standaard: nationaal-archief)",
    "profile of the receiver: a name or a path (default: nationaal-archief)",
)
_PAKBON = Text(
    "de pakbon bij dit ene pakket (standaard: die ernaast ligt)",
    "the pakbon of this one package (default: the one beside it)",
)
_FORMAT = Text("vorm van het rapport (standaard: text)", "form of the report (default: text)")
_OUT = Text("schrijf het rapport naar dit bestand", "write the report to this file")
_ONE = Text("--pakbon hoort bij één pakket, en er zijn er {count}", "--pakbon belongs to one package, here are {count}")
_APART = Text("Beoordeel de pakketten een voor een.", "Judge the packages one by one.")


def declare(parser: Parser) -> None:
    """Declare the packages and the form of the account."""
    file = parser.say(Text("BESTAND", "FILE"))
    take_sources(parser, "packages", metavar=parser.say(Text("PAKKET", "PACKAGE")), help=_PACKAGE)
    take_profile(parser, _PROFILE)
    parser.take("--pakbon", metavar=file, type=path, help=_PAKBON)
    parser.take("--format", choices=("text", "json", "html"), default="text", help=_FORMAT)
    parser.take("-o", "--out", metavar=file, type=path, help=_OUT)
    take_jobs(parser)
    take_now(parser)
    take_limits(parser)
    take_quiet(parser)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Judge every package, give the account, and return 1 when any of them is rejected."""
    if arguments.pakbon is not None and len(arguments.packages) > 1:
        count = len(arguments.packages)
        raise UsageError(Problem(place="--pakbon", text=_ONE.fill(count=count), hint=_APART))
    now, jobs = moment_of(arguments.now), jobs_of(arguments.jobs)
    from depotklaar.api import render_reports, validate_packages

    reports = validate_packages(
        arguments.packages,
        profile=arguments.profile,
        pakbon=arguments.pakbon,
        jobs=jobs,
        now=now,
        limits=limits_of(arguments),
        progress=face.progress,
    )
    content = render_reports(reports, form=arguments.format, language=face.language)
    if arguments.out is not None:
        write_whole(arguments.out, content)
    elif arguments.format == "text":
        print_lines(content.decode("utf-8").splitlines())
    else:
        print_bytes(content)
    return 0 if all(report.accepted for report in reports) else 1
