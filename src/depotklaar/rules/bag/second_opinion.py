"""A second opinion on completeness, by the field's own library."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-SECOND-OPINION",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="bagit (Library of Congress), controle op volledigheid",
    text=Text(
        "Het programma bagit van de Library of Congress keurt de bag af ({problem}); dat programma kent zelf gebreken.",
        "The program bagit of the Library of Congress rejects the bag ({problem}); that program has faults of its own.",
    ),
    remedy=Text(
        "Zoek in dit rapport de bevinding die dit verklaart; is er geen, controleer dan de namen op bijzondere tekens.",
        "Look in this report for the finding that explains it; if there is none, look for odd characters in names.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the library rejects a bag that lies in a folder."""
    if package.second_opinion is not None:
        yield Finding(kind=KIND, params={"problem": package.second_opinion})
