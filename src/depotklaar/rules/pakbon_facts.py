"""The pakbon beside a package as facts, and the hash of the container that it may speak of."""

from collections.abc import Mapping
from pathlib import Path

from depotklaar.errors import Problem, SourceError
from depotklaar.language import Text
from depotklaar.rules.algorithms import hash_name
from depotklaar.rules.interface import Fault, PakbonFacts
from depotklaar.standards.pakbon.reader import NAMESPACE, OtherForm, read_pakbon
from depotklaar.standards.xml import ForeignXml, MalformedXml
from depotklaar.storage.intake import hash_stream
from depotklaar.storage.tree import Container

_LIMIT = 1_000_001
_NO_XML = Text("het is geen XML", "it is no XML")


def read_note(path: Path) -> PakbonFacts:
    """Return what stands in a pakbon, or why it cannot be read as one. SourceError when the file cannot be opened."""
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT)
    except OSError as error:
        problem = Problem(
            place=str(path),
            text=Text("de pakbon kan niet worden geopend", "the pakbon cannot be opened"),
            hint=Text("Controleer het pad van de pakbon.", "Check the path of the pakbon."),
        )
        raise SourceError(problem) from error
    try:
        return PakbonFacts(path=path.name, pakbon=read_pakbon(data))
    except OtherForm as fault:
        return PakbonFacts(path=path.name, pakbon=None, other_form=fault.reason)
    except (MalformedXml, ForeignXml) as fault:
        if _is_another(data):
            return PakbonFacts(path=path.name, pakbon=None, other_form=_NO_XML)
        return PakbonFacts(path=path.name, pakbon=None, malformed=Fault(fault.reason, fault.line))


def _is_another(data: bytes) -> bool:
    """Whether something is written here, but neither in XML nor in our form; it may be in two bytes a character."""
    text = data.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").removeprefix(b"\xef\xbb\xbf")
    start = text.lstrip()[:64].lower()
    is_markup = start.startswith(b"<") and not start.startswith((b"<!doctype html", b"<html"))
    return bool(start) and not is_markup and NAMESPACE.encode() not in text


def container_digests(path: Path, container: Container, note: PakbonFacts | None) -> Mapping[str, str]:
    """Return the digest of a zip or tar itself, by hashlib name, if the pakbon gives one; else nothing."""
    bon = note.pakbon if note else None
    if bon is None or bon.hash_basis != "container" or container == "folder":
        return {}
    algorithm = hash_name(bon.hash_algorithm)
    with path.open("rb", buffering=0) as file:
        return hash_stream(file, [algorithm]).values if algorithm else {}
