"""What an importer noticed reaches the report with its ground; what a conversation brings is shown as it is."""

import pytest

from depotklaar.catalogue import importers
from depotklaar.jobs.noticed import as_finding, kinds_by_code
from depotklaar.model.conversation import SourceFinding
from depotklaar.model.finding import Severity

KINDS = kinds_by_code(importers())


def told(found: SourceFinding) -> tuple[str, Severity, str, str]:
    finding = as_finding("bron.zip", found, KINDS)
    assert str(finding.place) == "bron.zip e-7"
    return finding.kind.id, finding.severity, finding.sentence("nl"), finding.sentence("en")


def test_a_known_code_gets_its_kind():
    found = SourceFinding(code="whatsapp.media-missing", severity="warning", event="e-7", evidence="IMG-1.jpg")
    name, weight, dutch, english = told(found)
    assert (name, weight) == ("WA-MEDIA-MISSING", Severity.WARNING)
    assert dutch == "Een bericht noemt een bestand dat niet in de bron zit: IMG-1.jpg."
    assert english == "A message names a file that is not in the source: IMG-1.jpg."


def test_a_known_code_without_its_evidence_is_told_all_the_same():
    assert told(SourceFinding(code="whatsapp.media-missing", severity="info", event="e-7"))[2].endswith(": ?.")


@pytest.mark.parametrize(
    ("severity", "name"),
    [("error", "NC-BROUGHT-WARNING"), ("warning", "NC-BROUGHT-WARNING"), ("info", "NC-BROUGHT-REMARK")],
)
def test_a_foreign_code_shows_its_own_message(severity, name):
    found = SourceFinding(code="vreemd", severity=severity, event="e-7", message="Kijk {hier}", evidence="x")
    kind, weight, dutch, english = told(found)
    assert (kind, weight) == (name, Severity.INFO if severity == "info" else Severity.WARNING)
    assert dutch.endswith("(vreemd): Kijk {hier} (x)")
    assert english.endswith("(vreemd): Kijk {hier} (x)")


def test_a_foreign_code_without_a_message_is_still_told():
    assert told(SourceFinding(code="vreemd", severity="warning", event="e-7"))[2].endswith("(vreemd): -")
