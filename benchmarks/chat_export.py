"""Makes WhatsApp text exports as a Dutch Android phone and a Dutch iPhone write them; the same seed, the same bytes."""

import datetime as dt
import random
from collections.abc import Callable, Iterator

from benchmarks.material import SMILEYS, WORDS

START = dt.datetime(2023, 1, 2, 8, 0, 7)
PEOPLE = ("Anna de Groot", "Bas Visser", "+31 6 00000003", "Dirk Molenaar", "Els van Duin")

Stamp = Callable[[dt.datetime], str]


def android_export(lines: int) -> bytes:
    """About that many lines: `02-01-2023 08:00 - Naam: tekst`, with LF."""
    words = "Berichten en oproepen worden end-to-end versleuteld. Niemand buiten deze chat kan ze lezen of beluisteren,"
    notice = f"{words} zelfs WhatsApp niet. Tik voor meer informatie."
    body = _lines(lines, lambda moment: moment.strftime("%d-%m-%Y %H:%M - "), "<Media weggelaten>")
    return "".join(f"{line}\n" for line in (f"{START:%d-%m-%Y %H:%M} - {notice}", *body)).encode()


def ios_export(lines: int) -> bytes:
    """About that many lines: `[02-01-2023 08:00:07] Naam: tekst`, with CRLF."""
    words = (
        "Berichten en gesprekken worden end-to-end versleuteld. Niemand buiten deze chat kan ze lezen of beluisteren,"
    )
    notice = f"Overleg: \u200e{words} zelfs WhatsApp niet."
    body = _lines(lines, lambda moment: moment.strftime("[%d-%m-%Y %H:%M:%S] "), "\u200eafbeelding weggelaten")
    return "".join(f"{line}\r\n" for line in (f"{START:[%d-%m-%Y %H:%M:%S]} {notice}", *body)).encode()


def _lines(count: int, stamp: Stamp, omitted: str) -> Iterator[str]:
    """Messages of one line, some of three, some with media that the export leaves out, some edited."""
    chance = random.Random(count)
    moment, written = START, 1
    while written < count:
        moment += dt.timedelta(seconds=chance.randrange(1, 300))
        kind = chance.random()
        text = " ".join(chance.choices(WORDS, k=chance.randrange(2, 22)))
        if kind < 0.05:
            text = omitted
        elif kind < 0.10:
            text = f"{text} {chance.choice(SMILEYS)}"
        elif kind < 0.12:
            text = f"{text} \u200e<Dit bericht is bewerkt>"
        yield f"{stamp(moment)}{chance.choice(PEOPLE)}: {text}"
        written += 1
        if kind > 0.97:
            yield f"1. {text}"
            yield f"2. {text}"
            written += 2
