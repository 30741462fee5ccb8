"""What a schema cannot say about a delivery file: days, places and names that must agree with each other."""

import datetime as dt
import posixpath
import zoneinfo
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from depotklaar.language import Text
from depotklaar.profiles.appraisal_checks import appraisal_faults
from depotklaar.profiles.fault import Fault, KeyPath, nearest, quoted
from depotklaar.profiles.functionaries import shared_marks
from depotklaar.profiles.rows import Data, day_of, rows, text_of

_DOS_NAMES = frozenset(
    ["PRN", "AUX", "NUL", "CON", *(f"{device}{number}" for device in ("COM", "LPT") for number in range(10))]
)
_TWO_LETTERS = {"dut": "nl", "nld": "nl", "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr"}
_DAY = dt.timedelta(days=1)
_PERIODS = (
    "periode",
    "archiefvormer",
    "functionaris",
    "uitsluiting",
    "waardering.regel",
    "beperking_gebruik.regel",
    "hotspot",
    "bevriezing",
)


def delivery_faults(data: Data, folder: Path) -> list[Fault]:
    """Return every fault of meaning. `data` may be of any shape: what has the wrong shape is passed over.

    `folder` is where the delivery file lies. Only names are looked up on disk; no source is opened.
    """
    return [
        *_reserved_id(data),
        *_backward_periods(data),
        *_clashing_formers(data),
        *_uncovered_days(data),
        *_language(data),
        *_unknown_zones(data),
        *_absent_sources(data, folder),
        *_repeated_sources(data),
        *shared_marks(data),
        *_loose_exclusions(data),
        *_backward_places(data),
        *appraisal_faults(data, folder),
    ]


def _reserved_id(data: Data) -> Iterator[Fault]:
    for path, row in rows(data, "aanlevering"):
        name = text_of(row, "id")
        if name is not None and name.split(".")[0].upper() in _DOS_NAMES:
            yield Fault(
                path=(*path, "id"),
                text=Text("{name} is onder Windows geen bestandsnaam.", "{name} is no file name on Windows.").fill(
                    name=quoted(name)
                ),
                hint=Text("Kies een ander kenmerk.", "Choose another id."),
            )


def _backward_periods(data: Data) -> Iterator[Fault]:
    for name in _PERIODS:
        for path, row in rows(data, name):
            first, last = day_of(row.get("van")), day_of(row.get("tot"))
            if first and last and last < first:
                yield Fault(
                    path=(*path, "tot"),
                    text=Text(
                        "De laatste dag ({last}) ligt vóór de eerste ({first}).", "{last} is before {first}."
                    ).fill(last=last, first=first),
                    hint=Text("Verwissel of verbeter van en tot.", "Swap or correct van and tot."),
                )


def _spans(data: Data) -> list[tuple[dt.date, dt.date, KeyPath]]:
    """The periods of the archiefvormers by first day, both days included, the backward ones left out."""
    spans = [
        (day_of(row.get("van")) or dt.date.min, day_of(row.get("tot")) or dt.date.max, path)
        for path, row in rows(data, "archiefvormer")
    ]
    return sorted((span for span in spans if span[0] <= span[1]), key=lambda span: span[:2])


def _clashing_formers(data: Data) -> Iterator[Fault]:
    latest: dt.date | None = None
    for first, last, path in _spans(data):
        if latest is not None and first <= latest:
            yield Fault(
                path=path,
                text=Text(
                    "Deze periode overlapt die van een andere archiefvormer.",
                    "This period overlaps that of another archiefvormer.",
                ),
                hint=Text(
                    "Geef bij elke archiefvormer van en tot, zodat er op elke dag één is.",
                    "Give van and tot for each archiefvormer, so that there is one on each day.",
                ),
            )
        latest = last if latest is None else max(latest, last)


def _uncovered_days(data: Data) -> Iterator[Fault]:
    spans = _spans(data)
    for _, row in rows(data, "periode"):
        first, last = day_of(row.get("van")), day_of(row.get("tot"))
        bare = _first_bare_day(spans, first, last) if first and last and first <= last else None
        if spans and bare:
            yield Fault(
                path=("archiefvormer",),
                text=Text(
                    "Op {day} is er geen archiefvormer, terwijl die dag in [periode] ligt.",
                    "There is no archiefvormer on {day}, which lies in [periode].",
                ).fill(day=bare),
                hint=Text("Pas van en tot aan.", "Change van and tot."),
            )


def _first_bare_day(spans: list[tuple[dt.date, dt.date, KeyPath]], first: dt.date, last: dt.date) -> dt.date | None:
    day = first
    for begin, end, _ in spans:
        if begin <= day <= end:
            if end >= last:
                return None
            day = end + _DAY
    return day


def _language(data: Data) -> Iterator[Fault]:
    for path, row in rows(data, "archief"):
        tag = text_of(row, "taal")
        if tag is not None and tag.split("-")[0] in _TWO_LETTERS:
            yield Fault(
                path=(*path, "taal"),
                text=Text("MDTO wil een taalcode van twee letters.", "MDTO wants a language code of two letters."),
                hint=Text("Schrijf {code}.", "Write {code}.").fill(code=quoted(_TWO_LETTERS[tag.split("-")[0]])),
            )


@cache
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def _unknown_zones(data: Data) -> Iterator[Fault]:
    for path, row in rows(data, "bron"):
        zone = text_of(row, "tijdzone")
        if zone is not None and zone not in _zones():
            near = nearest(zone, _zones()) or "Europe/Amsterdam"
            yield Fault(
                path=(*path, "tijdzone"),
                text=Text("{zone} is geen bekende tijdzone.", "{zone} is no known time zone.").fill(zone=quoted(zone)),
                hint=Text("Bedoelde u {near}?", "Did you mean {near}?").fill(near=quoted(near)),
            )


def _absent_sources(data: Data, folder: Path) -> Iterator[Fault]:
    for path, row in rows(data, "bron"):
        for key in ("pad", "media"):
            name = text_of(row, key)
            if name is not None and "\0" not in name:
                yield from _absent(folder / name, name, (*path, key), must_be_folder=key == "media")


def _absent(place: Path, name: str, path: KeyPath, *, must_be_folder: bool) -> Iterator[Fault]:
    try:
        there = place.is_dir() if must_be_folder else place.exists()
    except OSError:
        there = False
    if not there:
        text = Text("Deze map is er niet: {name}.", "This folder is not there: {name}.")
        if not must_be_folder:
            text = Text("Dit bestand of deze map is er niet: {name}.", "There is no such file or folder: {name}.")
        yield Fault(path=path, text=text.fill(name=quoted(name)), hint=_neighbour(place))


def _neighbour(place: Path) -> Text:
    try:
        near = nearest(place.name, [entry.name for entry in place.parent.iterdir()])
    except OSError:
        near = None
    if near is None:
        return Text(
            "Een pad begint bij de map van dit bestand.", "A path starts at the folder in which this file lies."
        )
    return Text("Er is wel: {near}.", "There is: {near}.").fill(near=quoted(near))


def _repeated_sources(data: Data) -> Iterator[Fault]:
    seen: dict[tuple[str, str | None], int] = {}
    for path, row in rows(data, "bron"):
        name = text_of(row, "pad")
        if name is None:
            continue
        key = (posixpath.normpath(name), text_of(row, "houder"))
        if key in seen:
            yield Fault(
                path=(*path, "pad"),
                text=Text("Deze bron is ook [[bron]] {n}.", "This source is [[bron]] {n} too.").fill(n=seen[key] + 1),
                hint=Text("Laat er één staan.", "Leave one of them."),
            )
        seen.setdefault(key, int(path[1]) if len(path) > 1 else 0)


def _loose_exclusions(data: Data) -> Iterator[Fault]:
    for path, row in rows(data, "uitsluiting"):
        if row.get("ook_in_groepen") is True and "contact" not in row:
            yield Fault(
                path=(*path, "ook_in_groepen"),
                text=Text("Dit kan alleen samen met contact.", "This is only possible together with contact."),
                hint=Text("Voeg contact toe of haal dit weg.", "Add contact or take this away."),
            )


def _backward_places(data: Data) -> Iterator[Fault]:
    for path, row in rows(data, "uitsluiting"):
        first, last = row.get("bericht_van"), row.get("bericht_tot")
        if isinstance(first, int) and isinstance(last, int) and last < first:
            yield Fault(
                path=(*path, "bericht_tot"),
                text=Text("Bericht {last} komt vóór bericht {first}.", "Message {last} is before {first}.").fill(
                    last=last, first=first
                ),
                hint=Text("Verwissel of verbeter bericht_van en bericht_tot.", "Swap or correct the two."),
            )
