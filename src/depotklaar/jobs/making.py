"""Makes a Dossier, in whichever process: places its files, finds out the formats of what is new, describes them all."""

from dataclasses import dataclass

from depotklaar.jobs.characterise import Identify, characterise_dossier
from depotklaar.jobs.describing import Described, Describing, describe_dossier
from depotklaar.jobs.parcels import Parcel
from depotklaar.jobs.placing import Placing, place_dossier
from depotklaar.model.plan import PlannedDossier


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeTask:
    """A planned Dossier and how to make it."""

    dossier: Parcel[PlannedDossier]
    placing: Placing
    describing: Describing
    identify: Identify


def make_dossier(task: MakeTask) -> Described:
    """Make the Dossier; the account of it is what remains in memory."""
    placed = place_dossier(task.dossier.opened(), task.placing)
    return describe_dossier(characterise_dossier(placed, task.identify), task.describing)
