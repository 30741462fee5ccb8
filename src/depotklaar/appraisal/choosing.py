"""Choosing: which of many rules applies to a case. The most specific one; two of equal specificity are a fault."""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from itertools import combinations, groupby

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
Tests = tuple[tuple[int, Test], ...]


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
        competing = ((specificity(rule), number) for number, rule in enumerate(rules) if number not in passed_over)
        ranked = sorted(competing, reverse=True)
        tests = [Test(rule) for rule in rules]
        self._ranks: tuple[Tests, ...] = tuple(
            tuple((number, tests[number]) for _, number in group) for _, group in groupby(ranked, lambda one: one[0])
        )
        self._ties: dict[tuple[int, int], int] = {}
        self._concerned: Callable[..., tuple[Tests, ...]] = lru_cache(maxsize=4096)(self._concerning)

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
    ) -> tuple[Tests, ...]:
        key = function_key(function)
        ranks = (
            tuple(
                (number, test)
                for number, test in rank
                if test.fits_function(key) and test.concerns(conversation, participants, holder)
            )
            for rank in self._ranks
        )
        return tuple(rank for rank in ranks if rank)
