"""Arguments that several commands take alike, and the two things that only a face may read: clock and processors."""

import argparse
import dataclasses
import datetime as dt
import os
from pathlib import Path

from depotklaar.cli.help import Parser
from depotklaar.errors import Problem, UsageError
from depotklaar.language import Text
from depotklaar.storage.tree import Limits

DELIVERYS_PROFILE = Text(
    "profiel van de ontvanger: een naam of een pad (standaard: dat van het aanleverbestand)",
    "profile of the receiver: a name or a path (default: that of the delivery file)",
)
_JOBS = Text("aantal processen (standaard: alle processors)", "number of processes (default: all processors)")
_NOW = Text(
    "het moment dat als nu geldt, ISO 8601 met tijdzone, voor een herhaalbare uitkomst (standaard: de klok)",
    "the moment that counts as now, ISO 8601 with zone, for a repeatable outcome (default: the clock)",
)
_QUIET = Text("geen voortgang tonen", "show no progress")
_ZONE = Text(
    "tijdzone van de telefoon bij het exporteren, bijvoorbeeld Europe/Amsterdam",
    "time zone of the phone at the export, for instance Europe/Amsterdam",
)
_ORDER = Text(
    "volgorde van dag (d), maand (m) en jaar (y), alleen waar het bestand die niet zelf laat zien",
    "order of day (d), month (m) and year (y), only where the file does not show it itself",
)
_DEFAULT = Text(" (standaard: {default})", " (default: {default})")
_LIMITS = {
    "entries": Text("grootste aantal bestanden in een zip of tar", "most files in a zip or tar"),
    "entry_size": Text("grootste omvang van één bestand daarin, in bytes", "most bytes of one file in it"),
    "total_size": Text("grootste omvang na uitpakken, in bytes", "most bytes after unpacking"),
    "ratio": Text("hoeveel keer iets groter mag worden bij uitpakken", "most times larger when unpacked"),
    "name_length": Text("grootste lengte van een naam, in tekens", "longest name in characters"),
    "depth": Text("grootste diepte van mappen", "most folders deep"),
}


def path(text: str) -> Path:
    """Return a path that was asked for. ValueError for the empty one, that would mean the current folder unasked."""
    if not text:
        raise ValueError(text)
    return Path(text)


def take_quiet(parser: Parser) -> None:
    """Declare `--quiet`."""
    parser.take("--quiet", action="store_true", help=_QUIET)


def take_profile(parser: Parser, help: Text = DELIVERYS_PROFILE) -> None:
    """Declare `--profile`; None is what the help calls the default."""
    parser.take("--profile", metavar="P", help=help)


def take_jobs(parser: Parser) -> None:
    """Declare `--jobs`; read it with `jobs_of`."""
    parser.take("--jobs", type=int, metavar="N", help=_JOBS)


def take_now(parser: Parser) -> None:
    """Declare `--now`; read it with `moment_of`."""
    parser.take("--now", metavar="ISO", help=_NOW)


def take_clues(parser: Parser) -> None:
    """Declare `--tijdzone` and `--datumvolgorde`: what a text export cannot say itself."""
    parser.take("--tijdzone", metavar="ZONE", help=_ZONE)
    parser.take("--datumvolgorde", choices=("dmy", "mdy", "ymd"), help=_ORDER)


def take_limits(parser: Parser) -> None:
    """Declare how much a zip or tar may hold; read them with `limits_of`."""
    for field in dataclasses.fields(Limits):
        option = f"--max-{field.name.replace('_', '-')}"
        limit, default = _LIMITS[field.name], _DEFAULT.fill(default=field.default)
        text = Text(limit.nl + default.nl, limit.en + default.en)
        parser.take(option, type=int, metavar="N", default=field.default, help=text)


def limits_of(arguments: argparse.Namespace) -> Limits:
    """Return the limits that were asked for. UsageError names every one below 1."""
    asked = {field.name: getattr(arguments, f"max_{field.name}") for field in dataclasses.fields(Limits)}
    problems = [
        Problem(
            place=f"--max-{name.replace('_', '-')}",
            text=Text(f"{value} is niet mogelijk", f"{value} is impossible"),
            hint=Text("Geef 1 of meer.", "Give 1 or more."),
        )
        for name, value in asked.items()
        if value < 1
    ]
    if problems:
        raise UsageError(problems)
    return Limits(**asked)


def take_sources(parser: Parser, *names: str, help: Text, **options: object) -> None:
    """Declare one or more paths."""
    parser.take(*names, nargs="+", type=path, help=help, **options)


def jobs_of(asked: int | None) -> int:
    """Return how many processes to use: as asked, or as many as this process may run on. At least 1."""
    if asked is None:
        affinity = getattr(os, "sched_getaffinity", None)
        return max(1, len(affinity(0)) if affinity else os.cpu_count() or 1)
    if asked < 1:
        text = Text(f"{asked} is niet mogelijk", f"{asked} is impossible")
        raise UsageError(Problem(place="--jobs", text=text, hint=Text("Geef 1 of meer.", "Give 1 or more.")))
    return asked


def moment_of(asked: str | None) -> str:
    """Return the moment that counts as now as `2026-05-01T10:00:00Z`; without one asked for, the clock's.

    UsageError when what was asked for is no ISO 8601 moment with a zone.
    """
    if asked is None:
        return _as_utc(dt.datetime.now(dt.UTC))
    try:
        moment = dt.datetime.fromisoformat(asked)
        if moment.tzinfo is not None:
            return _as_utc(moment)
    except (ValueError, OverflowError):
        pass
    text = Text(f"{asked!r} is geen moment met tijdzone", f"{asked!r} is no moment with a time zone")
    hint = Text("Schrijf het als 2026-05-01T10:00:00+02:00.", "Write it as 2026-05-01T10:00:00+02:00.")
    raise UsageError(Problem(place="--now", text=text, hint=hint))


def _as_utc(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
