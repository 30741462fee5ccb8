"""The norm's own examples give no errors in the rules about content, and the schemas accept them."""

from pathlib import Path

import pytest

from depotklaar.catalogue import RULES
from depotklaar.model.finding import Severity
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema
from depotklaar.rules.content import termijn_end_early
from depotklaar.rules.interface import Context
from depotklaar.rules.sidecar import read_sidecar
from depotklaar.rules.terms import terms
from depotklaar.standards.mdto.schema import MdtoSchema

EXAMPLES = Path(__file__).resolve().parents[3].parent / "shared" / "examples" / "mdto"


@pytest.fixture(scope="module")
def examples() -> list[Path]:
    if not EXAMPLES.is_dir():
        pytest.skip("the official examples do not lie beside this checkout")
    return sorted(EXAMPLES.glob("*.xml"))


@pytest.mark.parametrize("version", ["1.0", "1.0.1"])
def test_no_errors(examples: list[Path], version: str) -> None:
    context = Context(profile=read_profile("nationaal-archief", None), now="2026-01-01T00:00:00Z")
    schemas = {version: MdtoSchema(read_schema(f"mdto/{version}/mdto.xsd"))}
    rules = [*RULES.objects["schema"], *RULES.objects["content"]]

    assert len(examples) == 4
    for path in examples:
        sidecar = read_sidecar(path.name, "x", "Bestand" not in path.name, path.read_bytes(), schemas)
        assert sidecar.mdto is not None
        findings = [finding for rule in rules for finding in rule.check(sidecar, context)]
        assert [str(x.place) for x in findings if x.severity is Severity.ERROR] == []


def test_the_third_rule_about_an_end_is_not_taken_literally(examples: list[Path]) -> None:
    """A term of 75 years that is running ends sooner than 75 years from now; that is no fault in the norm's example."""
    context = Context(profile=read_profile("nationaal-archief", None), now="2026-11-22T00:00:00Z")
    running = 0
    for path in examples:
        sidecar = read_sidecar(path.name, "x", True, path.read_bytes(), {})
        running += sum(term.looptijd == "P75Y" for _, term in terms(sidecar))
        assert list(termijn_end_early.check(sidecar, context)) == []
    assert running == 2
