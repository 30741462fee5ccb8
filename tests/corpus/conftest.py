"""The judge's corpus for its own test: build a case, and have the judge look at it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from depotklaar.api import validate_packages
from depotklaar.jobs.corpus.case import JUDGED_AT, CorpusCase
from depotklaar.jobs.corpus.layout import lay_out
from depotklaar.model.report import Report

CORPUS = Path(__file__).parent


@pytest.fixture
def report_on(tmp_path: Path) -> Callable[[CorpusCase], Report]:
    """Lay out one case and give the judge's report on it."""

    def judge(case: CorpusCase) -> Report:
        (one,) = lay_out(CORPUS, [case], tmp_path / "corpus")
        (report,) = validate_packages([one.package], profile=one.profile, pakbon=one.pakbon, now=JUDGED_AT)
        return report

    return judge
