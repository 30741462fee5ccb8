"""A package opens and holds only ordinary files and folders with sound names."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="CONTAINER-OPEN",
    severity=Severity.ERROR,
    level=Level.OURS,
    clause="Veilig te lezen: gewone bestanden en mappen, ZIP of tar, RFC 8493 paragraaf 5",
    text=Text(
        "Het pakket is zo niet veilig te lezen: {detail_nl}",
        "The package cannot be read safely as it is: {detail_en}",
    ),
    remedy=Text(
        "{hint_nl}",
        "{hint_en}",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each reason why it was refused."""
    for problem in package.refused:
        params = {"detail_nl": problem.text.nl, "detail_en": problem.text.en}
        hints = {"hint_nl": problem.hint.nl, "hint_en": problem.hint.en}
        yield Finding(kind=KIND, place=Place(path=problem.place), params={**params, **hints})
