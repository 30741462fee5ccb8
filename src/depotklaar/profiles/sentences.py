"""The sentence for each way in which a value can break a schema, in Dutch and English, with what to do about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from depotklaar.language import Text
from depotklaar.profiles.fault import KeyPath, nearest, quoted, suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One keyword of a schema that a value does not satisfy; `wanted` is the keyword's own value."""

    path: KeyPath
    keyword: str
    wanted: Any
    found: Any
    rules: Mapping[str, Any]


_TYPES = {
    "string": Text("tekst", "text"),
    "integer": Text("een geheel getal", "a whole number"),
    "boolean": Text("true of false", "true or false"),
    "array": Text("een lijst", "a list"),
    "object": Text("een tabel", "a table"),
}
_PLAIN_HINT = Text("Pas de waarde aan.", "Change the value.")

Sentence = Callable[[Breach], tuple[Text, Text]]


def _wrong_type(breach: Breach) -> tuple[Text, Text]:
    wanted = _TYPES[breach.wanted]
    found = _TYPES[_type_of(breach.found)] if _type_of(breach.found) in _TYPES else Text("een getal", "a number")
    text = Text(f"Hier hoort {wanted.nl}, maar er staat {found.nl}.", f"This must be {wanted.en}, but is {found.en}.")
    return text, _type_hint(breach)


def _type_of(value: object) -> str:
    kinds = ((bool, "boolean"), (int, "integer"), (str, "string"), (list, "array"), (dict, "object"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "number")


def _type_hint(breach: Breach) -> Text:
    key = ".".join(part for part in breach.path if isinstance(part, str))
    match breach.wanted, breach.found:
        case "string", bool() | list() | dict():
            return _PLAIN_HINT
        case "string", value:
            return Text("Zet aanhalingstekens: {v}.", "Put quotes: {v}.").fill(v=quoted(value))
        case "array", dict():
            return Text("Schrijf [[{key}]] met dubbele haken.", "Write [[{key}]] with double brackets.").fill(key=key)
        case "array", value:
            return Text("Schrijf een lijst: [{v}].", "Write a list: [{v}].").fill(v=quoted(value))
        case "object", list():
            return Text("Schrijf [{key}] met enkele haken.", "Write [{key}] with single brackets.").fill(key=key)
        case _:
            return _PLAIN_HINT


def _not_in_list(breach: Breach) -> tuple[Text, Text]:
    allowed = [str(value) for value in breach.wanted]
    text = Text("{found} kan hier niet.", "{found} is not possible here.").fill(found=quoted(breach.found))
    near = nearest(str(breach.found), allowed)
    choice = Text("Kies uit: {all}.", "Choose from: {all}.").fill(all=", ".join(quoted(value) for value in allowed))
    if near is None:
        return text, choice
    meant = suggestion(str(breach.found), allowed)
    return text, Text(f"{meant.nl} {choice.nl}", f"{meant.en} {choice.en}")


def _not_constant(breach: Breach) -> tuple[Text, Text]:
    params = {"found": quoted(breach.found), "wanted": quoted(breach.wanted)}
    return (
        Text("Hier hoort {wanted}, maar er staat {found}.", "This must be {wanted}, but is {found}.").fill(**params),
        Text("Controleer of dit het juiste soort bestand is.", "Check whether this is the right kind of file."),
    )


def _own_words(breach: Breach) -> tuple[Text, Text]:
    if breach.found == "":
        return _too_short(breach)
    fault = breach.rules["x-fault"]
    if breach.keyword in ("anyOf", "not"):
        start = Text("Dit onderdeel ", "This part ")
    else:
        shown = quoted(breach.found)
        start = Text(f"{shown} ", f"{shown} ")
    return Text(f"{start.nl}{fault['nl']}.", f"{start.en}{fault['en']}."), _PLAIN_HINT


def _too_short(breach: Breach) -> tuple[Text, Text]:
    return Text("Deze waarde is leeg.", "This value is empty."), Text("Vul haar in.", "Fill it in.")


def _too_long(breach: Breach) -> tuple[Text, Text]:
    text = Text("Deze waarde is te lang: {n} tekens, ten hoogste {max}.", "This value is too long: {n}, at most {max}.")
    return text.fill(n=len(breach.found), max=breach.wanted), Text("Kort haar in.", "Shorten it.")


def _no_items(breach: Breach) -> tuple[Text, Text]:
    return Text("Deze lijst is leeg.", "This list is empty."), Text("Geef er ten minste één.", "Give at least one.")


def _repeated(breach: Breach) -> tuple[Text, Text]:
    return Text("Een waarde staat er twee keer.", "A value is there twice."), Text("Laat er één staan.", "Leave one.")


def _bad_format(breach: Breach) -> tuple[Text, Text]:
    params = {"found": quoted(breach.found)}
    if breach.wanted == "date":
        return (
            Text("{found} is geen datum.", "{found} is not a date.").fill(**params),
            Text("Schrijf een bestaande dag als 2024-05-31.", "Write an existing day as 2024-05-31."),
        )
    return Text("{found} is geen reguliere expressie.", "{found} is no regular expression.").fill(**params), _PLAIN_HINT


def _out_of_range(breach: Breach) -> tuple[Text, Text]:
    params = {"found": breach.found, "limit": breach.wanted}
    if breach.keyword == "minimum":
        return Text("{found} is kleiner dan {limit}.", "{found} is below {limit}.").fill(**params), _PLAIN_HINT
    return Text("{found} is groter dan {limit}.", "{found} is above {limit}.").fill(**params), _PLAIN_HINT


SENTENCES: Mapping[str, Sentence] = {
    "type": _wrong_type,
    "enum": _not_in_list,
    "const": _not_constant,
    "pattern": _own_words,
    "anyOf": _own_words,
    "not": _own_words,
    "minLength": _too_short,
    "maxLength": _too_long,
    "minItems": _no_items,
    "uniqueItems": _repeated,
    "format": _bad_format,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
}
