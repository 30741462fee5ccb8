"""Destruction: what of a package's objects may be put on a specification for a verklaring van vernietiging.

Source: Archiefbesluit 1995, art. 8; Archiefwet 1995, art. 5. A proposal is never enough: only what a person decided.
"""

import datetime as dt

from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Proposal
from depotklaar.model.finding import FindingKind, Level, Severity
from depotklaar.model.report import Destroyable

_CLAUSE = "Archiefbesluit 1995, art. 8; Archiefwet 1995, art. 5"
DUE_UNDECIDED = FindingKind(
    id="APP-DUE-UNDECIDED",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause=_CLAUSE,
    text=Text(
        "Archiefstukken met waardering V waarvan de termijn voorbij is en waarover niemand besloot: {count}. Ze staan"
        " niet in de specificatie voor een verklaring van vernietiging.",
        "Archiefstukken with value V whose term has passed and on which nobody decided: {count}. They are not in the"
        " specification for a verklaring van vernietiging.",
    ),
    remedy=Text(
        "Laat een archivaris besluiten, met een besluitenbestand.", "Have an archivist decide, in a decisions file."
    ),
)
DUE_HELD = FindingKind(
    id="APP-DUE-HELD",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause=_CLAUSE,
    text=Text(
        "Archiefstukken waarvan de termijn voorbij is, maar die onder {hold} vallen: {count}. Ze staan niet in de"
        " specificatie voor een verklaring van vernietiging.",
        "Archiefstukken whose term has passed but that fall under {hold}: {count}. They are not in the specification"
        " for a verklaring van vernietiging.",
    ),
    remedy=Text("Vernietig niets zolang de bevriezing geldt.", "Destroy nothing as long as the hold is in force."),
)
DUE_IN_SOURCE = FindingKind(
    id="APP-DUE-IN-SOURCE",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause=_CLAUSE,
    text=Text(
        "Van {conversation} is de termijn van een deel voorbij. Dezelfde berichten staan ook in de oorspronkelijke"
        " export in dit pakket, die als geheel is gewaardeerd. Archiefstukken: {count}.",
        "The term of a part of {conversation} has passed. The same messages stand in the original export in this"
        " package too, which is appraised as a whole. Archiefstukken: {count}.",
    ),
    remedy=Text(
        "Een verklaring van vernietiging is pas waar als ook die export en de bron zelf zijn betrokken.",
        "A verklaring van vernietiging is only true when that export and the source itself are covered too.",
    ),
)
KINDS = (DUE_UNDECIDED, DUE_HELD, DUE_IN_SOURCE)


def is_due(besluit: Besluit, today: dt.date) -> bool:
    """Whether a person decided on V and the term has passed; a term without a known end has not. Holds count apart."""
    return besluit.is_decided and has_passed(besluit, today)


def has_passed(besluit: Besluit, today: dt.date) -> bool:
    """Whether the term of what is kept for a time has passed, decided or not."""
    if besluit.waardering != "V" or besluit.termijn is None:
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
