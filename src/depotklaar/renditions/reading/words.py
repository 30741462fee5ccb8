"""The words of the reading version in Dutch and in English, and what each code of the format is called."""

from collections.abc import Mapping
from functools import cache

from depotklaar.language import Language, Text
from depotklaar.renditions.reading.source_words import SOURCE_CODES
from depotklaar.renditions.reading.text import show

_MONTHS = Text(
    "januari februari maart april mei juni juli augustus september oktober november december",
    "January February March April May June July August September October November December",
)
_WEEKDAYS = Text(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)

WORDS: Mapping[str, Text] = {
    "number": Text("nr.", "no."),
    "unknown_sender": Text("Afzender onbekend", "Sender unknown"),
    "no_date": Text("Datum onbekend", "Date unknown"),
    "no_time": Text("tijd onbekend", "time unknown"),
    "in_source": Text("in de bron", "in the source"),
    "no_zone": Text("zonder tijdzone", "no time zone"),
    "or": Text("of", "or"),
    "and": Text("en", "and"),
    "subject": Text("Onderwerp", "Subject"),
    "empty": Text("Zonder tekst in de bron", "No text in the source"),
    "system": Text("Melding van de app", "Notice of the app"),
    "by": Text("door", "by"),
    "about": Text("betreft", "about"),
    "from_value": Text("was", "was"),
    "to_value": Text("werd", "became"),
    "call": Text("Oproep", "Call"),
    "duration": Text("duur", "duration"),
    "with": Text("met", "with"),
    "unparsed": Text("Brontekst die niet als bericht is herkend", "Source text that was not recognised as a message"),
    "reply": Text("Antwoord op", "Reply to"),
    "reply_unnumbered": Text("een ander bericht", "another message"),
    "reply_id": Text("kenmerk", "identifier"),
    "message_number": Text("bericht nr.", "message no."),
    "forwarded_yes": Text("Doorgestuurd", "Forwarded"),
    "forwarded_frequently": Text("Vaak doorgestuurd", "Forwarded many times"),
    "view_once": Text("Eenmalig te bekijken", "View once"),
    "expires": Text("Verdwijnt na", "Disappears after"),
    "edited": Text("Bewerkt", "Edited"),
    "earlier": Text("Eerdere tekst", "Earlier text"),
    "earlier_unknown": Text("De eerdere tekst staat niet in de bron", "The earlier text is not in the source"),
    "evidence": Text("blijkt uit", "known from"),
    "reactions": Text("Reacties", "Reactions"),
    "poll": Text("Peiling", "Poll"),
    "votes": Text("stemmen", "votes"),
    "vote": Text("stem", "vote"),
    "votes_unknown": Text("aantal stemmen onbekend", "number of votes unknown"),
    "location": Text("Locatie", "Location"),
    "live_location": Text("Live locatie", "Live location"),
    "latitude": Text("breedtegraad", "latitude"),
    "longitude": Text("lengtegraad", "longitude"),
    "captures": Text("Staat in", "Found in"),
    "line": Text("regel", "line"),
    "differs": Text("verschil", "difference"),
    "gap": Text("Hier is iets weggelaten", "Something was left out here"),
    "gap_numbers": Text("nrs.", "nos."),
    "to": Text("t/m", "to"),
    "until_day": Text("t/m", "until"),
    "possibly": Text("mogelijk", "possibly"),
    "from_day": Text("vanaf", "from"),
    "message_one": Text("bericht of melding", "message or notice"),
    "message_many": Text("berichten en meldingen", "messages and notices"),
    "attachment_one": Text("bijlage", "attachment"),
    "attachment_many": Text("bijlagen", "attachments"),
    "reason": Text("Reden", "Reason"),
    "decided_by": Text("Besloten door", "Decided by"),
    "decided_at": Text("op", "on"),
    "remark": Text("Opmerking", "Remark"),
    "waiting": Text("nog niet ontvangen toen de export werd gemaakt", "not yet received when the export was made"),
    "image_alt": Text("Afbeelding uit het bericht, zonder beschrijving", "Image from the message, no description"),
    "no_name": Text("zonder naam", "unnamed"),
    "page": Text("pagina", "page"),
    "pages": Text("pagina's", "pages"),
    "bytes": Text("bytes", "bytes"),
    "in_message": Text("in het bericht", "in the message"),
    "on_disk": Text("in de export", "in the export"),
    "not_beside": Text("Het bestand ligt niet bij deze pagina", "The file does not lie beside this page"),
    "unknown_attachment": Text("Bijlage zonder gegevens", "Attachment without details"),
    "hours": Text("uur", "h"),
    "minutes": Text("min.", "min"),
    "seconds": Text("sec.", "s"),
    "days": Text("dagen", "days"),
    "day": Text("dag", "day"),
}

CODES: Mapping[str, Mapping[str, Text]] = {
    "kind": {
        "image": Text("Afbeelding", "Image"),
        "video": Text("Video", "Video"),
        "audio": Text("Geluid", "Audio"),
        "voice_note": Text("Spraakbericht", "Voice message"),
        "sticker": Text("Sticker", "Sticker"),
        "gif": Text("Bewegend beeld (GIF)", "Animation (GIF)"),
        "document": Text("Document", "Document"),
        "contact": Text("Contactkaart", "Contact card"),
        "video_note": Text("Videobericht", "Video message"),
        "unknown": Text("Bestand", "File"),
    },
    "placeholder": {
        "image": Text("Afbeelding", "Image"),
        "video": Text("Video", "Video"),
        "audio": Text("Geluid", "Audio"),
        "sticker": Text("Sticker", "Sticker"),
        "gif": Text("Bewegend beeld (GIF)", "Animation (GIF)"),
        "document": Text("Document", "Document"),
        "contact": Text("Contactkaart", "Contact card"),
        "video_note": Text("Videobericht", "Video message"),
        "media": Text("Media", "Media"),
        "waiting": Text("Bericht", "Message"),
    },
    "presence": {
        "present": Text("aanwezig", "present"),
        "missing": Text(
            "ontbreekt: het bericht noemt dit bestand, maar het zat niet in de export",
            "missing: the message names this file, but the export did not hold it",
        ),
        "omitted_by_export": Text(
            "niet meegeleverd: de export is zonder dit bestand gemaakt",
            "not delivered: the export was made without this file",
        ),
        "view_once": Text(
            "niet meegeleverd: het was maar één keer te bekijken", "not delivered: it could be viewed only once"
        ),
        "not_exported": Text("niet geëxporteerd", "not exported"),
    },
    "certainty": {
        "exact": Text("tijd en tijdzone staan in de bron", "time and time zone are in the source"),
        "zone_stated": Text("tijdzone opgegeven", "time zone stated"),
        "zone_assumed": Text("tijdzone aangenomen", "time zone assumed"),
        "ambiguous_dst": Text(
            "deze kloktijd kwam die nacht twee keer voor (einde zomertijd)",
            "this clock time occurred twice that night (end of summer time)",
        ),
        "nonexistent_dst": Text(
            "deze kloktijd bestond niet in de aangenomen tijdzone (begin zomertijd)",
            "this clock time did not exist in the assumed zone (start of summer time)",
        ),
        "order_assumed": Text("volgorde van dag en maand aangenomen", "order of day and month assumed"),
        "year_inferred": Text("jaartal afgeleid", "year inferred"),
        "unknown": Text("zekerheid van de tijd onbekend", "certainty of the time unknown"),
    },
    "basis": {
        "sender_clock": Text("klok van de afzender", "clock of the sender"),
        "receiver_clock": Text("klok van de ontvanger", "clock of the receiver"),
        "device_clock": Text("klok van het toestel", "clock of the device"),
        "server": Text("klok van de server", "clock of the server"),
        "unknown": Text("klok onbekend", "clock unknown"),
    },
    "precision": {
        "millisecond": Text("tot op de milliseconde", "to the millisecond"),
        "second": Text("tot op de seconde", "to the second"),
        "minute": Text("tot op de minuut", "to the minute"),
        "day": Text("alleen de dag", "the day only"),
        "unknown": Text("nauwkeurigheid onbekend", "precision unknown"),
    },
    "deletion": {
        "deleted_for_everyone": Text("Verwijderd voor iedereen", "Deleted for everyone"),
        "deleted_by_admin": Text("Verwijderd door een beheerder", "Deleted by an admin"),
        "deleted_for_me": Text("Verwijderd op dit toestel", "Deleted on this device"),
        "expired": Text("Vanzelf verdwenen", "Disappeared by itself"),
        "unknown": Text("Verwijderd; door wie is onbekend", "Deleted; unknown by whom"),
    },
    "evidence": {
        "history": Text("de bewaarde geschiedenis", "the recorded history"),
        "marker_mark": Text("een teken van de app", "a mark of the app"),
        "marker_text": Text("de tekst, die een gebruiker ook zelf kan typen", "the text, which a user can also type"),
        "flag": Text("een kenmerk in de bron", "a flag in the source"),
        "absent_in_later_capture": Text("het ontbreken in een latere vastlegging", "absence from a later capture"),
        "recovered": Text("herstel van de tekst uit de bron", "recovery of the text from the source"),
    },
    "receipt": {
        "sent": Text("Verzonden aan", "Sent to"),
        "delivered": Text("Afgeleverd bij", "Delivered to"),
        "read": Text("Gelezen door", "Read by"),
        "played": Text("Afgespeeld door", "Played by"),
        "failed": Text("Niet aangekomen bij", "Failed for"),
    },
    "action": {
        "encryption_notice": Text("Berichten zijn versleuteld", "Messages are encrypted"),
        "group_created": Text("Groep gemaakt", "Group created"),
        "member_added": Text("Deelnemer toegevoegd", "Member added"),
        "member_joined_link": Text("Deelnemer geworden via een uitnodiging", "Joined through an invite"),
        "member_left": Text("Groep verlaten", "Left the group"),
        "member_removed": Text("Deelnemer verwijderd", "Member removed"),
        "subject_changed": Text("Naam van de groep gewijzigd", "Group name changed"),
        "icon_changed": Text("Groepsafbeelding gewijzigd", "Group icon changed"),
        "description_changed": Text("Omschrijving van de groep gewijzigd", "Group description changed"),
        "admin_granted": Text("Beheerder geworden", "Became admin"),
        "admin_revoked": Text("Geen beheerder meer", "No longer admin"),
        "member_approval": Text("Toelating van deelnemers gewijzigd", "Approval of members changed"),
        "settings_changed": Text("Instellingen van de groep gewijzigd", "Group settings changed"),
        "community": Text("Melding over de community", "Notice about the community"),
        "contact_blocked": Text("Contact geblokkeerd of vrijgegeven", "Contact blocked or unblocked"),
        "advanced_privacy": Text("Geavanceerde chatprivacy gewijzigd", "Advanced chat privacy changed"),
        "number_changed": Text("Telefoonnummer gewijzigd", "Phone number changed"),
        "security_code_changed": Text("Beveiligingscode gewijzigd", "Security code changed"),
        "disappearing_on": Text("Verdwijnende berichten aangezet", "Disappearing messages turned on"),
        "disappearing_off": Text("Verdwijnende berichten uitgezet", "Disappearing messages turned off"),
        "message_pinned": Text("Bericht vastgezet", "Message pinned"),
        "waiting": Text("Wachten op een bericht", "Waiting for a message"),
        "unknown": Text("Melding van onbekende soort", "Notice of an unknown kind"),
    },
    "medium": {
        "voice": Text("spraakoproep", "voice call"),
        "video": Text("video-oproep", "video call"),
        "unknown": Text("oproep", "call"),
    },
    "outcome": {
        "missed": Text("gemist", "missed"),
        "declined": Text("geweigerd", "declined"),
        "answered": Text("beantwoord", "answered"),
        "unknown": Text("afloop onbekend", "outcome unknown"),
    },
}


class Wording:
    """The words in one language, ready to stand in HTML."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._words = {key: show(text.in_language(language)) for key, text in WORDS.items()}
        self._codes = {
            kind: {code: show(text.in_language(language)) for code, text in codes.items()}
            for kind, codes in (*CODES.items(), *SOURCE_CODES.items())
        }
        self._months = _MONTHS.in_language(language).split()
        self._weekdays = _WEEKDAYS.in_language(language).split()

    def __getitem__(self, key: str) -> str:
        return self._words[key]

    def code(self, kind: str, code: str) -> str:
        """What a code is called; a code without a name is shown as it is."""
        return self._codes[kind].get(code) or show(code)

    def month(self, number: int) -> str:
        """The name of month 1 to 12."""
        return self._months[number - 1]

    def weekday(self, number: int) -> str:
        """The name of weekday 0 (Monday) to 6."""
        return self._weekdays[number]

    def count(self, number: int, noun: str) -> str:
        """A number with its noun (`message` or `attachment`), in the singular or plural."""
        return f"{number} {self[noun + ('_one' if number == 1 else '_many')]}"


@cache
def wording(language: Language) -> Wording:
    """The words in one language; they are made ready once."""
    return Wording(language)
