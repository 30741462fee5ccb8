"""`plan`: show what would be packaged, and write nothing."""

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
)
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.language import Text

summary: Text = Text(
    "laat zien wat er in het pakket komt (boom, aantallen, bevindingen) en schrijf niets",
    "show what would be packaged (tree, counts, findings) and write nothing",
)

_DELIVERY = Text("het aanleverbestand, aanlevering.toml", "the delivery file, aanlevering.toml")
_JSON = Text("toon het plan als JSON", "show the plan as JSON")


def declare(parser: Parser) -> None:
    """Declare the delivery file and the form of the outcome."""
    parser.take("delivery", metavar="AANLEVERING.toml", type=path, help=_DELIVERY)
    parser.take("--json", action="store_true", help=_JSON)
    take_profile(parser)
    take_jobs(parser)
    take_now(parser)
    take_limits(parser)
    take_quiet(parser)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Make the plan and print it."""
    now, jobs = moment_of(arguments.now), jobs_of(arguments.jobs)
    from depotklaar.api import plan_delivery

    outline = plan_delivery(
        arguments.delivery,
        profile=arguments.profile,
        jobs=jobs,
        now=now,
        limits=limits_of(arguments),
        progress=face.progress,
    )
    if arguments.json:
        print_bytes(outline.as_json().rstrip("\n").encode("utf-8", "backslashreplace") + b"\n")
    else:
        print_lines(outline.as_lines(face.language))
    return 0
