"""The draft is TOML whatever the sources are called, refuses to be used as it is, and works once filled in."""

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depotklaar.errors import SourceError
from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.draft import SourceSketch, draft_delivery_text, toml_string

Content = dict[str, Any] | str | bytes
Faults = Callable[[Content], list[str]]

CLEAR = SourceSketch(path="kernteam.zip", title="Kernteam", first=dt.date(2022, 1, 3), last=dt.date(2022, 5, 6))
UNCLEAR = SourceSketch(path="map", title="Woordvoering", date_order_undecided=True, custodian="J. de Vries")

TO_FILL = [
    "[aanlevering], id",
    "[aanlevering], titel",
    "[aanlevering], soort",
    "[aanlevering], doellocatie",
    "[archiefvormer], naam",
    "[archiefvormer], kenmerk",
    "[archiefvormer], bron",
    "[contact], naam",
    "[contact], email",
    "[archief], naam",
    "[archief], kenmerk",
    "[waardering], selectielijst",
    "[waardering], categorie",
    "[waardering], besloten_door",
    "[waardering], datum",
    "[[bron]] 1, houder",
    "[[bron]] 2, datumvolgorde",
    "[[functionaris]] 1, naam",
    "[[functionaris]] 1, functie",
]


def _filled(text: str, soort: str) -> str:
    """The draft as an archivist fills it in."""
    text = text.replace('soort = "INVULLEN"', f'soort = "{soort}"').replace('datum = "INVULLEN"', "datum = 2024-05-01")
    return text.replace('email = "INVULLEN"', 'email = "a@example.nl"').replace("INVULLEN", "waarde")


def test_an_unfilled_draft_names_each_key_still_to_fill(faults: Faults) -> None:
    told = faults(draft_delivery_text([CLEAR, UNCLEAR]))
    assert told == [
        f'{place}: moet nog worden ingevuld. Vervang "INVULLEN" door de juiste waarde.' for place in TO_FILL
    ]


def test_a_filled_draft_is_read(written: Callable[[Content], Path]) -> None:
    text = draft_delivery_text([CLEAR], title="Titel", profile="nha")
    read = read_delivery(written(_filled(text, "uitplaatsing")))
    assert (read.titel, read.profiel, read.bronnen[0].pad) == ("Titel", "nha", "kernteam.zip")
    assert read.bronnen[0].tijdzone == "Europe/Amsterdam"
    assert (read.waardering.besloten_door, read.waardering.datum) == ("waarde", dt.date(2024, 5, 1))
    assert read.waardering.regels + read.hotspots + read.bevriezingen == ()


def test_who_has_not_decided_yet_leaves_two_lines_out(written: Callable[[Content], Path]) -> None:
    lines = _filled(draft_delivery_text([CLEAR]), "uitplaatsing").splitlines()
    read = read_delivery(written("\n".join(line for line in lines if not line.startswith(("besloten_door", "datum ")))))
    assert (read.waardering.categorie, read.waardering.besloten_door) == ("waarde", None)


def test_what_is_commented_out_works_when_switched_on(written: Callable[[Content], Path]) -> None:
    text = _filled(draft_delivery_text([CLEAR]), "overbrenging").replace("\ntaal =", "\n# taal =", 1)
    lines = [
        line.removeprefix("# ") if " = " in line or line.startswith(("# [[", "# [periode]")) else line
        for line in text.splitlines()
    ]
    read = read_delivery(written("\n".join(lines)))
    assert read.periode.van == CLEAR.first
    assert read.uitsluitingen[0].reden == "prive"
    assert read.waardering.besluiten == "besluiten.csv"
    assert read.waardering.regels[0].gesprek == ("Persteam", "Woordvoering")
    assert read.hotspots[0].tot == dt.date(2022, 12, 31)
    assert read.bevriezingen[0].soort == "woo-verzoek"


def test_the_days_that_were_found_are_proposed() -> None:
    text = draft_delivery_text([CLEAR, SourceSketch(path="b", title="b", first=CLEAR.first, last=dt.date(2023, 1, 1))])
    assert "Gevonden: 2022-01-03 tot en met 2023-01-01." in text
    assert "# van = 2022-01-03\n# tot = 2023-01-01\n" in text


@pytest.mark.parametrize("name", ['a"b', "a\\b", "a'b", "a\nid = 1", "\u202ea", "{mark}", "café 😀", "\x00\x7f", "#"])
def test_hostile_names_stay_names(name: str) -> None:
    data = tomllib.loads(draft_delivery_text([SourceSketch(path=name, title=name, custodian=name)], title=name))
    assert data["bron"] == [{"pad": name, "houder": name, "tijdzone": "Europe/Amsterdam"}]
    assert data["aanlevering"]["titel"] == name


def test_a_name_that_is_no_text_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        draft_delivery_text([SourceSketch(path="a\udcff.zip", title="a"), SourceSketch(path="\udc80", title="b")])
    assert len(caught.value.problems) == 2
    assert caught.value.problems[0].place == "a\\udcff.zip"


def test_the_draft_is_the_same_each_time() -> None:
    assert draft_delivery_text([CLEAR, UNCLEAR]) == draft_delivery_text([CLEAR, UNCLEAR])


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_as_a_string(text: str) -> None:
    assert tomllib.loads(f"a = {toml_string(text)}")["a"] == text
