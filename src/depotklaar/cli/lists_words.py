"""The words for a selection list, its categories and its counts, as the `lists` commands print them."""

from collections.abc import Iterator, Mapping

from depotklaar.language import Language, Text, as_count
from depotklaar.model.duration import parse_duration
from depotklaar.model.finding import Severity
from depotklaar.model.selectielijst import COMPLEXITIES, TRIGGERS, Deel, Selectielijst, SelectionEntry
from depotklaar.profiles.list_checks import ListRemark
from depotklaar.profiles.list_counts import ListCounts

NAME = Text("LIJST", "LIST")
LIST = Text(
    "een lijst: een naam uit `depotklaar lists list` of het pad naar een eigen .toml",
    "a list: a name from `depotklaar lists list` or the path of a .toml of your own",
)
SEVERITIES = {
    Severity.ERROR: Text("fout", "error"),
    Severity.WARNING: Text("waarschuwing", "warning"),
    Severity.INFO: Text("let op", "note"),
}

_FICTIONAL = Text("verzonnen", "fictional")
_ADVICE = Text("advies, geen vastgestelde lijst", "advice, no adopted list")
_VALID = Text("geldig {first} t/m {last}", "valid {first} to {last}")
_OPEN = Text("open", "open")
_NO_VALIDITY = Text("geldigheid niet genoemd", "validity not stated")
_VALUES: Mapping[str | None, Text] = {
    "B": Text("B, blijvend te bewaren", "B, kept for ever"),
    "V": Text("V, te vernietigen", "V, to be destroyed"),
    None: Text("geen waardering die één ding zegt", "no value that says one thing"),
}
_WITHDRAWN = Text("vervallen", "withdrawn")
_SUCCEEDED = Text("vervallen, nu {code}", "withdrawn, now {code}")
_AFTER = Text("na {term}, gerekend vanaf: {trigger}", "after {term}, counted from: {trigger}")
_CHOOSE = Text("termijn zelf te kiezen: {least} tot {most}", "term to be chosen: {least} to {most}")
_KEYS = {
    "actor": Text("actor", "actor"),
    "voorwaarde": Text("voorwaarde", "condition"),
    "tekst": Text("tekst", "text"),
    "toelichting": Text("toelichting", "explanation"),
    "rubriek": Text("rubriek", "chapter"),
}
_PERSON = Text("een mens moet dit lezen", "a person must read this")
_COUNTED = (
    ("kept", Text("B", "B")),
    ("destroyed", Text("V", "V")),
    ("complex", Text("door een mens te lezen", "for a person to read")),
    ("withdrawn", Text("vervallen", "withdrawn")),
    ("without_value", Text("zonder waardering", "without a value")),
)
_ENTRY = Text("1 categorie", "1 category")
_ENTRIES = Text("{count} categorieën", "{count} categories")
_NO_TERM = Text("{count} V zonder bewaartermijn", "{count} V without a term")
_SEVERAL = Text(
    "{count} van {codes} codes zeggen meer dan één ding: {some}", "{count} of {codes} codes say several things: {some}"
)
_SHOWN = 10
_YEARS = (Text("jaar", "year"), Text("jaar", "years"))
_MONTHS = (Text("maand", "month"), Text("maanden", "months"))
_DAYS = (Text("dag", "day"), Text("dagen", "days"))


def heading_of(lijst: Selectielijst) -> dict[str, object]:
    """The list without its categories, in the keys of its TOML."""
    return {
        "naam": lijst.name,
        "titel": lijst.title,
        "versie": lijst.version,
        "vindplaats": lijst.reference,
        "organisatie": lijst.organisation,
        "geldig_van": lijst.valid_from,
        "geldig_tot": lijst.valid_until,
        "fictief": lijst.fictional,
        "advies": lijst.advice,
        "besluit": lijst.decision,
        "bron": lijst.source,
        "vervangt": lijst.vervangt,
        "opvolger": lijst.opvolger,
        "gesloten_op": lijst.gesloten_op,
        "sha256": lijst.sha256,
    }


def as_json(value: object) -> bytes:
    """The value as indented JSON with a final line end."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def head_lines(lijst: Selectielijst, language: Language) -> list[str]:
    """Two lines about a list: its name and title, and its version, place, validity and marks."""
    marks = [mark for mark, holds in ((_FICTIONAL, lijst.fictional), (_ADVICE, lijst.advice)) if holds]
    parts = [lijst.version, lijst.reference, _validity(lijst).in_language(language)]
    facts = [part for part in parts if part] + [mark.in_language(language) for mark in marks]
    return [f"{lijst.name}: {lijst.title}", f"    {'; '.join(facts)}"]


def entry_lines(entry: SelectionEntry, language: Language) -> Iterator[str]:
    """What one category says, a line for each thing that it says."""
    yield f"{entry.code}  {entry.label}"
    for line in _value_lines(entry):
        yield f"    {line.in_language(language)}"
    for part in entry.delen:
        lines = [line.in_language(language) for line in _outcome_lines(part)]
        condition = [part.voorwaarde] if part.voorwaarde else []
        yield f"    - {part.naam}: {'; '.join([*lines, *condition])}"
    for key, word in _KEYS.items():
        said = getattr(entry, key)
        if said is not None:
            yield f"    {word.in_language(language)}: {' '.join(str(said).split())}"
    if entry.complex:
        reasons = "; ".join(COMPLEXITIES[reason].in_language(language) for reason in entry.complex)
        yield f"    {_PERSON.in_language(language)}: {reasons}"


def remark_line(remark: ListRemark, language: Language) -> str:
    """One remark with its weight."""
    return f"{SEVERITIES[remark.severity].in_language(language)}: {remark.text.in_language(language)}"


def count_lines(counts: ListCounts, language: Language) -> Iterator[str]:
    """What a list holds in numbers."""
    parts = [(getattr(counts, name), word) for name, word in _COUNTED]
    said = ", ".join(f"{as_count(count, language)} {word.in_language(language)}" for count, word in parts if count)
    entries = _ENTRY if counts.entries == 1 else _ENTRIES.fill(count=as_count(counts.entries, language))
    yield f"{entries.in_language(language)}: {said}"
    for reason, count in counts.reasons.items():
        yield f"    {as_count(count, language)}: {COMPLEXITIES[reason].in_language(language)}"
    if counts.without_term:
        yield _NO_TERM.fill(count=as_count(counts.without_term, language)).in_language(language)
    if counts.several:
        more = " …" if len(counts.several) > _SHOWN else ""
        some = ", ".join(counts.several[:_SHOWN]) + more
        yield _SEVERAL.fill(count=len(counts.several), codes=counts.codes, some=some).in_language(language)


def _validity(lijst: Selectielijst) -> Text:
    if lijst.valid_from is None and lijst.valid_until is None:
        return _NO_VALIDITY
    first, last = (_OPEN if day is None else _same(day) for day in (lijst.valid_from, lijst.valid_until))
    return _filled(_VALID, first=first, last=last)


def _value_lines(entry: SelectionEntry) -> Iterator[Text]:
    if entry.vervallen:
        yield _WITHDRAWN if entry.opvolger is None else _SUCCEEDED.fill(code=entry.opvolger)
    elif not entry.delen:
        yield from _outcome_lines(entry)
    if entry.termijn_van or entry.termijn_tot:
        yield _filled(_CHOOSE, least=_duration(entry.termijn_van or "?"), most=_duration(entry.termijn_tot or "?"))


def _outcome_lines(outcome: SelectionEntry | Deel) -> Iterator[Text]:
    yield _VALUES[outcome.waardering]
    if outcome.bewaartermijn is not None:
        kind = None if outcome.trigger_soort is None else TRIGGERS[outcome.trigger_soort]
        words = outcome.trigger or ""
        trigger = _same(words) if kind is None else Text(f"{words} ({kind.nl})", f"{words} ({kind.en})")
        yield _filled(_AFTER, term=_duration(outcome.bewaartermijn), trigger=trigger)
    elif outcome.trigger is not None:
        yield _same(outcome.trigger)


def _duration(text: str) -> Text:
    """A duration in words with what the list writes: `10 jaar (P10Y)`; what is no duration as it stands."""
    try:
        found = parse_duration(text)
    except ValueError:
        return _same(text)
    parts = [(found.years, _YEARS), (found.months, _MONTHS), (found.days, _DAYS)]
    said = [(number, words[number != 1]) for number, words in parts if number] or [(0, _DAYS[1])]
    nl = " en ".join(f"{number} {word.nl}" for number, word in said)
    en = " and ".join(f"{number} {word.en}" for number, word in said)
    return Text(f"{nl} ({text})", f"{en} ({text})")


def _same(value: object) -> Text:
    return Text(str(value), str(value))


def _filled(sentence: Text, **params: Text) -> Text:
    """The sentence with each text in its own language."""
    return Text(
        sentence.nl.format_map({name: text.nl for name, text in params.items()}),
        sentence.en.format_map({name: text.en for name, text in params.items()}),
    )
