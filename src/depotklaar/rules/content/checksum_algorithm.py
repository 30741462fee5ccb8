"""A file has at least one checksum of the SHA-2 family."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Bestand
from depotklaar.rules.algorithms import STRONG, hash_name
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R39-ALGORITHM",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO Begrippenlijst ChecksumAlgoritme (open)",
    text=Text(
        "Geen van de checksums is van een algoritme uit de begrippenlijst van MDTO ({algorithms}).",
        "None of the checksums is of an algorithm in MDTO's list ({algorithms}).",
    ),
    remedy=Text(
        "Voeg een checksum toe van SHA-256 of SHA-512.",
        "Add a checksum of SHA-256 or SHA-512.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when all checksums are of weak or unknown algorithms."""
    if not isinstance(sidecar.mdto, Bestand) or not sidecar.mdto.checksum:
        return
    labels = [one.algoritme.label for one in sidecar.mdto.checksum]
    if not any(hash_name(label) in STRONG for label in labels):
        yield Finding(kind=KIND, place=sidecar.place("checksum"), params={"algorithms": ", ".join(labels)})
