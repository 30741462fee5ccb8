"""The cases of the judge's corpus, as they stand in its files: what a package is, and what must be found in it."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depotklaar.errors import Problem, SourceError, UsageError
from depotklaar.language import Text
from depotklaar.resources import corpus_folder

DEFAULT_PROFILE = "nationaal-archief"
JUDGED_AT = "2026-01-15T12:00:00+01:00"
IGNORABLE = ("BAG-SECOND-OPINION-SKIPPED", "FORMAT-POLICY", "PAKBON-ABSENT")
_CASE_FILE = "case.toml"
_LONGEST_SLUG = 60
_NO_CORPUS = Text("hier is geen corpus: er is geen enkele {file}", "there is no corpus here: there is not one {file}")
_WHERE = Text(
    "Geef de map met het corpus: tests/corpus in de broncode van depotklaar.",
    "Name the folder of the corpus: tests/corpus in the source of depotklaar.",
)
_NONE_HERE = Text("het corpus is niet meegekomen", "the corpus did not come along")
_NO_CASES = Text("bij deze regel heeft het corpus geen gevallen", "the corpus has no cases for this rule")
_LOOK = Text("docs/rules.md noemt de regels.", "docs/rules.md names the rules.")
_WRONG = Text("een geval van het corpus is niet te lezen: {reason}", "a case of the corpus cannot be read: {reason}")
_MEND = Text("De README van het corpus zegt hoe een geval eruitziet.", "The README of the corpus shows what a case is.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One thing that must be found: the rule's id, and the path in the package (None: the package as a whole)."""

    rule: str
    path: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusCase:
    """One package of the corpus and what must be said of it.

    `id` is the rule and the title as words in lower case, and names a folder. `expected` is everything that must be
    found, for what `IGNORABLE` names aside unless it is among them. `wishes` are settings of the receiver's profile,
    by table, that differ from the one that comes along. `recipe` is how to make the package, see the corpus' README.
    """

    id: str
    rule: str
    clause: str
    title: str
    accepted: bool
    expected: tuple[Expectation, ...]
    profile: str
    wishes: Mapping[str, Any]
    recipe: Mapping[str, Any]


def find_corpus(asked: Path | None) -> Path:
    """The corpus that was asked for, else the one that comes along; UsageError when there is none."""
    place = asked or corpus_folder()
    if place is None:
        raise UsageError(Problem(place="--corpus", text=_NONE_HERE, hint=_WHERE))
    return place


def read_cases(corpus: Path, rules: Sequence[str] = ()) -> tuple[CorpusCase, ...]:
    """The cases in a folder with `<RULE>/case.toml`, of these rules or of all: by rule, and then as written.

    UsageError names every rule that has none, SourceError every file that cannot be read.
    """
    files = {file.parent.name: file for file in sorted(corpus.glob(f"*/{_CASE_FILE}"))}
    unknown = [Problem(place=rule, text=_NO_CASES, hint=_LOOK) for rule in rules if files and rule not in files]
    if unknown:
        raise UsageError(unknown)
    problems: list[Problem] = []
    cases: list[CorpusCase] = []
    for file in (file for rule, file in files.items() if not rules or rule in rules):
        try:
            cases += _read_file(file)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            reason = f"{type(error).__name__} {error}"
            problems.append(
                Problem(place=f"{file.parent.name}/{file.name}", text=_WRONG.fill(reason=reason), hint=_MEND)
            )
    if not cases and not problems:
        problems = [Problem(place=str(corpus), text=_NO_CORPUS.fill(file=_CASE_FILE), hint=_WHERE)]
    if problems:
        raise SourceError(problems)
    return tuple(cases)


def _read_file(file: Path) -> Iterator[CorpusCase]:
    document = tomllib.loads(file.read_text("utf-8"))
    seen: set[str] = set()
    for table in document["case"]:
        case = _case(file.parent.name, document["clause"], table)
        if case.id in seen:
            raise ValueError(f"{table['title']}: this title begins as another one")
        seen.add(case.id)
        yield case


def _case(rule: str, clause: str, table: Mapping[str, Any]) -> CorpusCase:
    slug = re.sub(r"[^a-z0-9]+", "-", table["title"].casefold())[:_LONGEST_SLUG].strip("-")
    return CorpusCase(
        id=f"{rule}/{slug}",
        rule=rule,
        clause=clause,
        title=table["title"],
        accepted=bool(table["accepted"]),
        expected=tuple(_expectation(line) for line in table.get("expect", ())),
        profile=table.get("profile", DEFAULT_PROFILE),
        wishes=table.get("profile_with", {}),
        recipe=table,
    )


def _expectation(line: str) -> Expectation:
    rule, _, path = line.partition(" ")
    return Expectation(rule=rule, path=path or None)
