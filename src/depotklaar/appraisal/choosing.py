"""Choosing: which of many rules applies to a case. The most specific one; two of equal specificity are a fault."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from depotklaar.appraisal.conditions import Test, function_key, specificity
from depotklaar.appraisal.evidence import named_rule
from depotklaar.errors import Problem
from depotklaar.language import Text
from depotklaar.model.appraisal import Case
from depotklaar.model.delivery import Voorwaarden

_TIE = Text(
    "{first} en {second} gelden allebei en zijn even specifiek. Aantal keren: {count}.",
    "{first} and {second} both apply and are equally specific. Number of times: {count}.",
)
_TIE_HINT = Text(
    "Maak een van beide preciezer (gesprek, deelnemer, functie, houder of periode) of houd de perioden uit elkaar.",
    "Make one of them more precise (gesprek, deelnemer, functie, houder or period) or keep the periods apart.",
)
Rank = tuple[tuple[int, Test], ...]


class _Index:
    """Finds the rules that can concern a conversation by one name each; those that ask for no name always do."""

    def __init__(self, tests: Mapping[int, Test]) -> None:
        self._always: set[int] = set()
        self._tables: tuple[dict[str, set[int]], ...] = ({}, {}, {})
        for number, test in tests.items():
            asked = next(((n, keys) for n, keys in enumerate(test.names) if keys), None)
            if asked is None:
                self._always.add(number)
                continue
            place, keys = asked
            for key in keys:
                self._tables[place].setdefault(key, set()).add(number)
        self._known = tuple(frozenset(table) for table in self._tables)

    def around(self, *names: frozenset[str]) -> set[int]:
        """The places of the rules; `names` are the keys of conversation, participants and holder."""
        found = set(self._always)
        for table, known, keys in zip(self._tables, self._known, names, strict=True):
            for key in known & keys:
                found |= table[key]
        return found


class Chooser:
    """Chooses among the rules of one table, `waardering.regel` or another. Their order in the file does not matter.

    `names` are those of the rules; those at `passed_over` (from 0) do not compete.
    """

    def __init__(
        self,
        rules: Sequence[Voorwaarden],
        names: Sequence[str | None],
        table: str,
        passed_over: Collection[int] = (),
    ) -> None:
        self._names = [named_rule(table, number, name) for number, name in enumerate(names)]
        self._tests = {number: Test(rule) for number, rule in enumerate(rules) if number not in passed_over}
        self._ranks = {number: specificity(rules[number]) for number in self._tests}
        self._index = _Index(self._tests)
        self._ties: dict[tuple[int, int], int] = {}
        self._concerned: Callable[..., tuple[Rank, ...]] = lru_cache(maxsize=4096)(self._concerning)

    def choose(self, case: Case) -> tuple[int, ...]:
        """The places (from 0) of the most specific rules that the case meets, in order: none, one, or a tie."""
        concerned = self._concerned(case.conversation, case.participants, case.holder, case.function)
        for rank in concerned:
            met = [number for number, test in rank if test.fits_days(case.first, case.last)]
            if met:
                return self._counted(met)
        return ()

    def problems(self) -> list[Problem]:
        """Each pair of rules that were tied so far, in the order of the file."""
        return [
            Problem(
                place=self._names[first],
                text=_TIE.fill(first=self._names[first], second=self._names[second], count=count),
                hint=_TIE_HINT,
            )
            for (first, second), count in sorted(self._ties.items())
        ]

    def name(self, number: int) -> str:
        """A rule as one finds it in the file."""
        return self._names[number]

    def _counted(self, met: list[int]) -> tuple[int, ...]:
        chosen = tuple(sorted(met))
        for pair in combinations(chosen, 2):
            self._ties[pair] = self._ties.get(pair, 0) + 1
        return chosen

    def _concerning(
        self, conversation: frozenset[str], participants: frozenset[str], holder: frozenset[str], function: str | None
    ) -> tuple[Rank, ...]:
        """The rules that can hold but for their period, by rank from the most specific on."""
        key = function_key(function)
        ranks: dict[tuple[bool, ...], list[tuple[int, Test]]] = {}
        for number in sorted(self._index.around(conversation, participants, holder)):
            test = self._tests[number]
            if test.fits_function(key) and test.concerns(conversation, participants, holder):
                ranks.setdefault(self._ranks[number], []).append((number, test))
        return tuple(tuple(ranks[rank]) for rank in sorted(ranks, reverse=True))
