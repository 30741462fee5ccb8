"""A small report with something of everything in it."""

import pytest

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.report import Balance, CategoryCount, Decisions, Report, Stage, ToolVersion, UsedList


def kind(id: str, severity: Severity) -> FindingKind:
    return FindingKind(
        id=id,
        severity=severity,
        level=Level.NORM,
        clause="Norm, paragraaf 1",
        text=Text("{name} is fout", "{name} is wrong"),
        remedy=Text("Verbeter {name}", "Mend {name}"),
    )


@pytest.fixture
def report() -> Report:
    error, remark = kind("X-1", Severity.ERROR), kind("X-2", Severity.INFO)
    evil = "<script>alert(1)</script>\x1b[31m\udc80"
    return Report(
        subject="pakket & zo",
        created_at="2026-01-01T00:00:00Z",
        profile="nationaal-archief",
        profile_sha256="0" * 64,
        tools=(ToolVersion(name="depotklaar", version="1.0"), ToolVersion(name="x", version="2", signatures="v3")),
        stages=(Stage(name="container"), Stage(name="schema", skipped_because="no-metadata")),
        findings=(
            Finding(kind=remark, params={"name": "a"}),
            *(
                Finding(kind=error, place=Place(path=evil, element="bestand/omvang", line=n), params={"name": f"n{n}"})
                for n in range(12)
            ),
        ),
        totals={"X-1": 2000, "X-2": 1},
        counts={"bestanden": 1, "bytes": 1234567, "left_out": 2, "iets-nieuws": 2},
        facts={"package": "bag"},
        balances=(
            Balance(
                conversation="c-1",
                display="Overleg",
                messages_in=10,
                messages_packaged=7,
                messages_left_out={"prive": 2},
                attachments_in=0,
                attachments_packaged=0,
                attachments_left_out={},
                attachments_absent={"missing": 1, "nieuw": 2},
                originals=(("_chat.txt", "ab" * 32),),
            ),
        ),
    )


@pytest.fixture
def decisions() -> Decisions:
    category = CategoryCount(waardering="V", archiefstukken=1, lijst="Lijst 2020, versie 1", code="1.1", label="Beleid")
    return Decisions(
        waarderingen={"B": 1200, "V": 12, "N": 1},
        decided=1212,
        undecided=1,
        deciders={"A. de Vries": 1000, "<b>B. Bos</b>": 200},
        more_deciders=3,
        categories=(
            category,
            *(CategoryCount(waardering="B", archiefstukken=n, lijst="L", code=str(n)) for n in range(11)),
        ),
        more_categories=5,
        grounds={"selectielijst": 1213, "iets-nieuws": 1},
        hotspots={"Overstroming": 4},
        holds={"Woo-verzoek Dijk": 2},
        lists=(
            UsedList(title="Selectielijst 2020", version="1", sha256="cd" * 32, valid_from="2020-01-01"),
            UsedList(title="Andere lijst", version="2", sha256="ef" * 32, reference="Stcrt. 2021, 1"),
        ),
    )
