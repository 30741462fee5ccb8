"""Reads selection lists and begrippenlijsten, with every fault in them told at once."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from depotklaar import resources
from depotklaar.language import Text
from depotklaar.model.profile import Begrippenlijst, VocabularyTerm
from depotklaar.model.selectielijst import Deel, Selectielijst, SelectionEntry
from depotklaar.profiles.document import Document
from depotklaar.profiles.fault import Fault, quoted, refuse
from depotklaar.profiles.list_rules import SELECTION_SCHEMA, inner_faults
from depotklaar.profiles.named import named_document

VOCABULARY_SCHEMA = "begrippenlijst-1"

_KINDS = {"open": "open", "gesloten": "closed", "vrij": "free"}


def read_selection_list(name_or_path: str, base: Path | None) -> Selectielijst:
    """Read a selection list that comes along, or the user's own, seen from `base`. ProfileError holds every fault."""
    document = named_document(name_or_path, base, SELECTION_SCHEMA, resources.list_names(), resources.read_list)
    _refuse_all(document, list(inner_faults(document.data)))
    return selection_list_of(document.data, document.sha256)


def selection_list_of(data: Mapping[str, Any], sha256: str) -> Selectielijst:
    """Make the noun of plain values without faults, dates as ISO text; `sha256` is that of the file they came from."""
    head = data["selectielijst"]
    return Selectielijst(
        name=head["naam"],
        title=head["titel"],
        version=head["versie"],
        reference=head.get("vindplaats"),
        organisation=head["organisatie"],
        valid_from=_date(head.get("geldig_van")),
        valid_until=_date(head.get("geldig_tot")),
        fictional=head.get("fictief", False),
        entries=tuple(_entry(row) for row in data["categorie"]),
        sha256=sha256,
        advice=head.get("advies", False),
        decision=head.get("besluit"),
        source=head.get("bron"),
        vervangt=tuple(head.get("vervangt", ())),
        opvolger=head.get("opvolger"),
        gesloten_op=_date(head.get("gesloten_op")),
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


def _entry(row: Mapping[str, Any]) -> SelectionEntry:
    return SelectionEntry(**{key: _READERS[key](value) if key in _READERS else value for key, value in row.items()})


def _parts(rows: Sequence[Mapping[str, Any]]) -> tuple[Deel, ...]:
    return tuple(Deel(**row) for row in rows)


def _term(row: Mapping[str, Any]) -> VocabularyTerm:
    return VocabularyTerm(
        label=row["label"],
        code=row.get("code"),
        definition=row["definitie"],
        deprecated=row.get("status") == "vervallen",
    )


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "geldig_van": dt.date.fromisoformat,
    "geldig_tot": dt.date.fromisoformat,
    "delen": _parts,
    "complex": tuple,
    "criteria": tuple,
}


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


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
