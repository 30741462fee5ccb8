"""The body of a message: what a person wrote, and what the app put in its place or around it.

The app marks most of what it writes itself with U+200E on an iPhone; on Android nothing tells its words from typed
ones. So each reading carries its evidence: `marker_mark` when the mark stands there, else `marker_text`.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from depotklaar.importers.whatsapp_wording import Hit, Wording
from depotklaar.model.event import Location, Poll, PollOption

LRM = "\u200e"

Evidence = Literal["marker_mark", "marker_text"]
Placeholder = Literal[
    "image", "video", "audio", "sticker", "gif", "document", "contact", "video_note", "media", "waiting"
]

_MAP = re.compile(r"https?://maps\.google\.com/\?q=(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)")
_FOURSQUARE = re.compile(r"\A\u200e([^\n]+): (https://(?:www\.)?foursquare\.com/\S+)\Z")
_ANY_ATTACHED = re.compile(r"\u200e<[^\W\d_][^:<>\n]{1,30}: ?([^<>\n]{1,1000}\.\w{1,8})>\Z")
_OPTION = re.compile(r"\A\u200e?\w+: (.*?)(?: \((\d{1,9}) \w+\))?\Z")
_LONGEST_TAIL = 1_100
_FILE_NAME = re.compile(r"[^\n/\\]{1,250}\.\w{2,5}")


@dataclass(slots=True)
class Mention:
    """A file that a message speaks of: by name, or with `name` None as left out by the export."""

    name: str | None
    kind: str = ""
    display: str | None = None
    pages: int | None = None


@dataclass(slots=True)
class Content:
    """What a record holds beyond plain text. `body` None: there is nothing that a person wrote."""

    body: str | None
    kind: Literal["message", "system", "call"] = "message"
    language: str = ""
    hit: Hit | None = None
    placeholder: Placeholder | None = None
    edited: Evidence | None = None
    deleted: Evidence | None = None
    mentions: list[Mention] = field(default_factory=list)
    empty: bool = False
    unrendered: bool = False
    poll: Poll | None = None
    location: Location | None = None


def read_message(body: str, wording: Wording, ios: bool, marked: bool) -> Content | None:
    """Read the body of a labelled record; None when it is nothing but text.

    `ios` says that the file comes from an iPhone, `marked` that it also has the app's marks: there an unmarked phrase
    was typed by a person.
    """
    content = Content(body)
    changed = _read_edited(content, wording, marked)
    text = content.body or ""
    if not body:
        content.empty = True
        return content
    return (
        _read_replaced(content, text, wording, ios, marked)
        or _read_attached(content, text, wording)
        or _read_shared(content, text, wording, marked)
        or (content if changed else None)
    )


def _read_edited(content: Content, wording: Wording, marked: bool) -> bool:
    body = content.body or ""
    match = wording.edited.search(body) if body.endswith(">") else None
    if match is None or (marked and not match[1]):
        return False
    content.edited = "marker_mark" if match[1] else "marker_text"
    content.language = wording.language_of(match[2])
    content.body = body[: match.start()]
    return True


def _read_replaced(content: Content, text: str, wording: Wording, ios: bool, marked: bool) -> Content | None:
    evidence: Evidence = "marker_mark" if text.startswith(LRM) else "marker_text"
    if marked and LRM not in text:
        return None
    if text.rstrip(".") == "null":
        content.unrendered = True
        return content
    line, _, rest = text.removeprefix(LRM).partition("\n")
    if not rest and (not marked or evidence == "marker_mark"):
        if hit := wording.find(wording.deleted, line):
            return _replace(content, hit, deleted=evidence)
        if hit := wording.find(wording.waiting, line):
            return _replace(content, hit, placeholder="waiting")
    return _read_omitted(content, text, wording, ios)


def _replace(
    content: Content, hit: Hit, deleted: Evidence | None = None, placeholder: Placeholder | None = None
) -> Content:
    content.body, content.hit, content.language = None, hit, hit.phrase.language
    content.deleted, content.placeholder = deleted, placeholder
    return content


def _read_omitted(content: Content, text: str, wording: Wording, ios: bool) -> Content | None:
    before, mark, last = text.rpartition(LRM)
    first, _, after = last.partition("\n")
    hit = wording.find(wording.omitted, first)
    if hit is None or (before and after) or not (mark or ios or first.startswith("<")):
        return None
    kind: Placeholder = hit.phrase.values["kind"]  # type: ignore[assignment]
    content.placeholder, content.language, content.hit = kind, hit.phrase.language, hit
    mention = Mention(None, kind)
    if before:
        content.body = _read_title(mention, before, wording)
    else:
        content.body = after or None
        if after and _FILE_NAME.fullmatch(after):
            mention.display, mention.kind = after, "document"
    content.mentions.append(mention)
    return content


def _read_title(mention: Mention, before: str, wording: Wording) -> str | None:
    """Take `title • 3 pages` before an attachment into the mention; anything else is what the sender wrote."""
    match = wording.pages.match(before.removeprefix(LRM))
    if match is None:
        return before.removeprefix(LRM).rstrip(" \n") or None
    mention.display = match[1]
    mention.pages = int(match[2]) if match[2] else None
    mention.kind = "document"
    return None


def _read_attached(content: Content, text: str, wording: Wording) -> Content | None:
    if text.endswith(">"):
        tail = max(0, len(text) - _LONGEST_TAIL)
        match = wording.attached_ios.search(text, tail)
        if match:
            mention = Mention(match[4])
            content.language = wording.language_of(match[3])
            before = text[: match.start()]
        elif match := wording.attached_old.match(text):
            mention, before = Mention(match[2]), ""
            content.language = wording.language_of(match[4])
        elif match := _ANY_ATTACHED.search(text, tail):
            mention, before = Mention(match[1]), text[: match.start()]
        else:
            return None
        content.body = _read_title(mention, before, wording) if before else None
        content.mentions.append(mention)
        return content
    match = wording.attached_android.match(text)
    if match is None:
        return None
    content.language = wording.language_of(match[3])
    content.body = text[match.end() :] or None
    content.mentions.append(Mention(match[2]))
    return content


def _read_shared(content: Content, text: str, wording: Wording, marked: bool) -> Content | None:
    if marked and not text.startswith(LRM):
        return None
    plain = text.removeprefix(LRM)
    if match := wording.located.match(text):
        content.location = _location(match[3])
    elif plain.rstrip(".") in wording.live:
        content.location = Location(live=True)
    elif match := _FOURSQUARE.match(text):
        content.location = Location(display=match[1], url=match[2])
    elif match := wording.poll.match(text) or wording.poll_marked.match(text):
        content.poll = _poll(match["question"], match["options"])
    else:
        return None
    content.body = text.replace(LRM, "")
    return content


def _location(url: str) -> Location:
    match = _MAP.fullmatch(url)
    if match is None:
        return Location(url=url)
    latitude, longitude = float(match[1]), float(match[2])
    if abs(latitude) > 90 or abs(longitude) > 180:
        return Location(url=url)
    return Location(latitude=latitude, longitude=longitude, url=url)


def _poll(question: str, options: str) -> Poll:
    read = [_OPTION.match(line) for line in options.split("\n") if line]
    return Poll(
        question=question,
        options=tuple(
            PollOption(text=match[1], votes=None if match[2] is None else int(match[2])) for match in read if match
        ),
    )
