"""`validate`: judge packages as they lie on disk, ours or not, and account for it."""

import argparse
import tempfile
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
from depotklaar.cli.events import EventProgress
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.named_paths import paths_of, take_stdin
from depotklaar.cli.outcome import write_whole
from depotklaar.cli.shelf import judge_shelves
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.errors import Problem, UsageError
from depotklaar.language import Text
from depotklaar.model.progress import Progress

summary: Text = Text(
    "beoordeel pakketten zoals ze er liggen: map, zip of tar, met of zonder BagIt",
    "judge packages as they lie: folder, zip or tar, with or without BagIt",
)

_PACKAGE = Text(
    "een pakket: map, .zip of .tar; met --recursive een map vol; - leest paden van de standaardinvoer",
    "a package: folder, .zip or .tar; with --recursive a folder full; - reads paths from standard input",
)
_PROFILE = Text(
    "profiel van de ontvanger: een naam of een pad (standaard: nationaal-archief)",
    "profile of the receiver: a name or a path (default: nationaal-archief)",
)
_PAKBON = Text(
    "de pakbon bij dit ene pakket (standaard: die ernaast ligt)",
    "the pakbon of this one package (default: the one beside it)",
)
_FORMAT = Text(
    "vorm van het rapport (standaard: text); csv is de lijst van bestanden met de kolommen van DROID",
    "form of the report (default: text); csv is the list of files with DROID's columns",
)
_OUT = Text(
    "schrijf het rapport naar dit bestand; met --recursive de map voor alle rapporten en de samenvatting",
    "write the report to this file; with --recursive the folder for all reports and the summary",
)
_RECURSIVE = Text(
    "beoordeel elk pakket onder de map, elk in een eigen proces", "judge every package below the folder, a process each"
)
_RESUME = Text(
    "met --recursive -o: sla over wat daar al is beoordeeld en niet is veranderd",
    "with --recursive -o: skip what was judged there before and has not changed",
)
_FAIL_ON = Text(
    "de lichtste bevinding die afkeurt (standaard: error)", "the lightest finding that rejects (default: error)"
)
_PROGRESS = Text(
    "vorm van de voortgang op stderr: voor mensen, of JSON per regel (standaard: auto)",
    "form of the progress on stderr: for people, or a JSON object a line (default: auto)",
)
_NO_FORMATS = Text(
    "bepaal de bestandsformaten niet opnieuw; het rapport zegt dat dan",
    "do not find the file formats anew; the report says so then",
)
_ONE = Text("--pakbon hoort bij één pakket, en er zijn er {count}", "--pakbon belongs to one package, here are {count}")
_APART = Text("Beoordeel de pakketten een voor een.", "Judge the packages one by one.")
_RESUMES = Text("--resume gaat verder in een map met rapporten", "--resume goes on in a folder with reports")
_WITH = Text("Geef ook --recursive en -o MAP.", "Give --recursive and -o DIR too.")


def declare(parser: Parser) -> None:
    """Declare the packages and the form of the account."""
    file = parser.say(Text("BESTAND", "FILE"))
    parser.take("packages", metavar=parser.say(Text("PAKKET", "PACKAGE")), nargs="*", type=path, help=_PACKAGE)
    take_profile(parser, _PROFILE)
    parser.take("--pakbon", metavar=file, type=path, help=_PAKBON)
    parser.take("--recursive", action="store_true", help=_RECURSIVE)
    parser.take("--format", choices=("text", "json", "html", "csv", "junit"), help=_FORMAT)
    parser.take("-o", "--out", metavar=file, type=path, help=_OUT)
    parser.take("--resume", action="store_true", help=_RESUME)
    parser.take("--fail-on", choices=("error", "warning"), default="error", help=_FAIL_ON)
    parser.take("--no-formats", action="store_false", dest="formats", help=_NO_FORMATS)
    take_stdin(parser)
    take_jobs(parser)
    take_now(parser)
    take_limits(parser)
    parser.take("--progress", choices=("auto", "json"), default="auto", help=_PROGRESS)
    take_quiet(parser)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Judge every package, give the account, and return 1 when any of them is rejected."""
    if arguments.resume and not (arguments.recursive and arguments.out):
        raise UsageError(Problem(place="--resume", text=_RESUMES, hint=_WITH))
    packages = paths_of(
        arguments.packages, from_stdin=arguments.from_stdin, null=arguments.null, place="depotklaar validate"
    )
    progress = EventProgress(face.language) if arguments.progress == "json" else face.progress
    if arguments.recursive:
        return judge_shelves(arguments, packages, face, progress)
    if arguments.pakbon is not None and len(packages) > 1:
        raise UsageError(Problem(place="--pakbon", text=_ONE.fill(count=len(packages)), hint=_APART))
    return _judge(arguments, packages, face, progress)


def _judge(arguments: argparse.Namespace, packages: list[Path], face: Face, progress: Progress) -> int:
    """Judge the packages one after the other and give one account of them."""
    now, jobs, limits = moment_of(arguments.now), jobs_of(arguments.jobs), limits_of(arguments)
    from depotklaar.api import ReportForm, render_reports, validate_packages

    form: ReportForm = arguments.format or "text"

    with tempfile.TemporaryDirectory(prefix="depotklaar-lijst-") as listings:
        reports = validate_packages(
            packages,
            profile=arguments.profile,
            pakbon=arguments.pakbon,
            jobs=jobs,
            now=now,
            limits=limits,
            progress=progress,
            fail_on=arguments.fail_on,
            listings=Path(listings) if form == "csv" else None,
            formats=arguments.formats,
        )
        content = render_reports(reports, form=form, language=face.language)
    if arguments.out is not None:
        write_whole(arguments.out, content)
    elif form == "text":
        print_lines(content.decode("utf-8").splitlines())
    else:
        print_bytes(content)
    return 0 if all(report.accepted for report in reports) else 1
