"""The text of a new `aanlevering.toml`: each key explained, and what only the archivist knows marked to fill in."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from depotklaar.errors import Problem, SourceError
from depotklaar.language import Text
from depotklaar.profiles.document import FILL_IN
from depotklaar.profiles.fault import printable

_HEAD = """\
# Aanleverbestand voor depotklaar.
# Vervang elke waarde {mark}. Regels met een # ervoor zijn toelichting of kunnen worden aangezet door de # weg te halen.
# Alle sleutels staan uitgelegd in docs/aanlevering.md.
schema = "depotklaar-aanlevering-1"

[aanlevering]
# Uniek kenmerk; wordt de naam van het pakket. Letters, cijfers, punt en streepjes.
id = {mark}
titel = {title}
# "overbrenging" (het beheer gaat over naar het archief) of "uitplaatsing" (het beheer blijft bij u).
soort = {mark}
# Het profiel van de ontvanger: een naam of het pad naar een eigen profiel.
profiel = {profile}
# De plaats in het systeem van de ontvanger, zoals het archief die opgaf.
doellocatie = {mark}
# bijzonderheden = "Wat de ontvanger verder moet weten."

# De organisatie die het archief vormde. Veranderde de naam in deze periode? Schrijf dan [[archiefvormer]] met dubbele
# haken, een keer voor elke naam, met van en tot.
[archiefvormer]
naam = {mark}
# De code van de organisatie in een register, en welk register dat is.
# Voor een ministerie bijvoorbeeld "mnre1090" en "TOOI register ministeries compleet".
kenmerk = {mark}
bron = {mark}

# Bij wie de ontvanger terecht kan met vragen.
[contact]
naam = {mark}
email = {mark}

# Het archief waartoe de gesprekken behoren. Houd het kenmerk gelijk bij volgende aanleveringen.
[archief]
naam = {mark}
kenmerk = {mark}
# omschrijving = "Waar dit archief over gaat."
taal = "nl"

# De selectielijst (een naam of het pad naar een eigen lijst) en de code van de categorie die voor alles geldt.
[waardering]
selectielijst = {mark}
categorie = {mark}
# Wie besloot dat alles onder die categorie valt, en op welke dag (JJJJ-MM-DD). Is dat nog niet besloten? Haal deze twee
# regels dan weg: `depotklaar appraise` maakt een bestand met een voorstel per onderdeel, waarin u besluit.
besloten_door = {mark}
datum = {mark}
# Dat bestand, als u per onderdeel besluit:
# besluiten = "besluiten.csv"

# Valt een deel onder een andere categorie? Schrijf dan een regel voor dat werkproces (gesprek, deelnemer) of die
# functie (functie, houder), eventueel met van en tot. Passen er meer, dan wint de meest specifieke.
# [[waardering.regel]]
# naam = "Persteam"
# gesprek = ["Persteam", "Woordvoering"]
# categorie = "1.2"

# Zolang de openbaarheid niet is beoordeeld: "Nader te bepalen".
[beperking_gebruik]
label = "Nader te bepalen"
# nadere_beschrijving = "Verplicht bij het label Overig."
# besluit = "Het besluit over de beperking, met nummer en datum."
# tot = 2050-01-01
"""

_PERIOD = """
# Alleen wat in deze periode valt, wordt aangeleverd; de rest wordt weggelaten en verantwoord. {seen}
# [periode]
# van = {first}
# tot = {last}
# Wie besloot dat de rest erbuiten blijft, en op welke dag (JJJJ-MM-DD):
# besloten_door = "Naam"
# datum = 2024-05-01
"""

_SOURCE = """
# {caption}
[[bron]]
pad = {path}
# Van wie de telefoon of het account was.
houder = {custodian}
# De tijdzone van die telefoon.
tijdzone = {zone}
{order}
# geexporteerd_op = 2024-05-31
# kenmerk = "vast kenmerk van dit gesprek, als de naam van de groep kan veranderen"
"""

_ORDER_OPEN = """\
# Uit dit bestand blijkt niet of de dag of de maand voorop staat: "dmy" (dag eerst), "mdy" of "ymd".
datumvolgorde = {mark}"""
_ORDER_KNOWN = '# datumvolgorde = "dmy"  # alleen nodig als het bestand zelf geen uitsluitsel geeft'

_TAIL = """
# De personen van wie dit gesprekken zijn, met hun functie. De naam is gelijk aan houder hierboven.
# Voor elke functie een eigen blok; haal het weg als er geen functionaris is.
[[functionaris]]
naam = {mark}
functie = {mark}
# van = 2022-01-10
# tot = 2024-07-02
# Namen en nummers waaronder deze persoon in de gesprekken voorkomt, bijvoorbeeld ["+31600000000", "J. de Vries"].
herkend_aan = []

# Wat erbuiten blijft, en wie dat besloot: een contact, een gesprek, of een periode (van, tot).
# Reden: "partijpolitiek", "prive", "buiten-periode" of "anders" (dan is toelichting verplicht).
# [[uitsluiting]]
# contact = "+31600000000"
# ook_in_groepen = false
# reden = "prive"
# toelichting = "Waarom dit geen werk betreft."
# besloten_door = "Naam"
# datum = 2024-05-01

# Wat bij een gebeurtenis uit een vastgestelde hotspotlijst hoort, wordt blijvend bewaard, wat de selectielijst ook
# zegt.
# [[hotspot]]
# naam = "Naam van de gebeurtenis"
# lijst = "Hotspotlijst met de datum van vaststelling"
# trefwoord = ["een woord uit de berichten", "nog een woord"]
# van = 2022-01-01
# tot = 2022-12-31

# Wat niet weg mag zolang een Woo-verzoek, onderzoek of rechtszaak loopt.
# [[bevriezing]]
# naam = "Naam of nummer van het verzoek"
# soort = "woo-verzoek"
# gesprek = "Naam van het gesprek"
# besloten_door = "Naam"
# datum = 2024-05-01
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSketch:
    """What a first look at a source showed. `path` is as the delivery file will hold it; None is not known.

    `zone` is a proposal; `first` and `last` are the local days of the first and last message.
    """

    path: str
    title: str
    custodian: str | None = None
    date_order_undecided: bool = False
    zone: str = "Europe/Amsterdam"
    first: dt.date | None = None
    last: dt.date | None = None


def draft_delivery_text(
    sources: Sequence[SourceSketch], *, title: str | None = None, profile: str = "nationaal-archief"
) -> str:
    """Return a commented delivery file for these sources, that `read_delivery` refuses until it is filled in.

    `title` of the delivery, None when still to be filled in. SourceError when a path cannot be written in TOML.
    """
    unwritable = [sketch.path for sketch in sources if not _is_writable(sketch.path)]
    if unwritable:
        raise SourceError([_cannot_be_written(path) for path in unwritable])
    mark = toml_string(FILL_IN)
    head = _HEAD.format(mark=mark, title=toml_string(title or FILL_IN), profile=toml_string(profile))
    return head + _period(sources) + "".join(map(_source, sources)) + _TAIL.format(mark=mark)


def toml_string(text: str) -> str:
    """Return the text as a basic string of TOML, with what does not show as escapes. ValueError on a lone surrogate."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    if 0xD800 <= ord(char) <= 0xDFFF:
        raise ValueError("a lone surrogate cannot be written in TOML")
    return f"\\u{ord(char):04X}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08X}"


def _is_writable(path: str) -> bool:
    return not any(0xD800 <= ord(char) <= 0xDFFF for char in path)


def _cannot_be_written(path: str) -> Problem:
    return Problem(
        place=printable(path),
        text=Text("De naam van dit bestand is geen geldige tekst.", "The name of this file is no valid text."),
        hint=Text("Geef het bestand een andere naam.", "Give the file another name."),
    )


def _period(sources: Sequence[SourceSketch]) -> str:
    firsts = [sketch.first for sketch in sources if sketch.first]
    lasts = [sketch.last for sketch in sources if sketch.last]
    if not firsts or not lasts:
        return _PERIOD.format(seen="Zonder opgave: alles.", first="2022-01-01", last="2022-12-31")
    first, last = min(firsts), max(lasts)
    return _PERIOD.format(seen=f"Gevonden: {first} tot en met {last}.", first=first, last=last)


def _source(sketch: SourceSketch) -> str:
    period = f", {sketch.first} tot en met {sketch.last}" if sketch.first and sketch.last else ""
    return _SOURCE.format(
        caption=f"Gesprek: {printable(sketch.title)}{period}",
        path=toml_string(sketch.path),
        custodian=toml_string(sketch.custodian or FILL_IN),
        zone=toml_string(sketch.zone),
        order=_ORDER_OPEN.format(mark=toml_string(FILL_IN)) if sketch.date_order_undecided else _ORDER_KNOWN,
    )
