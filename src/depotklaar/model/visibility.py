"""Which characters show: the one list of signs that leave no mark on paper, for whoever judges names and values."""

import unicodedata

_MARKLESS = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def is_visible(sign: str) -> bool:
    """Whether one character shows.

    White space, control and format characters (zero width space, joiners, byte order mark, direction marks), variation
    selectors and the fillers that Unicode calls default ignorable do not.
    """
    if sign in _FILLERS or "\ufe00" <= sign <= "\ufe0f":
        return False
    return sign.isalnum() or unicodedata.category(sign) not in _MARKLESS
