"""Where the real lists lie, if they do, and small sources of our own in the same forms."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from depotklaar.errors import SourceError

SHARED = Path(__file__).resolve().parents[5] / "shared" / "data" / "selectielijsten"
PROCESS = {"url": "p1", "nummer": 4, "jaar": 2020, "naam": "Evalueren", "procesobject": "Het plan"}
RESULT = {
    "procesType": "p1",
    "volledigNummer": "4.1",
    "naam": "Uitgevoerd",
    "omschrijving": "",
    "herkomst": "Risicoanalyse",
    "waardering": "vernietigen",
    "procestermijn": "nihil",
    "procestermijnWeergave": "Nihil",
    "bewaartermijn": "P10Y",
    "toelichting": "",
    "procestermijnOpmerking": "",
}


@pytest.fixture
def real_lists() -> Path:
    """The folder of the real lists; skips where it is not beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the real selection lists are not beside this checkout")
    return SHARED


@pytest.fixture
def municipal(tmp_path: Path) -> Callable[..., Path]:
    """Write a municipal list of results that differ from a plain one; return its folder."""

    def write(*results: dict[str, Any], processes: object = (PROCESS,)) -> Path:
        rows = [{key: value for key, value in (RESULT | result).items() if value is not None} for result in results]
        (tmp_path / "procestypen.json").write_text(json.dumps(processes), encoding="utf-8")
        (tmp_path / "resultaten.json").write_text(json.dumps(rows), encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def ministerial(tmp_path: Path) -> Callable[..., Path]:
    """Write a CSV of entries, each as its cells; return its path."""

    def write(*rows: str, header: str = "bwb,lijst,handeling,kop,label,periode,waardering_tekst,regel") -> Path:
        path = tmp_path / "handelingen.csv"
        path.write_text("\r\n".join([header, *rows]) + "\r\n", encoding="utf-8-sig")
        return path

    return write


@pytest.fixture
def told() -> Callable[[Callable[[], object]], list[str]]:
    """Run what must be refused as a source; the faults as `place: sentence`, folders left out."""

    def run(work: Callable[[], object]) -> list[str]:
        with pytest.raises(SourceError) as caught:
            work()
        assert all(problem.hint.nl and problem.hint.en and problem.text.en for problem in caught.value.problems)
        return [f"{Path(p.place).name}: {p.text.nl}" for p in caught.value.problems]

    return run
