"""The top of the tree: the Archief, its Series, and the Dossier that documents the package itself."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from depotklaar.arrangement.description import Describer, Span
from depotklaar.arrangement.naming import safe_extension
from depotklaar.arrangement.outline import Outliner, serie_name
from depotklaar.model.appraisal import Ruling
from depotklaar.model.mdto import Verwijzing
from depotklaar.model.plan import (
    PlannedAggregation,
    PlannedArchiefstuk,
    PlannedDossier,
    PlannedFile,
    SerieKey,
    StagedFile,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that explains the package: a short key for names, its title, and the file itself."""

    key: str
    title: str
    staged: StagedFile


@dataclass(slots=True)
class _Growing:
    """A Serie that dossiers are still being added to."""

    ruling: Ruling
    children: list[Verwijzing] = field(default_factory=list)
    span: Span = field(default_factory=Span)


class TopPlanner:
    """Gathers what the levels above the Dossier need. Memory: one reference for each Dossier."""

    def __init__(self, outliner: Outliner) -> None:
        self._outliner = outliner
        self._describer: Describer = outliner.describer
        self._series: dict[SerieKey, _Growing] = {}

    def add(self, dossier: PlannedDossier) -> None:
        """Take note of a planned Dossier."""
        assert dossier.serie is not None
        growing = self._series.get(dossier.serie)
        if growing is None:
            growing = self._series[dossier.serie] = _Growing(ruling=dossier.ruling)
        growing.ruling = self._outliner.combine([growing.ruling, dossier.ruling])
        growing.children.append(dossier.reference)
        days = dossier.description.dekking_in_tijd
        growing.span = growing.span.widened(_span_of(dossier)) if days else growing.span

    def series(self) -> list[PlannedAggregation]:
        """The Series, in the order in which they first occur."""
        return [self._serie(key, growing) for key, growing in self._series.items()]

    def archief(self, documentation: PlannedDossier) -> PlannedAggregation:
        """The top object, which refers to its place in the target system."""
        describer, kop = self._describer, self._describer.aanlevering.archief
        children = [self._serie_reference(key) for key in self._series]
        description = replace(
            describer.describe("Archief", kop.kenmerk, kop.naam, self.span(), self.ruling()),
            omschrijving=(kop.omschrijving or describer.aanlevering.titel,),
            is_onderdeel_van=(describer.target_reference(),),
            bevat_onderdeel=(*children, documentation.reference),
            event=(describer.event("Bevriezing"),),
        )
        return PlannedAggregation(folder=self._outliner.root, name=self._outliner.root, description=description)

    def span(self) -> Span:
        """The period of the whole package."""
        total = Span()
        for growing in self._series.values():
            total = total.widened(growing.span)
        return total

    def ruling(self) -> Ruling:
        """The ruling of the whole package."""
        return self._outliner.combine([growing.ruling for growing in self._series.values()])

    def documentation(self, documents: Sequence[Document]) -> PlannedDossier:
        """The Dossier that explains the package: one Archiefstuk for each document."""
        describer, kop = self._describer, self._describer.aanlevering.archief
        title, kenmerk = "Documentatie bij deze aanlevering", f"{kop.kenmerk}-documentatie"
        name = self._outliner.names.claim("documentatie", kenmerk)
        dossier = describer.reference(title, kenmerk)
        stukken = tuple(self._documented(name, kenmerk, dossier, document) for document in documents)
        archief = describer.reference(kop.naam, kop.kenmerk)
        references = tuple(
            describer.reference(s.description.naam, s.description.identificatie[0].kenmerk) for s in stukken
        )
        description = replace(
            describer.describe("Dossier", kenmerk, title, self.span(), self.ruling()),
            omschrijving=("Schema's, begrippenlijsten en namenlijst die nodig zijn om dit pakket te lezen.",),
            is_onderdeel_van=(archief,),
            bevat_onderdeel=references,
            event=(describer.event("Creatie", f"Gemaakt met {describer.software}"), describer.event("Bevriezing")),
        )
        return PlannedDossier(
            folder=f"{self._outliner.root}/{name}",
            name=name,
            serie=None,
            description=description,
            reference=dossier,
            archiefstukken=stukken,
            ruling=self.ruling(),
        )

    def _documented(self, dossier: str, kenmerk: str, parent: Verwijzing, document: Document) -> PlannedArchiefstuk:
        describer, staged = self._describer, document.staged
        name, stuk_kenmerk = f"{dossier}-{document.key}", f"{kenmerk}-{document.key}"
        file = PlannedFile(
            name=f"{name}-0001{safe_extension(staged.original_name)}",
            title=staged.original_name,
            kenmerk=f"{stuk_kenmerk}-1",
            staged=staged,
            made=True,
        )
        description = replace(
            describer.describe("Archiefstuk", stuk_kenmerk, document.title, self.span(), self.ruling()),
            is_onderdeel_van=(parent,),
            heeft_representatie=(describer.reference(file.title, file.kenmerk),),
            event=(describer.event("Creatie", f"Gemaakt met {describer.software}"),),
        )
        return PlannedArchiefstuk(name=name, description=description, files=(file,))

    def _serie_reference(self, key: SerieKey) -> Verwijzing:
        return self._describer.reference(serie_name(key), self._outliner.serie_kenmerk(key))

    def _serie(self, key: SerieKey, growing: _Growing) -> PlannedAggregation:
        describer, kop = self._describer, self._describer.aanlevering.archief
        folder = self._outliner.serie_folder(key)
        description = replace(
            describer.describe(
                "Serie", self._outliner.serie_kenmerk(key), serie_name(key), growing.span, growing.ruling
            ),
            is_onderdeel_van=(describer.reference(kop.naam, kop.kenmerk),),
            bevat_onderdeel=tuple(growing.children),
            event=(describer.event("Bevriezing"),),
        )
        return PlannedAggregation(folder=f"{self._outliner.root}/{folder}", name=folder, description=description)


def _span_of(dossier: PlannedDossier) -> Span:
    first, last = dossier.first_day, dossier.last_day
    return Span(
        first=dt.date.fromisoformat(first) if first else None, last=dt.date.fromisoformat(last) if last else None
    )
