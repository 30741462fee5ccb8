"""The top folder in a container is the collection itself, with its own metadata file."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="RECEIVER-TOP-FOLDER",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Noord-Hollands Archief, preingest-api, SidecarValidationHandler: de som van bestanden en mappen is even",
    text=Text(
        "De bovenste map in de container, {folder}, heeft geen metagegevens; de ontvanger telt dan een oneven aantal.",
        "The top folder in the container, {folder}, has no metadata; the receiver then counts an odd number.",
    ),
    remedy=Text(
        "Pak de map van het bovenste informatieobject zelf in, zonder map eromheen.",
        "Pack the folder of the topmost informatieobject itself, without a folder around it.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding for a bare container whose only top folder is not described.

    The receiver counts all files and folders, the top folder too, and wants an even sum: each has its metadata file.
    What else makes the sum odd is told by the rules on metadata files. A bag has files of its own and is unpacked
    before it is counted, by agreement; a folder is no container.
    """
    if KIND.id not in context.profile.checks or package.bag is not None or package.root is None:
        return
    if package.layout.content not in package.layout.sidecars.values():
        yield Finding(kind=KIND, params={"folder": package.root})
