"""A describer as the front door makes it, and small prepared conversations."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from depotklaar.arrangement.description import Describer
from depotklaar.arrangement.outline import NameBook, Outliner, RenditionSpec
from depotklaar.model.appraisal import Besluit, Categorie, Ruling
from depotklaar.model.conversation import Attachment, Conversation, Document, Head
from depotklaar.model.mdto import Begrip, BeperkingGebruik, Verwijzing
from depotklaar.model.plan import PlannedDossier, PreparedConversation, SerieKey, StagedFile, Unit
from depotklaar.model.report import Balance
from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.receiver import read_profile

HOLDER = SerieKey(holder="W. Dijk", function="Wethouder")


@pytest.fixture
def describer(tmp_path: Path, delivery_text: Callable[..., str]) -> Callable[..., Describer]:
    """Make a describer for the small delivery, with more TOML behind it, and a profile."""

    def make(rest: str = "", profile: str = "nationaal-archief") -> Describer:
        (tmp_path / "bron").mkdir(exist_ok=True)
        path = tmp_path / "aanlevering.toml"
        path.write_text(delivery_text("bron", rest=rest), "utf-8")
        delivery = read_delivery(path)
        return Describer(
            aanlevering=delivery,
            profile=read_profile(profile, None),
            now="2026-05-01T08:00:00Z",
            software="depotklaar 9",
        )

    return make


@pytest.fixture
def outliner(describer: Callable[..., Describer]) -> Outliner:
    """A planner with one rendition."""
    rendition = RenditionSpec(name="conversation-json", extension="json", title="Gegevensversie")
    return Outliner(describer=describer(), renditions=(rendition,), names=NameBook(), root="archief", combine=_first)


def _first(rulings: Sequence[Ruling]) -> Ruling:
    return rulings[0]


@pytest.fixture
def ruling() -> Callable[..., Ruling]:
    """A ruling of B, or what the changes make of it."""

    def make(**changes: Any) -> Ruling:
        categorie = Categorie(lijst="Lijst, versie 1", code="1.1", label="Gesprekken")
        nader = Begrip(label="Nader te bepalen", begrippenlijst=Verwijzing(naam="Lijst"))
        besluit = Besluit(**{"waardering": "B", "categorie": categorie, **changes})
        return Ruling(besluit=besluit, beperkingen=(BeperkingGebruik(type=nader),))

    return make


@pytest.fixture
def laid_out(outliner: Outliner, ruling: Callable[..., Ruling]) -> Callable[..., list[PlannedDossier]]:
    """The Dossiers of a conversation of which every unit is kept for ever."""

    def make(prepared: PreparedConversation, by: Outliner = outliner) -> list[PlannedDossier]:
        return list(by.dossiers(prepared, [ruling() for _ in prepared.units]))

    return make


@pytest.fixture
def unit() -> Callable[..., Unit]:
    """A month of a conversation."""

    def make(month: str | None = "2022-05", serie: SerieKey = HOLDER, **changes: Any) -> Unit:
        day = f"{month}-03" if month else None
        values: dict[str, Any] = {"events": 3, "gaps": 0, "left_out": 0, "first_day": day, "last_day": day}
        values |= {"part": "deel", "senders": (), "attachments": (), "absent": ()} | changes
        return Unit(serie=serie, month=month, **values)

    return make


@pytest.fixture
def prepared() -> Callable[..., PreparedConversation]:
    """A conversation with as many attachments as its units mention, each a file of its own."""

    def make(*units: Unit, names: tuple[str, ...] = (), display: str = "Kade", **changes: Any) -> PreparedConversation:
        attachments = tuple(Attachment(id=f"a{n}", presence="present", name_on_disk=x) for n, x in enumerate(names))
        staged = {
            a.id: StagedFile(path=f"stage/{a.id}", original_name=f"{n}.jpg", size=1, digests={"sha256": "0" * 64})
            for n, a in enumerate(attachments)
        }
        balance = Balance(
            conversation="g",
            display=display,
            messages_in=3,
            messages_packaged=3,
            messages_left_out={},
            attachments_in=0,
            attachments_packaged=0,
            attachments_left_out={},
        )
        head = Head(
            document=Document(schema="depotklaar-conversation-1.0", id="d"),
            conversation=Conversation(id="g", platform="signal", display=display),
            attachments=attachments,
        )
        values: dict[str, Any] = {"source": "bron", "importer": "normalized", "strays": (), "originals": ()}
        values |= {"findings": (), "left_out": (), "balance": balance} | changes
        return PreparedConversation(head=head, units=units, staged=staged, **values)

    return make
