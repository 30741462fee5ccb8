"""Appraisal: 100,000 units proposed, restricted, decided upon and merged in less than 5 s, by 50 rules and 10 hotspots.

`python -m benchmarks.appraisal`. Every conversation has its own people, so that nothing is won by remembering.
"""

import datetime as dt
import statistics
import sys
import time
from collections.abc import Sequence

from benchmarks.arguments import make_parser, runs_of
from benchmarks.figures import row, spread, verdict
from depotklaar.appraisal.deciding import Overlay
from depotklaar.appraisal.merging import combined, combined_restrictions
from depotklaar.appraisal.proposing import Appraiser
from depotklaar.appraisal.restricting import Restrictor
from depotklaar.model.appraisal import Besluit, Case, Decision, Proposal
from depotklaar.model.delivery import (
    Beperking,
    BeperkingKeuze,
    BeperkingRegel,
    Hotspot,
    WaarderingKeuze,
    WaarderingRegel,
)
from depotklaar.model.profile import RestrictionList, Term
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry

UNITS = 100_000
SMALL = 2_000
RULES = 50
HOTSPOTS = 10
MONTHS = 24
GOAL = 5.0
TODAY = dt.date(2026, 1, 1)
RESTRICTIONS = RestrictionList(
    name="Begrippenlijst van de meting",
    terms=(Term(label="Nader te bepalen"), Term(label="Privé")),
    open=False,
    aliases={},
    without_end=("Nader te bepalen",),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when every unit got a value."""
    parser = make_parser(__doc__, runs=5)
    parser.add_argument("--units", type=int, help=f"Archiefstukken (default {UNITS:,})")
    parsed = parser.parse_args(arguments)
    count = parsed.units or (SMALL if parsed.small else UNITS)
    cases = [_case(number) for number in range(count)]
    print(f"appraisal: {count:,} units, {RULES} rules, {HOTSPOTS} hotspots, every second one decided upon, one process")
    proposing, whole = [], []
    for _ in range(runs_of(parsed)):
        begun = time.perf_counter()
        proposed = _propose(cases)
        proposing.append(time.perf_counter() - begun)
        _rule(cases, proposed)
        whole.append(time.perf_counter() - begun)
    row("proposals", spread(proposing))
    row("with restrictions, decisions and levels above", spread(whole), verdict(statistics.median(whole), GOAL))
    return 0


def _propose(cases: Sequence[Case]) -> list[Besluit]:
    keuze = WaarderingKeuze(selectielijst="meting", categorie="2", regels=tuple(_rules()))
    appraiser = Appraiser(keuze=keuze, hotspots=list(_hotspots()), lists={"meting": _list()}, today=TODAY)
    return [appraiser.propose(case) for case in cases]


def _rule(cases: Sequence[Case], proposed: Sequence[Besluit]) -> None:
    private = Beperking(label="Privé", grond="a", tot=dt.date(2050, 1, 1))
    rules = tuple(
        BeperkingRegel(beperking=private, deelnemer=(f"deelnemer {number}",), naam=str(number))
        for number in range(RULES)
    )
    restrictor = Restrictor(BeperkingKeuze(label="Nader te bepalen", regels=rules), RESTRICTIONS, single=False)
    restricted = [restrictor.restrict(case) for case in cases]
    proposals = [_proposal(number, besluit) for number, besluit in enumerate(proposed)]
    overlay = Overlay([_accepted(proposal) for proposal in proposals[::2]], {"meting": _list()}, TODAY)
    decided = [overlay.decide(proposal) for proposal in proposals]
    assert overlay.problems() == overlay.unused() == []
    assert len(decided) == len(cases)
    dossiers = [combined(decided[first : first + MONTHS]) for first in range(0, len(decided), MONTHS)]
    assert combined(dossiers) == combined(decided)
    assert combined_restrictions(restricted, RESTRICTIONS, single=False)


def _list() -> Selectielijst:
    return Selectielijst(
        name="meting",
        title="Lijst van de meting",
        version="1",
        reference=None,
        organisation="Ministerie van Proeven",
        valid_from=None,
        valid_until=None,
        fictional=True,
        entries=(
            SelectionEntry(code="1", label="Beleid", waardering="B", criteria=("1",)),
            SelectionEntry(code="2", label="Overig", waardering="V", bewaartermijn="P10Y", trigger="Afsluiting"),
            SelectionEntry(
                code="3",
                label="Top",
                waardering="V",
                bewaartermijn="P7Y",
                trigger="Einde van de functie",
                trigger_soort="einde-functie",
            ),
        ),
        sha256="0" * 64,
    )


def _rules() -> list[WaarderingRegel]:
    """Rules by conversation, by person and by function with a year, no two of which can hold at once."""
    rules = []
    for number in range(RULES):
        code = str(number % 3 + 1)
        if number % 3 == 0:
            rules.append(WaarderingRegel(categorie=code, gesprek=(f"gesprek {number}", f"gesprek {number + 1}")))
        elif number % 3 == 1:
            rules.append(WaarderingRegel(categorie=code, deelnemer=(f"deelnemer {number}",)))
        else:
            first, last = dt.date(1990 + number, 1, 1), dt.date(1990 + number, 12, 31)
            rules.append(WaarderingRegel(categorie=code, functie=("Minister van Proeven",), van=first, tot=last))
    return rules


def _hotspots() -> list[Hotspot]:
    return [
        Hotspot(
            naam=f"Hotspot {number}",
            lijst="Hotspotlijst van de meting",
            van=dt.date(2020, number + 1, 1),
            tot=dt.date(2020, number + 1, 28),
            trefwoord=("watersnood",) if number % 2 else (),
        )
        for number in range(HOTSPOTS)
    ]


def _case(number: int) -> Case:
    conversation, month = divmod(number, MONTHS)
    day = dt.date(2019 + month // 12, month % 12 + 1, 1)
    return Case(
        conversation=frozenset({f"gesprek {conversation}", f"c-{conversation}"}),
        participants=frozenset({f"deelnemer {conversation + n}" for n in range(8)}),
        holder=frozenset({"houder"}),
        function="Minister van Proeven" if number % 2 else "Directeur",
        function_until=dt.date(2022, 1, 10),
        first=day,
        last=day + dt.timedelta(days=number % 28),
        hits=frozenset({1}) if number % 7 == 0 else frozenset(),
    )


def _proposal(number: int, besluit: Besluit) -> Proposal:
    return Proposal(
        object=f"meting-{number:06d}",
        conversation="Gesprek",
        title="Gesprek",
        holder="Houder",
        function=None,
        first_day="2020-01-01",
        last_day="2020-01-28",
        messages=10,
        attachments=0,
        content=f"sha256:{number:064d}",
        besluit=besluit,
    )


def _accepted(proposal: Proposal) -> Decision:
    """A line that accepts what was proposed."""
    begin = proposal.besluit.termijn.begin if proposal.besluit.termijn else None
    return Decision(
        place="besluiten.csv",
        object=proposal.object,
        content=proposal.content,
        waardering=proposal.besluit.waardering,
        begin_termijn=dt.date.fromisoformat(begin) if begin else None,
        besloten_door="Archivaris",
        besloten_op=dt.date(2025, 12, 1),
    )


if __name__ == "__main__":
    sys.exit(main())
