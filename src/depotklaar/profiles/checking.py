"""Holds a delivery against the receiver's profile and the selection lists that it names."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from depotklaar.errors import Problem, ProfileError
from depotklaar.language import Text
from depotklaar.model.delivery import Aanlevering, Beperking, BeperkingKeuze
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.profile import Profile, RestrictionList
from depotklaar.model.selectielijst import Selectielijst
from depotklaar.profiles.categories import KINDS as CATEGORY_KINDS
from depotklaar.profiles.categories import category_faults, category_findings, uses_of
from depotklaar.profiles.fault import Fault, KeyPath, key_path, quoted, suggestion
from depotklaar.profiles.functionaries import OVERLAP, overlaps
from depotklaar.profiles.lists import read_selection_list

NO_END = FindingKind(
    id="DEL-NO-END",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 15; MDTO Metagegevensschema, beperkingGebruikTermijn",
    text=Text(
        "De beperking {label} heeft geen einddatum en geldt daarmee voor altijd.",
        "The restriction {label} has no end and therefore holds for ever.",
    ),
    remedy=Text("Vul daar een laatste dag in, of looptijd met begin.", "Fill in a last day, or looptijd with begin."),
)
UNKNOWN_CUSTODIAN = FindingKind(
    id="DEL-CUSTODIAN-UNKNOWN",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefregeling, art. 17",
    text=Text(
        "Houder {name} staat niet bij de functionarissen; de functie ontbreekt daardoor.",
        "Custodian {name} is not among the functionarissen; the function is missing therefore.",
    ),
    remedy=Text(
        "Voeg een [[functionaris]] met deze naam toe of maak de namen gelijk.",
        "Add a [[functionaris]] of this name or make the names equal.",
    ),
)
KINDS = (*CATEGORY_KINDS, NO_END, UNKNOWN_CUSTODIAN, OVERLAP)


def lists_of(aanlevering: Aanlevering) -> tuple[str, ...]:
    """Return the selection lists that `[waardering]` and its rules name, each once and as it is written there."""
    return tuple(dict.fromkeys(use.list_name for use in uses_of(aanlevering)))


def read_lists(aanlevering: Aanlevering, base: Path) -> dict[str, Selectielijst]:
    """Read these lists, seen from `base`, by the name as it is written. ProfileError holds the faults of them all."""
    found: dict[str, Selectielijst] = {}
    problems: list[Problem] = []
    for name in lists_of(aanlevering):
        try:
            found[name] = read_selection_list(name, base)
        except ProfileError as error:
            problems += error.problems
    if problems:
        raise ProfileError(problems)
    return found


def check_delivery(
    aanlevering: Aanlevering, profile: Profile, lists: Mapping[str, Selectielijst]
) -> tuple[Finding, ...]:
    """Hold the delivery against profile and lists (`read_lists`).

    ProfileError holds all that cannot be; the rest comes as findings.
    """
    faults = [
        *category_faults(aanlevering, lists),
        *_restriction_faults(aanlevering.beperking_gebruik, profile),
        *_former_faults(aanlevering, profile),
    ]
    if faults:
        raise ProfileError([fault.in_file("") for fault in faults])
    return tuple(_findings(aanlevering, profile, lists))


def _restrictions(keuze: BeperkingKeuze) -> list[tuple[KeyPath, Beperking, str]]:
    """The restriction for all and that of each rule: its place, the restriction, and its key for the last day."""
    rules: list[tuple[KeyPath, Beperking, str]] = [
        (("beperking_gebruik", "regel", index), rule.beperking, "beperkt_tot")
        for index, rule in enumerate(keuze.regels)
    ]
    return [(("beperking_gebruik",), keuze, "tot"), *rules]


def _restriction_faults(keuze: BeperkingKeuze, profile: Profile) -> Iterator[Fault]:
    for path, beperking, end in _restrictions(keuze):
        term = profile.restrictions.restriction_term(beperking)
        if term is None:
            yield _no_restriction(beperking, path, profile)
        elif beperking.begrippenlijst is None:
            yield from _label_faults(beperking, path, end, term.label, profile.restrictions)


def _label_faults(
    beperking: Beperking, path: KeyPath, end: str, label: str, restrictions: RestrictionList
) -> Iterator[Fault]:
    if label in restrictions.with_description and beperking.nadere_beschrijving is None:
        yield Fault(
            path=(*path, "nadere_beschrijving"),
            text=Text("Bij {label} hoort een beschrijving.", "{label} needs a description.").fill(label=quoted(label)),
            hint=Text("Voeg nadere_beschrijving toe.", "Add nadere_beschrijving."),
        )
    key = end if beperking.tot is not None else "looptijd"
    if label in restrictions.without_end and _has_end(beperking):
        yield Fault(
            path=(*path, key),
            text=Text("Bij {label} kan geen einddatum staan.", "{label} cannot have an end.").fill(label=quoted(label)),
            hint=Text(
                "Haal {key} weg of kies een andere beperking.", "Take {key} away or choose another restriction."
            ).fill(key=key),
        )


def _has_end(beperking: Beperking) -> bool:
    return beperking.tot is not None or beperking.looptijd is not None


def _no_restriction(keuze: Beperking, path: KeyPath, profile: Profile) -> Fault:
    restrictions = profile.restrictions
    labels = [*(term.label for term in restrictions.terms), *restrictions.aliases]
    hint = suggestion(keuze.label, labels)
    if restrictions.open:
        hint = Text(
            f"{hint.nl} Komt het label uit een andere lijst, voeg dan begrippenlijst toe.",
            f"{hint.en} If the label is from another list, add begrippenlijst.",
        )
    elif keuze.begrippenlijst is not None:
        hint = Text(
            f"Deze ontvanger neemt alleen labels uit zijn eigen lijst. {hint.nl}",
            f"This receiver takes only labels from its own list. {hint.en}",
        )
    return Fault(
        path=(*path, "label"),
        text=Text("Profiel {profile} kent {label} niet.", "Profile {profile} does not know {label}.").fill(
            profile=quoted(profile.name), label=quoted(keuze.label)
        ),
        hint=hint,
    )


def _former_faults(aanlevering: Aanlevering, profile: Profile) -> Iterator[Fault]:
    first, last = aanlevering.periode.van, aanlevering.periode.tot
    concerned = [
        former
        for former in aanlevering.archiefvormers
        if not (last and former.van and former.van > last) and not (first and former.tot and former.tot < first)
    ]
    if "archiefvormer" in profile.single and len(concerned) > 1:
        yield Fault(
            path=("archiefvormer",),
            text=Text(
                "Profiel {profile} staat één archiefvormer toe; in deze periode zijn het er {count}.",
                "Profile {profile} allows one archiefvormer; in this period there are {count}.",
            ).fill(profile=quoted(profile.name), count=len(concerned)),
            hint=Text(
                "Maak een aanlevering voor elke archiefvormer, met een eigen [periode].",
                "Make a delivery for each archiefvormer, with a [periode] of its own.",
            ),
        )


def _findings(aanlevering: Aanlevering, profile: Profile, lists: Mapping[str, Selectielijst]) -> Iterator[Finding]:
    yield from category_findings(aanlevering, lists)
    for path, beperking, end in _restrictions(aanlevering.beperking_gebruik):
        term = profile.restrictions.restriction_term(beperking)
        if term and _needs_end(term.label, profile.restrictions) and not _has_end(beperking):
            place = Place(element=key_path((*path, end)))
            yield Finding(kind=NO_END, place=place, params={"label": quoted(term.label)})
    yield from _unknown_custodians(aanlevering)
    yield from overlaps(aanlevering)


def _needs_end(label: str, restrictions: RestrictionList) -> bool:
    """Whether it restricts at all: a restriction without an end is not known to the law."""
    return label not in (*restrictions.without_end, *restrictions.unrestricted, restrictions.not_assessed)


def _unknown_custodians(aanlevering: Aanlevering) -> Iterator[Finding]:
    names = {person.naam for person in aanlevering.functionarissen}
    for index, source in enumerate(aanlevering.bronnen if names else ()):
        if source.houder is not None and source.houder not in names:
            place = Place(element=f"[[bron]] {index + 1}, houder")
            yield Finding(kind=UNKNOWN_CUSTODIAN, place=place, params={"name": quoted(source.houder)})
