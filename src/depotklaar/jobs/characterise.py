"""Characterise: finds out the format of files, and says what is odd about it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.format import FormatIdentification
from depotklaar.model.placed import PlacedDossier, PlacedFile
from depotklaar.model.plan import PreparedConversation, StagedFile

Identify = Callable[[Sequence[Path], Collection[Path]], list[FormatIdentification]]

_CLAUSE = "MDTO Metagegevensschema, bestandsformaat (PRONOM); Archiefregeling, art. 26"
DISAGREE = FindingKind(
    id="FMT-DISAGREE",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause=_CLAUSE,
    text=Text(
        "Volgens {first_tool} heeft dit bestand formaat {first}, volgens {second_tool} formaat {second}.",
        "According to {first_tool} this file has format {first}, according to {second_tool} format {second}.",
    ),
    remedy=Text("Laat iemand het bestand bekijken.", "Have somebody look at the file."),
)
ODD = FindingKind(
    id="FMT-WARNING",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause=_CLAUSE,
    text=Text(
        "De naam van het bestand past niet bij het herkende formaat {puid} ({warning}).",
        "The name of the file does not fit the format that was recognised, {puid} ({warning}).",
    ),
    remedy=Text(
        "Controleer of naam en inhoud van het bestand bij elkaar horen; de oorspronkelijke naam blijft bewaard.",
        "Check that name and content of the file belong together; the original name is kept.",
    ),
)
UNKNOWN = FindingKind(
    id="FMT-UNKNOWN",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause=_CLAUSE,
    text=Text("Het formaat van dit bestand is niet bekend bij PRONOM.", "PRONOM does not know this file's format."),
    remedy=Text(
        "Vraag de ontvanger of het zo mag; het bestand gaat ongewijzigd mee.",
        "Ask the receiver whether it will do; the file goes along unchanged.",
    ),
)
KINDS = (DISAGREE, ODD, UNKNOWN)


def characterise_prepared(prepared: PreparedConversation, identify: Identify) -> PreparedConversation:
    """Fill in the format of everything that was taken in. A dry run, which staged nothing, fills in nothing."""
    files = [*prepared.staged.values(), *prepared.originals]
    paths = [Path(file.path) for file in files if file.path is not None]
    if len(paths) != len(files):
        return prepared
    found = dict(zip((str(path) for path in paths), identify(paths, ()), strict=True))

    def known(file: StagedFile) -> StagedFile:
        return replace(file, format=found[str(file.path)])

    return replace(
        prepared,
        staged={attachment: known(file) for attachment, file in prepared.staged.items()},
        originals=tuple(known(file) for file in prepared.originals),
    )


def characterise_dossier(placed: PlacedDossier, identify: Identify) -> PlacedDossier:
    """Fill in the formats of what was made since.

    What one rendition makes has one format: the first of each is identified, the others are what it is.
    """
    samples: dict[str, PlacedFile] = {}
    for stuk in placed.files:
        for file in stuk:
            if file.format is None:
                samples.setdefault(_maker(file), file)
    paths = [Path(file.location) for file in samples.values()]
    found = dict(zip(samples, identify(paths, set(paths)), strict=True))

    def known(file: PlacedFile) -> PlacedFile:
        return file if file.format is not None else replace(file, format=found[_maker(file)])

    return replace(placed, files=tuple(tuple(known(file) for file in stuk) for stuk in placed.files))


def _maker(file: PlacedFile) -> str:
    """What made a file: its rendition, or for a document of the package the file itself."""
    return file.planned.rendition or file.location


def format_findings(placed: PlacedDossier) -> Iterator[Finding]:
    """What is odd about the formats of the files that were delivered to us."""
    for stuk in placed.files:
        for file in stuk:
            if file.format is not None and not file.planned.made:
                yield from _odd(file.written.path, file.format)


def _odd(path: str, found: FormatIdentification) -> Iterator[Finding]:
    place = Place(path=path)
    first, second = found.first, found.second
    if second is not None and found.disagrees:
        params = {
            "first_tool": first.tool,
            "first": first.puid,
            "second_tool": second.tool,
            "second": second.puid,
        }
        yield Finding(kind=DISAGREE, place=place, params=params)
    if found.puid == "UNKNOWN":
        yield Finding(kind=UNKNOWN, place=place)
    elif "mismatch" in first.warning:
        yield Finding(kind=ODD, place=place, params={"puid": first.puid, "warning": first.warning})
