"""What WhatsApp itself writes, read from the phrase lists of each language, and matched against lines of a chat."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("nl", "en")
LONGEST_PHRASE = 2_000

_PLACES = {
    "actor": "(?P<actor>.+?)",
    "subject": "(?P<subject>.+?)",
    "subjects": "(?P<subjects>.+?)",
    "old": "(?P<old>.+?)",
    "new": "(?P<new>.+?)",
    "duration": r"(?P<duration>\d[^.,;]{0,40}?)",
    "rest": "(?:.*)",
}
_QUOTES = "\"'“”„‘’«»"
_TOKEN = re.compile(r"\{(\w+)\}|(\)\?|[()|])|([^{}()|]+)")
_AMOUNT = re.compile(r"(\d+)\s*(\w+)")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f"), " ")
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2068\u2069"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: what it stands for, in which language, how well attested, and how to find it in a whole line.

    `values` are the entry's own keys (code, kind, by, medium, outcome); `needle` is a piece that must be in the line.
    """

    language: str
    level: str
    values: Mapping[str, str]
    pattern: "re.Pattern[str]"
    needle: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found, with the text in its places (`actor`, `subjects`, `old`, `new`, `duration`)."""

    phrase: Phrase
    places: Mapping[str, str] = field(default_factory=dict)


class Wording:
    """The phrases of all languages. All matching is on whole lines; a dot at the end makes no difference."""

    def __init__(self, lists: Iterable[Mapping[str, Any]]) -> None:
        self.lists = tuple(lists)
        self.system = self._phrases("system")
        self.calls = self._phrases("call")
        self.deleted = self._phrases("deleted")
        self.omitted = self._phrases("omitted")
        self.waiting = self._phrases("waiting")
        self.self_words = frozenset(word for part in self.lists for word in part["self_words"])
        self.conjunctions = tuple(part["and"] for part in self.lists)
        self.chat_names = tuple(name for part in self.lists for name in part["chat_names"]["prefixes"])
        self._durations = {word: seconds for part in self.lists for word, seconds in part["durations"].items()}
        self._languages = {word: part["language"] for part in self.lists for word in _tail_words(part)}
        self.edited = re.compile(rf"(?:^|[ \n])(\u200e?)<({_choice(self._all('edited', 'phrases'))})\.?>\Z")
        self.attached_android = re.compile(
            rf"\A(\u200e?)([^\n]{{1,1000}}?) ({_choice(self._all('attached', 'android'))})(?:\n|\Z)"
        )
        self.attached_ios = re.compile(
            rf"(\u200e?)<(\u200e?) ?({_choice(self._all('attached', 'ios'))}): ?([^\n>]{{1,1000}}?) ?>\Z"
        )
        self.attached_old = re.compile(
            rf"\A(\u200e?)([^\n<]{{1,1000}}?) <(\u200e?)({_choice(self._all('attached', 'ios'))})>\Z"
        )
        self.pages = re.compile(
            rf"\A(.*?) • (?:\u200e?(\d{{1,6}}) (?:{_choice(self._all('attached', 'pages'))}) ?)?\u200e?\Z"
        )
        self.located = re.compile(rf"\A(\u200e?)({_choice(self._all('location', 'prefixes'))})(https://[^\s]+)", re.S)
        self.live = frozenset(self._all("location", "live"))
        self.poll = re.compile(
            rf"\A(\u200e?)(?:{_choice(self._all('poll', 'question'))}):\n(?P<question>.*?)\n"
            rf"(?P<options>(?:\u200e?(?:{_choice(self._all('poll', 'option'))}): .*(?:\n|\Z))+)\Z"
        )
        self.poll_marked = re.compile(
            r"\A(\u200e)\w{2,20}:\n(?P<question>.*?)\n(?P<options>(?:\u200e\w{2,20}: .* \(\d+ \w+\)(?:\n|\Z))+)\Z"
        )
        self._words = {word: part["language"] for part in self.lists for word in part["function_words"]}
        self.starts = (*self._all("location", "prefixes"), *self.live, "<", *_firsts((*self.waiting, *self.deleted)))
        self.starts += tuple(f"{word}:" for word in self._all("poll", "question"))
        self.exact = frozenset(("null", "null.", *(p.needle for p in self.omitted)))

    def find(self, phrases: Iterable[Phrase], text: str) -> Hit | None:
        """Return the first phrase that is the whole of `text`, bidirectional marks aside; None when there is none."""
        if len(text) > LONGEST_PHRASE:
            return None
        line = text.translate(_MARKS)
        spaced = line.translate(_SPACES)
        for phrase in phrases:
            if phrase.needle in spaced:
                match = phrase.pattern.fullmatch(line)
                if match:
                    return Hit(phrase, {k: v for k, v in match.groupdict().items() if v is not None})
        return None

    def seconds(self, text: str) -> int | None:
        """Return a duration in seconds (`7 dagen`, `1 hr 5 min`); None when a word of it is not known."""
        parts = _AMOUNT.findall(text)
        if not parts or any(unit not in self._durations for _, unit in parts):
            return None
        return sum(int(amount) * int(self._durations[unit]) for amount, unit in parts)

    def language_of(self, word: str) -> str:
        """Return the language of an attachment or edit phrase."""
        return str(self._languages.get(word, ""))

    def count_words(self, text: str, counts: dict[str, int]) -> None:
        """Count the function words of each language in a message."""
        for word in text.lower().split():
            language = self._words.get(word)
            if language is not None:
                counts[language] = counts.get(language, 0) + 1

    def _all(self, section: str, key: str) -> tuple[str, ...]:
        return tuple(word for part in self.lists for word in part[section][key])

    def _phrases(self, section: str) -> tuple[Phrase, ...]:
        return tuple(
            _compile(part["language"], entry, phrase)
            for part in self.lists
            for entry in part.get(section, ())
            for phrase in entry["phrases"]
        )


@cache
def wording() -> Wording:
    """Return the phrases of all languages that are built in, in a fixed order."""
    folder = files("depotklaar.importers") / "whatsapp_phrases"
    return Wording(tomllib.loads((folder / f"{language}.toml").read_text("utf-8")) for language in LANGUAGES)


def unquoted(text: str) -> str:
    """Return a group name without the quotation marks around it, if it stands in a pair of them."""
    return text[1:-1] if len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES else text


def _compile(language: str, entry: Mapping[str, Any], phrase: str) -> Phrase:
    parts, pieces = [], [""]
    depth = 0
    for place, choice, literal in _TOKEN.findall(phrase):
        if place:
            parts.append(_PLACES[place])
        elif choice:
            parts.append({"(": "(?:"}.get(choice, choice))
            depth += {"(": 1, ")": -1}.get(choice, 0)
        else:
            parts.append(_literal(literal))
            pieces += re.split(r"[\"']", literal) if depth == 0 else []
    values = {key: value for key, value in entry.items() if key not in ("phrases", "level")}
    pattern = re.compile("".join(parts) + r"\.?")
    return Phrase(language, entry["level"], values, pattern, max(pieces, key=len).strip())


def _literal(text: str) -> str:
    forms = {"'": "['’]", '"': f"[{_QUOTES}]", " ": "[ \u00a0\u202f]"}
    return "".join(forms.get(c, re.escape(c)) for c in text)


def _choice(words: Iterable[str]) -> str:
    return "|".join(_literal(word) for word in words)


def _firsts(phrases: Iterable[Phrase]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase.needle for phrase in phrases))


def _tail_words(part: Mapping[str, Any]) -> tuple[str, ...]:
    return (*part["edited"]["phrases"], *part["attached"]["android"], *part["attached"]["ios"])
