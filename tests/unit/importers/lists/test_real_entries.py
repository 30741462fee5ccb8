"""Real entries of real lists, each with what it must say: one outcome, its parts, or why a person must read it.

A row is: code, at the line of the source where a code comes several times | outcome | reasons for a person. An outcome
is B with its criteria, V with term and kind of trigger, parts joined by +, withdrawn with its successor, or - for none.
"""

from functools import cache
from pathlib import Path

import pytest

from depotklaar.importers.lists import ministeries
from depotklaar.importers.lists.interface import ListOptions
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry, Uitkomst
from depotklaar.profiles.lists import read_selection_list

ROWS = {
    "gemeenten-2020": """
        1.1      | V P10Y afsluiting |
        1.1.1    | B |
        2.1      | V P10Y bestaansduur |
        2.1.1    | B |
        2.1.2    | B |
        2.2      | V P5Y afsluiting |
        4.1.7    | V P67Y geboorte |
        5.1.8    | V P110Y geboorte |
        5.1.6    | V P1Y vast-te-leggen-datum |
        8.1.7    | V P7Y bestaansduur |
        8.4.1    | V P42D afsluiting |
        9.1.1    | V P1Y vast-te-leggen-datum |
        19.1     | V P5Y afsluiting |
        19.1.2   | V P7Y afsluiting |
        19.1.6   | B |
        19.1.8   | V P20Y afsluiting |
        19.1.9   | V P1Y afsluiting |
        19.1.10  | V P10Y afsluiting |
        19.1.13  | vervallen 4.1.14 |
        19.1.17  | V - anders | trigger
        19.1.18  | B |
        19.1.22  | V P91D afsluiting |
        19.1.24  | V P6M afsluiting |
        19.2.1   | V - afsluiting |
    """,
    "BWBR0024176": """
        640      | B 4 |
        641      | B 1 |
        642      | V P10Y afsluiting |
        643      | B + V P10Y afsluiting | delen
        644      | B 3 |
        646      | V P3Y afsluiting |
        647      | B + V P5Y afsluiting | delen
        648      | V P10Y afsluiting |
        652      | V P7Y afsluiting |
        654      | V P10Y afsluiting |
        655      | V P10Y afsluiting |
        457@488  | V P7Y afsluiting |
        457@765  | V P7Y afsluiting | trigger
        48@359   | V P5Y anders | trigger
        48@569   | V P5Y afsluiting |
        48@654   | V P10Y anders | trigger voorwaarde
    """,
    "BWBR0017948": """
        513      | B 1,3 |
        387      | B + V P5Y afsluiting | delen
        167      | V P5Y afsluiting |
        517      | V P10Y afsluiting |
        379      | - | voorwaarde termijnen
        18       | - | trigger voorwaarde termijnen
        26       | V P6Y einde-begrotingsjaar | trigger voorwaarde
        430      | V P6Y einde-overeenkomst | trigger
    """,
    "BWBR0022040": """
        235      | V P2Y afsluiting |
        245      | V P10Y anders | trigger voorwaarde
        248      | V P10Y publicatie | trigger
        273      | V P10Y anders | trigger
        204      | - | voorwaarde delen
        294      | V P10Y afsluiting |
        72@590   | - | onleesbaar
        72@908   | V P3Y afsluiting |
    """,
    "BWBR0022240": """
        1        | B 1 |
        12       | B 2,3 |
        14       | V P5Y afsluiting |
        11       | B + V P2Y afsluiting | delen
        26       | - | voorwaarde delen termijnen
    """,
    "BWBR0021930": """
        1        | B 1,2 |
        8        | B 3 |
        10       | V P3Y afsluiting |
        16       | V P7Y afsluiting | voorwaarde
        33       | V P40Y afsluiting |
        34       | V P10Y anders | trigger voorwaarde
    """,
    "BWBR0018549": """
        8        | V P3Y afsluiting |
        14       | V P7Y afsluiting | voorwaarde
        15       | B 4 |
        17       | V P5Y anders | trigger
        30       | V P20Y afsluiting |
    """,
}
BY_ACTOR = """
    48  | de minister van VWS               | V P10Y anders
    48  | een andere minister               | V P5Y anders
    48  | de minister van V&W               | V P5Y afsluiting
    457 | de minister van VWS               | V P7Y afsluiting
    457 | een andere actor                  | V P7Y afsluiting
    72  | de minister-president             | V P5Y afsluiting
    72  | de vakminister                    | V P3Y afsluiting
"""


def rows_of(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


@cache
def ministerial_lists(folder: Path) -> dict[str, Selectielijst]:
    found = ministeries.read([folder / "ministeries-bsd.csv"], ListOptions())
    return {str(one.lijst.reference): one.lijst for one in found}


def said(outcome: Uitkomst | SelectionEntry) -> str:
    if outcome.waardering == "B":
        return "B"
    return f"V {outcome.bewaartermijn or '-'} {outcome.trigger_soort}"


def as_row(entry: SelectionEntry) -> tuple[str, str]:
    reasons = " ".join(entry.complex)
    if entry.vervallen:
        return f"vervallen {entry.opvolger}", reasons
    if entry.delen:
        return " + ".join(map(said, entry.delen)), reasons
    criteria = f" {','.join(entry.criteria)}" if entry.criteria else ""
    return "-" if entry.waardering is None else said(entry) + criteria, reasons


def test_more_than_fifty_entries_are_held_against_their_lists() -> None:
    assert sum(len(rows_of(rows)) for rows in ROWS.values()) + len(rows_of(BY_ACTOR)) >= 55


@pytest.mark.parametrize(("code", "outcome", "reasons"), rows_of(ROWS["gemeenten-2020"]))
def test_an_entry_of_the_municipal_list(code: str, outcome: str, reasons: str) -> None:
    (entry,) = read_selection_list("gemeenten-2020", None).candidates(code)
    assert as_row(entry) == (outcome, reasons)
    assert (entry.uitkomst() is None) == outcome.startswith("vervallen")


@pytest.mark.parametrize(
    ("bwb", "key", "outcome", "reasons"),
    [(bwb, *row) for bwb, rows in ROWS.items() if bwb.startswith("BWBR") for row in rows_of(rows)],
)
def test_an_entry_of_a_ministry(real_lists: Path, bwb: str, key: str, outcome: str, reasons: str) -> None:
    code, _, line = key.partition("@")
    found = list(ministerial_lists(real_lists)[bwb].candidates(code))
    chosen = [entry for entry in found if not line or entry.regel == int(line)]
    assert chosen and {as_row(entry) for entry in chosen} == {(outcome, reasons)}
    assert all(entry.tekst for entry in chosen)


@pytest.mark.parametrize(("code", "actor", "outcome"), rows_of(BY_ACTOR))
def test_a_code_that_says_something_else_for_each_actor(code: str, actor: str, outcome: str) -> None:
    lijst = read_selection_list("actoren.toml", Path(__file__).parent)
    (entry,) = lijst.candidates(code, actor)
    assert as_row(entry)[0] == outcome
    assert len(list(lijst.candidates(code))) > 1
