"""Reads the municipal selection list as VNG Realisatie publishes it: one JSON file of procestypen, one of resultaten.

Source: Selectielijst gemeenten en intergemeentelijke organen; VNG-Realisatie/referentielijsten-api (procestypen,
resultaten with procestermijn, waardering and bewaartermijn).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from depotklaar.errors import SourceError
from depotklaar.importers.lists.gemeenten_source import Procestype, Source, is_source, open_source
from depotklaar.importers.lists.interface import ImportedList, ListOptions, imported, one_line
from depotklaar.language import Text
from depotklaar.model.selectielijst import Complexity, Selectielijst, SelectionEntry, TriggerKind, Waarde

NAME = "gemeenten"
TITLE: Text = Text("Selectielijst gemeenten (JSON van VNG Realisatie)", "Municipal selection list (JSON of VNG)")

_TITLE = "Selectielijst gemeenten en intergemeentelijke organen {year}"
_REFERENCES = {2017: "Stcrt. 2017, 38013", 2020: "Stcrt. 2020, 11143"}
_EARLIER = {2020: 2017}
_SOURCE = "Overgenomen uit de gegevens die VNG Realisatie van deze lijst publiceert (procestypen en resultaten)."
_NO_VALIDITY = " Wanneer de lijst geldt, is niet nagegaan: geldig_van en geldig_tot ontbreken daarom."
_CLOSING = "Afsluiting van de zaak (procestermijn: nihil)"
_SENTENCE_END = re.compile(r"(?<=\.) ")
_LONGEST_TRIGGER = 255
_SEE_REMARK = "Zie de toelichting"
_SUCCESSOR = re.compile(r"\b(?:valt nu onder|is resultaat)\s+(\d+(?:\.\d+)+)")
_VALUES: Mapping[str, Waarde] = {"blijvend_bewaren": "B", "vernietigen": "V"}
_KINDS: Mapping[str, TriggerKind] = {
    "nihil": "afsluiting",
    "bestaansduur_procesobject": "bestaansduur",
    "ingeschatte_bestaansduur_procesobject": "bestaansduur",
    "vast_te_leggen_datum": "vast-te-leggen-datum",
    "samengevoegd_met_bewaartermijn": "anders",
    "": "anders",
}

_Row = Mapping[str, Any]


def recognises(sources: Sequence[Path]) -> bool:
    """Whether the sources are the two files of the municipal list, or the folder that holds them."""
    try:
        return is_source(sources)
    except SourceError:
        return False


def read(sources: Sequence[Path], options: ListOptions) -> Iterator[ImportedList]:
    """Give the one list of these files. SourceError holds every fault in them."""
    source = open_source(sources)
    year = next(iter(source.processes.values())).year
    earlier = _EARLIER.get(year)
    lijst = Selectielijst(
        name=options.name or f"gemeenten-{year}",
        title=options.title or _TITLE.format(year=year),
        version=options.version or str(year),
        reference=options.reference or _REFERENCES.get(year),
        organisation=options.organisation or "Gemeenten en intergemeentelijke organen",
        valid_from=options.valid_from,
        valid_until=options.valid_until,
        fictional=False,
        entries=tuple(_entries(source)),
        sha256=source.sha256,
        source=_SOURCE + ("" if options.valid_from or options.valid_until else _NO_VALIDITY),
        vervangt=(f"{_TITLE.format(year=earlier)}, {_REFERENCES[earlier]}",) if earlier else (),
    )
    yield imported(lijst)


def _entries(source: Source) -> Iterator[SelectionEntry]:
    for row in source.results:
        process = source.processes[row["procesType"]]
        if row["waardering"]:
            yield _entry(row, process)
        else:
            yield _withdrawn(row, process)


def _entry(row: _Row, process: Procestype) -> SelectionEntry:
    trigger, kind, reasons = _trigger(row)
    about = one_line(row["omschrijving"])
    label = f"{process.name}: {one_line(row['naam'])}"
    return SelectionEntry(
        code=row["volledigNummer"],
        label=f"{label} ({about})" if about else label,
        waardering=_VALUES[row["waardering"]],
        bewaartermijn=row.get("bewaartermijn"),
        trigger=trigger,
        trigger_soort=kind,
        toelichting=_remarks(row),
        tekst=_as_said(row),
        complex=reasons,
        rubriek=process.heading,
    )


def _withdrawn(row: _Row, process: Procestype) -> SelectionEntry:
    said = _sentences(one_line(row["omschrijving"]), one_line(row["toelichting"]))
    found = _SUCCESSOR.search(said)
    return SelectionEntry(
        code=row["volledigNummer"],
        label=f"{process.name}: {one_line(row['naam'])}",
        vervallen=True,
        opvolger=found[1] if found else None,
        tekst=said or None,
        rubriek=process.heading,
    )


def _trigger(row: _Row) -> tuple[str | None, TriggerKind | None, tuple[Complexity, ...]]:
    """From when the term runs, as the list words it: by the class of its procestermijn, or in its own words.

    Where the class says nothing, or there is no term, the words that stand there are an event that a person must read.
    """
    if row["waardering"] != "vernietigen":
        return None, None, ()
    said, remark = row["procestermijn"], one_line(row["toelichting"])
    birth = next((part for part in _SENTENCE_END.split(remark) if "geboortedatum" in part), None)
    if said == "samengevoegd_met_bewaartermijn" and birth:
        return _short(birth), "geboorte", ()
    if remark and (not said or row.get("bewaartermijn") is None):
        return _short(remark), "anders", ("trigger",)
    words = _CLOSING if said == "nihil" else _wording(row)
    unknown = _KINDS[said] == "anders"
    return words or None, _KINDS[said] if words else None, ("trigger",) if unknown else ()


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_TRIGGER else _SEE_REMARK


def _wording(row: _Row) -> str:
    words, remark = one_line(row["procestermijnWeergave"]), one_line(row["procestermijnOpmerking"])
    return f"{words} ({remark})" if remark else words


def _as_said(row: _Row) -> str | None:
    """The words of the source, where it adds something to its class of procestermijn."""
    remark = one_line(row["procestermijnOpmerking"])
    if not remark:
        return None
    return f"{row['waardering']}; procestermijn: {_wording(row)}; bewaartermijn: {row.get('bewaartermijn', '')}"


def _remarks(row: _Row) -> str | None:
    origin = one_line(row["herkomst"])
    return _sentences(one_line(row["toelichting"]), f"Herkomst: {origin}" if origin else "") or None


def _sentences(*parts: str) -> str:
    """What is not empty, with a point between."""
    return ". ".join(part.removesuffix(".") for part in parts if part)
