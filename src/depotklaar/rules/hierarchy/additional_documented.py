"""What additional metadata mean is documented in the delivery."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.additional_files import additional_files
from depotklaar.rules.interface import Context, ObjectFacts, PackageFacts

KIND = FindingKind(
    id="SIP-R54",
    severity=Severity.WARNING,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, aanvullende metagegevens: documentatie van een eigen schema als informatieobject; "
    "MDTO Metagegevensschema 1.0.1, aanvullendeMetagegevens",
    text=Text(
        "Er zijn aanvullende metagegevens, maar niets in het pakket kan hun structuur en betekenis beschrijven.",
        "There are additional metadata, but nothing in the package can describe their structure and meaning.",
    ),
    remedy=Text(
        "Is het een eigen schema, lever dan de documentatie mee als informatieobject; een standaard hoeft niet.",
        "If the schema is your own, deliver its documentation as an informatieobject; a standard does not need it.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding, at the first such file, when no file is left that could be the documentation.

    What a file says is not read. It could be documentation when it is not itself additional metadata, and belongs to an
    informatieobject that has no additional metadata.
    """
    files = {file.path: file for file in additional_files(package)}
    if files and not any(_could_document(package, one) for one in package.objects if one.path not in files):
        yield Finding(kind=KIND, place=Place(path=next(iter(files))))


def _could_document(package: PackageFacts, one: ObjectFacts) -> bool:
    if one.kind != "bestand":
        return False
    owner = package.find(one.represents) if one.represents is not None else None
    owner = owner or package.parent_by_place(one)
    return owner is None or not owner.additional
