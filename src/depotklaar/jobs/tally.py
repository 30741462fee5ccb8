"""The running account of a package that is being built: counts, findings, balances, what was left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from depotklaar.jobs.noticed import as_finding
from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.format import Opinion
from depotklaar.model.placed import PlacedDossier, PlacedFile, Written
from depotklaar.model.plan import PreparedConversation
from depotklaar.model.report import Balance, LeftOut, ToolVersion
from depotklaar.rules.collecting import Collector

STAGE = "delivery"

BALANCE = FindingKind(
    id="REC-BALANCE",
    severity=Severity.ERROR,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 5: niets gaat verloren zonder grond",
    text=Text(
        "De telling klopt niet voor {conversation}. Berichten: {messages_in} gelezen, {packaged} in het pakket,"
        " {left_out} weggelaten. Bijlagen: {files_in} gelezen, {files_packaged} in het pakket,"
        " {files_left_out} weggelaten.",
        "The sum does not close for {conversation}. Messages: {messages_in} read, {packaged} packaged, {left_out} left"
        " out. Attachments: {files_in} read, {files_packaged} packaged, {files_left_out} left out.",
    ),
    remedy=Text(
        "Lever dit pakket niet aan en meld dit aan de makers van depotklaar.",
        "Do not deliver this package, and report this to the makers of depotklaar.",
    ),
)
LINES = FindingKind(
    id="REC-LINES",
    severity=Severity.ERROR,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 5: niets gaat verloren zonder grond",
    text=Text(
        "Er zijn {planned} berichten en weglatingen gesorteerd, maar {rendered} in het pakket geschreven.",
        "{planned} messages and gaps were sorted, but {rendered} were written to the package.",
    ),
    remedy=BALANCE.remedy,
)
KINDS = (BALANCE, LINES)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierAccount:
    """The counts of a placed Dossier: Archiefstukken, their files, bytes and rendered lines; and who named formats."""

    archiefstukken: int
    bestanden: int
    content_bytes: int
    lines: int
    tools: tuple[ToolVersion, ...]


def account_of(placed: PlacedDossier) -> DossierAccount:
    """Count a placed Dossier."""
    files = [file for stuk in placed.files for file in stuk]
    tools: dict[str, ToolVersion] = {}
    for opinion in (opinion for file in files for opinion in _opinions(file)):
        if opinion.tool not in tools:
            tools[opinion.tool] = ToolVersion(
                name=opinion.tool, version=opinion.tool_version, signatures=opinion.signature_version
            )
    return DossierAccount(
        archiefstukken=len(placed.dossier.archiefstukken),
        bestanden=len(files),
        content_bytes=sum(file.written.size for file in files),
        lines=placed.lines,
        tools=tuple(tools.values()),
    )


def _opinions(file: PlacedFile) -> Iterator[Opinion]:
    if file.format is not None:
        yield file.format.first
        if file.format.second is not None:
            yield file.format.second


@dataclass(slots=True)
class Tally:
    """Counts grow by numbers only; balances and runs of left-out messages by one small value each."""

    collector: Collector
    balances: list[Balance] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    identifiers: dict[str, ToolVersion] = field(default_factory=dict)
    informatieobjecten: int = 0
    bestanden: int = 0
    content_bytes: int = 0
    bytes: int = 0
    files: int = 0
    messages: int = 0
    lines_planned: int = 0
    lines_rendered: int = 0

    def add_conversation(self, prepared: PreparedConversation, kinds: Mapping[str, FindingKind]) -> None:
        """Take in the account of one conversation; a sum that does not close is an error.

        `kinds` leads from the codes of what importers notice to their kinds.
        """
        self.balances.append(prepared.balance)
        self.left_out.extend(prepared.left_out)
        self.messages += prepared.balance.messages_packaged
        self.lines_planned += sum(unit.events + unit.gaps for unit in prepared.units)
        self.note(as_finding(prepared.source, finding, kinds) for finding in prepared.findings)
        if not prepared.balance.closes:
            self.note([_unbalanced(prepared.balance)])

    def add_dossier(self, account: DossierAccount, files: Iterable[Written]) -> None:
        """Count what was written for a Dossier."""
        self.informatieobjecten += 1 + account.archiefstukken
        self.bestanden += account.bestanden
        self.content_bytes += account.content_bytes
        self.lines_rendered += account.lines
        for tool in account.tools:
            self.identifiers.setdefault(tool.name, tool)
        self._count(files)

    def add_aggregations(self, files: Iterable[Written]) -> None:
        """Count the sidecars of the levels above the Dossier."""
        written = list(files)
        self.informatieobjecten += len(written)
        self._count(written)

    def note(self, findings: Iterable[Finding]) -> None:
        """Take in findings; all are counted, so many of each kind are kept."""
        self.collector.add(STAGE, findings)

    def close(self) -> None:
        """Note an error when not every line that was sorted was also rendered."""
        if self.lines_planned != self.lines_rendered:
            params: dict[str, str | int] = {"planned": self.lines_planned, "rendered": self.lines_rendered}
            self.note([Finding(kind=LINES, params=params)])

    def counts(self) -> dict[str, int]:
        """The counts by name, for the report."""
        return {
            "informatieobjecten": self.informatieobjecten,
            "bestanden": self.bestanden,
            "content_bytes": self.content_bytes,
            "files": self.files,
            "bytes": self.bytes,
            "messages": self.messages,
            "left_out": sum(sum(balance.messages_left_out.values()) for balance in self.balances),
        }

    def tools(self) -> tuple[ToolVersion, ...]:
        """The programs that identified formats, by name."""
        return tuple(self.identifiers[name] for name in sorted(self.identifiers))

    def _count(self, files: Iterable[Written]) -> None:
        for file in files:
            self.files += 1
            self.bytes += file.size


def _unbalanced(balance: Balance) -> Finding:
    params: dict[str, str | int] = {
        "conversation": balance.display,
        "messages_in": balance.messages_in,
        "packaged": balance.messages_packaged,
        "left_out": sum(balance.messages_left_out.values()),
        "files_in": balance.attachments_in,
        "files_packaged": balance.attachments_packaged,
        "files_left_out": sum(balance.attachments_left_out.values()),
    }
    return Finding(kind=BALANCE, place=Place(path=balance.display), params=params)
