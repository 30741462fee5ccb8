"""The corpus laid out for any tool: every package on disk, with a manifest that says what must be found in it."""

import json
import os
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depotklaar import resources
from depotklaar.errors import Problem, WriteError
from depotklaar.jobs.corpus.building import build_case
from depotklaar.jobs.corpus.case import IGNORABLE, JUDGED_AT, CorpusCase
from depotklaar.language import Text
from depotklaar.storage.reasons import with_reason

SCHEMA = "depotklaar-corpus-1"
MANIFEST = "manifest.json"
LICENCE = "EUPL-1.2"
_CASES = "cases"
_PROFILES = "profiles"
_EXISTS = Text("bestaat al en wordt niet overschreven", "exists already and is not overwritten")
_ELSEWHERE = Text("Kies een andere map.", "Choose another folder.")
_UNWRITABLE = Text("het corpus is niet te schrijven: {reason}", "the corpus cannot be written: {reason}")
_CHECK = Text("Controleer de map, de rechten en de ruimte.", "Check the folder, the permissions and the room.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """A case on disk: absolute paths; `pakbon` is None without one; `profile` is a name, or the path of a file."""

    case: CorpusCase
    package: Path
    pakbon: Path | None
    profile: str


def lay_out(corpus: Path, cases: Sequence[CorpusCase], out: Path) -> tuple[LaidOut, ...]:
    """Write the packages of the cases, their profiles and `manifest.json` in a new folder, that appears whole or not.

    The same corpus gives the same bytes. WriteError when `out` is there already or cannot be written; SourceError when
    a case cannot be made.
    """
    if os.path.lexists(out):
        raise WriteError(Problem(place=str(out), text=_EXISTS, hint=_ELSEWHERE))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as aside:
            place = Path(aside, "corpus")
            place.mkdir()
            found = [_lay_case(corpus, case, place) for case in cases]
            (place / MANIFEST).write_bytes(_as_json(_manifest(found, place)))
            place.rename(out)
    except OSError as error:
        raise WriteError(Problem(place=str(out), text=with_reason(_UNWRITABLE, error), hint=_CHECK)) from error
    return tuple(_moved(one, place, out.resolve()) for one in found)


def _lay_case(corpus: Path, case: CorpusCase, place: Path) -> LaidOut:
    folder = place / _CASES / case.id
    folder.mkdir(parents=True)
    built = build_case(corpus, case, folder)
    profile = case.profile
    if case.wishes:
        path = place / _PROFILES / f"{case.id.replace('/', '.')}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(profile_text(case.profile, case.wishes))
        profile = str(path)
    return LaidOut(case=case, package=built.package, pakbon=built.pakbon, profile=profile)


def _moved(one: LaidOut, old: Path, new: Path) -> LaidOut:
    return LaidOut(
        case=one.case,
        package=new / one.package.relative_to(old),
        pakbon=new / one.pakbon.relative_to(old) if one.pakbon is not None else None,
        profile=str(new / Path(one.profile).relative_to(old)) if one.case.wishes else one.profile,
    )


def _manifest(found: Sequence[LaidOut], place: Path) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "licence": LICENCE,
        "judged_at": JUDGED_AT,
        "ignorable": list(IGNORABLE),
        "cases": [_entry(one, place) for one in found],
    }


def _entry(one: LaidOut, place: Path) -> dict[str, Any]:
    case = one.case
    return {
        "id": case.id,
        "rule": case.rule,
        "clause": case.clause,
        "title": case.title,
        "package": one.package.relative_to(place).as_posix(),
        "pakbon": one.pakbon.relative_to(place).as_posix() if one.pakbon is not None else None,
        "profile": Path(one.profile).relative_to(place).as_posix() if case.wishes else case.profile,
        "form": case.recipe.get("form", "folder"),
        "kind": case.recipe.get("kind", "bare"),
        "expected": {
            "verdict": "accepted" if case.accepted else "rejected",
            "findings": [{"rule": x.rule, "path": x.path} for x in case.expected],
        },
    }


def _as_json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def profile_text(name: str, wishes: Mapping[str, Any]) -> bytes:
    """The TOML of a profile that comes along, with some settings put otherwise. ToolError for an unknown name."""
    data = tomllib.loads(resources.read_profile(name).decode("utf-8"))
    return "\n".join([*_toml_lines(_merged(data, wishes), ()), ""]).encode("utf-8")


def _merged(data: Mapping[str, Any], wishes: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(data)
    for key, value in wishes.items():
        both = isinstance(value, dict) and isinstance(data.get(key), dict)
        merged[key] = _merged(data[key], value) if both else value
    return merged


def _toml_lines(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    if path:
        yield f"[{'.'.join(map(json.dumps, path))}]"
    for key, value in table.items():
        if not isinstance(value, dict):
            yield f"{json.dumps(key)} = {json.dumps(value, ensure_ascii=False)}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _toml_lines(value, (*path, key))
