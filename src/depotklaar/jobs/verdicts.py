"""Counts what was ruled on the Archiefstukken of a delivery: values, categories, grounds, and who decided."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from depotklaar.model.appraisal import Besluit, Case
from depotklaar.model.delivery import Aanlevering
from depotklaar.model.report import CategoryCount, Decisions, UsedList
from depotklaar.model.selectielijst import Selectielijst

MOST = 200
K = TypeVar("K")


class DecisionCount:
    """Memory: one number for each category, decider, hotspot and hold."""

    def __init__(self, aanlevering: Aanlevering, lists: Mapping[str, Selectielijst]) -> None:
        self._delivery = aanlevering
        self._lists = lists
        self._values: Counter[str] = Counter({"B": 0, "V": 0, "N": 0})
        self._deciders: Counter[str] = Counter()
        self._categories: Counter[tuple[str, str | None, str | None, str | None]] = Counter()
        self._grounds: Counter[str] = Counter()
        self._hotspots: Counter[str] = Counter()
        self._holds: Counter[int] = Counter()

    def add(self, besluit: Besluit, case: Case) -> None:
        """Count one Archiefstuk."""
        self._values[besluit.waardering] += 1
        if besluit.besloten_door is not None and besluit.is_decided:
            self._deciders[besluit.besloten_door] += 1
        found = besluit.categorie
        key = (found.lijst, found.code, found.label) if found else (None, None, None)
        self._categories[(besluit.waardering, *key)] += 1
        self._grounds.update({ground.soort for ground in besluit.gronden})
        if besluit.hotspot is not None:
            self._hotspots[besluit.hotspot.label] += 1
        self._holds.update(case.holds)

    def decisions(self) -> Decisions:
        """The counts, the largest first where only some are named."""
        decided = sum(self._deciders.values())
        return Decisions(
            waarderingen=dict(self._values),
            decided=decided,
            undecided=sum(self._values.values()) - decided,
            deciders=dict(_largest(self._deciders)),
            more_deciders=max(0, len(self._deciders) - MOST),
            categories=tuple(
                CategoryCount(waardering=value, archiefstukken=count, lijst=lijst, code=code, label=label)
                for (value, lijst, code, label), count in _largest(self._categories)
            ),
            more_categories=max(0, len(self._categories) - MOST),
            grounds=dict(sorted(self._grounds.items())),
            hotspots=dict(sorted(self._hotspots.items())),
            holds={self._delivery.bevriezingen[place].naam: count for place, count in sorted(self._holds.items())},
            lists=tuple(_used(lijst) for _, lijst in sorted(self._lists.items())),
        )


def _largest(counter: Counter[K]) -> list[tuple[K, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], str(item[0])))[:MOST]


def _used(lijst: Selectielijst) -> UsedList:
    return UsedList(
        title=lijst.title,
        version=lijst.version,
        sha256=lijst.sha256,
        reference=lijst.reference,
        valid_from=lijst.valid_from.isoformat() if lijst.valid_from else None,
        valid_until=lijst.valid_until.isoformat() if lijst.valid_until else None,
    )
