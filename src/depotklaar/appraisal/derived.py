"""Derived: the term that a person may choose, and the term and end that follow and may not be written otherwise.

Source: Archiefbesluit 1995, art. 5 (the list gives the term); MDTO Metagegevensschema, bewaartermijn.
"""

import datetime as dt

from depotklaar.appraisal.citing import Cited, UnfitError
from depotklaar.appraisal.entries import permitted, term_bounds
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Bewaartermijn, Decision, Proposal
from depotklaar.model.selectielijst import SelectionEntry, Uitkomst

_NO_TERM = Bewaartermijn()
_CHOOSE = Text(
    "De lijst laat de bewaartermijn aan de organisatie ({bounds}). Kies er een.",
    "The list leaves the bewaartermijn to the organisation ({bounds}). Choose one.",
)
_OUTSIDE = Text(
    "De gekozen bewaartermijn {term} past niet bij de lijst ({bounds}).",
    "The chosen bewaartermijn {term} does not agree with the list ({bounds}).",
)
_FILL_TERM = Text(
    "Vul de termijn in de kolom bewaartermijn in, bijvoorbeeld P5Y (vijf jaar).",
    "Fill in the term in the column bewaartermijn, for instance P5Y (five years).",
)
_OF_LIST = Text(
    "Bij bewaartermijn staat {term}, maar de lijst geeft {given} en laat geen keuze.",
    "The bewaartermijn is given as {term}, but the list gives {given} and leaves no choice.",
)
_NOT_HERE = Text(
    "Bij bewaartermijn staat {term}, maar bij waardering {value} hoort hier geen bewaartermijn.",
    "The bewaartermijn is given as {term}, but no bewaartermijn belongs with waardering {value} here.",
)
_CLEAR_TERM = Text(
    "Laat bewaartermijn leeg, of kies een andere categorie.", "Leave bewaartermijn empty, or choose another category."
)
_OTHER_END = Text(
    "Bij einde_termijn staat {found}, maar uit begin en bewaartermijn volgt {end}.",
    "The einde_termijn is given as {found}, but {end} follows from the begin and the term.",
)
_NO_END = Text(
    "Bij einde_termijn staat {found}, maar er volgt geen einde uit dit besluit.",
    "The einde_termijn is given as {found}, but no end follows from this decision.",
)
_CLEAR_END = Text(
    "Laat einde_termijn leeg; depotklaar rekent het uit. Wijzig zo nodig begin_termijn.",
    "Leave einde_termijn empty; depotklaar computes it. If need be, change begin_termijn.",
)


def is_term_untouched(decision: Decision, proposed: Besluit) -> bool:
    """Whether the term of a line is that of the proposal, or is not given."""
    return decision.bewaartermijn in (None, _term(proposed).looptijd)


def is_end_untouched(decision: Decision, proposed: Besluit) -> bool:
    """Whether the end of the term of a line is that of the proposal, or is not given."""
    return _end(decision) in (None, _term(proposed).einde)


def outcome_meant(proposal: Proposal, decision: Decision, found: Cited) -> tuple[SelectionEntry, Uitkomst] | None:
    """What the list says with the term that a person chose, else that the delivery chose, else that the list gives.

    None where the list does not plainly say one thing, or a person changed what is not theirs to choose.
    """
    deel = found.categorie.deel if found.categorie else None
    is_untouched = is_term_untouched(decision, proposal.besluit)
    terms = (decision.bewaartermijn, _chosen_earlier(proposal, found), None)
    for term in dict.fromkeys(terms if is_untouched else terms[:1]):
        outcome = permitted(found.entries, deel, term, *days_of(proposal))
        if outcome is not None:
            return outcome
    return None


def refused_term(decision: Decision, proposal: Proposal, found: Cited) -> UnfitError | None:
    """Why the term of a decision on V cannot be; None when that is not what is wrong with it."""
    deel = found.categorie.deel if found.categorie else None
    given = permitted(found.entries, deel, None, *days_of(proposal))
    term = decision.bewaartermijn
    if given is not None:
        plain = given[1].bewaartermijn
        return UnfitError(_OF_LIST.fill(term=term, given=plain), _CLEAR_TERM) if term and plain else None
    bounds = term_bounds(found.entries, *days_of(proposal))
    if bounds is None:
        return None
    shown = " - ".join(bounds)
    text = _CHOOSE.fill(bounds=shown) if term is None else _OUTSIDE.fill(term=term, bounds=shown)
    return UnfitError(text, _FILL_TERM)


def check_derived(decision: Decision, proposed: Besluit, held: Besluit) -> None:
    """Raise UnfitError where a line says another term or end than was proposed and than holds by the decision."""
    term = decision.bewaartermijn
    if not is_term_untouched(decision, proposed) and term != _term(held).looptijd:
        raise UnfitError(_NOT_HERE.fill(term=term, value=held.waardering), _CLEAR_TERM)
    found, end = _end(decision), _term(held).einde
    if not is_end_untouched(decision, proposed) and found != end:
        text = _NO_END.fill(found=found) if end is None else _OTHER_END.fill(found=found, end=end)
        raise UnfitError(text, _CLEAR_END)


def days_of(proposal: Proposal) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of the messages; None without any date."""
    first, last = proposal.first_day, proposal.last_day
    return (
        dt.date.fromisoformat(first) if first is not None else None,
        dt.date.fromisoformat(last) if last is not None else None,
    )


def _chosen_earlier(proposal: Proposal, found: Cited) -> str | None:
    """The term that the delivery chose for this category, where the list leaves it to the organisation."""
    known = proposal.besluit
    if known.termijn is None or found.categorie is None or known.categorie is None:
        return None
    same = (known.categorie.naam, known.categorie.code) == (found.categorie.naam, found.categorie.code)
    return known.termijn.looptijd if same else None


def _term(besluit: Besluit) -> Bewaartermijn:
    return besluit.termijn or _NO_TERM


def _end(decision: Decision) -> str | None:
    return decision.einde_termijn.isoformat() if decision.einde_termijn else None
