"""A term has a duration that can pass: not a negative one."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.terms import terms

KIND = FindingKind(
    id="MDTO-TERM-NEGATIVE",
    severity=Severity.ERROR,
    level=Level.OURS,
    clause="MDTO Gegevensgroepen 1.0.1, termijnLooptijd (ISO 8601); het XML-schema laat een negatieve duur toe",
    text=Text("De looptijd {duration} is negatief.", "The duration {duration} is negative."),
    remedy=Text("Schrijf de looptijd zonder minteken.", "Write the duration without a minus sign."),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each term of which the duration has a minus sign."""
    for place, term in terms(sidecar):
        if term.looptijd is not None and term.looptijd.strip().startswith("-"):
            yield Finding(kind=KIND, place=place(), params={"duration": term.looptijd.strip()})
