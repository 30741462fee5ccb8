"""Every probe in the list beside this file has the tests that the list names."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROWS = [
    line for line in (HERE / "README.md").read_text("utf-8").splitlines() if line.startswith("| ") and ".py" in line
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip())
def test_its_tests_exist(row: str) -> None:
    named = re.findall(r"([\w./]+\.py)(?:::(\w+))?", row)
    assert named
    for file, function in named:
        assert f"def {function or 'test_'}" in (HERE / file).read_text("utf-8"), (file, function)
