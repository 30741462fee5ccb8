"""The outcome in a few lines."""

import dataclasses

import pytest

from depotklaar.cli.verdict import verdict_lines
from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.report import Balance, Report, Stage

KIND = FindingKind(
    id="NAAM-01",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP 3.2",
    text=Text("naam {name} is te lang", "name {name} is too long"),
    remedy=Text("Kort hem in.", "Shorten it."),
)
RAN = (Stage(name="structuur"),)
BALANCE = Balance(
    conversation="c",
    display="Kernteam",
    messages_in=1200,
    messages_packaged=1150,
    messages_left_out={"partijpolitiek": 50},
    attachments_in=0,
    attachments_packaged=0,
    attachments_left_out={},
)


@pytest.fixture
def report():
    def make(*findings, stages=RAN, balances=()):
        return Report(
            subject="WL-1",
            created_at="2026-05-01T08:00:00Z",
            profile="nationaal-archief",
            profile_sha256="0" * 64,
            tools=(),
            stages=stages,
            findings=findings,
            totals={},
            counts={"files": 1234, "bytes": 5_600_000, "informatieobjecten": 12},
            balances=balances,
        )

    return make


def test_an_accepted_package(report):
    assert list(verdict_lines(report(balances=(BALANCE,)), "nl")) == [
        "GOEDGEKEURD  WL-1",
        "  12 informatieobjecten, 1.234 bestanden, 5,6 MB",
        "  0 fouten, 0 waarschuwingen, 0 opmerkingen",
        "  Kernteam: 1.200 berichten en meldingen = 1.150 in het pakket + 50 weggelaten (partijpolitiek)",
    ]


def test_one_is_not_many(report):
    one = dataclasses.replace(
        report(), counts={"informatieobjecten": 1, "files": 1, "sidecars": 1, "messages": 1, "bytes": 123_000}
    )
    nl, en = (list(verdict_lines(one, language))[1] for language in ("nl", "en"))
    assert nl == "  1 informatieobject, 1 bestand, 1 metagegevensbestand, 1 bericht of melding, 123,0 kB"
    assert en == "  1 informatieobject, 1 file, 1 metadata file, 1 message or notice, 123.0 kB"


def test_a_rejected_package_names_its_errors_and_what_to_do(report):
    finding = Finding(kind=KIND, place=Place(path="a/b.pdf"), params={"name": "b.pdf"})
    lines = list(verdict_lines(report(*[finding] * 25), "en"))
    assert lines[0] == "REJECTED  WL-1"
    assert lines[2] == "  25 errors, 0 warnings, 0 remarks"
    assert lines[3:5] == ["  NAAM-01  a/b.pdf: name b.pdf is too long", "      Shorten it."]
    assert lines[-1] == "  ... and 5 more errors, see the report"


def test_a_stage_that_did_not_run_is_a_rejection_with_its_reason(report):
    lines = list(verdict_lines(report(stages=(Stage(name="schema", skipped_because="no-metadata"),)), "nl"))
    assert lines[0] == "AFGEKEURD  WL-1"
    assert lines[-1] == "  niet beoordeeld: XML-schema (er zijn geen metagegevensbestanden)"


def test_one_finding_is_not_many(report):
    finding = Finding(kind=KIND, place=Place(path="a/b.pdf"), params={"name": "b.pdf"})
    assert list(verdict_lines(report(finding), "nl"))[2] == "  1 fout, 0 waarschuwingen, 0 opmerkingen"
