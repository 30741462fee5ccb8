"""What can be noticed of the text of a chat file and its times."""

from depotklaar.importers.whatsapp_notices.kind import (
    EARLIER,
    FORM,
    FRESH,
    LOOK,
    NOTHING,
    SOFTWARE,
    WHO_AND_WHEN,
    Notice,
    info,
    warning,
)
from depotklaar.language import Text

OF_TIME: tuple[Notice, ...] = (
    info(
        "zone-assumed",
        WHO_AND_WHEN,
        Text(
            "De export noemt geen tijdzone; aangenomen is {evidence}.",
            "The export names no time zone; {evidence} was assumed.",
        ),
        Text("Vul tijdzone in onder [[bron]] in het aanleverbestand.", "Fill in tijdzone under [[bron]]."),
    ),
    warning(
        "time-ambiguous",
        WHO_AND_WHEN,
        Text(
            "Dit tijdstip kwam die nacht twee keer voor, doordat de klok een uur terugging.",
            "This time occurred twice that night, because the clock went back an hour.",
        ),
        Text(
            "Er hoeft niets te gebeuren: beide mogelijke tijdstippen staan bij het bericht.",
            "Nothing needs to be done: both possible times stand with the message.",
        ),
    ),
    warning(
        "time-nonexistent",
        WHO_AND_WHEN,
        Text(
            "Dit tijdstip bestond die nacht niet, doordat de klok een uur vooruitging.",
            "This time did not exist that night, because the clock went forward an hour.",
        ),
        Text("Controleer tijdzone onder [[bron]].", "Check tijdzone under [[bron]]."),
    ),
    info(
        "time-runs-back",
        WHO_AND_WHEN,
        Text(
            "Dit bericht is meer dan een dag ouder dan het bericht erboven.",
            "This message is more than a day older than the one above it.",
        ),
        Text(
            "Kijk of er tekst uit een ander gesprek tussen staat; de volgorde van de bron is aangehouden.",
            "See whether text of another chat stands in between; the order of the source was kept.",
        ),
    ),
    warning(
        "impossible-time",
        WHO_AND_WHEN,
        Text(
            "De datum of het uur van dit bericht bestaat niet of ligt buiten de jaren 2000 tot en met 2099; het bericht"
            " heeft daardoor geen tijdstip. Wat er in de bron staat, is bewaard.",
            "The date or the hour of this message does not exist or lies outside the years 2000 to 2099; so the message"
            " has no time. What stands in the source was kept.",
        ),
        Text(
            "Vergelijk dit bericht met de telefoon, als die er nog is, en kijk of het bestand na de export is bewerkt.",
            "Compare this message with the phone, if it is still there, and see whether the file was edited after the"
            " export.",
        ),
    ),
    warning(
        "time-before-whatsapp",
        WHO_AND_WHEN,
        Text(
            "Dit bericht draagt een datum van vóór 2009, toen WhatsApp nog niet bestond.",
            "This message bears a date before 2009, when WhatsApp did not yet exist.",
        ),
        Text(
            "Kijk of de klok van de telefoon goed stond en of de volgorde van dag, maand en jaar klopt.",
            "See whether the clock of the phone was right, and whether the order of day, month and year is.",
        ),
    ),
    warning(
        "meridiem-impossible",
        WHO_AND_WHEN,
        Text(
            "AM of PM past niet bij het uur; het uur is gelezen zoals het er staat.",
            "AM or PM does not fit the hour; the hour was read as it stands.",
        ),
        Text(
            "Vergelijk dit bericht met de telefoon, als die er nog is.",
            "Compare this message with the phone, if it is still there.",
        ),
    ),
)
OF_TEXT: tuple[Notice, ...] = (
    warning(
        "encoding-not-utf8",
        FORM,
        Text(
            "Het chatbestand is niet in UTF-8 maar in {evidence} opgeslagen; waarschijnlijk is het na de export geopend"
            " en opnieuw opgeslagen.",
            "The chat file is not in UTF-8 but in {evidence}; it was probably opened and saved after the export.",
        ),
        FRESH,
    ),
    warning(
        "text-before-first-message",
        FORM,
        Text(
            "Er staat tekst vóór het eerste bericht; regels: {evidence}.",
            "There is text before the first message; lines: {evidence}.",
        ),
        EARLIER,
    ),
    warning(
        "mixed-shapes",
        FORM,
        Text(
            "De berichten beginnen niet allemaal in dezelfde vorm; misschien is het bestand samengesteld uit meerdere"
            " exports: {evidence}.",
            "The messages do not all begin in the same form; the file may be put together from several exports:"
            " {evidence}.",
        ),
        Text("Lever elke export zoals de app hem heeft gemaakt.", "Deliver each export as the app has made it."),
    ),
    warning(
        "header-of-other-shape",
        FORM,
        Text(
            "In de tekst staat iets wat lijkt op het begin van een bericht in een andere vorm; het is in de tekst"
            " gelaten. Aantal regels: {evidence}.",
            "In the text stands what looks like the begin of a message in another form; it was left in the text."
            " Number of lines: {evidence}.",
        ),
        LOOK,
    ),
    warning(
        "impossible-header",
        FORM,
        Text(
            "In de tekst staat iets wat lijkt op het begin van een bericht, maar met een datum of uur dat niet bestaat"
            " en zonder naam; het is in de tekst gelaten. Aantal regels: {evidence}.",
            "In the text stands what looks like the begin of a message, but with a date or hour that does not exist and"
            " without a name; it was left in the text. Number of lines: {evidence}.",
        ),
        LOOK,
    ),
    info(
        "pasted-lines",
        FORM,
        Text(
            "De tekst bevat regels die uit een ander gesprek zijn gekopieerd; ze zijn in de tekst gelaten.",
            "The text holds lines copied from another chat; they were left in the text.",
        ),
        NOTHING,
    ),
    warning(
        "pasted-export-suspected",
        FORM,
        Text(
            "De tijd loopt terug en de naam is nieuw: dit kan een geplakte regel uit een export zijn.",
            "Time runs back and the name is new: this may be a pasted line of an export.",
        ),
        LOOK,
    ),
    warning(
        "header-within-line",
        FORM,
        Text(
            "Midden in een regel staat iets wat lijkt op het begin van een bericht; er is niets afgesplitst.",
            "In the middle of a line stands what looks like the begin of a message; nothing was split off.",
        ),
        LOOK,
    ),
    info(
        "marks-missing",
        FORM,
        Text(
            "De onzichtbare tekens van de iPhone ontbreken; meldingen van de app zijn aan hun woorden herkend.",
            "The invisible marks of the iPhone are gone; notices of the app were told by their words.",
        ),
        FRESH,
    ),
    info(
        "language-unknown",
        SOFTWARE,
        Text(
            "De taal van de app is niet herkend; meldingen van de app kunnen daardoor onbekend heten.",
            "The language of the app was not recognised; its notices may therefore be called unknown.",
        ),
        LOOK,
    ),
    info(
        "system-line-unknown",
        FORM,
        Text(
            "De app meldt iets waarvoor depotklaar geen vaste zin kent; de tekst is bewaard.",
            "The app reports something for which depotklaar knows no phrase; the text was kept.",
        ),
        Text(
            "Komt dit vaker voor, meld de zin dan zonder namen aan de makers van depotklaar.",
            "If this occurs more often, report the phrase without names to the makers of depotklaar.",
        ),
    ),
)
