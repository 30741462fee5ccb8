"""Sources and results apart: what is written inside a source would change it, and be read as part of it next time."""

import os
from collections.abc import Iterable
from pathlib import Path

from depotklaar.errors import Problem, WriteError
from depotklaar.language import Text
from depotklaar.storage.guard import printable

_INSIDE = Text("de uitvoermap ligt in een bron: {source}", "the output folder lies inside a source: {source}")
_ELSEWHERE = Text(
    "Kies een uitvoermap buiten de bronnen; een bron wordt nooit veranderd.",
    "Choose an output folder outside the sources; a source is never changed.",
)


def keep_apart(out: Path, sources: Iterable[Path]) -> None:
    """WriteError that names every source folder in which `out`, or what it links to, lies; `out` need not exist."""
    target = os.path.realpath(out)
    within = [source for source in dict.fromkeys(sources) if source.is_dir() and _lies_in(target, source)]
    if within:
        texts = [_INSIDE.fill(source=printable(str(source))) for source in within]
        raise WriteError([Problem(place=printable(str(out)), text=text, hint=_ELSEWHERE) for text in texts])


def _lies_in(target: str, folder: Path) -> bool:
    """Whether a real path is that of the folder or of something in it, whatever letters the disk takes for the same."""
    if Path(target).is_relative_to(os.path.realpath(folder)):
        return True
    return any(above.exists() and above.samefile(folder) for above in (Path(target), *Path(target).parents))
