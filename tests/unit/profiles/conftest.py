"""A whole delivery as data, a writer that puts it on disk as TOML, and the faults that reading it gives."""

import copy
import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from depotklaar.errors import ProfileError
from depotklaar.profiles.delivery import read_delivery

WHOLE: dict[str, Any] = {
    "schema": "depotklaar-aanlevering-1",
    "aanlevering": {
        "id": "VZN-2026-001",
        "titel": "Chatberichten",
        "soort": "overbrenging",
        "profiel": "nationaal-archief",
        "doellocatie": "2.99.999",
        "bijzonderheden": "Eerste levering.",
    },
    "archiefvormer": [
        {"naam": "Ministerie A", "kenmerk": "m1", "bron": "Register", "tot": dt.date(2022, 6, 30)},
        {"naam": "Ministerie B", "kenmerk": "m1", "bron": "Register", "van": dt.date(2022, 7, 1)},
    ],
    "contact": {"naam": "Afdeling", "email": "informatie@example.nl"},
    "archief": {"naam": "Archief", "kenmerk": "VZN", "omschrijving": "Gesprekken.", "taal": "nl"},
    "waardering": {
        "selectielijst": "voorbeeld-ministerie",
        "categorie": "1.1",
        "actor": "Minister",
        "deel": "Verslagen",
        "bewaartermijn": "P5Y",
        "begin_termijn": dt.date(2022, 1, 1),
        "voorwaarde_vervuld": True,
        "besluiten": "besluiten.csv",
        "einddatum": "1-januari",
        "besloten_door": "A. Archivaris",
        "datum": dt.date(2026, 3, 1),
        "regel": [
            {
                "naam": "Woordvoering",
                "gesprek": ["Woordvoering", "Pers"],
                "deelnemer": "P. de Pers",
                "houder": "J. de Vries",
                "functie": "minister ",
                "van": dt.date(2022, 2, 1),
                "tot": dt.date(2022, 2, 28),
                "selectielijst": "lijst.toml",
                "categorie": "1.2",
                "actor": "Minister",
                "deel": "Overig",
                "bewaartermijn": "P7Y",
                "begin_termijn": dt.date(2022, 3, 1),
                "voorwaarde_vervuld": False,
            },
            {"functie": ["Minister"], "categorie": "1.3"},
        ],
    },
    "beperking_gebruik": {
        "label": "Vertrouwelijk",
        "begrippenlijst": "Eigen lijst 2026",
        "code": "V",
        "nadere_beschrijving": "Uitleg.",
        "besluit": "Besluit 1",
        "grond": "a",
        "tot": dt.date(2050, 1, 1),
        "einddatum": "exact",
        "regel": [
            {
                "naam": "Pers",
                "gesprek": "Pers",
                "deelnemer": ["P. de Pers"],
                "houder": "J. de Vries",
                "functie": "Minister",
                "van": dt.date(2022, 2, 1),
                "tot": dt.date(2022, 2, 28),
                "label": "Vertrouwelijk",
                "naast": True,
                "begrippenlijst": "Eigen lijst 2026",
                "code": "V",
                "nadere_beschrijving": "Uitleg.",
                "besluit": "Besluit 2",
                "grond": "c",
                "looptijd": "P20Y",
                "begin": dt.date(2022, 3, 1),
                "einddatum": "1-januari",
            },
            {"gesprek": "Pers", "label": "Overig", "nadere_beschrijving": "x", "beperkt_tot": dt.date(2060, 1, 1)},
        ],
    },
    "periode": {
        "van": dt.date(2022, 1, 1),
        "tot": dt.date(2022, 12, 31),
        "besloten_door": "A. Bakker",
        "datum": dt.date(2026, 3, 2),
    },
    "bron": [
        {"pad": "kernteam.zip", "houder": "J. de Vries", "tijdzone": "Europe/Amsterdam", "datumvolgorde": "dmy"},
        {
            "pad": "map",
            "importer": "whatsapp",
            "kenmerk": "k",
            "geexporteerd_op": dt.date(2023, 1, 2),
            "media": "map",
        },
    ],
    "functionaris": [
        {
            "naam": "J. de Vries",
            "functie": "Minister",
            "van": dt.date(2022, 1, 10),
            "tot": dt.date(2024, 7, 2),
            "herkend_aan": ["+31600000001", "Jan de Vries"],
        }
    ],
    "uitsluiting": [
        {
            "contact": "+31600000002",
            "gesprek": "Verjaardag",
            "van": dt.date(2022, 3, 1),
            "tot": dt.date(2022, 3, 2),
            "bericht_van": 3,
            "bericht_tot": 8,
            "ook_in_groepen": True,
            "reden": "anders",
            "toelichting": "Geen werk.",
            "besloten_door": "J. de Vries",
            "datum": dt.date(2024, 5, 1),
        }
    ],
    "hotspot": [
        {
            "naam": "Grote storing",
            "lijst": "Hotspotlijst 2022",
            "code": "H1",
            "gesprek": "Storing",
            "deelnemer": "P. de Pers",
            "houder": "J. de Vries",
            "functie": "Minister",
            "van": dt.date(2022, 5, 1),
            "tot": dt.date(2022, 5, 31),
            "trefwoord": ["storing", "uitval"],
        }
    ],
    "bevriezing": [
        {
            "naam": "Verzoek 12",
            "soort": "anders",
            "besloten_door": "A. Archivaris",
            "datum": dt.date(2024, 6, 1),
            "toelichting": "Loopt nog.",
            "gesprek": "Pers",
            "deelnemer": "P. de Pers",
            "houder": "J. de Vries",
            "functie": ["Minister"],
            "van": dt.date(2022, 1, 1),
            "tot": dt.date(2022, 12, 31),
            "trefwoord": "persbericht",
        }
    ],
}


def as_toml(data: dict[str, Any]) -> str:
    return "\n".join(_lines(data, ())) + "\n"


def _lines(table: dict[str, Any], above: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{json.dumps(key)} = {_value(value)}" for key, value in table.items() if not _is_table(value))
    for key, value in table.items():
        if _is_table(value):
            name = ".".join((*above, key))
            for inner in value if isinstance(value, list) else [value]:
                yield f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
                yield from _lines(inner, (*above, key))


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _value(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else json.dumps(value)


@pytest.fixture
def whole() -> dict[str, Any]:
    """A delivery that uses every key and is right."""
    return copy.deepcopy(WHOLE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the delivery lies, with its sources."""
    (tmp_path / "kernteam.zip").write_bytes(b"")
    (tmp_path / "map").mkdir()
    return tmp_path


@pytest.fixture
def written(folder: Path) -> Callable[[dict[str, Any] | str | bytes], Path]:
    """Write a delivery, given as data, text or bytes, and return its path."""

    def write(content: dict[str, Any] | str | bytes) -> Path:
        text = as_toml(content) if isinstance(content, dict) else content
        path = folder / "aanlevering.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def faults(
    written: Callable[[dict[str, Any] | str | bytes], Path],
) -> Callable[[dict[str, Any] | str | bytes], list[str]]:
    """Read a delivery that is wrong: each fault as `place: sentence hint` in Dutch, the file's name left out."""

    def read(content: dict[str, Any] | str | bytes) -> list[str]:
        path = written(content)
        with pytest.raises(ProfileError) as caught:
            read_delivery(path)
        assert caught.value.exit_code == 4
        for problem in caught.value.problems:
            assert problem.text.en and problem.hint.en and problem.hint.nl
            assert "{" not in problem.text.nl + problem.text.en + problem.hint.en
        return [
            f"{p.place}: {p.text.nl} {p.hint.nl}".removeprefix(f"{path}, ").removeprefix(str(path))
            for p in caught.value.problems
        ]

    return read
