"""The files that messages speak of, and which files of the source they are."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from depotklaar.importers.whatsapp_message import Mention
from depotklaar.model.conversation import Attachment

Kind = Literal[
    "image", "video", "audio", "voice_note", "sticker", "gif", "document", "contact", "video_note", "unknown"
]

_IOS_NUMBER = re.compile(r"(\d{8})-")
_BY_NAME: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"(?i).*\.vcf\Z"), "contact"),
    (re.compile(r"(?i)IMG-\d{8}-WA|\d{8}-PHOTO-|\d{4}-\d\d-\d\d-PHOTO-"), "image"),
    (re.compile(r"(?i)VID-\d{8}-WA|\d{8}-VIDEO-|\d{4}-\d\d-\d\d-VIDEO-"), "video"),
    (re.compile(r"(?i)PTT-\d{8}-WA"), "voice_note"),
    (re.compile(r"(?i)AUD-\d{8}-WA|\d{8}-AUDIO-|\d{4}-\d\d-\d\d-AUDIO-"), "audio"),
    (re.compile(r"(?i)STK-\d{8}-WA|\d{8}-STICKER-"), "sticker"),
    (re.compile(r"(?i)\d{8}-GIF-"), "gif"),
    (re.compile(r"(?i)DOC-\d{8}-WA"), "document"),
    (re.compile(r"(?i).*\.(?:jpe?g|png|gif|heic|bmp|tiff?)\Z"), "image"),
    (re.compile(r"(?i).*\.(?:mp4|mov|3gp|m4v|avi|mkv|webm)\Z"), "video"),
    (re.compile(r"(?i).*\.(?:opus|ogg|m4a|mp3|aac|amr|wav)\Z"), "audio"),
    (re.compile(r"(?i).*\.webp\Z"), "sticker"),
)
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2068\u2069\ufeff"))


def kind_of(name: str) -> Kind:
    """Tell the kind of a file by the name that WhatsApp gives; a name of its own makes it a document."""
    return next((kind for pattern, kind in _BY_NAME if pattern.match(name)), "document")


def folded(name: str) -> str:
    """Return a file name for comparison: composed characters, no marks of writing direction, no white space around."""
    return unicodedata.normalize("NFC", name.translate(_MARKS)).strip()


class Numbering:
    """Gives attachments their identifiers in the order of mention; a name that was mentioned before keeps its own."""

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}
        self.count = 0

    def identify(self, name: str | None) -> str:
        """Return the identifier for a mention; None is a file that the export left out, so each time another."""
        if name is not None and (known := self._by_name.get(name)):
            return known
        self.count += 1
        identifier = f"a-{self.count:06d}"
        if name is not None:
            self._by_name[name] = identifier
        return identifier


@dataclass(slots=True)
class MediaTable:
    """All mentions of a file, gathered in the survey; then matched with the files of the source."""

    numbering: Numbering = field(default_factory=Numbering)
    mentions: dict[str, Mention] = field(default_factory=dict)
    named: int = 0
    omitted: int = 0
    offsets: list[int] = field(default_factory=list)

    def add(self, mention: Mention, record: int) -> None:
        """Take in a mention by the record of that number, counted from 1."""
        identifier = self.numbering.identify(mention.name)
        self.mentions.setdefault(identifier, mention)
        if mention.name is None:
            self.omitted += 1
            return
        self.named += 1
        if (number := _IOS_NUMBER.match(mention.name)) and len(self.offsets) < 2:
            offset = int(number[1]) - record
            if offset not in self.offsets:
                self.offsets.append(offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The attachments of a conversation; `media` leads from the identifier to the entry in the source."""

    attachments: tuple[Attachment, ...]
    media: dict[str, str]
    missing: tuple[str, ...]
    strays: tuple[str, ...]
    loose: tuple[str, ...]


def match_media(table: MediaTable, entries: Iterable[str], chat: str) -> Matched:
    """Match mentions with files: the exact name, without the dot at its end, the same stem with any extension.

    The files of the chat's own folder come first. Files that no message mentions become attachments of their own.
    `missing`, `strays` and `loose` (matched by less than the name) are identifiers.
    """
    folder = chat.rpartition("/")[0]
    files = sorted(
        (name for name in entries if name != chat), key=lambda name: (name.rpartition("/")[0] != folder, name)
    )
    shelves = _Shelves(files)
    found = {identifier: shelves.exact(mention.name) for identifier, mention in table.mentions.items() if mention.name}
    loose = []
    for identifier in [identifier for identifier, entry in found.items() if entry is None]:
        found[identifier] = shelves.near(table.mentions[identifier].name or "")
        loose += [identifier] if found[identifier] else []
    media = {identifier: entry for identifier, entry in found.items() if entry is not None}
    missing = [identifier for identifier, entry in found.items() if entry is None]
    attachments = [_attachment(key, mention, media.get(key)) for key, mention in table.mentions.items()]
    claimed = set(media.values())
    strays = []
    for name in files:
        if name not in claimed:
            identifier = table.numbering.identify(None)
            strays.append(identifier)
            media[identifier] = name
            own = name.rpartition("/")[2]
            attachments.append(
                Attachment(id=identifier, presence="present", display=own, name_on_disk=name, kind=kind_of(own))
            )
    return Matched(
        attachments=tuple(attachments), media=media, missing=tuple(missing), strays=tuple(strays), loose=tuple(loose)
    )


class _Shelves:
    """The files of a source by name and by stem; a file that one name led to is not found again by likeness."""

    def __init__(self, files: Iterable[str]) -> None:
        self._exact: dict[str, str] = {}
        self._stems: dict[str, list[str]] = {}
        self._taken: set[str] = set()
        for name in files:
            own = folded(name.rpartition("/")[2])
            self._exact.setdefault(own, name)
            self._stems.setdefault(_stem(own), []).append(name)

    def exact(self, mentioned: str) -> str | None:
        """Return the file of exactly this name; a name with a path in it is nobody's."""
        found = None if _has_path(mentioned) else self._exact.get(folded(mentioned))
        if found is not None:
            self._taken.add(found)
        return found

    def near(self, mentioned: str) -> str | None:
        """Return a file that differs only in a dot at the end or in its extension, and that is not taken."""
        name: str = folded(mentioned)
        bare = name.rstrip(".")
        same = [self._exact[bare]] if bare in self._exact else []
        likely = [*same, *self._stems.get(bare if bare != name else _stem(name), ())]
        found: str | None = next((entry for entry in likely if entry not in self._taken), None)
        if found is None or _has_path(mentioned):
            return None
        self._taken.add(found)
        return found


def _has_path(name: str) -> bool:
    return "/" in name or "\\" in name


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _attachment(identifier: str, mention: Mention, entry: str | None) -> Attachment:
    own = None if mention.name is None else folded(mention.name)
    kind = mention.kind if mention.kind not in ("", "media") else kind_of(own) if own else "unknown"
    return Attachment(
        id=identifier,
        presence="present" if entry else "omitted_by_export" if own is None else "missing",
        display=mention.display or own,
        name_in_text=mention.name,
        name_on_disk=entry,
        kind=kind,  # type: ignore[arg-type]
        page_count=mention.pages,
    )
