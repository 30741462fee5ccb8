"""The date order of a file is decided once, with its evidence, or the import stops and says how to go on."""

import datetime as dt

import pytest

from depotklaar.errors import SourceError
from depotklaar.importers.whatsapp_dates import read_date


def lines(*dates, head="{} 09:00 - Alice: x\n"):
    return "".join(head.format(date) for date in dates)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        (lines("2024/05/06"), "ymd"),
        (lines("05/06/24", "13/06/24"), "dmy"),
        (lines("05/06/24", "06/13/24"), "mdy"),
        (lines("05/06/24", "06/05/24", "06/07/24"), "mdy"),
        (lines("05/05/24", "06/06/24"), "dmy"),
        ("02-05-2022 16:08 - U hebt de groep verlaten\n", "dmy"),
        ("06-01-16 12:29:41: Alice heeft Bob toegevoegd\n", "dmy"),
        ("[02-05-2022 16:08:13] Alice: dit is het plan van de dag voor ons\n", "dmy"),
        ("02/05/2022 16:08 - Alice heeft Bob toegevoegd\n", "dmy"),
        ("5/2/22, 16:08 - You left\n", "mdy"),
        ("12/07/2017, 22:35 - You left\n", "dmy"),
    ],
)
def test_decided_by_the_file(read_chat, text, order):
    outcome = read_chat(text)
    assert outcome.decided("date_order") == order
    decision = next(part for part in outcome.capture.decisions if part.subject == "date_order")
    assert decision.evidence
    assert decision.decided_by == "source"


@pytest.mark.parametrize(
    "text",
    [
        lines("05/06/24"),
        lines("05/06/24", "05/07/24"),
        "05-06-2024 09:00 - Alice: hello\n",
        "3/6/18, 1:55 p.m. - Alice: You left\n",
    ],
)
def test_undecided_stops(read_chat, text):
    with pytest.raises(SourceError) as stopped:
        read_chat(text)
    [problem] = stopped.value.problems
    assert problem.place == "bron: _chat.txt"
    assert 'datumvolgorde = "dmy"' in problem.hint.nl
    assert "--datumvolgorde" in problem.hint.en
    assert "Alice" not in problem.text.nl


def test_all_problems_are_told_together(read_chat):
    with pytest.raises(SourceError) as stopped:
        read_chat(lines("05/06/24"), zone="Europe/Amsterdom")
    assert len(stopped.value.problems) == 2


def test_the_day_of_the_export_decides(read_chat):
    assert read_chat(lines("05/06/24"), captured_at="2024-05-31").decided("date_order") == "mdy"
    assert read_chat(lines("06/05/24"), captured_at="2024-05-31T12:00").decided("date_order") == "dmy"


def test_the_archivist_decides(read_chat):
    outcome = read_chat(lines("05/06/24"), date_order="mdy")
    assert outcome.events[0].timestamp.local == "2024-05-06T09:00"
    assert outcome.capture.decisions[1].decided_by == "user"
    assert read_chat(lines("24/06/05"), date_order="ymd").events[0].timestamp.local == "2024-06-05T09:00"


@pytest.mark.parametrize("order", ["mdy", "ymd"])
def test_an_impossible_statement_stops(read_chat, order):
    with pytest.raises(SourceError):
        read_chat(lines("13/06/2024", "14/06/2024"), date_order=order)


def test_one_stray_date_does_not_turn_the_order(read_chat):
    many = lines(*(f"{day:02d}-{month:02d}-2024" for month in range(1, 13) for day in range(1, 29)))
    outcome = read_chat(many + "03-25-2024 11:00 - Bob: geplakt\n")
    assert outcome.decided("date_order") == "dmy"
    assert outcome.events[-1].body == "geplakt"
    assert outcome.events[-1].timestamp.local is None


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("31-02-24", "dmy", None),
        ("29-02-24", "dmy", dt.date(2024, 2, 29)),
        ("01-01-0001", "dmy", None),
        ("01-01-9999", "dmy", None),
        ("١٥/٣/٢٠٢٤", "dmy", dt.date(2024, 3, 15)),
        ("2023. 12. 31", "ymd", dt.date(2023, 12, 31)),
    ],
)
def test_read_date(text, order, day):
    assert read_date(text, order) == day
