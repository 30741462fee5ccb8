"""Accounting: every run has a place or a reason; what may be destroyed is only what a person decided on."""

import datetime as dt
from dataclasses import replace

import pytest

from depotklaar.appraisal.selection import OUTSIDE_PERIOD, PERIOD_REMARK
from depotklaar.jobs.accounting import Accounts
from depotklaar.jobs.appraising import Appraised
from depotklaar.jobs.runs import RunLog
from depotklaar.jobs.sorting import LEFT_OUT_EARLIER
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Bewaartermijn, Case, Categorie, Grond, Proposal, Ruling
from depotklaar.model.conversation import Conversation, Document, Head
from depotklaar.model.delivery import Bevriezing
from depotklaar.model.event import Event, Time
from depotklaar.model.mdto import Begrip, BeperkingGebruik, Identificatie, Informatieobject, Verwijzing
from depotklaar.model.plan import PlannedArchiefstuk, PlannedDossier, PreparedConversation, SerieKey, StagedFile, Unit
from depotklaar.model.report import Balance, LeftOut

TODAY = dt.date(2026, 5, 1)
NADER = Begrip(label="Nader te bepalen", begrippenlijst=Verwijzing(naam="Lijst"))
SERIE = SerieKey(holder="Alice", function=None)


def left_out(reason="prive", decided_at="2024-05-01", remark=None, first=2, last=3):
    return LeftOut(
        conversation="c",
        display="Kade",
        order_first=first,
        order_last=last,
        first_local="2023-01-02T10:00",
        last_local="2023-01-03T10:00",
        messages=last - first + 1,
        attachments=1,
        reason=reason,
        decided_by="Alice",
        decided_at=decided_at,
        remark=remark,
    )


def besluit(**changes):
    values = {
        "waardering": "V",
        "categorie": Categorie(lijst="Lijst, versie 1", code="1.3", label="Overig"),
        "termijn": Bewaartermijn(trigger="Einde", looptijd="P1Y", begin="2024-01-01", einde="2025-01-01"),
        "gronden": (Grond(soort="regel", text=Text("regel 1", "rule 1")),),
        "besloten_door": "Ans",
        "besloten_op": "2026-04-01",
    }
    return Besluit(**(values | changes))


@pytest.fixture
def prepared(tmp_path):
    def make(*gone):
        log = RunLog(tmp_path / "verloop")
        log.keep(Event(id="e1", type="message", order=1, timestamp=Time(local="2023-01-01T10:00")), 0)
        for row in gone:
            log.leave_out(row)
        unit = Unit(
            serie=SERIE,
            month="2023-01",
            part="deel",
            events=1,
            gaps=0,
            left_out=0,
            first_day="2023-01-01",
            last_day="2023-01-01",
            senders=(),
            attachments=(),
            absent=(),
        )
        return PreparedConversation(
            head=Head(
                document=Document(schema="s", id="d"),
                conversation=Conversation(id="c", platform="signal", display="Kade"),
            ),
            source="s",
            importer="i",
            units=(unit,),
            staged={},
            strays=(),
            originals=(),
            findings=(),
            balance=Balance(
                conversation="c",
                display="Kade",
                messages_in=1,
                messages_packaged=1,
                messages_left_out={},
                attachments_in=0,
                attachments_packaged=0,
                attachments_left_out={},
            ),
            left_out=gone,
            runs=log.close(),
        )

    return make


@pytest.fixture
def accounts(tmp_path):
    return Accounts(tmp_path, TODAY)


def add(accounts, conversation, decided, holds=frozenset()):
    proposal = Proposal(
        object="K-2023-01",
        conversation="Kade",
        title="Kade, januari 2023",
        holder="Alice",
        function=None,
        first_day="2023-01-01",
        last_day="2023-01-01",
        messages=1,
        attachments=0,
        content="sha256:0",
        besluit=decided,
    )
    case = Case(conversation=frozenset(), participants=frozenset(), holder=frozenset(), holds=holds)
    ruling = Ruling(besluit=decided, beperkingen=(BeperkingGebruik(type=NADER),))
    reference = Verwijzing(naam="Kade", identificatie=Identificatie(kenmerk="k", bron="b"))
    description = Informatieobject(
        identificatie=(Identificatie(kenmerk="k", bron="b"),),
        naam="Kade",
        waardering=NADER,
        archiefvormer=(reference,),
        beperking_gebruik=ruling.beperkingen,
    )
    stuk = PlannedArchiefstuk(name="kade-2023-01", description=description, files=(), unit=conversation.units[0])
    dossier = PlannedDossier(
        folder="top/kade",
        name="kade",
        serie=SERIE,
        description=description,
        reference=reference,
        archiefstukken=(stuk,),
        ruling=ruling,
    )
    accounts.add(conversation, [Appraised(proposal=proposal, case=case, ruling=ruling)], [dossier])


def test_every_run_has_a_place_or_a_reason(accounts, prepared):
    add(accounts, prepared(left_out()), besluit())
    kept, gone = accounts.whereabouts()
    assert (kept.object, kept.folder, kept.code, kept.decided_by) == (
        "K-2023-01",
        "top/kade/kade-2023-01",
        "1.3",
        "Ans",
    )
    assert kept.ground == "regel 1"
    assert (gone.object, gone.left_out, gone.messages, gone.decided_at) == (None, "prive", 2, "2024-05-01")


@pytest.mark.parametrize(
    ("changes", "holds", "due"),
    [
        ({}, frozenset(), 1),
        ({}, frozenset({0}), 0),
        ({"besloten_door": None}, frozenset(), 0),
        ({"termijn": Bewaartermijn(trigger="Einde", looptijd="P1Y")}, frozenset(), 0),
        ({"waardering": "B", "termijn": None}, frozenset(), 0),
    ],
)
def test_only_what_a_person_decided_and_no_hold_touches_may_go(accounts, prepared, changes, holds, due):
    add(accounts, prepared(), besluit(**changes), holds)
    assert len(list(accounts.expired())) == due


def test_what_passed_its_term_and_is_not_in_the_specification_is_told(accounts, prepared):
    conversation = prepared()
    original = StagedFile(path="x", original_name="chat.txt", size=1, digests={"sha256": "0"})
    add(accounts, conversation, besluit(besloten_door=None))
    add(accounts, conversation, besluit(), frozenset({0}))
    add(accounts, replace(conversation, originals=(original,)), besluit())
    hold = Bevriezing(naam="Woo 17", soort="woo-verzoek", besloten_door="Ans", datum=TODAY)
    found = {finding.kind.id: finding.params for finding in accounts.findings([hold])}
    assert found["APP-DUE-UNDECIDED"]["count"] == 1
    assert found["APP-DUE-HELD"] == {"hold": "[[bevriezing]] 1 (Woo 17)", "count": 1}
    assert found["APP-DUE-IN-SOURCE"]["conversation"] == "Kade"


def test_what_lies_outside_the_period_or_was_gone_before_is_no_candidate(accounts, prepared):
    rows = (
        left_out(),
        left_out(OUTSIDE_PERIOD, None, remark=PERIOD_REMARK),
        left_out(OUTSIDE_PERIOD, "2024-04-01", remark=PERIOD_REMARK),
        left_out(OUTSIDE_PERIOD, "2024-05-01"),
        left_out(remark=LEFT_OUT_EARLIER),
    )
    add(accounts, prepared(*rows), besluit())
    assert [row.ground for row in accounts.excluded()] == ["privé", "buiten de (ambts)periode"]
    assert {row.basis for row in accounts.excluded()} == {"uitsluiting"}
