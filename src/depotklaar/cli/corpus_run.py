"""`corpus run`: run any program over the judge's corpus and score its verdicts."""

import argparse

from depotklaar.cli.arguments import jobs_of, take_jobs, take_quiet
from depotklaar.cli.corpus_words import score_json, score_lines, take_corpus
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.errors import Problem, UsageError
from depotklaar.language import Text

summary: Text = Text(
    "leg elk voorbeeldpakket aan een programma voor en tel hoe vaak het goed oordeelt; exitcode 0 als alles goed is",
    "have a program judge every example package and count how often it is right; exit code 0 when all is right",
)

_TOOL = Text(
    "het programma met zijn argumenten, als laatste; {package}, {pakbon}, {profile} en {now} worden ingevuld; zonder "
    "{package} komt het pakket achteraan",
    "the program with its arguments, last; {package}, {pakbon}, {profile} and {now} are filled in, and without "
    "{package} the package comes at the end",
)
_TOOL_NAME = Text("PROGRAMMA", "TOOL")
_CODES = Text("CODES", "CODES")
_ACCEPT = Text("exitcodes die goedgekeurd betekenen (standaard: 0)", "exit codes that mean accepted (default: 0)")
_REJECT = Text("exitcodes die afgekeurd betekenen (standaard: 1)", "exit codes that mean rejected (default: 1)")
_TIMEOUT = Text("seconden per pakket (standaard: 60)", "seconds for each package (default: 60)")
_COMPARE = Text(
    "lees van het programma een rapport in de JSON-vorm van depotklaar, en tel ook de genoemde regels",
    "read from the program a report in the JSON form of depotklaar, and score the rules it names too",
)
_REPORT = Text("de vorm van de score (standaard: text)", "the form of the score (default: text)")
_NO_CODES = Text("{value} zijn geen exitcodes", "{value} are no exit codes")
_WRITE_CODES = Text("Schrijf getallen met komma's ertussen: 0,3", "Write numbers with commas between: 0,3")
_BOTH = Text("{codes} kan niet goed- en afgekeurd betekenen", "{codes} cannot mean both accepted and rejected")
_CHOOSE = Text("Geef elke code één betekenis.", "Give each code one meaning.")
_NO_TIME = Text("{value} is niet mogelijk", "{value} is impossible")
_SOME_TIME = Text("Geef meer dan 0 en ten hoogste 86400.", "Give more than 0 and at most 86400.")
_DAY = 86_400.0


def declare(parser: Parser) -> None:
    """Declare our own options, and the program with everything behind it."""
    take_corpus(parser)
    parser.take("--accept-codes", metavar=parser.say(_CODES), default="0", help=_ACCEPT)
    parser.take("--reject-codes", metavar=parser.say(_CODES), default="1", help=_REJECT)
    parser.take("--timeout", metavar="S", type=float, default=60.0, help=_TIMEOUT)
    parser.take("--compare-findings", action="store_true", help=_COMPARE)
    parser.take("--report", choices=("text", "json"), default="text", help=_REPORT)
    take_jobs(parser)
    take_quiet(parser)
    name = parser.say(_TOOL_NAME)
    parser.take("tool", metavar=name, help=_TOOL)
    parser.take("words", nargs=argparse.REMAINDER, metavar="...", help=_TOOL)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Run the program over every package, print its score, and return 1 unless everything is right."""
    accept = _codes("--accept-codes", arguments.accept_codes)
    reject = _codes("--reject-codes", arguments.reject_codes)
    if accept & reject:
        codes = ", ".join(map(str, sorted(accept & reject)))
        raise UsageError(Problem(place="--reject-codes", text=_BOTH.fill(codes=codes), hint=_CHOOSE))
    if not 0 < arguments.timeout <= _DAY:
        raise UsageError(Problem(place="--timeout", text=_NO_TIME.fill(value=arguments.timeout), hint=_SOME_TIME))
    jobs = jobs_of(arguments.jobs)
    from depotklaar.api import score_tool

    score = score_tool(
        (arguments.tool, *arguments.words),
        accept_codes=accept,
        reject_codes=reject,
        timeout=arguments.timeout,
        compare_findings=arguments.compare_findings,
        corpus=arguments.corpus,
        rules=arguments.rule,
        jobs=jobs,
        progress=face.progress,
    )
    if arguments.report == "json":
        print_bytes(score_json(score))
    else:
        print_lines(score_lines(score, face.language))
    return 0 if score.perfect else 1


def _codes(place: str, text: str) -> frozenset[int]:
    try:
        return frozenset(int(word) for word in text.split(","))
    except ValueError as error:
        raise UsageError(Problem(place=place, text=_NO_CODES.fill(value=repr(text)), hint=_WRITE_CODES)) from error
