"""A category of a known selection list is in that list."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.cited_categories import cited_categories
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R20",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO Metagegevensschema 1.0.1, informatiecategorie: een categorie uit de selectielijst",
    text=Text(
        "De categorie {category} staat zo niet in {list}.",
        "The category {category} is not in {list} in this form.",
    ),
    remedy=Text(
        "Vul code en label zoals in de selectielijst, of noem de lijst waaruit de categorie wel komt.",
        "Write code and label as the selection list does, or name the list from which the category does come.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each category without an entry, or under the label of another one; only lists that are known count."""
    for cited in cited_categories(sidecar, context):
        if not cited.entries or cited.mistaken:
            place = sidecar.place(cited.element, cited.number)
            yield Finding(kind=KIND, place=place, params={"category": cited.shown, "list": cited.lijst.title})
