"""What follows the header of a record: a label and a message, or a line of the app itself."""

from collections.abc import Iterable
from functools import lru_cache

from depotklaar.importers.whatsapp_message import LRM, Content, read_message
from depotklaar.importers.whatsapp_wording import Hit, Wording

LONGEST_LABEL = 512
_MOST_LABELS = 100_000
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2068\u2069"))

Reading = tuple[str | None, str | None, Content | None]


class Payloads:
    """Reads payloads of one file.

    `known` are the labels that stand at the begin of several records, `colon_labels` those that hold `: ` themselves.
    `ios` says that the headers are an iPhone's; `marked` that the file has the app's U+200E at all.
    """

    def __init__(
        self,
        wording: Wording,
        *,
        ios: bool,
        marked: bool,
        crlf: bool,
        known: Iterable[str],
        colon_labels: Iterable[str],
    ) -> None:
        self._wording = wording
        self._ios = ios
        self._marked = ios and marked
        self._unmarked = ios and not marked
        self._crlf = crlf
        self._known = frozenset(known)
        self._colon_labels = sorted(colon_labels, key=lambda label: (-len(label), label))
        self._traps = frozenset(label.partition(": ")[0] for label in self._colon_labels)
        self._plain: set[str] = set()
        self._starts = wording.starts
        self._firsts = frozenset(start[0] for start in wording.starts)
        self._exact = wording.exact
        self._notice = lru_cache(maxsize=1024)(self._find_notice)

    def read(self, label: str | None, raw: str, head: int, cut: int) -> Reading:
        """Return label, body and content of a record; content None means a plain message of that label.

        `raw` is the record, `head` where its payload begins and `cut` where the text after a label `x: ` begins.
        """
        if label in self._plain:
            return self._message(label, self._text(raw, cut))
        return self._judge(label, raw, head, cut)

    def _text(self, raw: str, start: int) -> str:
        ends = 0 if raw[-1] != "\n" else 2 if raw[-2:-1] == "\r" else 1
        text = raw[start : len(raw) - ends]
        return text.replace("\r\n", "\n") if self._crlf else text

    def _message(self, label: str, body: str) -> Reading:
        if (
            LRM not in body
            and body
            and body[-1] not in ")>"
            and (body[0] not in self._firsts or not body.startswith(self._starts))
            and ")\n" not in body
            and (len(body) > 32 or body not in self._exact)
            and not (self._unmarked and (body.startswith(label) or "end-to-end" in body))
        ):
            return label, body, None
        content = read_message(body, self._wording, self._ios, self._marked)
        if content is None and self._ios and self._is_of_the_app(label, body):
            content = self._app_line(body)
        return (label, body, None) if content is None else (label, content.body, content)

    def _is_of_the_app(self, label: str, body: str) -> bool:
        """Whether a labelled iPhone line without known placeholder is the app's own.

        With marks it is when the mark opens the body. A file that lost all its marks only shows it by the words: the
        notice about encryption, or a line of which the actor is the label.
        """
        if self._marked:
            return body.startswith(LRM)
        if not (body.startswith(label) or "end-to-end" in body):
            return False
        hit = self._notice(body.partition("\n")[0])
        return hit is not None and (
            hit.phrase.values.get("code") == "encryption_notice" or hit.places.get("actor") == label
        )

    def _judge(self, label: str | None, raw: str, head: int, cut: int) -> Reading:
        payload = self._text(raw, head)
        for name in self._colon_labels:
            if payload.startswith(name + ":") and payload[len(name) + 1 : len(name) + 2] in ("", " ", "\n"):
                return self._message(name, self._text(raw, min(len(raw), head + len(name) + 2)))
        if not self._ios and payload.startswith(LRM):
            return None, None, self._app_line(payload)
        line = payload.partition("\n")[0]
        if label is None:
            label, colon, _ = line.partition(": ")
            if not colon or not label:
                return None, None, self._app_line(payload)
            cut = head + len(label) + 2
        hit = self._notice(line)
        if len(label) > LONGEST_LABEL or (hit is not None and self._prefers_notice(label, hit)):
            return None, None, self._app_line(payload)
        if label not in self._traps and len(self._plain) < _MOST_LABELS:
            self._plain.add(label)
        return self._message(label, self._text(raw, cut))

    def _prefers_notice(self, label: str, hit: Hit) -> bool:
        """Whether a line that could be both is the app's: then its colon stands in a title or name, not before."""
        if any(": " in hit.places.get(place, "") for place in ("old", "new")):
            return True
        if label in self._known or ": " in hit.places.get("actor", ""):
            return False
        return ": " not in hit.places.get("subject", hit.places.get("subjects", "")) or " " in label.strip()

    def _app_line(self, text: str) -> Content:
        line = text.partition("\n")[0]
        hit = self._notice(line)
        kind = "system" if hit is None or "medium" not in hit.phrase.values else "call"
        language = "" if hit is None else hit.phrase.language
        return Content(text.translate(_MARKS), kind=kind, language=language, hit=hit)  # type: ignore[arg-type]

    def _find_notice(self, line: str) -> Hit | None:
        wording = self._wording
        return wording.find(wording.calls, line) or wording.find(wording.system, line)
