"""The terms of a metadata file, wherever they stand in it; each comes with the way to its place."""

from collections.abc import Callable, Iterator
from functools import partial

from depotklaar.model.finding import Place
from depotklaar.model.mdto import Informatieobject, Termijn
from depotklaar.rules.interface import SidecarFacts

FindPlace = Callable[[], Place]


def terms(sidecar: SidecarFacts) -> Iterator[tuple[FindPlace, Termijn]]:
    """Yield the retention term and the term of each restriction; a place is sought only when a finding needs it."""
    one = sidecar.mdto
    if not isinstance(one, Informatieobject):
        return
    if one.bewaartermijn is not None:
        yield partial(sidecar.place, "informatieobject/bewaartermijn"), one.bewaartermijn
    for place, _, term in restriction_terms(sidecar):
        yield place, term


def restriction_terms(sidecar: SidecarFacts) -> Iterator[tuple[FindPlace, str, Termijn]]:
    """Yield the term of each restriction with its place and the label of its restriction."""
    if not isinstance(sidecar.mdto, Informatieobject):
        return
    restricted = (one for one in sidecar.mdto.beperking_gebruik if one.termijn is not None)
    for number, one in enumerate(restricted):
        assert one.termijn is not None
        yield partial(sidecar.place, "beperkingGebruikTermijn", number), one.type.label, one.termijn
