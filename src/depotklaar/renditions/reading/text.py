"""Text of others made fit for HTML: escaped, kept apart in direction, and with what cannot be seen made visible."""

import re
from html import escape
from urllib.parse import quote

_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_PLAIN_ID = re.compile(r"[A-Za-z0-9.-]+", re.ASCII)
_ACTS = "\u202d\u202e"


def show(text: str) -> str:
    """The text as HTML. A control character, lone surrogate or noncharacter becomes a mark `U+000A` in `<code>`.

    An override of direction (U+202D, U+202E) is marked and stays in force, as the reader of the time saw it.
    """
    safe = escape(text)
    return _ODD.sub(_mark, safe) if _ODD.search(safe) else safe


def _mark(match: re.Match[str]) -> str:
    sign = match.group()
    return f'<code class="ctl">U+{ord(sign):04X}</code>{sign if sign in _ACTS else ""}'


def flat(text: str) -> str:
    """The text as the value of an attribute: escaped, with the marks of `show` as bare `[U+000A]`."""
    return _ODD.sub(lambda match: f"[U+{ord(match.group()):04X}]", escape(text))


def isolate(text: str) -> str:
    """A name or other short text, so that its direction does not touch what stands around it."""
    return f"<bdi>{show(text)}</bdi>"


def anchor(event: str) -> str:
    """The id of an event's place on the page; what does not fit an id is written as its code point."""
    if _PLAIN_ID.fullmatch(event):
        return f"m-{event}"
    return "m-" + "".join(c if _PLAIN_ID.fullmatch(c) else f"_{ord(c):x}_" for c in event)


def link_to_file(name: str) -> str | None:
    """The address of a file beside the page, as the value of an attribute; None when it does not lie there.

    It always begins with `./`, so that no name can pass for a scheme or a server.
    """
    parts = name.split("/")
    if not name or "\\" in name or any(part in ("", ".", "..") for part in parts):
        return None
    try:
        return "./" + quote(name.encode("utf-8", "surrogateescape"), safe="/")
    except UnicodeEncodeError:
        return None
