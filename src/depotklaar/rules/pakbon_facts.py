"""The pakbon beside a package as facts, and the hash of the container that it may speak of."""

from collections.abc import Mapping
from pathlib import Path

from depotklaar.errors import Problem, SourceError
from depotklaar.language import Text
from depotklaar.rules.algorithms import hash_name
from depotklaar.rules.interface import Fault, PakbonFacts
from depotklaar.standards.pakbon.reader import read_pakbon
from depotklaar.standards.xml import ForeignXml, MalformedXml
from depotklaar.storage.intake import hash_stream
from depotklaar.storage.tree import Container

_LIMIT = 1_000_001


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
    except (MalformedXml, ForeignXml) as fault:
        return PakbonFacts(path=path.name, pakbon=None, malformed=Fault(fault.reason, fault.line))


def container_digests(path: Path, container: Container, note: PakbonFacts | None) -> Mapping[str, str]:
    """Return the digest of a zip or tar itself, by hashlib name, if the pakbon gives one; else nothing."""
    bon = note.pakbon if note else None
    if bon is None or bon.hash_basis != "container" or container == "folder":
        return {}
    algorithm = hash_name(bon.hash_algorithm)
    with path.open("rb", buffering=0) as file:
        return hash_stream(file, [algorithm]).values if algorithm else {}
