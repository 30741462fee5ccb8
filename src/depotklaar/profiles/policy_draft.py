"""The text of a format policy as our TOML: the same policy always gives the same text, and reading it gives it back."""

from collections.abc import Iterator

from depotklaar.model.policy import FormatPolicy, PolicyRow
from depotklaar.profiles.draft import toml_string
from depotklaar.profiles.policies import POLICY_SCHEMA

_HEAD = "# Een formatenlijst voor depotklaar. Alle sleutels staan uitgelegd in docs/formaten.md."


def policy_text(policy: FormatPolicy) -> str:
    """Return the policy as TOML that `read_policy` reads back as it was; its `sha256` is not written.

    ValueError when a text in it cannot be written in TOML (a lone surrogate).
    """
    lines = [_HEAD, f"schema = {toml_string(f'depotklaar-{POLICY_SCHEMA}')}", "", *_head(policy)]
    for row in policy.rows:
        lines += ["", "[[formaat]]", *_row(row)]
    return "\n".join(lines) + "\n"


def _head(policy: FormatPolicy) -> Iterator[str]:
    yield "[formatenlijst]"
    yield f"naam = {toml_string(policy.name)}"
    yield f"titel = {toml_string(policy.title)}"
    yield f"bron = {toml_string(policy.source)}"
    yield f"versie = {toml_string(policy.version)}"
    if policy.date is not None:
        yield f"datum = {policy.date.isoformat()}"
    yield f"beheerder = {toml_string(policy.manager)}"
    if policy.refuses:
        yield 'overige = "geweigerd"'
    if policy.remark is not None:
        yield f"opmerking = {toml_string(policy.remark)}"


def _row(row: PolicyRow) -> Iterator[str]:
    yield f"informatiesoort = {toml_string(row.informatiesoort)}"
    yield f"naam = {toml_string(row.naam)}"
    if row.versie is not None:
        yield f"versie = {toml_string(row.versie)}"
    if row.status is not None:
        yield f"status = {toml_string(row.status)}"
    for key, values in (("puids", row.puids), ("extensies", row.extensies)):
        if values:
            yield f"{key} = [{', '.join(map(toml_string, values))}]"
    if row.opmerking is not None:
        yield f"opmerking = {toml_string(row.opmerking)}"
