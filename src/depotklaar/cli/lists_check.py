"""`lists check`: whether a selection list is right, and what a person should know of it."""

import argparse
import datetime as dt

from depotklaar.cli.arguments import moment_of
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.lists_words import LIST, NAME, as_json, count_lines, heading_of, remark_line
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.language import Text

summary: Text = Text(
    "controleer een selectielijst: fouten, waarschuwingen, en wat een mens moet lezen",
    "check a selection list: faults, warnings, and what a person must read",
)

_NOW = Text(
    "controleer of de lijst op dit moment geldt, ISO 8601 met tijdzone (standaard: niet controleren)",
    "check whether the list holds at this moment, ISO 8601 with zone (default: do not check)",
)
_JSON = Text("toon als JSON", "show as JSON")


def declare(parser: Parser) -> None:
    """Declare the list and the moment."""
    parser.take("list", metavar=parser.say(NAME), help=LIST)
    parser.take("--now", metavar="ISO", help=_NOW)
    parser.take("--json", action="store_true", help=_JSON)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Print all that was found, and end with the counts. A list with faults is refused with exit code 4."""
    from depotklaar.api import check_selection_list

    today = None if arguments.now is None else dt.date.fromisoformat(moment_of(arguments.now)[:10])
    found = check_selection_list(arguments.list, today=today)
    if arguments.json:
        remarks = [
            {
                "id": remark.id,
                "severity": remark.severity.value,
                "code": remark.code,
                "text": remark.text.in_language(face.language),
            }
            for remark in found.remarks
        ]
        print_bytes(as_json({"selectielijst": heading_of(found.lijst), "remarks": remarks, "counts": found.counts}))
        return 0
    print_lines(remark_line(remark, face.language) for remark in found.remarks)
    print_lines(count_lines(found.counts, face.language))
    return 0
