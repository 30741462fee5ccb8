"""The one way in which a conversation gets its identifier, so that every importer names the same conversation alike."""

import unicodedata
from hashlib import sha256


def conversation_identity(platform: str, custodian: str | None, name: str) -> str:
    """Return `<platform>-<12 hex digits>` for the conversation that a custodian's copy calls `name`.

    The digits are the first of the SHA-256 over platform, custodian and name, each folded (Unicode NFC, case, runs of
    white space), so that capitals and stray spaces do not make another conversation. A custodian of None is not the
    same as any named custodian, not even one with an empty name.
    """
    parts = (platform, *(() if custodian is None else (custodian,)), name)
    text = "\n".join((str(len(parts)), *(_folded(part) for part in parts)))
    return f"{platform}-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _folded(text: str) -> str:
    cased = unicodedata.normalize("NFC", text).casefold()
    return " ".join(unicodedata.normalize("NFC", cased).split())
