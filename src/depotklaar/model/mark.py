"""Marks: the names and numbers by which exports show a person, made comparable."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_PHONE = re.compile(r"^\+?[\d\s().-]{8,}$")


def mark_key(mark: str) -> str:
    """Return a key that is equal for marks that mean the same person: spaces, case and number spelling do not count.

    A telephone number becomes its digits with the country first; a Dutch national number (06...) gets 31. Letters are
    compared in NFC and without case. Nothing else is folded: `Jan` and `J.` stay two.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", mark).translate(_DASHES))
    text = " ".join(text.split()).removeprefix("~").strip()
    if not _PHONE.match(text):
        return text.casefold()
    digits = re.sub(r"\D", "", text)
    if text.startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+31{digits[1:]}" if digits.startswith("0") else f"+{digits}"


def same_mark(first: str, second: str) -> bool:
    """Whether two marks mean the same person."""
    return mark_key(first) == mark_key(second)
