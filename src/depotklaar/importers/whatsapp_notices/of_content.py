"""What can be noticed of the people, the attachments and the completeness of a WhatsApp chat."""

from depotklaar.importers.whatsapp_notices.kind import (
    BEHAVIOUR,
    CONNECTION,
    EARLIER,
    FORM,
    LOOK,
    NOTHING,
    WHO_AND_WHEN,
    Notice,
    info,
    warning,
)
from depotklaar.language import Text

_HOLDER = Text("Vul houder in onder [[bron]].", "Fill in houder under [[bron]].")
_ELSEWHERE = Text(
    "Ga na of de inhoud ergens anders bewaard is, bijvoorbeeld bij een andere deelnemer.",
    "Find out whether the content was kept elsewhere, for instance by another participant.",
)

OF_PEOPLE: tuple[Notice, ...] = (
    info(
        "label-with-colon",
        WHO_AND_WHEN,
        Text(
            "Een naam bevat een dubbele punt; hij is herkend doordat hij vaker voorkomt. Deelnemer: {evidence}.",
            "A name holds a colon; it was told by its repetition. Participant: {evidence}.",
        ),
        Text("Controleer deze naam bij de deelnemers in de leesversie.", "Check this name in the reading version."),
    ),
    info(
        "custodian-inferred",
        WHO_AND_WHEN,
        Text(
            "De houder van de telefoon is herkend aan een zin die de app alleen bij de houder zet. Deelnemer:"
            " {evidence}.",
            "The holder of the phone was told by a phrase that the app only writes for the holder. Participant:"
            " {evidence}.",
        ),
        _HOLDER,
    ),
    info(
        "custodian-unknown",
        WHO_AND_WHEN,
        Text(
            "De app spreekt de houder van de telefoon aan, maar nergens staat wie dat is.",
            "The app speaks to the holder of the phone, but nothing says who that is.",
        ),
        _HOLDER,
    ),
    warning(
        "custodian-other-label",
        WHO_AND_WHEN,
        Text(
            "Een zin die de app alleen bij de houder zet, staat onder een andere naam dan die van de opgegeven houder."
            " Deelnemer: {evidence}.",
            "A phrase that the app only writes for the holder stands under another name than the stated holder's."
            " Participant: {evidence}.",
        ),
        Text(
            "Controleer houder onder [[bron]], en vul herkend_aan aan bij de functionaris.",
            "Check houder under [[bron]], and complete herkend_aan of the functionaris.",
        ),
    ),
)
OF_CONTENT: tuple[Notice, ...] = (
    info(
        "deletion-by-text",
        FORM,
        Text(
            "Alleen de woorden zeggen dat dit bericht is verwijderd; iemand kan ze ook zelf hebben getypt.",
            "Only the words say that this message was deleted; a person could have typed them.",
        ),
        NOTHING,
    ),
    info(
        "view-once-suspected",
        BEHAVIOUR,
        Text(
            "Het bericht is leeg: de inhoud was eenmalig te bekijken, of de export kan haar niet weergeven.",
            "The message is empty: its content could be viewed once, or the export cannot carry it.",
        ),
        _ELSEWHERE,
    ),
    info(
        "content-not-shown",
        FORM,
        Text(
            "Er staat alleen 'null': de export kan de inhoud niet weergeven, of iemand heeft dat woord getypt.",
            "There is only 'null': the export cannot carry the content, or a person typed that word.",
        ),
        _ELSEWHERE,
    ),
    warning(
        "timer-active",
        BEHAVIOUR,
        Text(
            "Verdwijnende berichten zijn aangezet; wat vóór de export verdween, zit er niet in.",
            "Disappearing messages were switched on; what disappeared before the export is not in it.",
        ),
        _ELSEWHERE,
    ),
    info(
        "advanced-privacy",
        BEHAVIOUR,
        Text(
            "Geavanceerde chatprivacy is in dit gesprek aan- of uitgezet.",
            "Advanced chat privacy was switched on or off in this chat.",
        ),
        NOTHING,
    ),
)
OF_MEDIA: tuple[Notice, ...] = (
    warning(
        "media-missing",
        CONNECTION,
        Text(
            "Een bericht noemt een bestand dat niet in de bron zit: {evidence}.",
            "A message names a file that is not in the source: {evidence}.",
        ),
        Text(
            "Zoek het bestand op de telefoon, of maak de export opnieuw, met media; anders is alleen de naam bewaard.",
            "Look for the file on the phone or make the export again, with media; else only the name is kept.",
        ),
    ),
    warning(
        "media-matched-loosely",
        CONNECTION,
        Text(
            "De naam van een bestand in de bron wijkt iets af van de naam in het bericht: {evidence}.",
            "The name of a file in the source differs a little from the name in the message: {evidence}.",
        ),
        Text("Controleer of het bestand bij het bericht hoort.", "Check that the file belongs to the message."),
    ),
    warning(
        "media-unmentioned",
        CONNECTION,
        Text(
            "De bron bevat een bestand dat in geen enkel bericht wordt genoemd: {evidence}.",
            "The source holds a file that no message mentions: {evidence}.",
        ),
        Text(
            "Kijk of het bestand bij dit gesprek hoort; het gaat mee in het pakket.",
            "See whether the file belongs to this conversation; it goes along in the package.",
        ),
    ),
    info(
        "media-omitted",
        CONNECTION,
        Text(
            "Bij de export zijn media weggelaten. Aantal: {evidence}.", "The export left out media. Number: {evidence}."
        ),
        Text(
            "Maak de export opnieuw, met media, als de telefoon er nog is.",
            "Make the export again, with media, if the phone is still there.",
        ),
    ),
    info(
        "attachment-number-shift",
        CONNECTION,
        Text(
            "De nummers van de bijlagen verspringen ten opzichte van die van de berichten ({evidence}); mogelijk zijn"
            " er berichten verdwenen.",
            "The numbers of attachments shift against those of the messages ({evidence}); messages may be gone.",
        ),
        EARLIER,
    ),
)
OF_COMPLETENESS: tuple[Notice, ...] = (
    warning(
        "truncation-suspected",
        FORM,
        Text(
            "Het aantal berichten ligt dicht bij het maximum dat WhatsApp exporteert ({evidence}); de oudste berichten"
            " kunnen ontbreken.",
            "The number of messages is near the most that WhatsApp exports ({evidence}); the oldest may be missing.",
        ),
        EARLIER,
    ),
    info(
        "start-not-seen",
        FORM,
        Text(
            "De melding over versleuteling waarmee een gesprek begint, staat niet bovenaan; het begin kan ontbreken.",
            "The notice about encryption with which a chat begins is not at the top; the begin may be missing.",
        ),
        EARLIER,
    ),
    info(
        "more-than-listed",
        FORM,
        Text(
            "Van één soort is meer opgemerkt dan hier staat. Soort en werkelijk aantal: {evidence}.",
            "More of one kind was noticed than stands here. Kind and real number: {evidence}.",
        ),
        LOOK,
    ),
)
