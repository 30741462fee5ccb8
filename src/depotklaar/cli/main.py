"""The command line: one table of commands, and the one place where errors become exit codes."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence

from depotklaar import __version__
from depotklaar.cli import appraise, corpus, formats, import_command, init, lists, package, plan, rules, trace, validate
from depotklaar.cli.help import Parser, language_of
from depotklaar.cli.interface import Command, Face
from depotklaar.cli.stopping import heeding_requests
from depotklaar.cli.terminal import make_lenient, print_words, progress_for
from depotklaar.errors import DepotklaarError
from depotklaar.language import Language, Text

COMMANDS: Mapping[str, Command] = {
    "init": init,
    "import": import_command,
    "plan": plan,
    "appraise": appraise,
    "package": package,
    "validate": validate,
    "trace": trace,
    "lists": lists,
    "formats": formats,
    "rules": rules,
    "corpus": corpus,
}

INTERRUPTED = 130
OUR_FAULT = 70

_ABOUT = Text(
    "Maakt van chatgesprekken van de overheid pakketten die een e-depot accepteert, en beoordeelt zulke pakketten.",
    "Turns government chat conversations into packages that an e-depot accepts, and judges such packages.",
)
_VERSION = Text("toon de versie en stop", "show the version and stop")
_VERBS = Text("opdrachten", "commands")
_MORE = Text("`depotklaar OPDRACHT --help` legt een opdracht uit.", "`depotklaar COMMAND --help` explains a command.")
_VERB = Text("OPDRACHT", "COMMAND")
_BROKEN_OFF = Text("Onderbroken; er is niets half achtergelaten.", "Interrupted; nothing was left half done.")
_FAULT = Text(
    "Dit is een fout in depotklaar ({kind}), niet in uw bestanden. Er is niets half opgeleverd.",
    "This is a fault in depotklaar ({kind}), not in your files. Nothing was half delivered.",
)
_LOG = Text(
    "    Meld hem met dit logbestand, het bevat geen berichttekst: {log}",
    "    Report it with this log, which holds no message text: {log}",
)
_NO_LOG = Text("    Er kon geen logbestand worden geschreven.", "    No log could be written.")


def make_parser(language: Language, commands: Mapping[str, Command] = COMMANDS) -> Parser:
    """Return the whole parser; a command fills its own part."""
    parser = Parser(language=language, prog="depotklaar", description=_ABOUT.in_language(language))
    parser.take("--version", action="version", version=f"depotklaar {__version__}", help=_VERSION)
    verbs = parser.add_subparsers(
        dest="command",
        required=True,
        metavar=parser.say(_VERB),
        title=parser.say(_VERBS),
        description=parser.say(_MORE),
    )
    for name, command in commands.items():
        summary = parser.say(command.summary)
        command.declare(verbs.add_parser(name, language=language, help=summary, description=summary))
    return parser


def main(arguments: Sequence[str] | None = None, commands: Mapping[str, Command] = COMMANDS) -> int:
    """Run one command and return its exit code. `arguments` are those of the process when None."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    language = language_of(words)
    make_lenient()
    return translate(lambda: _run(words, language, commands), language)


def translate(work: Callable[[], int], language: Language) -> int:
    """Do the work; turn whatever stops it, a signal too, into words on stderr and an exit code."""
    try:
        with heeding_requests():
            return work()
    except DepotklaarError as error:
        print_words(error.lines(language))
        return error.exit_code
    except KeyboardInterrupt:
        print_words([_BROKEN_OFF.in_language(language)])
        return INTERRUPTED
    except Exception as error:
        from depotklaar.cli import crash  # looking up versions of libraries takes half of the start

        log = crash.write_log(error)
        rest = _NO_LOG if log is None else _LOG.fill(log=log)
        print_words(text.in_language(language) for text in (_FAULT.fill(kind=type(error).__name__), rest))
        return OUR_FAULT


def _run(words: Sequence[str], language: Language, commands: Mapping[str, Command]) -> int:
    parsed = make_parser(language, commands).parse_args(words)
    progress = progress_for(language, quiet=getattr(parsed, "quiet", False))
    return _command(parsed, commands).run(parsed, Face(language=language, progress=progress))


def _command(parsed: argparse.Namespace, commands: Mapping[str, Command]) -> Command:
    return commands[parsed.command]


if __name__ == "__main__":
    sys.exit(main())
