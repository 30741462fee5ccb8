"""Writes the decisions file: one line for each Archiefstuk with its proposal, ready for a person to decide upon."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from depotklaar.model.appraisal import Besluit, Bewaartermijn, Categorie, Decision, Proposal
from depotklaar.profiles.decisions_columns import COLUMNS, NOTES, SCHEMA, Form
from depotklaar.standards.tables.csv_table import write_csv
from depotklaar.standards.tables.xlsx_writing import write_xlsx

_Value = str | int | None
_NO_TERM = Bewaartermijn()


def write_decisions(
    proposals: Iterable[Proposal],
    form: Form,
    out: BinaryIO,
    *,
    created: str,
    delivery: str,
    decided: Mapping[str, Decision] | None = None,
) -> None:
    """Write a line for each proposal, in the order given; memory does not grow with their number.

    `created` is the moment of writing (ISO 8601 with zone), `delivery` the id of the delivery. `decided` holds what
    people decided earlier, by Archiefstuk: that comes back, with its term and the end of it, where the content is still
    the same, else the proposal does.
    What a person fills in holds the proposal until then; who decided and when is empty. WriteError when a text does not
    fit in Excel.
    """
    earlier = decided or {}
    lines = (_line(proposal, earlier.get(proposal.object)) for proposal in proposals)
    if form == "csv":
        write_csv(COLUMNS, lines, out)
    elif form == "xlsx":
        choices = {"waardering": ("B", "V", "N")}
        write_xlsx(COLUMNS, lines, out, sheet="besluiten", created=created, choices=choices, notes=NOTES)
    else:
        for part in _json_parts(lines, created, delivery):
            out.write(part.encode("utf-8", "backslashreplace"))


def category_text(categorie: Categorie | None) -> str | None:
    """The category as a decisions file holds it, code and label: no spreadsheet takes that for a number or a date."""
    if categorie is None or categorie.code is None:
        return categorie.label if categorie else None
    return f"{categorie.code} {categorie.label}"


def _json_parts(lines: Iterable[tuple[_Value, ...]], created: str, delivery: str) -> Iterator[str]:
    head = {"schema": SCHEMA, "aanlevering": delivery, "gemaakt_op": created}
    yield json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}") + ',\n  "besluiten": ['
    separator = "\n"
    for line in lines:
        entry = {name: value for name, value in zip(COLUMNS, line, strict=True) if value is not None}
        yield f"{separator}    {json.dumps(entry, ensure_ascii=False)}"
        separator = ",\n"
    yield "\n  ]\n}\n"


def _line(proposal: Proposal, earlier: Decision | None) -> tuple[_Value, ...]:
    besluit = proposal.besluit
    term = besluit.termijn or _NO_TERM
    holds = earlier is not None and earlier.content == proposal.content
    return (
        proposal.object,
        proposal.conversation,
        proposal.title,
        proposal.holder,
        proposal.function,
        proposal.first_day,
        proposal.last_day,
        proposal.messages,
        proposal.attachments,
        besluit.waardering,
        category_text(besluit.categorie),
        _grounds(besluit),
        *(_decided(earlier) if earlier and holds else _proposed(besluit, term)),
        proposal.content,
    )


def _grounds(besluit: Besluit) -> str:
    texts = [grond.text.nl for grond in besluit.gronden]
    if besluit.onbeslist is not None and besluit.onbeslist.nl not in texts:
        texts.append(besluit.onbeslist.nl)
    return "; ".join(texts)


def _proposed(besluit: Besluit, term: Bewaartermijn) -> tuple[_Value, ...]:
    categorie = besluit.categorie
    return (
        besluit.waardering,
        categorie.naam if categorie else None,
        category_text(categorie),
        categorie.actor if categorie else None,
        categorie.deel if categorie else None,
        term.begin,
        None,
        None,
        None,
        term.looptijd,
        term.einde,
    )


def _decided(decision: Decision) -> tuple[_Value, ...]:
    return (
        decision.waardering,
        decision.selectielijst,
        decision.categorie,
        decision.actor,
        decision.deel,
        _iso(decision.begin_termijn),
        decision.besloten_door,
        _iso(decision.besloten_op),
        decision.toelichting,
        decision.bewaartermijn,
        _iso(decision.einde_termijn),
    )


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
