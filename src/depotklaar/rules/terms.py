"""The terms of a metadata file, wherever they stand in it."""

from collections.abc import Iterator

from depotklaar.model.finding import Place
from depotklaar.model.mdto import Informatieobject, Termijn
from depotklaar.rules.interface import SidecarFacts


def terms(sidecar: SidecarFacts) -> Iterator[tuple[Place, Termijn]]:
    """Yield the retention term and the term of each restriction, with their places."""
    one = sidecar.mdto
    if not isinstance(one, Informatieobject):
        return
    if one.bewaartermijn is not None:
        yield sidecar.place("informatieobject/bewaartermijn"), one.bewaartermijn
    restricted = [restriction.termijn for restriction in one.beperking_gebruik if restriction.termijn is not None]
    for number, term in enumerate(restricted):
        yield sidecar.place("beperkingGebruikTermijn", number), term
