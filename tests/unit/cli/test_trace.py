"""`trace` tells of one message, in plain words or JSON, where it is or why it is not there."""

import json

import pytest

from depotklaar.cli.main import main
from depotklaar.model.report import Whereabouts
from depotklaar.reports.account_csv import write_account

ROWS = (
    Whereabouts(
        conversation="c-1",
        display="Kernteam",
        order_first=1,
        order_last=3,
        first_local="2022-05-02T16:00:00",
        last_local="2022-05-02T16:08:00",
        messages=3,
        object="o-1",
        folder="wl/kernteam",
        waardering="B",
        code="1.1",
        label="Beleid",
        lijst="Lijst 2020",
        ground="regel 2",
        decided_by="A. de Vries",
        decided_at="2026-04-03",
    ),
    Whereabouts(
        conversation="c-1",
        display="Kernteam",
        order_first=4,
        order_last=4,
        first_local=None,
        last_local=None,
        messages=1,
        left_out="prive",
        remark="per ongeluk",
    ),
)


@pytest.fixture
def account(tmp_path):
    path = tmp_path / "WL-1.verantwoording.csv"
    with path.open("wb") as out:
        write_account(ROWS, "nl", out)
    return str(path)


def test_a_message_in_the_package(account, capsys):
    assert main(["trace", account, "--conversation", "Kernteam", "--number", "2"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Kernteam, bericht 1 t/m 3 (2 mei 2022, 16:00 - 2 mei 2022, 16:08)",
        "  In het pakket: wl/kernteam",
        "  Archiefstuk: o-1",
        "  Waardering: B (blijvend te bewaren)",
        "  Categorie: code 1.1 Beleid",
        "  Selectielijst: Lijst 2020",
        "  Grond: regel 2",
        "  Besloten door: A. de Vries, 3 april 2026",
    ]


def test_a_message_that_was_left_out(account, capsys):
    assert main(["trace", account, "--conversation", "Kernteam", "--number", "4"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Kernteam, bericht 4",
        "  Niet in het pakket: weggelaten: privé",
        "  Nog niemand heeft hierover besloten.",
        "  Opmerking: per ongeluk",
    ]


def test_for_programs(account, capsys):
    assert main(["trace", account, "--time", "2022-05-02T16:05", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["line"], found["packaged"], found["object"], found["reason"]) == (2, True, "o-1", None)


def test_what_is_not_there_is_3_and_no_question_is_2(account, capsys):
    assert main(["trace", account, "--conversation", "Kerntaem", "--number", "1", "--lang", "en"]) == 3
    assert 'Did you mean: "Kernteam"?' in capsys.readouterr().err
    assert main(["trace", account]) == 2
