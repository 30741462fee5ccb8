"""The report for machines: JSON by our own schema, verdict first. Source: `schemas/report-1.0.schema.json`."""

import json
from dataclasses import asdict
from typing import Any, BinaryIO

from depotklaar.language import Language, Text
from depotklaar.model.finding import Finding
from depotklaar.model.report import Balance, Decisions, Report
from depotklaar.reports.interface import weights

NAME = "json"
EXTENSION = ".json"
TITLE = Text("JSON, voor verwerking door programma's", "JSON, for programs")
SCHEMA = "depotklaar-report-1.0"


def write(report: Report, language: Language, out: BinaryIO) -> None:
    """Write one JSON object as UTF-8 with a line end; messages and remedies are in `language`."""
    text = json.dumps(as_document(report, language), ensure_ascii=False, indent=2)
    out.write(text.encode("utf-8", "backslashreplace") + b"\n")


def as_document(report: Report, language: Language) -> dict[str, Any]:
    """Return the report as plain dictionaries and lists, in the order of the schema."""
    counted = weights(report)
    return {
        "schema": SCHEMA,
        "language": language,
        "summary": {
            "accepted": report.accepted,
            "subject": report.subject,
            **{f"{severity.value}s": count for severity, count in counted.items()},
            **({} if report.fail_on == "error" else {"fail_on": report.fail_on}),
        },
        "created_at": report.created_at,
        "profile": {"name": report.profile, "sha256": report.profile_sha256},
        "tools": [{"name": x.name, "version": x.version, "signatures": x.signatures} for x in report.tools],
        "stages": [{"name": x.name, "ran": x.ran, "skipped_because": x.skipped_because} for x in report.stages],
        "counts": dict(report.counts),
        "facts": dict(report.facts),
        "totals": dict(report.totals),
        "balances": [as_balance(balance) for balance in report.balances],
        **({} if report.decisions is None else {"decisions": as_decisions(report.decisions)}),
        "findings": [_finding(finding, language) for finding in report.findings],
    }


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "rule": finding.kind.id,
        "severity": finding.severity.value,
        "level": finding.kind.level.value,
        "clause": finding.kind.clause,
        "path": finding.place.path,
        "element": finding.place.element,
        "line": finding.place.line,
        "message": finding.sentence(language),
        "remedy": finding.remedy(language),
    }


def as_decisions(decisions: Decisions) -> dict[str, Any]:
    """The counted decisions under the names of the noun's own fields."""
    return asdict(decisions)


def as_balance(balance: Balance) -> dict[str, Any]:
    """Return the account of one conversation as a plain dictionary."""
    return {
        "conversation": balance.conversation,
        "display": balance.display,
        "closes": balance.closes,
        "messages_in": balance.messages_in,
        "messages_packaged": balance.messages_packaged,
        "messages_left_out": dict(balance.messages_left_out),
        "attachments_in": balance.attachments_in,
        "attachments_packaged": balance.attachments_packaged,
        "attachments_left_out": dict(balance.attachments_left_out),
        "attachments_absent": dict(balance.attachments_absent),
        "originals": [{"name": name, "sha256": value} for name, value in balance.originals],
    }
