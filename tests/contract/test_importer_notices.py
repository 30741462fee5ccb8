"""What every importer can notice can be looked up: a ground, a sentence and a remedy in both languages."""

import string

import pytest

from depotklaar.catalogue import importers
from depotklaar.importers.interface import noticed
from depotklaar.model.finding import Level, Severity

NOTICES = [
    pytest.param(importer, code, kind, id=code)
    for importer in importers().values()
    for code, kind in importer.findings.items()
]


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("importer", "code", "kind"), NOTICES)
def test_a_notice_says_what_why_and_what_to_do(importer, code, kind):
    assert code.startswith(f"{importer.name}.")
    assert kind.id == kind.id.upper()
    assert kind.level is Level.OURS
    assert kind.severity in (Severity.WARNING, Severity.INFO)
    assert kind.clause.startswith("Archiefregeling, art. ")
    for text in (kind.text, kind.remedy):
        assert text.nl.endswith(".")
        assert text.en.endswith(".")
        assert text.nl != text.en


@pytest.mark.parametrize(("importer", "code", "kind"), NOTICES)
def test_a_notice_bears_at_most_its_evidence(importer, code, kind):
    assert fields(kind.text.nl) == fields(kind.text.en) <= {"evidence"}
    assert fields(kind.remedy.nl) | fields(kind.remedy.en) == set()


@pytest.mark.parametrize(("importer", "code", "kind"), NOTICES)
def test_what_goes_along_in_the_data_is_the_dutch_sentence(importer, code, kind):
    found = noticed(importer.findings, code, "e-1", "bewijs {0}")
    assert found.message == kind.text.nl.replace("{evidence}", "bewijs {0}")
    assert (found.severity, found.event, found.evidence) == (kind.severity.value, "e-1", "bewijs {0}")
