"""Finds a profile or list by the name under which it comes along, or by its path."""

from collections.abc import Callable, Sequence
from pathlib import Path

from depotklaar.language import Text
from depotklaar.profiles.document import Document, document_of, read_document
from depotklaar.profiles.fault import fault_of_file, quoted, suggestion


def named_document(
    name_or_path: str, base: Path | None, schema: str, names: Sequence[str], read: Callable[[str], bytes]
) -> Document:
    """Read what comes along under a name, or a file when the text ends in `.toml` or has a slash.

    `base` is the folder from which a path is seen; None is the working folder. ProfileError when there is no such name.
    """
    if _is_path(name_or_path):
        return read_document((base or Path()) / name_or_path, schema)
    if name_or_path not in names:
        near = suggestion(name_or_path, names)
        raise fault_of_file(
            schema.rsplit("-", 1)[0],
            Text("Er is niets met de naam {name}.", "There is nothing by the name {name}.").fill(
                name=quoted(name_or_path)
            ),
            Text(f"{near.nl} Een eigen bestand eindigt op .toml.", f"{near.en} A file of your own ends in .toml."),
        )
    return document_of(read(name_or_path), f"{name_or_path}.toml", schema)


def _is_path(text: str) -> bool:
    return text.lower().endswith(".toml") or "/" in text or "\\" in text
