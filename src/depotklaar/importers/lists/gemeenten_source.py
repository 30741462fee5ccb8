"""The two JSON files of the municipal list, found in a folder or given, and held against what they must say."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depotklaar.errors import Problem, SourceError
from depotklaar.importers.lists.interface import bytes_of, hash_of, one_line, place_in, refuse, text_of
from depotklaar.language import Text
from depotklaar.model.duration import parse_duration

_PROCESS = {"url": str, "nummer": int, "jaar": int, "naam": str}
_RESULT = dict.fromkeys(
    (
        "procesType",
        "volledigNummer",
        "naam",
        "omschrijving",
        "herkomst",
        "waardering",
        "procestermijn",
        "procestermijnWeergave",
        "toelichting",
        "procestermijnOpmerking",
    ),
    str,
)
_LONGEST = {"toelichting": 2500, "herkomst": 400, "procestermijnWeergave": 150, "procestermijnOpmerking": 90}
_VALUES = ("blijvend_bewaren", "vernietigen", "")
_TERMS = (
    "nihil",
    "bestaansduur_procesobject",
    "ingeschatte_bestaansduur_procesobject",
    "vast_te_leggen_datum",
    "samengevoegd_met_bewaartermijn",
    "",
)
_CODE = re.compile(r"\d{1,4}(?:\.\d{1,4}){1,4}")
_MOST_FILES = 50

_NO_PAIR = Text(
    "hier horen één bestand met procestypen en één met resultaten bij elkaar",
    "one file of procestypen and one of resultaten belong together here",
)
_MISSING = {
    "resultaten": Text(
        "dit zijn de resultaten; het bestand met procestypen ontbreekt (procestypen.json)",
        "these are the resultaten; the file of procestypen is missing (procestypen.json)",
    ),
    "procestypen": Text(
        "dit zijn de procestypen; het bestand met resultaten ontbreekt (resultaten.json)",
        "these are the procestypen; the file of resultaten is missing (resultaten.json)",
    ),
}
_GIVE_PAIR = Text("Geef beide JSON-bestanden, of de map waarin ze staan.", "Give both JSON files, or their folder.")
_NO_JSON = Text("is geen JSON met een lijst", "is no JSON with a list")
_RIGHT_FILE = Text("Controleer of dit het juiste bestand is.", "Check whether this is the right file.")
_WRONG = Text("hier hoort {wanted}", "this must be {wanted}")
_CHECK = Text("Verbeter dit veld in de bron.", "Correct this field in the source.")
_TEXT, _NUMBER = Text("een tekst", "a text"), Text("een getal", "a number")
_CODE_WANTED = Text("een nummer zoals 4.1.7", "a number such as 4.1.7")
_TERM_WANTED = Text("een duur zoals P10Y", "a duration such as P10Y")
_KNOWN_PROCESS = Text("de url van een procestype", "the url of a procestype")
_NO_TERM = Text("geen termijn, want dit wordt niet vernietigd", "no term, as this is not destroyed")
_SHORTER = Text("een tekst van ten hoogste {most} tekens", "a text of at most {most} characters")
_ONCE = Text("een nummer dat maar één keer voorkomt", "a number that occurs once")
_ROWS = Text("ten minste één onderdeel", "at least one item")
_ONE_YEAR = Text("één jaar voor alle procestypen", "one year for all procestypen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Procestype:
    """A chapter of the list: its name, the year of the list, and how it is headed."""

    name: str
    year: int
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The list as it was found, every field of the shape that it must have. `processes` are by their url."""

    processes: Mapping[str, Procestype]
    results: Sequence[Mapping[str, Any]]
    sha256: str


def is_source(sources: Sequence[Path]) -> bool:
    """Whether these are the two files, a folder with them, or one of them. SourceError when one cannot be read."""
    kinds = [kind for kind, _, _ in _files(sources)]
    return 0 < len(kinds) == len(set(kinds))


def open_source(sources: Sequence[Path]) -> Source:
    """Read the two files. SourceError holds every fault in them."""
    found = _files(sources)
    by_kind = {kind: (path, raw) for kind, path, raw in found}
    if len(found) == 1:
        ((kind, path, _),) = found
        raise SourceError(Problem(place=place_in(path), text=_MISSING[kind], hint=_GIVE_PAIR))
    if len(found) != 2 or len(by_kind) != 2:
        raise SourceError(Problem(place=place_in(sources[0]), text=_NO_PAIR, hint=_GIVE_PAIR))
    (first, first_raw), (second, second_raw) = by_kind["procestypen"], by_kind["resultaten"]
    processes, results = _array(first, first_raw), _array(second, second_raw)
    refuse([*_process_faults(first, processes), *_result_faults(second, results, processes)])
    return Source(
        processes={row["url"]: _process(row) for row in processes},
        results=results,
        sha256=hash_of(first_raw, second_raw),
    )


def _process(row: Mapping[str, Any]) -> Procestype:
    name = one_line(row["naam"])
    return Procestype(name=name, year=row["jaar"], heading=f"{row['nummer']} {name}")


def _files(sources: Sequence[Path]) -> list[tuple[str, Path, bytes]]:
    """The files of the list among the sources, each with its kind, told by what is in it."""
    paths = [
        path
        for source in sources
        for path in (sorted(source.glob("*.json"))[:_MOST_FILES] if source.is_dir() else [source])
    ]
    found = []
    for path in paths:
        raw = bytes_of(path)
        kind = _kind(raw)
        if kind is not None:
            found.append((kind, path, raw))
    return found


def _kind(raw: bytes) -> str | None:
    start = raw[:4096]
    if b'"volledigNummer"' in start and b'"procesType"' in start:
        return "resultaten"
    return "procestypen" if b'"procesobject"' in start and b'"jaar"' in start else None


def _array(path: Path, raw: bytes) -> list[Any]:
    try:
        data = json.loads(text_of(path, raw))
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, list):
        raise SourceError(Problem(place=place_in(path), text=_NO_JSON, hint=_RIGHT_FILE))
    return data


def _process_faults(path: Path, rows: list[Any]) -> Iterator[Problem]:
    for number, row in enumerate(rows, start=1):
        for key, kind in _PROCESS.items():
            if not isinstance(row, dict) or type(row.get(key)) is not kind:
                yield _wrong(path, number, key, _TEXT if kind is str else _NUMBER)
    years = {str(row.get("jaar")) for row in rows if isinstance(row, dict)}
    if len(years) > 1:
        yield _wrong(path, 1, "jaar", _ONE_YEAR)
    if not rows:
        yield _wrong(path, 1, "url", _ROWS)


def _result_faults(path: Path, rows: list[Any], processes: list[Any]) -> Iterator[Problem]:
    known = {row.get("url") for row in processes if isinstance(row, dict) and isinstance(row.get("url"), str)}
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        shape = [key for key in _RESULT if not isinstance(row, dict) or not isinstance(row.get(key), str)]
        for key in shape:
            yield _wrong(path, number, key, _TEXT)
        if shape:
            continue
        for key, wanted in _value_faults(row, known):
            yield _wrong(path, number, key, wanted)
        if row["volledigNummer"] in seen:
            yield _wrong(path, number, "volledigNummer", _ONCE)
        seen.add(row["volledigNummer"])
    if not rows:
        yield _wrong(path, 1, "volledigNummer", _ROWS)


def _value_faults(row: Mapping[str, Any], known: set[object]) -> Iterator[tuple[str, Text]]:
    if row["procesType"] not in known:
        yield "procesType", _KNOWN_PROCESS
    if not _CODE.fullmatch(row["volledigNummer"]):
        yield "volledigNummer", _CODE_WANTED
    for key, allowed in (("waardering", _VALUES), ("procestermijn", _TERMS)):
        if row[key] not in allowed:
            choice = ", ".join(value or '""' for value in allowed)
            yield key, Text(choice, choice)
    if not _is_term(row.get("bewaartermijn")):
        yield "bewaartermijn", _TERM_WANTED
    elif row.get("bewaartermijn") is not None and row["waardering"] in ("blijvend_bewaren", ""):
        yield "bewaartermijn", _NO_TERM
    for key in ("naam", "omschrijving", *_LONGEST):
        if len(row[key]) > (most := _LONGEST.get(key, 300)):
            yield key, _SHORTER.fill(most=most)


def _is_term(term: object) -> bool:
    try:
        return term is None or (isinstance(term, str) and bool(parse_duration(term)))
    except ValueError:
        return False


def _wrong(path: Path, number: int, key: str, wanted: Text) -> Problem:
    place = place_in(path, f"onderdeel {number}", key)
    return Problem(
        place=place, text=Text(_WRONG.nl.format(wanted=wanted.nl), _WRONG.en.format(wanted=wanted.en)), hint=_CHECK
    )
