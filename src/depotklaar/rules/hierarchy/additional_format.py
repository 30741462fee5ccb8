"""Additional metadata is in a preferred format."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.additional_files import additional_files
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R53",
    severity=Severity.WARNING,
    level=Level.ADVICE,
    clause="SIP-specificatie MDTO, aanvullende metagegevens: voorkeursformaat XML, JSON, CSV of RDF",
    text=Text(
        "De aanvullende metagegevens zijn volgens hun bestandsformaat ({format}) geen XML, JSON, CSV of RDF.",
        "The additional metadata are, by their stated format ({format}), no XML, JSON, CSV or RDF.",
    ),
    remedy=Text(
        "Lever aanvullende metagegevens als XML, JSON, CSV of RDF, elke set in een eigen bestand.",
        "Deliver additional metadata as XML, JSON, CSV or RDF, each set in a file of its own.",
    ),
)

_PREFERRED = re.compile(r"xml|json|csv|comma[ -]separated|rdf|turtle|n-triples|n-quads|trig\b", re.IGNORECASE)
_PUIDS = frozenset({"fmt/101", "fmt/817", "x-fmt/18", "fmt/875", "fmt/874", "fmt/880"})
_EXTENSIONS = (".xml", ".json", ".jsonld", ".csv", ".rdf", ".ttl", ".nt", ".nq", ".trig")


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file of which neither label, code nor name tells one of these formats."""
    for file in additional_files(package):
        term = file.format
        if term is None or term.code in _PUIDS or _PREFERRED.search(f"{term.label} {term.code or ''}"):
            continue
        if not (file.describes or file.naam).casefold().endswith(_EXTENSIONS):
            place = Place(path=file.path, element="bestand/bestandsformaat")
            yield Finding(kind=KIND, place=place, params={"format": term.label})
