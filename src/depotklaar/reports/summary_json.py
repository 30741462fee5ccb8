"""`samenvatting.json`: the summary of a shelf for machines. Source: `schemas/summary-1.0.schema.json`."""

import json
from typing import Any, BinaryIO

from depotklaar.language import Language
from depotklaar.model.batch import OUTCOMES, Entry, Summary

NAME = "json"
SCHEMA = "depotklaar-summary-1.0"


def write_summary(summary: Summary, language: Language, out: BinaryIO) -> None:
    """Write one JSON object with a line for each package; `problem` is in `language`."""
    head = {
        "schema": SCHEMA,
        "language": language,
        "accepted": summary.accepted,
        "exit_code": summary.code,
        "fail_on": summary.fail_on,
        "outcomes": {outcome: summary.outcomes.get(outcome, 0) for outcome in OUTCOMES},
        "created_at": summary.created_at,
        "profile": {"name": summary.profile, "sha256": summary.profile_sha256},
        "software": summary.software,
        "rules": dict(summary.rules),
    }
    out.write(_encoded(head, indent=2).removesuffix(b"\n}") + b',\n  "packages": [')
    separator = b"\n    "
    for entry in summary.entries:
        out.write(separator + _encoded(_package(entry)))
        separator = b",\n    "
    out.write(b"\n  ]\n}\n")


def _encoded(value: object, indent: int | None = None) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace")


def _package(entry: Entry) -> dict[str, Any]:
    return {
        "package": entry.package,
        "outcome": entry.outcome,
        "exit_code": 1 if entry.outcome == "rejected" else entry.code,
        "errors": entry.errors,
        "warnings": entry.warnings,
        "infos": entry.infos,
        "files": entry.files,
        "bytes": entry.size,
        "rules": dict(entry.totals),
        "problem": entry.problem,
        "judged_at": entry.judged_at,
        "report": entry.report,
        "report_sha256": entry.report_sha256,
        "page": entry.page,
    }
