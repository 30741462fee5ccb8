"""The reading version: one self-contained page of an Archiefstuk, for whoever reads it fifty years from now.

It fetches nothing, runs nothing and hides nothing; the JSON file beside it stays the source.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, BinaryIO

import jinja2
from markupsafe import Markup

from depotklaar.language import Language, Text
from depotklaar.model.event import Event, Time
from depotklaar.renditions.interface import RenderInput
from depotklaar.renditions.reading import people, text
from depotklaar.renditions.reading.events import Events
from depotklaar.renditions.reading.media import Media
from depotklaar.renditions.reading.moments import Moments, Quality, day_of, is_of_one_moment, quality_of
from depotklaar.renditions.reading.source_words import SOURCE_CODES
from depotklaar.renditions.reading.words import wording
from depotklaar.standards.conversation.reader import decode_event

name = "reading-html"
extension = "html"
title = Text("Leesversie (HTML)", "Reading version (HTML)")

_BATCH = 200
_ALWAYS_COUNTED = ("message",)
_NOTHING = Text("Dit archiefstuk bevat geen berichten.", "This record holds no messages.")


def render(source: RenderInput, out: BinaryIO) -> None:
    """Write the page to `out` in UTF-8, one event in memory at a time. Errors of `lines` and `out` pass through."""
    page = _Page(source)
    out.write(page.head())
    batch: list[str] = []
    for fragment in page.days():
        batch.append(fragment)
        if len(batch) == _BATCH:
            out.write("".join(batch).encode("utf-8"))
            batch.clear()
    out.write("".join(batch).encode("utf-8"))
    out.write(page.tail())


class _Page:
    """One page while it is written: the words, the people, the media and where in the days we are."""

    def __init__(self, source: RenderInput) -> None:
        self._source = source
        self._words = wording(source.language)
        self._moments = Moments(self._words)
        self._people = people.People(source.head.participants, self._words)
        self._media = Media(source.head.attachments, source.files, self._words, self._moments)
        self._events = Events(self._words, self._moments, self._people, self._media)
        self._templates = _environment(source.language)
        self._day: str | None = None
        self._is_open = False
        self._quality: Quality | None = None
        self._doubts: dict[Quality, str] = {}

    def head(self) -> bytes:
        """Everything before the first day."""
        source = self._source
        facts = [(label.in_language(source.language), value) for label, value in source.facts]
        return self._fill(
            "reading_head.html",
            page_title=f"{source.title} ({source.period})" if source.period else source.title,
            facts=facts,
            conversation=source.head.conversation,
            participants=source.head.participants,
            captures=source.head.captures,
        )

    def days(self) -> Iterator[str]:
        """The days with their events and gaps, as pieces of HTML."""
        yield '<div class="days">\n'
        for line in self._source.lines():
            record = decode_event(line)
            if not isinstance(record, Event):
                yield self._open_list("") if not self._is_open else ""
                yield self._events.gap(record)
                continue
            time = record.timestamp
            day = day_of(time) if time is not None else self._day
            if self._day is None or (day and day != self._day):
                yield self._open_day(time, day or "")
            yield self._events.item(record, day or "", self._doubt(time))
        yield self._close_list() if self._is_open else f"<p>{_NOTHING.in_language(self._source.language)}</p>\n"
        yield "</div>\n"

    def tail(self) -> bytes:
        """Everything after the last day."""
        found = self._events.counts + Counter(part.presence for part in self._source.head.attachments)
        counts = [(kind, found[kind]) for kind in SOURCE_CODES["count"] if found[kind] or kind in _ALWAYS_COUNTED]
        others = self._media.unmentioned()
        return self._fill("reading_tail.html", findings=self._source.findings, counts=counts, others=others)

    def _open_day(self, time: Time | None, day: str) -> str:
        self._day = day
        held = quality_of(time) if time is not None else None
        self._quality = None if held is None or is_of_one_moment(held) else held
        quality = f'<p class="s">{self._moments.quality_title(self._quality)}</p>' if self._quality else ""
        return self._open_list(f"<h3>{self._moments.day_title(day)}</h3>{quality}")

    def _open_list(self, heading: str) -> str:
        close = self._close_list() if self._is_open else ""
        self._is_open = True
        return f'{close}<section>{heading}<ol class="day" role="list">\n'

    def _close_list(self) -> str:
        return "</ol></section>\n"

    def _doubt(self, time: Time | None) -> str:
        """How the certainty of this moment differs from that of its day, in words; empty when it does not."""
        if time is None:
            return ""
        quality = quality_of(time)
        if quality == self._quality and not time.utc_candidates:
            return ""
        told = self._doubts.get(quality)
        if told is None:
            told = self._doubts[quality] = self._moments.quality_title(quality)
        if not time.utc_candidates:
            return told
        return f"{told}; {self._words['possibly']} {self._moments.candidates(time)}"

    def _fill(self, template: str, **values: Any) -> bytes:
        filled = self._templates.get_template(template).render(
            source=self._source,
            name_of=_markup(self._people.name),
            figure_of=_markup(self._media.figure),
            **values,
        )
        return filled.encode("utf-8")


@cache
def _environment(language: Language) -> jinja2.Environment:
    """The templates with the words of one language, compiled once for all pages."""
    words = wording(language)
    moments = Moments(words)
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("depotklaar.renditions", "templates"),
        autoescape=True,
        auto_reload=False,
        finalize=_shown,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(t=lambda nl, en: Text(nl, en).in_language(language), language=language)
    environment.filters.update(
        anchor=_markup(text.anchor),
        code=_markup(lambda code, kind: words.code(kind, code)),
        flat=_markup(text.flat),
        function=_markup(people.describe),
        isolate=_markup(text.isolate),
        date=_markup(moments.date_title),
        period=_markup(lambda bounds: moments.period_title(*bounds)),
        size=_markup(moments.size),
    )
    return environment


def _markup(make: Callable[..., str]) -> Callable[..., Markup]:
    """A filter out of a function that gives finished HTML."""
    return lambda *values: Markup(make(*values))  # noqa: S704


def _shown(value: object) -> Markup:
    """What a template prints, made fit for the page unless it already is."""
    return value if isinstance(value, Markup) else Markup(text.show(str(value)))  # noqa: S704
