"""Every case of every rule: the judge finds what the case says, where it says, and nothing else."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ALWAYS = {"PAKBON-ABSENT", "BAG-SECOND-OPINION-SKIPPED"}


def cases() -> Iterator[Any]:
    for file in sorted(HERE.glob("*/case.toml")):
        for case in tomllib.loads(file.read_text("utf-8"))["case"]:
            yield pytest.param(file.parent.name, case, id=f"{file.parent.name}: {case['title']}")


@pytest.mark.parametrize(("rule", "case"), list(cases()))
def test_case(rule: str, case: dict[str, Any], corpus: Any, tmp_path: Path) -> None:
    package, pakbon = corpus.build(tmp_path, case)

    report = corpus.judge(package, pakbon, case.get("profile", "nationaal-archief"), case.get("profile_with", {}))

    found = sorted({f"{x.kind.id} {x.place.path or ''}".strip() for x in report.findings})
    expected = sorted(case.get("expect", []))
    ids = {line.split(" ")[0] for line in expected}
    assert "\n".join(line for line in found if line.split(" ")[0] not in ALWAYS - ids) == "\n".join(expected)
    assert report.accepted == case["accepted"]
    for finding in report.findings:
        assert finding.sentence("nl") and finding.remedy("en")


@pytest.mark.parametrize("file", sorted(HERE.glob("*/case.toml")), ids=lambda file: file.parent.name)
def test_every_rule_has_an_invalid_and_a_clause(file: Path) -> None:
    data = tomllib.loads(file.read_text("utf-8"))
    rule = file.parent.name
    assert data["clause"]
    assert any(line.startswith(f"{rule} ") or line == rule for case in data["case"] for line in case.get("expect", []))
