"""What `appraise` prints of one Archiefstuk and of more, in words that fit the number."""

from pathlib import Path

import pytest

from depotklaar.cli.main import main
from depotklaar.jobs.appraise import Appraisal
from depotklaar.model.report import Decisions


@pytest.mark.parametrize(
    ("count", "nl", "en"),
    [
        (1, ["x.csv: 1 archiefstuk", "1 wacht op"], ["x.csv: 1 Archiefstuk", "1 waits for"]),
        (2, ["x.csv: 2 archiefstukken", "2 wachten op"], ["x.csv: 2 Archiefstukken", "2 wait for"]),
    ],
)
def test_one_is_told_as_one(monkeypatch, capsys, count, nl, en):
    appraisal = Appraisal(
        path=Path("x.csv"),
        proposals=count,
        decisions=Decisions(waarderingen={"B": count, "V": 0, "N": 0}, decided=0, undecided=count),
        dropped=(),
        findings=(),
    )
    monkeypatch.setattr("depotklaar.api.appraise_delivery", lambda *_, **__: appraisal)
    for language, wanted in (("nl", nl), ("en", en)):
        assert main(["--lang", language, "appraise", "aanlevering.toml", "-o", "x.csv"]) == 0
        out = capsys.readouterr().out
        assert all(words in out for words in wanted)
