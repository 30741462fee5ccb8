"""Holds a delivery against the receiver's profile and the selection list that it names."""

from collections.abc import Iterator

from depotklaar.errors import ProfileError
from depotklaar.language import Text
from depotklaar.model.delivery import Aanlevering, BeperkingKeuze
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.mdto import Begrip, Verwijzing
from depotklaar.model.profile import Profile, RestrictionList
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry
from depotklaar.profiles.fault import Fault, quoted, suggestion

FICTIONAL_LIST = FindingKind(
    id="DEL-LIST-FICTIONAL",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefbesluit 1995, art. 5",
    text=Text(
        "De selectielijst {list} is verzonnen en niet vastgesteld.",
        "The selection list {list} is made up and was not adopted.",
    ),
    remedy=Text(
        "Neem voor een echte aanlevering de vastgestelde selectielijst van uw organisatie.",
        "For a real delivery take the adopted selection list of your organisation.",
    ),
)
LIST_PERIOD = FindingKind(
    id="DEL-LIST-PERIOD",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefbesluit 1995, art. 2",
    text=Text(
        "De selectielijst {list} geldt van {first} tot en met {last}; dat dekt de periode van de aanlevering niet.",
        "The selection list {list} is valid from {first} to {last}; that does not cover the period of the delivery.",
    ),
    remedy=Text("Kies de lijst die in die periode gold.", "Choose the list that was valid in that period."),
)
NO_TERM = FindingKind(
    id="DEL-NO-TERM",
    severity=Severity.WARNING,
    level=Level.IF_KNOWN,
    clause="MDTO Metagegevensschema, bewaartermijn",
    text=Text(
        "Categorie {code} is tijdelijk te bewaren, maar de lijst geeft geen bewaartermijn.",
        "Category {code} is kept for a time, but the list gives no bewaartermijn.",
    ),
    remedy=Text("Vul de bewaartermijn in de selectielijst aan.", "Add the bewaartermijn to the selection list."),
)
NO_END = FindingKind(
    id="DEL-NO-END",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 15; MDTO Metagegevensschema, beperkingGebruikTermijn",
    text=Text(
        "De beperking {label} heeft geen einddatum en geldt daarmee voor altijd.",
        "The restriction {label} has no end and therefore holds for ever.",
    ),
    remedy=Text("Vul de sleutel tot in onder [beperking_gebruik].", "Fill in the key tot under [beperking_gebruik]."),
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
KINDS = (FICTIONAL_LIST, LIST_PERIOD, NO_TERM, NO_END, UNKNOWN_CUSTODIAN)


def check_delivery(aanlevering: Aanlevering, profile: Profile, lijst: Selectielijst) -> tuple[Finding, ...]:
    """Hold the delivery against profile and list. ProfileError holds all that cannot be; the rest comes as findings."""
    faults = [
        *_category_faults(aanlevering, lijst),
        *_restriction_faults(aanlevering.beperking_gebruik, profile),
        *_former_faults(aanlevering, profile),
    ]
    if faults:
        raise ProfileError([fault.in_file("") for fault in faults])
    return tuple(_findings(aanlevering, profile, lijst))


def restriction_term(keuze: BeperkingKeuze, restrictions: RestrictionList) -> Begrip | None:
    """Return the restriction as it is written: the term of the receiver's list, found through its aliases.

    A label with a begrippenlijst of its own stays as it is where the receiver's list is open. None when there is none.
    """
    if keuze.begrippenlijst is not None:
        own = Begrip(label=keuze.label, code=keuze.code, begrippenlijst=Verwijzing(naam=keuze.begrippenlijst))
        return own if restrictions.open else None
    label = restrictions.aliases.get(keuze.label, keuze.label)
    term = next((term for term in restrictions.terms if term.label == label), None)
    if term is None:
        return None
    return Begrip(label=term.label, code=term.code, begrippenlijst=Verwijzing(naam=restrictions.name))


def selected_entry(aanlevering: Aanlevering, lijst: Selectielijst) -> SelectionEntry:
    """Return the category that the delivery names. ProfileError when the list does not have it."""
    entry = lijst.entry(aanlevering.waardering.categorie)
    if entry is None:
        raise ProfileError(_no_category(aanlevering.waardering.categorie, lijst).in_file(""))
    return entry


def _no_category(code: str, lijst: Selectielijst) -> Fault:
    return Fault(
        path=("waardering", "categorie"),
        text=Text("Categorie {code} staat niet in {list}.", "Category {code} is not in {list}.").fill(
            code=quoted(code), list=quoted(lijst.title)
        ),
        hint=suggestion(code, [entry.code for entry in lijst.entries]),
    )


def _category_faults(aanlevering: Aanlevering, lijst: Selectielijst) -> Iterator[Fault]:
    code = aanlevering.waardering.categorie
    entry = lijst.entry(code)
    if entry is None:
        yield _no_category(code, lijst)
    elif aanlevering.soort == "overbrenging" and entry.waardering != "B":
        yield Fault(
            path=("waardering", "categorie"),
            text=Text(
                "Categorie {code} ({label}) is tijdelijk te bewaren (V); een overbrenging is er alleen voor wat "
                "blijvend bewaard wordt (B).",
                "Category {code} ({label}) is kept for a time (V); an overbrenging takes only what is kept for "
                "ever (B).",
            ).fill(code=quoted(code), label=entry.label),
            hint=Text(
                'Kies een categorie met waardering B, of schrijf soort = "uitplaatsing".',
                'Choose a category with waardering B, or write soort = "uitplaatsing".',
            ),
        )


def _restriction_faults(keuze: BeperkingKeuze, profile: Profile) -> Iterator[Fault]:
    term = restriction_term(keuze, profile.restrictions)
    if term is None:
        yield _no_restriction(keuze, profile)
        return
    known = term.label if keuze.begrippenlijst is None else None
    if known in profile.restrictions.with_description and keuze.nadere_beschrijving is None:
        yield Fault(
            path=("beperking_gebruik", "nadere_beschrijving"),
            text=Text("Bij {label} hoort een beschrijving.", "{label} needs a description.").fill(label=quoted(known)),
            hint=Text("Voeg nadere_beschrijving toe.", "Add nadere_beschrijving."),
        )
    if known in profile.restrictions.without_end and keuze.tot is not None:
        yield Fault(
            path=("beperking_gebruik", "tot"),
            text=Text("Bij {label} kan geen einddatum staan.", "{label} cannot have an end.").fill(label=quoted(known)),
            hint=Text("Haal tot weg of kies een andere beperking.", "Take tot away or choose another restriction."),
        )


def _no_restriction(keuze: BeperkingKeuze, profile: Profile) -> Fault:
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
        path=("beperking_gebruik", "label"),
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


def _findings(aanlevering: Aanlevering, profile: Profile, lijst: Selectielijst) -> Iterator[Finding]:
    category = Place(element="[waardering], categorie")
    list_place = Place(element="[waardering], selectielijst")
    if lijst.fictional:
        yield Finding(kind=FICTIONAL_LIST, place=list_place, params={"list": quoted(lijst.title)})
    if not _covers(lijst, aanlevering):
        params = {"list": quoted(lijst.title), "first": _day(lijst.valid_from), "last": _day(lijst.valid_until)}
        yield Finding(kind=LIST_PERIOD, place=list_place, params=params)
    entry = selected_entry(aanlevering, lijst)
    if entry.waardering == "V" and entry.bewaartermijn is None:
        yield Finding(kind=NO_TERM, place=category, params={"code": quoted(entry.code)})
    term = restriction_term(aanlevering.beperking_gebruik, profile.restrictions)
    if term and term.label in profile.restrictions.with_end and aanlevering.beperking_gebruik.tot is None:
        place = Place(element="[beperking_gebruik], tot")
        yield Finding(kind=NO_END, place=place, params={"label": quoted(term.label)})
    yield from _unknown_custodians(aanlevering)


def _covers(lijst: Selectielijst, aanlevering: Aanlevering) -> bool:
    first, last = aanlevering.periode.van, aanlevering.periode.tot
    starts = lijst.valid_from is None or first is None or lijst.valid_from <= first
    ends = lijst.valid_until is None or last is None or last <= lijst.valid_until
    return starts and ends


def _day(day: object) -> str:
    return "…" if day is None else str(day)


def _unknown_custodians(aanlevering: Aanlevering) -> Iterator[Finding]:
    names = {person.naam for person in aanlevering.functionarissen}
    for index, source in enumerate(aanlevering.bronnen if names else ()):
        if source.houder is not None and source.houder not in names:
            place = Place(element=f"[[bron]] {index + 1}, houder")
            yield Finding(kind=UNKNOWN_CUSTODIAN, place=place, params={"name": quoted(source.houder)})
