"""The fixed words of the specification for a verklaring van vernietiging, in both languages."""

from depotklaar.language import Text

LINE, LINES = Text("regel", "line"), Text("regels", "lines")
MESSAGE, MESSAGES = Text("bericht", "message"), Text("berichten", "messages")
ATTACHMENT, ATTACHMENTS = Text("bijlage", "attachment"), Text("bijlagen", "attachments")

WORDS = {
    "title": Text(
        "Specificatie voor een verklaring van vernietiging", "Specification for a declaration of destruction"
    ),
    "nothing_destroyed": Text("Er is niets vernietigd", "Nothing was destroyed"),
    "describes": Text(
        "Deze lijst beschrijft alleen. Depotklaar verwijdert niets: de bronnen staan waar ze stonden. Vernietigen is"
        " een besluit van de zorgdrager; daarna vult wie het uitvoert onderaan de verklaring in.",
        "This list only describes. Depotklaar deletes nothing: the sources are still where they were. Destroying is a"
        " decision of whoever has the duty of care; whoever carries it out then completes the declaration below.",
    ),
    "law": Text(
        "Artikel 8 van het Archiefbesluit 1995: de verklaring zegt wat is vernietigd, op welke grond en hoe.",
        "Article 8 of the Archiefbesluit 1995: the declaration says what was destroyed, on which ground and how.",
    ),
    "about": Text("Waar het over gaat", "What this is about"),
    "delivery": Text("Aanlevering", "Delivery"),
    "delivery_title": Text("Titel", "Title"),
    "organisation": Text("Archiefvormer", "Archiefvormer (record creator)"),
    "made_at": Text("Gemaakt op", "Made at"),
    "made_with": Text("Gemaakt met", "Made with"),
    "expired": Text(
        "Deel 1: de bewaartermijn is verstreken (waardering V)", "Part 1: the term has passed (waardering V)"
    ),
    "expired_means": Text(
        "Van deze archiefstukken is de bewaartermijn uit de selectielijst voorbij. Wat onder een bevriezing valt, staat"
        " hier niet bij.",
        "Of these archiefstukken the term in the selection list has passed. What is under a hold is not among them.",
    ),
    "expired_caption": Text(
        "Archiefstukken waarvan de termijn is verstreken", "Archiefstukken of which the term passed"
    ),
    "left_out": Text("Deel 2: buiten dit pakket gelaten", "Part 2: left out of this package"),
    "left_out_means": Text(
        "Deze berichten zitten op grond van een besluit niet in het pakket. Weglaten is geen vernietigen: ze staan nog"
        " in de bron. Voor privéberichten is misschien geen verklaring nodig, omdat die meestal geen archiefbescheiden"
        " zijn. Of een regel in de verklaring hoort, beoordeelt een mens.",
        "These messages are not in the package, on the ground of a decision. Leaving out is not destroying: they are"
        " still in the source. Private messages may need no declaration, since they are usually no public records. A"
        " person judges whether a line belongs in the declaration.",
    ),
    "left_out_caption": Text("Berichten die buiten het pakket zijn gelaten", "Messages left out of the package"),
    "none": Text("Geen.", "None."),
    "number": Text("Nr.", "No."),
    "what": Text("Wat", "What"),
    "period": Text("Periode", "Period"),
    "amount": Text("Omvang", "Extent"),
    "ground": Text("Grond", "Ground"),
    "decided": Text("Besloten door", "Decided by"),
    "undecided": Text("nog niemand", "nobody yet"),
    "category": Text("categorie", "category"),
    "list": Text("selectielijst", "selection list"),
    "term": Text("bewaartermijn", "term"),
    "due": Text("verstreken op", "passed on"),
    "object": Text("archiefstuk", "archiefstuk"),
    "total": Text("Totaal", "Total"),
    "declaration": Text("De verklaring, in te vullen", "The declaration, to be completed"),
    "declaration_means": Text(
        "Vul dit in nadat er is vernietigd, en bewaar de verklaring bij het archief.",
        "Complete this after the destruction, and keep the declaration with the archive.",
    ),
    "field_part_1": Text("Vernietigd uit deel 1 (alles, of welke regels)", "Destroyed of part 1 (all, or which lines)"),
    "field_part_2": Text("Vernietigd uit deel 2 (alles, of welke regels)", "Destroyed of part 2 (all, or which lines)"),
    "field_manner": Text("Wijze van vernietiging", "Manner of destruction"),
    "field_copies": Text("Waar kopieën waren, en of die ook weg zijn", "Where copies were, and whether they are gone"),
    "field_date": Text("Datum", "Date"),
    "field_place": Text("Plaats", "Place"),
    "field_name": Text("Naam en functie", "Name and function"),
    "field_signature": Text("Handtekening", "Signature"),
}
