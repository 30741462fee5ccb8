"""The line that begins a record of a WhatsApp export: its shapes, and the pattern that finds the records of a file."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

SPACES = " \u00a0\u202f"
MARKS = "\u200e\u200f\ufeff\u202a-\u202e\u2066-\u2069"
_SP = f"[{SPACES}]"
_MARK = "[\u200e\u200f]?"
_BEFORE = "오전|오후|上午|下午|午前|午後"
_AFTER = rf"[AaPp]\.?{_SP}?[Mm]\.?|[صم](?!\w)|π\.?μ\.?|μ\.?μ\.?"
_LABEL = r"(?:([^:\n]++):(?: |(?=\r?(?:\n|\Z))))?"

_STAMP = re.compile(
    rf"^[{MARKS}]*(?P<open>\[)?(?P<a>\d{{4}}|\d{{1,2}})(?P<sep>{_MARK}(?:[-/,]|\.{_SP}?){_MARK})(?P<b>\d{{1,2}})(?P=sep)"
    rf"(?P<c>\d{{4}}|\d{{1,2}})(?P<dot>\.?)(?P<gap>,?{_SP}(?:klo|à|às|kl\.?|um){_SP}|[,.]?{_SP}|,){_MARK}"
    rf"(?:(?P<pre>{_BEFORE}){_SP}?)?(?P<h>\d{{1,2}})(?P<colon>[:.])(?P<m>\d{{2}})(?:(?P=colon)(?P<s>\d{{2}}))?"
    rf"(?:{_SP}?{_MARK}(?P<post>{_AFTER}){_MARK})?"
    rf"(?P<close>\]{_SP}?|{_SP}[-–]{_SP}|:{_SP}|{_SP}(?=[^\s:\[][^:\n]*+:{_SP}))",
    re.M,
)
_PASTED = re.compile(rf"^[{MARKS}]*\[\d{{1,2}}[-/.]\d{{1,2}}\.?,? \d{{1,2}}[:.]\d{{2}}[^\]\n]{{0,12}}\] [^:\n]+:", re.M)

Family = Literal["bracket", "dash", "colon", "bare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a file writes the begin of a record. Widths of day and month are no part of it: one file may mix them.

    `bracket` is `[stamp] ` (iPhone), `dash` is `stamp - ` (Android), `colon` is `stamp: ` (iPhone until about 2017),
    `bare` is `stamp ` before a label: too weak to be more than a guest in a file. `year` says where it stands and in
    how many digits; `meridiem` where AM or PM stands, or none for the 24-hour clock.
    """

    family: Family
    dash: str
    separator: str
    year: Literal["first4", "last4", "last2"]
    dot: bool
    gap: str
    colon: str
    seconds: bool
    meridiem: Literal["none", "before", "after"]
    ascii_digits: bool

    @property
    def seconds_last(self) -> bool:
        """Whether a stamp of this shape ends in two plain digits of seconds."""
        return self.seconds and self.meridiem != "after" and self.ascii_digits

    @property
    def name(self) -> str:
        """The shape as a person can read it, e.g. `[DD-DD-YYYY, HH:MM:SS] `."""
        fields = {"first4": ("YYYY", "NN", "NN"), "last4": ("NN", "NN", "YYYY"), "last2": ("NN", "NN", "YY")}[self.year]
        clock = self.colon.join(("HH", "MM", *(("SS",) if self.seconds else ())))
        clock = {"none": clock, "before": f"AM {clock}", "after": f"{clock} AM"}[self.meridiem]
        stamp = f"{self.separator.join(fields)}{'.' if self.dot else ''}{self.gap}{clock}"
        return {"bracket": f"[{stamp}] ", "dash": f"{stamp} {self.dash} ", "colon": f"{stamp}: "}.get(
            self.family, f"{stamp} "
        )


def shape_at(text: str, position: int = 0) -> Shape | None:
    """Return the shape of the header that begins at `position`, the begin of a line; None when there is none."""
    match = _STAMP.match(text, position)
    return None if match is None else shape_of(match)


def headers_in(text: str) -> list["re.Match[str]"]:
    """Return a match for every line that looks like a header of any shape; `shape_of` tells which, or None."""
    return list(_STAMP.finditer(text))


def has_pasted_line(text: str) -> bool:
    """Whether a line looks like a message copied from the app: `[5/2, 16:08] Name:`, without a year."""
    return _PASTED.search(text) is not None


def shape_of(match: "re.Match[str]") -> Shape | None:
    """Return the shape of a match of the general pattern; None when brackets, year or clock do not fit together."""
    first, last, close = len(match["a"]), len(match["c"]), match["close"]
    if (match["open"] is None) is close.startswith("]") or (match["pre"] and match["post"]):
        return None
    if (first == 4 and last == 4) or (first != 4 and last not in (2, 4)):
        return None
    stamp = match[0]
    return Shape(
        family="bracket" if close[0] == "]" else "colon" if close[0] == ":" else "dash" if len(close) == 3 else "bare",
        dash=close[1] if len(close) == 3 else "",
        separator=match["sep"].replace("\u00a0", " ").replace("\u202f", " "),
        year="first4" if first == 4 else "last4" if last == 4 else "last2",
        dot=bool(match["dot"]),
        gap=match["gap"].replace("\u00a0", " ").replace("\u202f", " "),
        colon=match["colon"],
        seconds=match["s"] is not None,
        meridiem="before" if match["pre"] else "after" if match["post"] else "none",
        ascii_digits=not any(c.isdigit() and not c.isascii() for c in stamp),
    )


@cache
def header_pattern(shapes: tuple[Shape, ...]) -> "re.Pattern[str]":
    """Return the pattern for records of these shapes: two groups a shape (stamp, date in it), the last is the label.

    It begins with the line feed before the record, as that is found fastest. The label is everything before the first
    `: ` on the line; None when there is no such thing.
    """
    forms = "|".join(_shape_pattern(shape) for shape in shapes)
    return re.compile(rf"\n[{MARKS}]*+(?:{forms}){_LABEL}")


@cache
def embedded_pattern(shapes: tuple[Shape, ...]) -> "re.Pattern[str]":
    """Return the pattern that finds a header of these shapes anywhere, also in the middle of a line."""
    return re.compile("|".join(_shape_pattern(shape) for shape in shapes))


def _shape_pattern(shape: Shape) -> str:
    digit = "[0-9]" if shape.ascii_digits else r"\d"
    year = digit * (2 if shape.year == "last2" else 4)
    part = f"{digit}{{1,2}}"
    separator = _spaced(shape.separator)
    fields = (year, part, part) if shape.year == "first4" else (part, part, year)
    date = separator.join(fields) + (r"\." if shape.dot else "")
    colon = re.escape(shape.colon)
    clock = f"{part}{colon}{digit * 2}" + (f"{colon}{digit * 2}" if shape.seconds else "")
    if shape.meridiem == "before":
        clock = f"(?:{_BEFORE}){_SP}?{clock}"
    if shape.meridiem == "after":
        clock = f"{clock}{_SP}?{_MARK}(?:{_AFTER}){_MARK}"
    stamp = f"(({date}){_spaced(shape.gap)}{_MARK}{clock})"
    return {
        "bracket": rf"\[{stamp}\]{_SP}?",
        "dash": f"{stamp}{_SP}{re.escape(shape.dash)}{_SP}",
        "colon": f"{stamp}:{_SP}",
        "bare": rf"{stamp}{_SP}(?=[^\s:\[][^:\n]*+:{_SP})",
    }[shape.family]


def _spaced(text: str) -> str:
    return "".join(_SP if c == " " else re.escape(c) for c in text)
