"""Attachments on the page: a picture, a player or a link to the file beside it, and always its name and fixity."""

from collections.abc import Iterable, Mapping

from depotklaar.model.conversation import Attachment
from depotklaar.renditions.reading.moments import Moments
from depotklaar.renditions.reading.text import flat, isolate, link_to_file, show
from depotklaar.renditions.reading.words import Wording

_PICTURES = {"jpg", "jpeg", "jpe", "png", "gif", "webp", "avif", "bmp", "svg"}
_SOUNDS = {"opus", "ogg", "oga", "mp3", "m4a", "aac", "wav", "flac", "weba"}
_FILMS = {"mp4", "m4v", "webm", "ogv", "mov", "3gp"}
_AS_PICTURE = {"image", "sticker", "gif", "unknown"}
_AS_SOUND = {"audio", "voice_note", "unknown"}
_AS_FILM = {"video", "video_note", "gif", "unknown"}


class Media:
    """Writes attachments; `files` leads from attachment id to the name of the file beside the page."""

    def __init__(
        self, attachments: Iterable[Attachment], files: Mapping[str, str], words: Wording, moments: Moments
    ) -> None:
        self._known = {attachment.id: attachment for attachment in attachments}
        self._files = files
        self._words = words
        self._moments = moments
        self._shown: set[str] = set()

    def unmentioned(self) -> list[str]:
        """The attachments that no event has shown so far, in the order of the head."""
        return [attachment for attachment in self._known if attachment not in self._shown]

    def figure(self, attachment: str) -> str:
        """One attachment, whatever became of its file."""
        self._shown.add(attachment)
        known = self._known.get(attachment)
        if known is None:
            return f'<p class="lost">{self._words["unknown_attachment"]}: {isolate(attachment)}</p>'
        address = link_to_file(self._files.get(attachment, ""))
        if known.presence != "present" or address is None:
            return self._absent(known)
        return (
            f"<figure>{self._player(known, address)}<figcaption>{self._caption(known, address)}</figcaption></figure>"
        )

    def knows(self, attachment: str) -> bool:
        """Whether the head has a record of this attachment."""
        return attachment in self._known

    def _absent(self, known: Attachment) -> str:
        kind = self._words.code("kind", known.kind)
        present = known.presence == "present"
        state = self._words["not_beside"] if present else self._words.code("presence", known.presence)
        facts = "".join(f" · {fact}" for fact in self._facts(known))
        return f'<p class="lost"><strong>{kind}</strong> {self._name(known)}: {state}{facts}</p>'

    def _player(self, known: Attachment, address: str) -> str:
        extension = address.rpartition(".")[2].lower()
        label = flat(f"{_plain_name(known)}")
        if extension in _PICTURES and known.kind in _AS_PICTURE:
            alt = f"{self._words['image_alt']}: {label}" if label else self._words["image_alt"]
            return f'<a href="{address}"><img src="{address}" alt="{alt}" loading="lazy"></a>'
        kind = self._words.code("kind", known.kind)
        if extension in _SOUNDS and known.kind in _AS_SOUND:
            return f'<audio controls preload="none" src="{address}" aria-label="{kind} {label}"></audio>'
        if extension in _FILMS and known.kind in _AS_FILM:
            return f'<video controls preload="none" src="{address}" aria-label="{kind} {label}"></video>'
        return ""

    def _caption(self, known: Attachment, address: str) -> str:
        kind = self._words.code("kind", known.kind)
        facts = "".join(f" · {fact}" for fact in self._facts(known))
        return f'{kind} <a href="{address}">{self._name(known)}</a>{facts}'

    def _name(self, known: Attachment) -> str:
        return isolate(_plain_name(known)) if _plain_name(known) else self._words["no_name"]

    def _facts(self, known: Attachment) -> Iterable[str]:
        shown = _plain_name(known)
        for name, where in ((known.name_in_text, "in_message"), (known.name_on_disk, "on_disk")):
            if name and name != shown:
                yield f"{self._words[where]}: {isolate(name)}"
        if known.page_count is not None:
            yield f"{known.page_count} {self._words['page' if known.page_count == 1 else 'pages']}"
        if known.duration_seconds is not None:
            yield self._moments.span(known.duration_seconds)
        if known.size is not None:
            yield self._moments.size(known.size)
        if known.sha256:
            yield f'SHA-256 <span class="hash">{show(known.sha256)}</span>'


def _plain_name(known: Attachment) -> str:
    return known.display or known.name_in_text or known.name_on_disk or ""
