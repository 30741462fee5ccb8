"""The columns of a decisions file: their names, which of them people fill in, and what each is for."""

from typing import Literal

Form = Literal["csv", "json", "xlsx"]

SCHEMA = "depotklaar-besluiten-1"
COLUMNS = (
    *("archiefstuk", "gesprek", "periode", "houder", "functie", "eerste_dag", "laatste_dag", "berichten", "bijlagen"),
    *("voorstel", "voorstel_categorie", "grond"),
    *("waardering", "selectielijst", "categorie", "actor", "deel", "begin_termijn"),
    *("besloten_door", "besloten_op", "toelichting"),
    *("bewaartermijn", "einde_termijn", "inhoud"),
)
REQUIRED = ("archiefstuk", "waardering", "besloten_door", "besloten_op", "inhoud")
DATES = ("eerste_dag", "laatste_dag", "begin_termijn", "besloten_op", "einde_termijn")
NUMBERS = ("berichten", "bijlagen")
LONGEST = {
    **dict.fromkeys(("archiefstuk", "selectielijst", "categorie", "actor", "deel"), 32_767),
    "bewaartermijn": 32,
    "besloten_door": 255,
    "toelichting": 3000,
}
READ = frozenset({*DATES, *LONGEST, *REQUIRED})
NOTES = {
    "waardering": "B: blijvend te bewaren. V: tijdelijk te bewaren. N: nader te bepalen. Het voorstel staat er al.",
    "selectielijst": "De selectielijst waaruit de categorie komt.",
    "categorie": "De code van de categorie in die lijst. De omschrijving erachter mag blijven staan.",
    "actor": "De actor, als dezelfde code voor meer actoren in de lijst staat.",
    "deel": "Het deel van de categorie, als de lijst de categorie in delen waardeert.",
    "begin_termijn": "De dag waarop de bewaartermijn begint (JJJJ-MM-DD), als die bekend is.",
    "besloten_door": "Wie dit besloot. Leeg: nog geen besluit.",
    "besloten_op": "De dag van het besluit (JJJJ-MM-DD).",
    "toelichting": "Waarom, als het besluit van de selectielijst of van het voorstel afwijkt.",
    "bewaartermijn": "Als de lijst de termijn aan uw organisatie laat: de gekozen termijn, zoals P5Y (vijf jaar).",
    "einde_termijn": "Niet wijzigen: volgt uit begin_termijn en bewaartermijn.",
    "inhoud": "Niet wijzigen: hieraan is te zien dat het besluit over deze inhoud gaat.",
}


def column_key(name: str) -> str:
    """The name without what does not count: case, spaces, hyphens and low lines."""
    return "".join(char for char in name.casefold() if char not in "_-" and not char.isspace())


BY_KEY = {column_key(name): name for name in COLUMNS}
