"""The words for a format policy and its formats, as the `formats` commands print them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from depotklaar.language import Language, Text, as_count
from depotklaar.model.policy import FormatPolicy, PolicyRow, Standing, Status

NAME = Text("LIJST", "LIST")
LIST = Text(
    "een formatenlijst: een naam uit `depotklaar formats list` of het pad naar een eigen .toml",
    "a format policy: a name from `depotklaar formats list` or the path of a .toml of your own",
)
STATUSES: Mapping[Status | None, Text] = {
    "voorkeur": Text("voorkeur", "preferred"),
    "acceptabel": Text("acceptabel", "acceptable"),
    None: Text("zonder oordeel", "no verdict"),
}
STANDINGS: Mapping[Standing, Text] = {
    "preferred": Text("{puid}: voorkeur", "{puid}: preferred"),
    "acceptable": Text("{puid}: acceptabel", "{puid}: acceptable"),
    "other": Text("{puid}: niet voorkeur en niet acceptabel", "{puid}: neither preferred nor acceptable"),
}
_REFUSED = Text("de rest wordt geweigerd", "the rest is refused")
_ADVISED = Text("de rest wordt ontraden", "the rest is advised against")
_FORMATS = Text("{count} formaten: {told}", "{count} formats: {told}")
_NO_PUID = Text("geen PUID", "no PUID")


def head_lines(policy: FormatPolicy, language: Language) -> Iterator[str]:
    """What a policy is, whose and of when, and what is in it in numbers."""
    yield f"{policy.name}: {policy.title}"
    date = f" ({policy.date.isoformat()})" if policy.date is not None else ""
    rest = (_REFUSED if policy.refuses else _ADVISED).in_language(language)
    yield f"    {policy.manager}; {policy.version}{date}; {rest}"
    yield f"    {policy.source}"
    counts = Counter(row.status for row in policy.rows)
    told = ", ".join(
        f"{as_count(counts[status], language)} {word.in_language(language)}"
        for status, word in STATUSES.items()
        if counts[status]
    )
    count = as_count(len(policy.rows), language)
    yield f"    {_FORMATS.fill(count=count, told=told).in_language(language)}"


def row_lines(policy: FormatPolicy, language: Language) -> Iterator[str]:
    """The formats, under the kind of information that the list puts them in."""
    kind = None
    for row in policy.rows:
        if row.informatiesoort != kind:
            kind = row.informatiesoort
            yield ""
            yield kind
        yield f"    {_row_line(row, language)}"


def _row_line(row: PolicyRow, language: Language) -> str:
    puids = " ".join(row.puids) or _NO_PUID.in_language(language)
    extensions = f" [{' '.join(row.extensies)}]" if row.extensies else ""
    version = f" {row.versie}" if row.versie else ""
    return f"{STATUSES[row.status].in_language(language)}: {row.naam}{version}, {puids}{extensions}"


def as_json(policy: FormatPolicy) -> dict[str, object]:
    """The policy in the keys of its TOML."""
    return {
        "formatenlijst": {
            "naam": policy.name,
            "titel": policy.title,
            "bron": policy.source,
            "versie": policy.version,
            "datum": policy.date,
            "beheerder": policy.manager,
            "overige": "geweigerd" if policy.refuses else "ontraden",
            "opmerking": policy.remark,
            "sha256": policy.sha256,
        },
        "formaat": policy.rows,
    }
