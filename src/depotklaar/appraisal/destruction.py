"""Destruction: what of a package's objects may be put on a specification for a verklaring van vernietiging.

Source: Archiefbesluit 1995, art. 8; Archiefwet 1995, art. 5. A proposal is never enough: only what a person decided.
"""

import datetime as dt

from depotklaar.model.appraisal import Besluit, Proposal
from depotklaar.model.report import Destroyable


def is_due(besluit: Besluit, today: dt.date) -> bool:
    """Whether a person decided on V and the term has passed; a term without a known end has not. Holds count apart."""
    if besluit.waardering != "V" or not besluit.is_decided or besluit.termijn is None:
        return False
    return besluit.termijn.einde is not None and besluit.termijn.einde <= today.isoformat()


def destroyable(proposal: Proposal, besluit: Besluit) -> Destroyable:
    """The line of the specification for an Archiefstuk of which the term has passed."""
    found, term = besluit.categorie, besluit.termijn
    return Destroyable(
        basis="termijn",
        conversation=proposal.conversation,
        display=proposal.title,
        first_day=proposal.first_day,
        last_day=proposal.last_day,
        messages=proposal.messages,
        attachments=proposal.attachments,
        ground="; ".join(ground.text.nl for ground in besluit.gronden),
        object=proposal.object,
        lijst=found.lijst if found else None,
        code=found.code if found else None,
        label=found.label if found else None,
        looptijd=term.looptijd if term else None,
        due=term.einde if term else None,
        decided_by=besluit.besloten_door,
        decided_at=besluit.besloten_op,
    )
