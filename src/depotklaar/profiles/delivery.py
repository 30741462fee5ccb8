"""Reads `aanlevering.toml`: the archivist's own file, with every fault in it told at once."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from depotklaar.model.delivery import (
    Aanlevering,
    AanleverPeriode,
    ArchiefKop,
    Archiefvormer,
    Beperking,
    BeperkingKeuze,
    BeperkingRegel,
    Bevriezing,
    Bron,
    Contact,
    Functionaris,
    Hotspot,
    Uitsluiting,
    WaarderingKeuze,
    WaarderingRegel,
)
from depotklaar.profiles.delivery_checks import delivery_faults
from depotklaar.profiles.document import read_document
from depotklaar.profiles.fault import refuse

SCHEMA = "aanlevering-1"

_DATES = ("van", "tot", "datum", "geexporteerd_op", "begin", "begin_termijn", "beperkt_tot")
_CHOICES = ("gesprek", "deelnemer", "houder", "functie", "trefwoord")
_CONDITIONS = ("gesprek", "deelnemer", "houder", "functie", "van", "tot")

Table = Mapping[str, Any]


def read_delivery(path: Path) -> Aanlevering:
    """Read and check a delivery file. Its sources are sought relative to the folder where it lies.

    ProfileError holds every fault: against the schema, and what a schema cannot say (sources that are not there,
    periods that end before they begin, two organisations for one day).
    """
    document = read_document(path, SCHEMA)
    broken = [fault.path for fault in document.faults]
    meaning = [fault for fault in delivery_faults(document.data, path.parent) if not _spoken_for(fault.path, broken)]
    refuse(document.file, document.sorted([*document.faults, *meaning]))
    return _aanlevering(document.data, str(path.parent))


def _spoken_for(path: Sequence[str | int], broken: Sequence[Sequence[str | int]]) -> bool:
    return any(tuple(path[: len(fault)]) == tuple(fault) for fault in broken)


def _aanlevering(data: Table, folder: str) -> Aanlevering:
    head = data["aanlevering"]
    formers = data["archiefvormer"]
    return Aanlevering(
        folder=folder,
        id=head["id"],
        titel=head["titel"],
        soort=head["soort"],
        profiel=head["profiel"],
        doellocatie=head["doellocatie"],
        bijzonderheden=head.get("bijzonderheden"),
        archiefvormers=tuple(
            Archiefvormer(**_values(part)) for part in (formers if isinstance(formers, list) else [formers])
        ),
        contact=Contact(**_values(data["contact"])),
        archief=ArchiefKop(**_values(data["archief"])),
        waardering=_waardering(data["waardering"]),
        beperking_gebruik=_beperking(data["beperking_gebruik"]),
        periode=AanleverPeriode(**_values(data.get("periode", {}))),
        bronnen=tuple(Bron(**_values(part)) for part in data["bron"]),
        functionarissen=tuple(Functionaris(**_values(part)) for part in data.get("functionaris", ())),
        uitsluitingen=tuple(Uitsluiting(**_values(part)) for part in data.get("uitsluiting", ())),
        hotspots=tuple(Hotspot(**_conditional(part)) for part in data.get("hotspot", ())),
        bevriezingen=tuple(Bevriezing(**_conditional(part)) for part in data.get("bevriezing", ())),
    )


def _waardering(table: Table) -> WaarderingKeuze:
    regels = tuple(WaarderingRegel(**_conditional(part)) for part in table.get("regel", ()))
    return WaarderingKeuze(**_values(_without_rules(table)), regels=regels)


def _beperking(table: Table) -> BeperkingKeuze:
    regels = tuple(_restriction_rule(_conditional(part)) for part in table.get("regel", ()))
    return BeperkingKeuze(**_values(_without_rules(table)), regels=regels)


def _restriction_rule(values: dict[str, Any]) -> BeperkingRegel:
    own = {key: values.pop(key) for key in (*_CONDITIONS, "naast", "naam") if key in values}
    end = values.pop("beperkt_tot", None)
    return BeperkingRegel(**own, beperking=Beperking(**values, tot=end))


def _without_rules(table: Table) -> Table:
    return {key: value for key, value in table.items() if key != "regel"}


def _conditional(table: Table) -> dict[str, Any]:
    """The values of a table with conditions, of which each choice is one text or a list of them."""
    values = _values(table)
    return values | {key: (values[key],) for key in _CHOICES if isinstance(values.get(key), str)}


def _values(table: Table) -> dict[str, Any]:
    return {key: _value(key, value) for key, value in table.items()}


def _value(key: str, value: Any) -> Any:
    if key in _DATES:
        return dt.date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
