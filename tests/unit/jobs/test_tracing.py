"""One message is found in the account, whoever saved that file last; what is not there is said with a way on."""

import pytest

from depotklaar.errors import SourceError, UsageError
from depotklaar.jobs.tracing import trace
from depotklaar.model.report import Whereabouts
from depotklaar.reports.account_csv import write_account


def run(name, first, last, *times, **more) -> Whereabouts:
    begin, end = times or (None, None)
    count = last - first + 1
    return Whereabouts(
        conversation=f"c-{name}",
        display=name,
        order_first=first,
        order_last=last,
        first_local=begin,
        last_local=end,
        messages=count,
        **more,
    )


ROWS = (
    run("Kernteam", 1, 3, "2022-05-02T16:00:00", "2022-05-02T16:08:30", object="o-1", folder="wl/k"),
    run("Kernteam", 4, 4, "2022-05-02T16:09:00", "2022-05-02T16:09:00", left_out="prive"),
    run("+31 6 12345678", 1, 1200, "2022-05-02T15:00:00", "2022-05-03T15:00:00", object="o-2", folder="wl/p"),
    run("=SOM(1)", 1, 1, left_out="partijpolitiek"),
)


@pytest.fixture(params=["nl", "en"])
def account(request, tmp_path):
    path = tmp_path / "WL-1.verantwoording.csv"
    with path.open("wb") as out:
        write_account(ROWS, request.param, out)
    return path


@pytest.fixture
def resaved(tmp_path):
    """The account as a spreadsheet saves it: commas, Windows-1252, other dates, marks between thousands."""
    path = tmp_path / "weer.csv"
    with path.open("wb") as out:
        write_account(ROWS, "nl", out)
    text = path.read_text("utf-8-sig").replace(";", ",").replace("2022-05-02T16:08:30", "2-5-2022 16:08")
    text = text.replace("2022-05-02T16:00:00", "02-05-22 16:00").replace(",1200,", ",1.200,")
    path.write_bytes(text.encode("cp1252"))
    return path


def test_by_place(account):
    (found,) = trace(account, conversation="kernteam ", number=3)

    assert found.packaged and found.line == 2
    assert (found.cells["object"], found.cells["folder"], found.cells["order_last"]) == ("o-1", "wl/k", "3")


def test_what_was_left_out_says_why(account):
    (found,) = trace(account, conversation="c-Kernteam", number=4)

    assert not found.packaged
    assert found.cells["reason"] in ("privé", "private")


def test_names_are_compared_as_marks_and_guards_are_undone(account):
    assert trace(account, conversation="0612345678", number=1)[0].cells["object"] == "o-2"
    assert trace(account, conversation="=som(1)", number=1)[0].cells["display"] == "=SOM(1)"


@pytest.mark.parametrize(
    ("time", "objects"),
    [
        ("2022-05-02T16:08", ["o-1", "o-2"]),
        ("2022-05-02T16:08:30", ["o-1", "o-2"]),
        ("2022-05-02T16:08:31", ["o-2"]),
        ("2022-05-02 16:09", ["", "o-2"]),
        ("2022-05-03", ["o-2"]),
        ("2022-05-02", ["o-1", "", "o-2"]),
    ],
)
def test_by_moment_as_precisely_as_asked(account, time, objects):
    assert [found.cells["object"] for found in trace(account, time=time)] == objects


def test_all_that_is_asked_must_hold(account):
    assert len(trace(account, conversation="Kernteam", time="2022-05-02T16:08")) == 1
    with pytest.raises(SourceError):
        trace(account, conversation="Kernteam", time="2022-05-03")


def test_an_account_that_a_spreadsheet_saved_again(resaved):
    assert trace(resaved, conversation="Kernteam", time="2022-05-02T16:08:59")[0].cells["object"] == "o-1"
    assert trace(resaved, conversation="+31612345678", number=1200)[0].cells["object"] == "o-2"


@pytest.mark.parametrize("time", ["9999-12-31T23:59", "0001-01-01T00:00", "9999-12-31"])
def test_moments_at_the_edge_of_the_calendar_are_just_not_there(account, time):
    with pytest.raises(SourceError) as caught:
        trace(account, time=time)
    assert "1" in caught.value.problems[0].hint.nl


def test_a_conversation_that_is_not_there_has_names_like_it(account):
    with pytest.raises(SourceError) as caught:
        trace(account, conversation="Kerntaem", number=1)
    assert '"Kernteam"' in caught.value.problems[0].hint.nl
    with pytest.raises(SourceError) as caught:
        trace(account, conversation="Xyz", number=1)
    assert "kolommen" in caught.value.problems[0].hint.nl


def test_a_place_that_is_not_there_has_the_range(account):
    with pytest.raises(SourceError) as caught:
        trace(account, conversation="Kernteam", number=5)
    assert "van 1 t/m 4" in caught.value.problems[0].hint.nl


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"conversation": "Kernteam"},
        {"number": 1},
        {"number": 1, "time": "2022-05-02"},
        {"number": 0, "conversation": "Kernteam"},
        {"time": "gisteren"},
        {"time": "2022-02-30"},
        {"time": "2022-05-02T16"},
    ],
    ids=str,
)
def test_what_is_no_question_is_refused(account, asked):
    with pytest.raises(UsageError):
        trace(account, **asked)


def test_another_table_or_none_is_a_source_error(tmp_path):
    other = tmp_path / "x.csv"
    other.write_text("gesprek;naam\na;b\n", "utf-8")
    for path in (other, tmp_path / "weg.csv", tmp_path):
        with pytest.raises(SourceError):
            trace(path, time="2022-05-02")


def test_a_place_that_is_no_number_is_said(account):
    text = account.read_text("utf-8-sig").replace(";1200;", ";40.0;")
    account.write_text(text, "utf-8")
    with pytest.raises(SourceError) as caught:
        trace(account, conversation="+31612345678", number=1)
    assert '"40.0"' in caught.value.problems[0].text.nl
