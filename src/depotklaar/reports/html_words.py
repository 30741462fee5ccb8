"""The fixed words of the HTML report, in both languages."""

from depotklaar.language import Text

WORDS = {
    "title": Text("Rapport van de keuring", "Report of the examination"),
    "accepted": Text("Goedgekeurd", "Accepted"),
    "rejected": Text("Afgekeurd", "Rejected"),
    "accepted_means": Text(
        "Alle onderdelen zijn beoordeeld en er is geen fout gevonden.",
        "Every part was judged and no error was found.",
    ),
    "rejected_means": Text(
        "Er is een fout gevonden, of een onderdeel kon niet worden beoordeeld. Lever dit pakket zo niet aan.",
        "An error was found, or a part could not be judged. Do not deliver this package as it is.",
    ),
    "overview": Text("Overzicht", "Overview"),
    "made_at": Text("Gemaakt op", "Made at"),
    "profile": Text("Profiel van de ontvanger", "Profile of the receiver"),
    "profile_hash": Text("SHA-256 van het profiel", "SHA-256 of the profile"),
    "tools": Text("Programma's", "Programs"),
    "signatures": Text("signaturen", "signatures"),
    "stages": Text("Onderdelen van de keuring", "Parts of the examination"),
    "stage": Text("Onderdeel", "Part"),
    "result": Text("Uitkomst", "Outcome"),
    "ran": Text("beoordeeld", "judged"),
    "not_ran": Text("niet beoordeeld", "not judged"),
    "counts": Text("Aantallen", "Counts"),
    "what": Text("Wat", "What"),
    "number": Text("Aantal", "Number"),
    "account": Text("Verantwoording", "Account"),
    "balances": Text(
        "Wat erin ging, en waar het bleef, per gesprek", "What went in, and where it went, by conversation"
    ),
    "balances_mean": Text(
        "Meldingen van de app tellen mee. Een telling klopt als alles wat erin ging, in het pakket zit of op grond van"
        " een besluit is weggelaten.",
        "Notices of the app are counted too. A sum closes when all that went in is in the package, or was left out on"
        " the ground of a decision.",
    ),
    "conversation": Text("Gesprek", "Conversation"),
    "messages": Text("Berichten en meldingen", "Messages and notices"),
    "attachments": Text("Bijlagen", "Attachments"),
    "absent": Text("Niet in de bron", "Absent from the source"),
    "closes": Text("Telling klopt", "Sum closes"),
    "yes": Text("ja", "yes"),
    "no": Text("NEE", "NO"),
    "nothing": Text("geen", "none"),
    "originals": Text("Aangeleverde gespreksbestanden", "Delivered chat files"),
    "originals_mean": Text(
        "Met de SHA-256 is later te zien of een bewaarde export dezelfde is, ook als de export zelf niet in het pakket"
        " zit.",
        "With the SHA-256 one can see later whether a kept export is the same, also where the export itself is not in"
        " the package.",
    ),
    "file": Text("Bestand", "File"),
    "findings": Text("Bevindingen", "Findings"),
    "none": Text("Er is niets gevonden.", "Nothing was found."),
    "ground": Text("Grond", "Ground"),
    "level": Text("Gezag", "Authority"),
    "line": Text("regel", "line"),
    "remedy": Text("Wat te doen", "What to do"),
    "kept": Text("getoond van", "shown of"),
}
