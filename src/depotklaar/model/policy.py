"""A format policy: which formats somebody prefers, accepts or neither, as a list that was published."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Status = Literal["voorkeur", "acceptabel"]
Standing = Literal["preferred", "acceptable", "other"]

_STANDINGS: dict[Status | None, Standing] = {"voorkeur": "preferred", "acceptabel": "acceptable", None: "other"}
_ORDER: tuple[Standing, ...] = ("preferred", "acceptable", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRow:
    """One format on the list. `puids` is empty when the list names none; `extensies` are in lower case, without dot.

    `informatiesoort` is the list's own word for the kind of information, `versie` its word for version or profile.
    `status` None: the list names the format and gives no verdict.
    """

    informatiesoort: str
    naam: str
    status: Status | None = None
    puids: tuple[str, ...] = ()
    extensies: tuple[str, ...] = ()
    versie: str | None = None
    opmerking: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatPolicy:
    """A list of formats with its origin; `sha256` is that of the file. `date` is that of the list, None when unknown.

    `refuses` says that whoever made the list refuses what is not on it, and does not merely advise against it.
    """

    name: str
    title: str
    source: str
    version: str
    manager: str
    rows: tuple[PolicyRow, ...]
    sha256: str
    date: dt.date | None = None
    refuses: bool = False
    remark: str | None = None

    def status_of(self, puid: str, extension: str) -> Standing:
        """How a file stands by its PUID, else by its extension (without dot) in a row that names no PUID.

        A format in several rows has the best of them. Source of that order: Noord-Hollands Archief, GreenListHandler.
        """
        rows = [row for row in self.rows if puid in row.puids]
        if not rows:
            plain = extension.lower()
            rows = [row for row in self.rows if not row.puids and plain in row.extensies]
        return min((_STANDINGS[row.status] for row in rows), key=_ORDER.index, default="other")
