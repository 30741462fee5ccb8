"""Appraising: what a delivery says becomes a ruling on each unit; without a person nothing is decided."""

import datetime as dt

import pytest

from depotklaar.errors import DecisionNeeded, PlanError
from depotklaar.jobs import appraising
from depotklaar.jobs.appraising import Appraising
from depotklaar.model.appraisal import Decision
from depotklaar.model.conversation import Conversation, Document, Head
from depotklaar.model.plan import PreparedConversation, SerieKey, Unit
from depotklaar.model.report import Balance
from depotklaar.profiles.checking import read_lists
from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.receiver import read_profile

TODAY = dt.date(2026, 5, 1)


@pytest.fixture
def appraise(tmp_path, delivery_text):
    def make(rest="", *, decisions=(), change=lambda text: text):
        (tmp_path / "bron").mkdir(exist_ok=True)
        path = tmp_path / "aanlevering.toml"
        path.write_text(change(delivery_text("bron", rest=rest)), "utf-8")
        delivery = read_delivery(path)
        profile = read_profile(delivery.profiel, None)
        return Appraising(delivery, profile, read_lists(delivery, tmp_path), decisions, TODAY)

    return make


def undecided(text):
    return text.replace('besloten_door = "Archivaris"\ndatum = 2026-01-05\n', "")


def unit(month, content="0" * 64):
    return Unit(
        serie=SerieKey(holder="Alice", function=None),
        month=month,
        part=month,
        events=2,
        gaps=0,
        left_out=0,
        first_day=f"{month}-01",
        last_day=f"{month}-02",
        senders=(),
        attachments=(),
        absent=(),
        content=content,
    )


def rule(appraising_, *units):
    balance = Balance(
        conversation="c",
        display="Kade",
        messages_in=0,
        messages_packaged=0,
        messages_left_out={},
        attachments_in=0,
        attachments_packaged=0,
        attachments_left_out={},
    )
    head = Head(
        document=Document(schema="s", id="d"),
        conversation=Conversation(id="c", platform="signal", display="Kade"),
    )
    conversation = PreparedConversation(
        head=head,
        source="s",
        importer="i",
        units=units,
        staged={},
        strays=(),
        originals=(),
        findings=(),
        balance=balance,
        left_out=(),
    )
    return list(appraising_.rule(conversation, lambda one: (f"K-{one.month}", f"Kade, {one.month}")))


def test_a_category_with_who_chose_it_is_a_decision(appraise):
    room = appraise()
    (item,) = rule(room, unit("2023-01"))
    assert (item.ruling.besluit.waardering, item.ruling.besluit.besloten_door) == ("B", "Archivaris")
    room.demand()
    assert room.count.decisions().decided == 1


def test_without_a_person_the_package_waits_and_says_for_what(appraise, monkeypatch):
    monkeypatch.setattr(appraising, "SHOWN", 1)
    room = appraise(change=undecided)
    rule(room, unit("2023-01"), unit("2023-02"))
    with pytest.raises(DecisionNeeded) as caught:
        room.demand()
    first, rest = caught.value.problems
    assert first.place == "Kade, 2023-01 (K-2023-01)"
    assert first.text.nl.endswith("voorstel: B")
    assert "dit geldt: 1" in rest.text.nl
    assert DecisionNeeded.exit_code == 8


def test_a_decision_that_fits_is_followed_and_kept(appraise):
    decision = Decision(
        place="besluiten.csv, regel 2",
        object="K-2023-01",
        content=f"sha256:{'0' * 64}",
        waardering="B",
        besloten_door="Ans",
        besloten_op=dt.date(2026, 4, 1),
    )
    room = appraise(change=undecided, decisions=[decision])
    (item,) = rule(room, unit("2023-01"))
    assert (item.ruling.besluit.besloten_door, item.proposal.besluit.besloten_door) == ("Ans", None)
    room.demand()
    assert list(room.accepted()) == ["K-2023-01"]


def test_a_decision_on_other_content_is_refused(appraise):
    decision = Decision(
        place="besluiten.csv, regel 2",
        object="K-2023-01",
        content=f"sha256:{'1' * 64}",
        waardering="B",
        besloten_door="Ans",
        besloten_op=dt.date(2026, 4, 1),
    )
    room = appraise(change=undecided, decisions=[decision])
    rule(room, unit("2023-01"))
    with pytest.raises(PlanError) as caught:
        room.demand()
    assert caught.value.problems[0].place == "besluiten.csv, regel 2"


def test_only_what_is_kept_for_ever_is_transferred(appraise):
    regel = '[[waardering.regel]]\ngesprek = "Kade"\ncategorie = "1.3"\n'
    decision = Decision(
        place="besluiten.csv, regel 2",
        object="K-2023-01",
        content=f"sha256:{'0' * 64}",
        waardering="V",
        besloten_door="Ans",
        besloten_op=dt.date(2026, 4, 1),
    )
    room = appraise(regel, decisions=[decision])
    rule(room, unit("2023-01"))
    with pytest.raises(PlanError) as caught:
        room.demand()
    assert caught.value.problems[0].place == "Kade, 2023-01 (K-2023-01)"
    assert caught.value.problems[0].text.nl.startswith("is V, ")


def test_two_rules_that_contradict_each_other_are_named(appraise):
    regels = "".join(f'[[waardering.regel]]\ngesprek = "{name}"\ncategorie = "1.1"\n' for name in ("Kade", "c"))
    room = appraise(regels)
    rule(room, unit("2023-01"))
    with pytest.raises(PlanError) as caught:
        room.check_rules()
    assert "[[waardering.regel]] 1" in caught.value.problems[0].text.nl
    assert "[[waardering.regel]] 2" in caught.value.problems[0].text.nl


def test_a_hold_that_touches_nothing_is_told(appraise):
    hold = (
        '[[bevriezing]]\nnaam = "Woo 17"\nsoort = "woo-verzoek"\nbesloten_door = "Ans"\ndatum = 2026-01-05\n'
        'gesprek = "Bestaat niet"\n'
    )
    room = appraise(hold)
    rule(room, unit("2023-01"))
    assert [(f.kind.id, f.place.element) for f in room.findings() if f.kind.id == "APP-WITHOUT-EFFECT"] == [
        ("APP-WITHOUT-EFFECT", "[[bevriezing]] 1")
    ]
