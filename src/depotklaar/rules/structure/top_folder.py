"""The top folder in a container is the collection itself, with its own metadata file."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="RECEIVER-TOP-FOLDER",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Noord-Hollands Archief, preingest-api, SidecarValidationHandler: de som van bestanden en mappen is even",
    text=Text(
        "De bovenste map in de container, {folder}, is geen informatieobject; de ontvanger telt haar mee en keurt af.",
        "The top folder in the container, {folder}, is no informatieobject; the receiver counts it, and rejects then.",
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
    before it is counted, by agreement; a folder is no container. How a container is packed says nothing against what is
    in it, and it is easily packed anew: hence a warning.
    """
    if KIND.id not in context.profile.checks or package.bag is not None or package.root is None:
        return
    if package.layout.content not in package.layout.sidecars.values():
        yield Finding(kind=KIND, params={"folder": package.root})
