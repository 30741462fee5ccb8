"""Reads format policies, with every fault in them told at once."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from depotklaar import resources
from depotklaar.model.policy import FormatPolicy, PolicyRow
from depotklaar.profiles.fault import refuse
from depotklaar.profiles.named import named_document

POLICY_SCHEMA = "formaten-1"


def read_policy(name_or_path: str, base: Path | None = None) -> FormatPolicy:
    """Read a policy that comes along, or one of the user's, seen from `base`. ProfileError holds every fault."""
    document = named_document(name_or_path, base, POLICY_SCHEMA, resources.policy_names(), resources.read_policy)
    refuse(document.file, document.sorted(document.faults))
    return policy_of(document.data, document.sha256)


def policy_of(data: Mapping[str, Any], sha256: str) -> FormatPolicy:
    """Make the noun of plain values without faults; `sha256` is that of the file they came from."""
    head = data["formatenlijst"]
    day = head.get("datum")
    return FormatPolicy(
        name=head["naam"],
        title=head["titel"],
        source=head["bron"],
        version=head["versie"],
        manager=head["beheerder"],
        rows=tuple(_row(row) for row in data["formaat"]),
        sha256=sha256,
        date=None if day is None else dt.date.fromisoformat(day),
        refuses=head.get("overige", "ontraden") == "geweigerd",
        remark=head.get("opmerking"),
    )


def _row(row: Mapping[str, Any]) -> PolicyRow:
    return PolicyRow(
        informatiesoort=row["informatiesoort"],
        naam=row["naam"],
        status=row.get("status"),
        puids=tuple(row.get("puids", ())),
        extensies=tuple(row.get("extensies", ())),
        versie=row.get("versie"),
        opmerking=row.get("opmerking"),
    )
