"""Lays a prepared conversation out as Dossiers, Archiefstukken and files, each described, named and identified.

Archief > Serie (whose, in which function) > Dossier (conversation) > Archiefstuk (month) > files: one structure that
the national SIP norm and the strictest known intake both take.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from depotklaar.arrangement.account import Account
from depotklaar.arrangement.description import Describer, Span
from depotklaar.arrangement.naming import digest_of, safe_extension, slug
from depotklaar.model.appraisal import Ruling
from depotklaar.model.conversation import Attachment, Head
from depotklaar.model.mdto import Informatieobject, Verwijzing
from depotklaar.model.plan import (
    PlannedArchiefstuk,
    PlannedDossier,
    PlannedFile,
    PreparedConversation,
    SerieKey,
    StagedFile,
    Unit,
)

ADDITIONAL = "conversation-json"
UNDATED = "zonder-datum"

Ruled = tuple[Unit, Ruling]
Combine = Callable[[Sequence[Ruling]], Ruling]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenditionSpec:
    """A rendition to make of each unit: its name in the table, its extension, what it is called."""

    name: str
    extension: str
    title: str


@dataclass(slots=True)
class NameBook:
    """Gives each folder a name that no other has, also where case does not count. Memory: the names given."""

    _taken: set[str] = field(default_factory=set)

    def claim(self, base: str, *parts: str) -> str:
        """Return `base` with six, or as many more as needed, digits of a hash over the parts."""
        for length in (6, 10, 16, 64):
            name = f"{base}-{digest_of(*parts, length=length)}"
            if name not in self._taken:
                self._taken.add(name)
                return name
        raise AssertionError(f"two objects with one identity: {parts}")


def serie_name(key: SerieKey) -> str:
    """The name of a Serie for people: who, and in which function."""
    return f"{key.holder}, {key.function}" if key.function else f"{key.holder}, geen functie bekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outliner:
    """Plans the Dossiers of one package after another. `root` is the top folder's name.

    `combine` gives the ruling of a level above from those below it.
    """

    describer: Describer
    renditions: tuple[RenditionSpec, ...]
    names: NameBook
    root: str
    combine: Combine
    serie_folders: dict[SerieKey, str] = field(default_factory=dict)

    def dossiers(self, prepared: PreparedConversation, rulings: Sequence[Ruling]) -> Iterator[PlannedDossier]:
        """Plan one Dossier for each function under which the conversation was held, in order of time.

        `rulings` are those of the conversation's units, in their order.
        """
        if not prepared.units:
            return
        series: dict[SerieKey, list[Ruled]] = {}
        for unit, ruling in zip(prepared.units, rulings, strict=True):
            series.setdefault(unit.serie, []).append((unit, ruling))
        shared = _in_several([unit for unit, _ in ruled] for ruled in series.values())
        whole = self.combine(rulings)
        ordered = sorted(series.items(), key=lambda item: min(u.first_day or "9999" for u, _ in item[1]))
        for number, (key, ruled) in enumerate(ordered):
            ruled.sort(key=lambda item: (item[0].month is None, item[0].month or ""))
            yield self._dossier(prepared, key, ruled, shared, whole if number == 0 else None)

    def names_of(self, prepared: PreparedConversation, unit: Unit) -> tuple[str, str]:
        """The identification and the name of the Archiefstuk that a unit becomes."""
        title = Account(describer=self.describer, prepared=prepared).title_of(unit)
        return f"{self._dossier_kenmerk(prepared.head, unit.serie)}-{unit.month or UNDATED}", title

    def _dossier_kenmerk(self, head: Head, key: SerieKey) -> str:
        archief = self.describer.aanlevering.archief.kenmerk
        return f"{archief}-d-{digest_of(*_identity(head, key), length=12)}"

    def serie_kenmerk(self, key: SerieKey) -> str:
        """The identification of a Serie: the archive's mark and a hash over person and function."""
        archief = self.describer.aanlevering.archief.kenmerk
        return f"{archief}-s-{digest_of(key.holder, key.function or '', length=8)}"

    def serie_folder(self, key: SerieKey) -> str:
        """The name of a Serie's folder."""
        if key not in self.serie_folders:
            base = slug(key.holder.split(",")[0], 14)
            self.serie_folders[key] = self.names.claim(base, key.holder, key.function or "")
        return self.serie_folders[key]

    def _dossier(
        self,
        prepared: PreparedConversation,
        key: SerieKey,
        ruled: Sequence[Ruled],
        shared: Set[str],
        whole: Ruling | None,
    ) -> PlannedDossier:
        """Plan one Dossier; the one that gets `whole` also takes in what belongs to the conversation as a whole."""
        head, kenmerk = prepared.head, self._dossier_kenmerk(prepared.head, key)
        title = head.conversation.display or head.conversation.id
        name = self.names.claim(slug(title, 14), *_identity(head, key))
        serie = self.describer.reference(serie_name(key), self.serie_kenmerk(key))
        dossier = self.describer.reference(title, kenmerk)
        account = Account(describer=self.describer, prepared=prepared)
        stukken = [self._unit_stuk(account, unit, ruling, name, kenmerk, shared) for unit, ruling in ruled]
        if whole is not None:
            stukken.extend(self._loose_stukken(account, whole, name, kenmerk))
        units = [unit for unit, _ in ruled]
        span, ruling = _span(units), whole or self.combine([ruling for _, ruling in ruled])
        description = replace(
            self.describer.describe("Dossier", kenmerk, title, span, ruling),
            omschrijving=(account.of_dossier(units),),
            is_onderdeel_van=(serie,),
            bevat_onderdeel=tuple(_reference(self.describer, stuk.description) for stuk in stukken),
            event=account.events_of_dossier(),
        )
        stukken = [
            replace(stuk, description=replace(stuk.description, is_onderdeel_van=(dossier,))) for stuk in stukken
        ]
        return PlannedDossier(
            folder=f"{self.root}/{self.serie_folder(key)}/{name}",
            name=name,
            serie=key,
            description=description,
            reference=dossier,
            archiefstukken=tuple(stukken),
            ruling=ruling,
            head=head,
            first_day=span.first.isoformat() if span.first else None,
            last_day=span.last.isoformat() if span.last else None,
        )

    def _unit_stuk(
        self, account: Account, unit: Unit, ruling: Ruling, dossier: str, kenmerk: str, shared: Set[str]
    ) -> PlannedArchiefstuk:
        month = unit.month or UNDATED
        name, stuk_kenmerk = f"{dossier}-{month}", f"{kenmerk}-{month}"
        head, title = account.prepared.head, account.title_of(unit)
        made = [
            PlannedFile(
                name=f"{name}-{slug(spec.title, 20)}.{spec.extension}",
                title=f"{spec.title} van {title}",
                kenmerk=f"{stuk_kenmerk}-{spec.name}",
                rendition=spec.name,
                made=True,
            )
            for spec in self.renditions
        ]
        by_id = {attachment.id: attachment for attachment in head.attachments}
        media = _attachment_files(name, stuk_kenmerk, unit.attachments, by_id, account.prepared.staged, shared)
        files = (*made, *media)
        description = replace(
            self.describer.describe("Archiefstuk", stuk_kenmerk, title, _span([unit]), ruling),
            omschrijving=(account.of_unit(unit, len(media)), *account.of_appraisal(ruling.besluit)),
            event=account.events_of_unit(unit, ruling.besluit, [spec.title for spec in self.renditions]),
            betrokkene=account.betrokkenen_of(unit),
            aanvullende_metagegevens=tuple(
                self.describer.reference(file.title, file.kenmerk) for file in made if file.rendition == ADDITIONAL
            ),
        )
        return self._stuk(name, description, files, unit)

    def _loose_stukken(
        self, account: Account, ruling: Ruling, dossier: str, kenmerk: str
    ) -> Iterator[PlannedArchiefstuk]:
        """Files that no message mentions, and the export as it was delivered."""
        prepared = account.prepared
        span = _span(prepared.units)
        by_id = {attachment.id: attachment for attachment in prepared.head.attachments}
        if prepared.strays:
            name, stuk_kenmerk = f"{dossier}-los", f"{kenmerk}-los"
            title = f"Bijlagen die in geen bericht genoemd worden, {account.display}"
            description = replace(
                self.describer.describe("Archiefstuk", stuk_kenmerk, title, span, ruling),
                event=account.events_of_dossier(),
            )
            files = _attachment_files(name, stuk_kenmerk, prepared.strays, by_id, prepared.staged)
            yield self._stuk(name, description, files, None)
        if prepared.originals:
            name, stuk_kenmerk = f"{dossier}-bron", f"{kenmerk}-bron"
            title = f"Oorspronkelijke export, {account.display}"
            description = replace(
                self.describer.describe("Archiefstuk", stuk_kenmerk, title, span, ruling),
                omschrijving=("De export zoals die is ontvangen, ongewijzigd.",),
                event=account.events_of_dossier(),
            )
            originals = [
                PlannedFile(
                    name=f"{name}-{number:04d}{safe_extension(staged.original_name)}",
                    title=staged.original_name,
                    kenmerk=f"{stuk_kenmerk}-{digest_of(staged.original_name, str(number), length=8)}",
                    staged=staged,
                )
                for number, staged in enumerate(prepared.originals, start=1)
            ]
            yield self._stuk(name, description, originals, None)

    def _stuk(
        self, name: str, description: Informatieobject, files: Sequence[PlannedFile], unit: Unit | None
    ) -> PlannedArchiefstuk:
        references = tuple(self.describer.reference(file.title, file.kenmerk) for file in files)
        return PlannedArchiefstuk(
            name=name,
            description=replace(description, heeft_representatie=references),
            files=tuple(files),
            unit=unit,
        )


def _attachment_files(
    stuk: str,
    kenmerk: str,
    wanted: Sequence[str],
    by_id: Mapping[str, Attachment],
    staged: Mapping[str, StagedFile],
    shared: Set[str] = frozenset(),
) -> list[PlannedFile]:
    """A file for each attachment, numbered in order of mention; identified by its own name, not by its content."""
    seen: dict[str, int] = {}
    files = []
    for number, attachment in enumerate(wanted, start=1):
        own = by_id[attachment].name_on_disk or staged[attachment].original_name
        seen[own] = seen.get(own, 0) + 1
        files.append(
            PlannedFile(
                name=f"{stuk}-{number:04d}{safe_extension(staged[attachment].original_name)}",
                title=own,
                kenmerk=f"{kenmerk}-{digest_of(own, str(seen[own]), length=8)}",
                staged=staged[attachment],
                attachment=attachment,
                keep=attachment in shared,
            )
        )
    return files


def _in_several(series: Iterable[Sequence[Unit]]) -> Set[str]:
    """The attachments that are mentioned under more than one function, and so belong in several Dossiers."""
    times = Counter(name for units in series for name in {name for unit in units for name in unit.attachments})
    return {name for name, count in times.items() if count > 1}


def _identity(head: Head, key: SerieKey) -> tuple[str, ...]:
    """What makes a Dossier: the conversation, whose it was, and under which function."""
    return (head.conversation.platform, head.conversation.id, key.holder, key.function or "")


def _span(units: Sequence[Unit]) -> Span:
    first = [unit.first_day for unit in units if unit.first_day]
    last = [unit.last_day for unit in units if unit.last_day]
    if not first or not last:
        return Span()
    return Span(first=dt.date.fromisoformat(min(first)), last=dt.date.fromisoformat(max(last)))


def _reference(describer: Describer, description: Informatieobject) -> Verwijzing:
    return describer.reference(description.naam, description.identificatie[0].kenmerk)


def head_of_unit(head: Head, unit: Unit, files: Sequence[PlannedFile]) -> Head:
    """The head cut to one Archiefstuk: its attachments only, those present under their name in the package."""
    names = {file.attachment: file.name for file in files if file.attachment is not None}
    attachments = tuple(
        replace(attachment, path=names[attachment.id]) if attachment.id in names else attachment
        for attachment in head.attachments
        if attachment.id in names or (attachment.presence != "present" and attachment.id in unit.absent)
    )
    return replace(head, attachments=attachments)
