"""Reads selection lists and begrippenlijsten, with every fault in them told at once."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from depotklaar import resources
from depotklaar.language import Text
from depotklaar.model.profile import Begrippenlijst, VocabularyTerm
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry
from depotklaar.profiles.document import Document
from depotklaar.profiles.fault import Fault, quoted, refuse
from depotklaar.profiles.named import named_document

SELECTION_SCHEMA = "selectielijst-1"
VOCABULARY_SCHEMA = "begrippenlijst-1"

_KINDS = {"open": "open", "gesloten": "closed", "vrij": "free"}


def read_selection_list(name_or_path: str, base: Path | None) -> Selectielijst:
    """Read a selection list that comes along, or the user's own, seen from `base`. ProfileError holds every fault."""
    document = named_document(name_or_path, base, SELECTION_SCHEMA, resources.list_names(), resources.read_list)
    rows = document.data.get("categorie")
    _refuse_all(document, [*_backward_validity(document.data), *_repeated("categorie", rows, ("code",))])
    head = document.data["selectielijst"]
    return Selectielijst(
        name=head["naam"],
        title=head["titel"],
        version=head["versie"],
        reference=head.get("vindplaats"),
        organisation=head["organisatie"],
        valid_from=_date(head.get("geldig_van")),
        valid_until=_date(head.get("geldig_tot")),
        fictional=head.get("fictief", False),
        entries=tuple(SelectionEntry(**row) for row in document.data["categorie"]),
        sha256=document.sha256,
    )


def read_vocabulary(name_or_path: str, base: Path | None = None) -> Begrippenlijst:
    """Read a begrippenlijst that comes along, or one of the user's, seen from `base`. ProfileError holds every fault.

    Source of what a list must say: MDTO Metagegevensschema, begripBegrippenlijst.
    """
    document = named_document(
        name_or_path, base, VOCABULARY_SCHEMA, resources.vocabulary_names(), resources.read_vocabulary
    )
    _refuse_all(document, list(_repeated("term", document.data.get("term"), ("label", "code"))))
    head = document.data["begrippenlijst"]
    return Begrippenlijst(
        name=head["naam"],
        version=head["versie"],
        date=dt.date.fromisoformat(head["datum"]),
        manager=head["beheerder"],
        scope=head["reikwijdte"],
        kind=_KINDS[head["soort"]],  # type: ignore[arg-type]
        source=head.get("bron"),
        terms=tuple(_term(row) for row in document.data["term"]),
        sha256=document.sha256,
    )


def _refuse_all(document: Document, faults: Sequence[Fault]) -> None:
    refuse(document.file, document.sorted([*document.faults, *faults]))


def _term(row: Mapping[str, Any]) -> VocabularyTerm:
    return VocabularyTerm(
        label=row["label"],
        code=row.get("code"),
        definition=row["definitie"],
        deprecated=row.get("status") == "vervallen",
    )


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _backward_validity(data: Mapping[str, Any]) -> Iterator[Fault]:
    head = data.get("selectielijst")
    first, last = (head.get("geldig_van"), head.get("geldig_tot")) if isinstance(head, dict) else (None, None)
    if isinstance(first, str) and isinstance(last, str) and last < first:
        yield Fault(
            path=("selectielijst", "geldig_tot"),
            text=Text("De laatste dag ligt vóór de eerste.", "The last day is before the first."),
            hint=Text("Verwissel of verbeter geldig_van en geldig_tot.", "Swap or correct geldig_van and geldig_tot."),
        )


def _repeated(table: str, rows: object, keys: Sequence[str]) -> Iterator[Fault]:
    for key in keys:
        seen: set[str] = set()
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            value = row.get(key) if isinstance(row, dict) else None
            if isinstance(value, str) and value in seen:
                yield Fault(
                    path=(table, index, key),
                    text=Text("{value} staat er twee keer.", "{value} is there twice.").fill(value=quoted(value)),
                    hint=Text("Geef elke regel een eigen waarde.", "Give each line a value of its own."),
                )
            elif isinstance(value, str):
                seen.add(value)
