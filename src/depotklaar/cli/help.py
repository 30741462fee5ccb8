"""A parser that speaks Dutch or English, raises its complaints as UsageError and lists the exit codes."""

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from depotklaar.cli.terminal import print_lines
from depotklaar.errors import Problem, UsageError
from depotklaar.language import Language, Text

EXIT_CODES: tuple[tuple[int, Text], ...] = (
    (0, Text("klaar, en goedgekeurd waar iets is beoordeeld", "done, and accepted where something was judged")),
    (1, Text("beoordeeld en afgekeurd", "judged and rejected")),
    (2, Text("de opdracht klopt niet", "the command is not right")),
    (3, Text("een bron is niet te lezen of te vertrouwen", "a source cannot be read or trusted")),
    (
        4,
        Text(
            "het aanleverbestand, profiel of een lijst klopt niet, of een [[bron]] daarin bestaat niet",
            "the delivery file, profile or a list is wrong, or a [[bron]] in it does not exist",
        ),
    ),
    (5, Text("er is geen deugdelijk pakket van te maken", "no sound package can be made of it")),
    (6, Text("het resultaat is niet te schrijven", "the result cannot be written")),
    (7, Text("een hulpprogramma ontbreekt of faalt", "a tool is missing or fails")),
    (8, Text("wacht op een besluit van een mens", "waits for a person's decision")),
    (70, Text("een fout in depotklaar zelf", "a fault in depotklaar itself")),
    (130, Text("onderbroken (Ctrl-C, SIGTERM of SIGHUP)", "interrupted (Ctrl-C, SIGTERM or SIGHUP)")),
)

_TITLES = {
    "usage": Text("gebruik: ", "usage: "),
    "positionals": Text("wat", "what"),
    "options": Text("opties", "options"),
    "help": Text("toon deze uitleg en stop", "show this help and stop"),
    "lang": Text("taal van berichten en rapporten: nl of en", "language of messages and reports: nl or en"),
    "exit": Text("exitcodes", "exit codes"),
    "hint": Text("Zie `{prog} --help`.", "See `{prog} --help`."),
}

_SENTENCES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), dutch)
    for pattern, dutch in (
        (r"the following arguments are required: (.+)", r"dit ontbreekt nog: \1"),
        (r"unrecognized arguments: (.+)", r"onbekend: \1"),
        (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1: \2 kan niet, kies uit \3"),
        (r"argument (.+?): invalid (?:int|whole) value: (.+)", r"\1: \2 is geen heel getal"),
        (r"argument (.+?): expected one argument", r"\1: hier hoort één waarde bij"),
        (r"argument (.+?): expected at least one argument", r"\1: hier hoort minstens één waarde bij"),
        (r"argument (.+?): expected (\d+) arguments?", r"\1: hier horen \2 waarden bij"),
        (r"argument (.+?): not allowed with argument (.+)", r"\1: kan niet samen met \2"),
        (r"argument (.+?): ignored explicit argument (.+)", r"\1: neemt geen waarde (\2)"),
        (r"argument (.+?): invalid .+? value: (.+)", r"\1: \2 is hier geen geldige waarde"),
        (r"ambiguous option: (.+?) could match (.+)", r"\1 kan van alles zijn: \2"),
    )
)


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language that `--lang` asks for, before anything is parsed; Dutch when it does not."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        value = argument.partition("=")[2] if argument.startswith("--lang=") else None
        if argument == "--lang":
            value = next(iter(arguments[place + 1 : place + 2]), None)
        if value == "en":
            return "en"
    return "nl"


def as_dutch(sentence: str) -> str:
    """Return argparse's English complaint in Dutch, or as it is when it is not one that we know."""
    for pattern, dutch in _SENTENCES:
        match = pattern.fullmatch(sentence)
        if match is not None:
            return match.expand(dutch)
    return sentence


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Leaves our own line breaks alone and begins with the word for usage in the right language."""

    usage_word = "usage: "

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with our word unless the caller brings one."""
        super().add_usage(usage, actions, groups, self.usage_word if prefix is None else prefix)


class _Dutch(_Formatter):
    """The formatter for Dutch."""

    usage_word = _TITLES["usage"].nl


class Parser(argparse.ArgumentParser):
    """An argument parser in one language, that abbreviates nothing and never prints or exits on a complaint."""

    def __init__(self, *, language: Language = "nl", **options: Any) -> None:
        formatter = _Dutch if language == "nl" else _Formatter
        super().__init__(**options, add_help=False, allow_abbrev=False, formatter_class=formatter)
        self.language: Language = language
        self._positionals.title = self.say(_TITLES["positionals"])
        self._optionals.title = self.say(_TITLES["options"])
        self.epilog = self._exit_codes()
        self.take("-h", "--help", action="help", help=_TITLES["help"])
        choices = ("nl", "en")
        self.take("--lang", choices=choices, default=argparse.SUPPRESS, metavar="nl|en", help=_TITLES["lang"])

    def say(self, text: Text) -> str:
        """Return a text in the parser's language."""
        return text.in_language(self.language)

    def take(self, *names: str, help: Text, **options: Any) -> None:
        """Declare an argument, as `add_argument` does, with its help in both languages."""
        self.add_argument(*names, help=self.say(help).replace("%", "%%"), **options)

    def print_help(self, file: Any = None) -> None:
        """Print the explanation to stdout; `file` is not used."""
        print_lines(self.format_help().splitlines())

    def error(self, message: str) -> NoReturn:
        """Raise the complaint as a UsageError with the way to more help."""
        text = Text(as_dutch(message), message)
        raise UsageError(Problem(place=self.prog, text=text, hint=_TITLES["hint"].fill(prog=self.prog)))

    def _exit_codes(self) -> str:
        rows = (f"  {code:<4}{self.say(meaning)}" for code, meaning in EXIT_CODES)
        return "\n".join((f"{self.say(_TITLES['exit'])}:", *rows))
