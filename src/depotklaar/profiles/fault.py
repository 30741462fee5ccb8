"""A fault in a TOML file: where it is by key, what is wrong and what to do; many of them become one ProfileError."""

import difflib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from depotklaar.errors import Problem, ProfileError
from depotklaar.language import Text

KeyPath = tuple[str | int, ...]

_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault at a place: `path` holds keys and, in a list, positions counted from 0."""

    path: KeyPath
    text: Text
    hint: Text

    def in_file(self, file: str) -> Problem:
        """The fault as a problem of that file."""
        place = ", ".join(part for part in (file, key_path(self.path)) if part)
        return Problem(place=place, text=self.text, hint=self.hint)


def key_path(path: KeyPath) -> str:
    """Return the place as it looks in TOML: `[[bron]] 2, tijdzone`, `[contact], email` or `schema`.

    A rule in a table is `[[waardering.regel]] 2, categorie`.
    """
    match path:
        case (str(table), "regel", int(index), *rest):
            parts = [f"[[{table}.regel]] {index + 1}", *rest]
        case (str(table), int(index), *rest):
            parts = [f"[[{table}]] {index + 1}", *rest]
        case (str(table), _, *_):
            parts = [f"[{table}]", *path[1:]]
        case _:
            parts = list(path)
    return ", ".join(str(part + 1) if isinstance(part, int) else printable(part) for part in parts)


def refuse(file: str, faults: Sequence[Fault]) -> None:
    """Raise ProfileError with all faults, if there are any."""
    if faults:
        raise ProfileError([fault.in_file(file) for fault in faults])


def fault_of_file(file: str, text: Text, hint: Text) -> ProfileError:
    """A ProfileError about the file as a whole."""
    return ProfileError(Problem(place=file, text=text, hint=hint))


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that most resembles this one, without regard to case, or None when none does."""
    by_fold = {name.casefold().replace("-", "_"): name for name in sorted(known, reverse=True)}
    found = difflib.get_close_matches(word[:_SHOWN].casefold().replace("-", "_"), sorted(by_fold), n=1, cutoff=0.55)
    return by_fold[found[0]] if found else None


def suggestion(word: str, known: Collection[str]) -> Text:
    """A hint that names the nearest known word, or some of them; whole, so that it can be copied."""
    near = nearest(word, known)
    if near is not None:
        return Text("Bedoelde u {near}?", "Did you mean {near}?").fill(near=_whole(near))
    if not known:
        return Text("Er is er geen.", "There is none.")
    some = ", ".join(_whole(name) for name in sorted(known)[:10])
    return Text("Kies bijvoorbeeld: {some}.", "Choose for instance: {some}.").fill(some=some)


def quoted(value: object) -> str:
    """The value between quotes, shortened and with nothing that a terminal would obey."""
    text = str(value)
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return f'"{printable(shown)}"'


def _whole(text: str) -> str:
    return f'"{printable(text)}"'


def printable(text: str) -> str:
    """The text with every character that does not show written as its code."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
