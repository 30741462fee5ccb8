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
    "rejected_by_warning": Text(
        "Er is een waarschuwing gevonden, en bij deze keuring is een waarschuwing genoeg om af te keuren.",
        "A warning was found, and in this examination a warning is enough to reject.",
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
    "decisions": Text("Waardering en besluiten", "Appraisal and decisions"),
    "decisions_mean": Text(
        "Hoe de archiefstukken zijn gewaardeerd, op welke grond, en wie dat besloot. Waar nog niemand besloot, is het"
        " een voorstel.",
        "How the archiefstukken were appraised, on which ground, and who decided. Where nobody decided yet, it is a"
        " proposal.",
    ),
    "waardering": Text("Waardering", "Waardering"),
    "archiefstukken": Text("Archiefstukken", "Archiefstukken"),
    "by_waardering": Text("Archiefstukken per waardering", "Archiefstukken by waardering"),
    "by_decider": Text("Wie besloot", "Who decided"),
    "decider": Text("Besloten door", "Decided by"),
    "nobody": Text("nog niemand", "nobody yet"),
    "other_deciders": Text("anderen die hier niet staan", "others not shown here"),
    "by_category": Text("Archiefstukken per categorie", "Archiefstukken by category"),
    "category": Text("Categorie", "Category"),
    "no_category": Text("geen categorie", "no category"),
    "list": Text("Selectielijst of hotspotlijst", "Selection list or hotspot list"),
    "other_categories": Text("Andere categorieën die hier niet staan", "Other categories not shown here"),
    "by_ground": Text(
        "Waarop de waardering steunt (een archiefstuk kan meer gronden hebben)",
        "On what the waardering rests (an archiefstuk may have several grounds)",
    ),
    "by_hotspot": Text("Hotspots", "Hotspots"),
    "hotspot": Text("Hotspot", "Hotspot"),
    "by_hold": Text("Bevriezingen", "Holds"),
    "hold": Text("Bevriezing", "Hold"),
    "lists": Text("Gebruikte selectielijsten", "Selection lists used"),
    "title_of_list": Text("Titel", "Title"),
    "version": Text("Versie", "Version"),
    "reference": Text("Vindplaats", "Reference"),
    "validity": Text("Geldig", "Valid"),
    "findings": Text("Bevindingen", "Findings"),
    "none": Text("Er is niets gevonden.", "Nothing was found."),
    "by_rule": Text("Bevindingen per regel", "Findings by rule"),
    "rule": Text("Regel", "Rule"),
    "weight": Text("Weging", "Weight"),
    "place": Text("Plaats", "Place"),
    "found": Text("Bevinding", "Finding"),
    "whole": Text("het pakket", "the package"),
    "ground": Text("Grond", "Ground"),
    "level": Text("Gezag", "Authority"),
    "line": Text("regel", "line"),
    "remedy": Text("Wat te doen", "What to do"),
    "kept": Text("getoond van", "shown of"),
}
