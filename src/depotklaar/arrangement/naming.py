"""Names in the package: short, safe on every system, and unique also where case does not count.

Source: MDTO SIP-specificatie, section on names (unique, at most 255 characters, forbidden characters), and the
strictest known intake, which wants short paths. The original name stays in the metadata and in the list of names.
"""

import hashlib
import re
import unicodedata

from depotklaar.model.visibility import is_visible

_FOLDED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th"})
_EXTENSION = re.compile(r"^[a-z0-9]{1,8}$")
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$")


def slug(text: str, length: int) -> str:
    """Return a name of `a-z`, `0-9` and `-`, at most `length` characters; `x` when nothing of the text fits."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED))
    kept = re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode("ascii"))
    name = kept.strip("-")[:length].strip("-") or "x"
    return f"{name}-x" if _RESERVED.match(name) else name


def digest_of(*parts: str, length: int) -> str:
    """Return the first `length` hex digits of a hash over the parts; the same parts always give the same digits."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def safe_extension(name: str) -> str:
    """Return the extension of a file name with its dot in lower case; empty when it is none that is safe."""
    stem, dot, extension = name.rpartition(".")
    extension = extension.lower()
    return f".{extension}" if dot and stem and _EXTENSION.match(extension) else ""


def shown_name(name: str) -> str:
    """Return a name that can be seen: one of nothing but white space and invisible signs becomes its code points."""
    if any(map(is_visible, name)):
        return name
    return " ".join(f"U+{ord(sign):04X}" for sign in name) or "zonder naam"
