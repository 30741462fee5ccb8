"""The top of the tree: Series and Archief refer to what is below them, and the package explains itself."""

import pytest

from depotklaar.arrangement.top import Document, TopPlanner
from depotklaar.model.plan import SerieKey, StagedFile


@pytest.fixture
def top(laid_out, outliner, prepared, unit):
    """The top above one conversation that was held under two functions."""
    planner = TopPlanner(outliner)
    later = SerieKey(holder="W. Dijk", function="Burgemeester")
    for dossier in laid_out(prepared(unit("2022-05"), unit("2022-07", later))):
        planner.add(dossier)
    return planner


def document(key):
    staged = StagedFile(path="stage/x", original_name=f"{key}.json", size=1, digests={"sha256": "0" * 64})
    return Document(key=key, title=f"Uitleg van {key}", staged=staged)


def test_the_archief_holds_its_series_and_its_documentation(top):
    documentation = top.documentation([document("schema"), document("lijst")])
    archief = top.archief(documentation).description
    below = [one.identificatie.kenmerk for one in archief.bevat_onderdeel]
    series = [one.description.identificatie[0].kenmerk for one in top.series()]
    assert below == [*series, documentation.reference.identificatie.kenmerk]
    assert len(series) == 2
    assert all(one.description.is_onderdeel_van[0].identificatie.kenmerk == "MVP-CHAT" for one in top.series())
    assert archief.is_onderdeel_van[0].naam == "2.99.009"


def test_periods_grow_upward(top):
    first, second = (one.description.dekking_in_tijd[0] for one in top.series())
    assert (first.begindatum, second.einddatum) == ("2022-05-03", "2022-07-03")
    (whole,) = top.archief(top.documentation([])).description.dekking_in_tijd
    assert (whole.begindatum, whole.einddatum) == ("2022-05-03", "2022-07-03")


def test_a_document_is_an_archiefstuk_with_its_file(top):
    documentation = top.documentation([document("schema")])
    (stuk,) = documentation.archiefstukken
    (file,) = stuk.files
    assert (file.title, file.made) == ("schema.json", True)
    assert file.name.startswith(stuk.name)
    assert stuk.description.is_onderdeel_van == (documentation.reference,)
    assert documentation.serie is None
