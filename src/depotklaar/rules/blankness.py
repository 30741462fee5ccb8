"""What a reader would see as nothing: white space, and characters that leave no mark on paper."""

import unicodedata

_MARKLESS = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def is_blank(text: str | None) -> bool:
    """Whether a text shows nothing at all; None and the empty text show nothing.

    Counted as nothing: white space, control and format characters (zero width space, joiners, byte order mark,
    direction marks), variation selectors and the fillers that Unicode calls default ignorable.
    """
    left = text.strip() if text else ""
    first = left[:1]
    if first.isascii() and first.isalnum():
        return False
    return all(map(_is_markless, left))


def _is_markless(character: str) -> bool:
    if character.isalnum() and character not in _FILLERS:
        return False
    return character in _FILLERS or "\ufe00" <= character <= "\ufe0f" or unicodedata.category(character) in _MARKLESS
