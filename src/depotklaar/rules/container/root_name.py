"""The folder in a container bears the container's name."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="CONTAINER-NAME",
    severity=Severity.WARNING,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 4 (serialisatie): de namen komen overeen",
    text=Text(
        "De map in de container heet {root}, de container zelf {name}.",
        "The folder in the container is called {root}, the container itself {name}.",
    ),
    remedy=Text(
        "Geef de map en de container dezelfde naam.",
        "Give folder and container the same name.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the two names differ."""
    if package.container in ("zip", "tar") and package.root not in (None, package.name):
        yield Finding(kind=KIND, params={"root": package.root or "-", "name": package.name})
