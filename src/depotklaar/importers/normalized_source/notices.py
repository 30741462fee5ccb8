"""What the reader of normalized conversations can notice of its own, by code."""

from collections.abc import Mapping

from depotklaar.language import Text
from depotklaar.model.finding import FindingKind, Level, Severity

UNNAMED_FILE = "normalized.file-without-attachment"
OUTSIDE_FILE = "normalized.file-outside-conversation"
OTHER_CUSTODIAN = "normalized.custodian-other"
NO_CHECKSUM = "normalized.attachment-without-checksum"
OTHER_OFFSET = "normalized.offset-not-of-zone"
UNKNOWN_ZONE = "normalized.zone-unknown"

NOTICES: Mapping[str, FindingKind] = {
    UNNAMED_FILE: FindingKind(
        id="NC-FILE-WITHOUT-ATTACHMENT",
        severity=Severity.WARNING,
        level=Level.OURS,
        clause="Archiefregeling, art. 17, onder c",
        text=Text(
            "Bij het gesprek ligt een bestand dat in het gesprek niet als bijlage staat: {evidence}.",
            "Beside the conversation lies a file that is no attachment in the conversation: {evidence}.",
        ),
        remedy=Text(
            "Kijk of het bestand bij dit gesprek hoort; het gaat mee in het pakket.",
            "See whether the file belongs to this conversation; it goes along in the package.",
        ),
    ),
    OUTSIDE_FILE: FindingKind(
        id="NC-FILE-OUTSIDE",
        severity=Severity.WARNING,
        level=Level.OURS,
        clause="Archiefregeling, art. 17, onder c",
        text=Text(
            "Een bestand ligt buiten de mappen van de gesprekken en gaat niet mee: {evidence}.",
            "A file lies outside the folders of the conversations and does not go along: {evidence}.",
        ),
        remedy=Text(
            "Leg het bestand in de map van het gesprek waar het bij hoort, of haal het weg.",
            "Put the file in the folder of the conversation that it belongs to, or take it away.",
        ),
    ),
    OTHER_CUSTODIAN: FindingKind(
        id="NC-CUSTODIAN-OTHER",
        severity=Severity.WARNING,
        level=Level.OURS,
        clause="Archiefregeling, art. 17, onder b",
        text=Text(
            "De houder in het bestand draagt geen van de namen in de aanlevering; het bestand is gevolgd."
            " Deelnemer: {evidence}.",
            "The holder in the file bears none of the names in the delivery; the file was followed."
            " Participant: {evidence}.",
        ),
        remedy=Text(
            "Controleer houder onder [[bron]], en vul herkend_aan aan bij de functionaris.",
            "Check houder under [[bron]], and complete herkend_aan of the functionaris.",
        ),
    ),
    NO_CHECKSUM: FindingKind(
        id="NC-ATTACHMENT-WITHOUT-CHECKSUM",
        severity=Severity.INFO,
        level=Level.OURS,
        clause="Archiefregeling, art. 17, onder a",
        text=Text(
            "Bijlagen hebben in het gesprek geen checksum; of ze onderweg zijn veranderd, is niet te zien."
            " Aantal: {evidence}.",
            "Attachments have no checksum in the conversation; whether they were changed on the way cannot be told."
            " Number: {evidence}.",
        ),
        remedy=Text(
            "Vraag de maker van het gesprek om de checksums, of vergelijk de bestanden met de bron.",
            "Ask the maker of the conversation for the checksums, or compare the files with the source.",
        ),
    ),
    OTHER_OFFSET: FindingKind(
        id="NC-OFFSET-NOT-OF-ZONE",
        severity=Severity.WARNING,
        level=Level.OURS,
        clause="Archiefregeling, art. 17, onder b",
        text=Text(
            "Het verschil met UTC hoort op dat moment niet bij de tijdzone; dit is de eerste gebeurtenis waarbij dat zo"
            " is: {evidence}.",
            "The difference with UTC is not one of the time zone at that moment; this is the first event where that is"
            " so: {evidence}.",
        ),
        remedy=Text(
            "Vraag de maker van het gesprek welke tijdzone gold; de tijden zijn overgenomen zoals ze er staan.",
            "Ask the maker of the conversation which time zone applied; the times were taken over as they stand.",
        ),
    ),
    UNKNOWN_ZONE: FindingKind(
        id="NC-ZONE-UNKNOWN",
        severity=Severity.WARNING,
        level=Level.OURS,
        clause="Archiefregeling, art. 17, onder b",
        text=Text(
            "Deze tijdzone staat niet in de IANA-lijst, zodat het verschil met UTC niet te toetsen is: {evidence}.",
            "This time zone is not on the IANA list, so that the difference with UTC cannot be checked: {evidence}.",
        ),
        remedy=Text(
            "Vraag de maker van het gesprek om de naam volgens IANA, zoals Europe/Amsterdam.",
            "Ask the maker of the conversation for the name by IANA, such as Europe/Amsterdam.",
        ),
    ),
}
