"""How file paths stand in the lines of a bag (RFC 8493, 2.1.3), and which ones must not be trusted (5.2)."""

import re

_ENCODE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_TO_ENCODE = re.compile(r"[%\r\n]")
_TO_DECODE = re.compile(r"%(0[aAdD]|25)")
_TO_DECODE_BEFORE_1 = re.compile(r"%(0[aAdD])")
_DRIVE = re.compile(r"[A-Za-z]:")


def encode_path(path: str) -> str:
    """Return a path as it stands in a manifest of version 1.0: CR, LF and % percent-encoded, and only those."""
    return _TO_ENCODE.sub(lambda found: _ENCODE[found[0]], path)


def decode_path(written: str, version: tuple[int, int]) -> str:
    """Return the path that a line means; before version 1.0 the percent sign itself was not encoded."""
    pattern = _TO_DECODE if version >= (1, 0) else _TO_DECODE_BEFORE_1
    return pattern.sub(lambda found: chr(int(found[1], 16)), written)


def has_bare_percent(written: str) -> bool:
    """Whether a percent sign stands there that version 1.0 wants encoded."""
    return "%" in _TO_DECODE.sub("", written)


def is_inside(path: str) -> bool:
    """Whether a path stays inside the bag on every system: relative, no `..`, no drive, no home folder."""
    parts = path.replace("\\", "/").split("/")
    outside = ".." in parts or parts[0] == "" or parts[0].startswith("~") or bool(_DRIVE.match(path))
    return not outside and "\0" not in path
