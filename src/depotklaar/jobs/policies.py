"""Format policies: named, and made from the tables in which others publish them."""

import dataclasses
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from depotklaar.errors import Problem, ProfileError, SourceError, UsageError
from depotklaar.importers.lists.interface import bytes_of, list_name
from depotklaar.importers.policies.interface import PolicyImporter, PolicyOptions, column_key
from depotklaar.language import Text
from depotklaar.model.policy import FormatPolicy
from depotklaar.profiles.document import document_of
from depotklaar.profiles.fault import quoted, refuse
from depotklaar.profiles.policies import POLICY_SCHEMA, read_policy
from depotklaar.profiles.policy_draft import policy_text
from depotklaar.resources import policy_names
from depotklaar.standards.tables.reading import table_of
from depotklaar.standards.tables.table import Table
from depotklaar.standards.tables.xlsx_table import read_xlsx
from depotklaar.storage.apart import keep_apart
from depotklaar.storage.guard import printable
from depotklaar.storage.staging import Staging

_ZIP = b"PK\x03\x04"
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ORIGIN = "{file} (sha256 {digest}), ingelezen op {day}"
_IMPORTED = "ingelezen op {day}"

_NOT_KNOWN = Text(
    "geen importer van formatenlijsten herkent deze tabel (bekend zijn: {names})",
    "no importer of format policies recognises this table (known are: {names})",
)
_CHOOSE = Text(
    "Kijk in docs/formaten.md welke kolommen een lijst moet hebben, of kies er een met --importer.",
    "See docs/formaten.md for the columns of a list, or choose an importer with --importer.",
)
_NO_IMPORTER = Text("er is geen importer {name}", "there is no importer {name}")
_KNOWN = Text("Bekend zijn: {names}.", "Known are: {names}.")
_NO_ROWS = Text("er staat geen enkel formaat in", "there is not one format in it")
_RIGHT_FILE = Text("Controleer of dit het juiste bestand is.", "Check whether this is the right file.")
_IMPOSSIBLE = Text("de lijst is niet als TOML te schrijven", "the list cannot be written as TOML")
_SPOILT = Text("Verwijder tekens die geen tekst zijn uit de bron.", "Remove characters that are no text.")
_MOST_PROBLEMS = 100
_MORE = Text("nog {count} fouten", "{count} more faults")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPolicy:
    """A policy that was written: where, and what is in it (its `sha256` is that of the source)."""

    path: Path
    policy: FormatPolicy


def every_policy() -> list[FormatPolicy]:
    """The policies that come along, by name."""
    return [read_policy(name) for name in policy_names()]


def import_policy(
    source: Path,
    out: Path,
    importers: Mapping[str, PolicyImporter],
    wanted: str | None,
    options: PolicyOptions,
    *,
    now: str,
    replace: bool = False,
) -> WrittenPolicy:
    """Write the policy in a workbook or CSV as `<name>.toml` in `out`, with file name, SHA-256 and day as its origin.

    `now` is an ISO 8601 moment. SourceError holds every fault of the source, UsageError when there is no importer of
    that name, WriteError when the file is there already (without `replace`) or the disk refuses.
    """
    keep_apart(out, [source])
    raw = bytes_of(source)
    try:
        importer, table = _recognised(source, raw, importers, wanted)
    except ProfileError as error:
        raise SourceError(error.problems) from error
    rows, problems = importer.read_rows(table)
    _refuse(source, [*problems] if rows else [Problem(place=source.name, text=_NO_ROWS, hint=_RIGHT_FILE)])
    digest, day = hashlib.sha256(raw).hexdigest(), now[:10]
    year = _YEAR.search(source.name)
    policy = FormatPolicy(
        name=options.name or list_name(options.title or source.stem),
        title=options.title or importer.LIST_TITLE,
        source=_ORIGIN.format(file=printable(source.name), digest=digest, day=day),
        version=options.version or (year.group() if year else _IMPORTED.format(day=day)),
        manager=options.manager or importer.MANAGER,
        rows=rows,
        sha256=digest,
        date=options.date,
        refuses=importer.REFUSES,
    )
    text, name = _text(source, policy), f"{policy.name}.toml"
    with Staging.open(out, "formats", replace=replace, targets=[name]) as staging:
        (staging.path / name).write_text(text, encoding="utf-8", newline="\n")
        staging.commit([(staging.path / name, out / name)])
    return WrittenPolicy(path=out / name, policy=policy)


def _recognised(
    source: Path, raw: bytes, importers: Mapping[str, PolicyImporter], wanted: str | None
) -> tuple[PolicyImporter, Table]:
    """The importer that was asked for, or the first that knows the columns, and the table for it."""
    names = ", ".join(importers)
    if wanted is not None and wanted not in importers:
        text = _NO_IMPORTER.fill(name=quoted(wanted))
        raise UsageError(Problem(place="--importer", text=text, hint=_KNOWN.fill(names=names)))
    for importer in [importers[wanted]] if wanted is not None else importers.values():
        table = _table(source, raw, importer)
        if table is not None and importer.recognises([column_key(column) for column in table.columns]):
            return importer, table
    raise SourceError(Problem(place=printable(str(source)), text=_NOT_KNOWN.fill(names=names), hint=_CHOOSE))


def _table(source: Path, raw: bytes, importer: PolicyImporter) -> Table | None:
    """The sheet that an importer wants, else the first; None when a workbook lacks it and its first is no table."""
    if importer.SHEET is not None and raw.startswith(_ZIP):
        try:
            return read_xlsx(raw, source.name, importer.SHEET)
        except ProfileError:
            pass
    return table_of(raw, source.name)


def _refuse(source: Path, problems: list[Problem]) -> None:
    if len(problems) > _MOST_PROBLEMS:
        more = _MORE.fill(count=len(problems) - _MOST_PROBLEMS)
        problems = [*problems[:_MOST_PROBLEMS], Problem(place=source.name, text=more, hint=_RIGHT_FILE)]
    if problems:
        raise SourceError(problems)


def _text(source: Path, policy: FormatPolicy) -> str:
    """The policy as TOML that reads back without faults; SourceError tells what in the source is against that."""
    place = printable(str(source))
    try:
        text = policy_text(policy)
    except ValueError as error:
        raise SourceError(Problem(place=place, text=_IMPOSSIBLE, hint=_SPOILT)) from error
    try:
        document = document_of(text.encode("utf-8"), f"{policy.name}.toml", POLICY_SCHEMA)
        refuse(document.file, document.faults)
    except ProfileError as error:
        raise SourceError(
            [dataclasses.replace(problem, place=f"{place}: {problem.place}") for problem in error.problems]
        ) from error
    return text
