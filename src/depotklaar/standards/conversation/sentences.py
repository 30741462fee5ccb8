"""The sentences, in Dutch and English, for whatever can be wrong with a record or with its place among the others."""

from depotklaar.language import Text

ADVICE = Text(
    "Zie docs/conversation-1.0.md voor wat op deze plaats hoort.",
    "See docs/conversation-1.0.md for what belongs here.",
)
CALENDAR = Text("Deze dag bestaat niet in de kalender.", "This day does not exist in the calendar.")
OTHER_INSTANT = Text(
    "utc is een ander ogenblik dan local en offset aangeven.",
    "utc is another instant than local and offset tell.",
)
FAR_FROM_LOCAL = Text(
    "Dit ogenblik ligt meer dan zestien uur van local; geen tijdzone wijkt zoveel af van UTC.",
    "This instant lies more than sixteen hours from local; no time zone differs that much from UTC.",
)
AGREE_HINT = Text(
    "utc is local min offset. Vraag de maker welke van deze velden juist is, en laat weg wat de bron niet weet.",
    "utc is local minus offset. Ask the maker which of these fields is right; leave out what the source cannot tell.",
)
OTHER_PRECISION = Text(
    "local is niet geschreven zoals bij precision past.", "local is not written in the form that fits precision."
)
PRECISION_HINT = Text(
    "Bij day hoort een datum, bij minute uu:mm, bij second en millisecond uu:mm:ss; wat verder gaat dan de precisie,"
    " is nul. Is de precisie niet bekend, laat precision dan weg.",
    "day takes a date, minute hh:mm, second and millisecond hh:mm:ss; what goes beyond the precision is zero."
    " When the precision is not known, leave precision out.",
)

SYNTAX = {
    "blank": Text("Deze regel is leeg.", "This line is blank."),
    "long": Text("Deze regel is langer dan {most} bytes.", "This line is longer than {most} bytes."),
    "cut": Text(
        "Het bestand houdt midden in dit record op; het is waarschijnlijk afgekapt.",
        "The file ends in the middle of this record; it was probably cut off.",
    ),
    "utf8": Text("Byte {at} van dit record is geen geldige UTF-8.", "Byte {at} of this record is not valid UTF-8."),
    "json": Text(
        "Vanaf teken {at} is dit record geen geldige JSON.", "From character {at} this record is not valid JSON."
    ),
    "number": Text(
        "Er staat een getal dat JSON niet kent (NaN, Infinity of veel te groot).",
        "There is a number that JSON does not have (NaN, Infinity or far too large).",
    ),
    "deep": Text("Dit record is te diep genest.", "This record is nested too deeply."),
    "object": Text("Dit record is geen JSON-object.", "This record is not a JSON object."),
    "bom": Text("Het bestand begint met een byte order mark.", "The file starts with a byte order mark."),
    "double": Text("Deze sleutel staat er twee keer.", "This key stands here twice."),
    "refused": Text("Dit record voldoet niet aan het formaat.", "This record does not satisfy the format."),
}
SYNTAX_HINTS = {
    "blank": Text("Haal de lege regel weg.", "Remove the blank line."),
    "cut": Text("Vraag het bestand opnieuw op bij de maker.", "Ask the maker for the file again."),
    "utf8": Text("Sla het bestand op als UTF-8.", "Save the file as UTF-8."),
    "bom": Text("Sla het bestand op als UTF-8 zonder BOM.", "Save the file as UTF-8 without BOM."),
    "double": Text("Laat er één staan; welke, weet alleen de maker.", "Leave one; only the maker knows which."),
}

KIND_MISSING = Text(
    "De sleutel record, die zegt wat voor record dit is, ontbreekt of kent deze waarde niet.",
    "The key record, which says what kind of record this is, is missing or does not know this value.",
)
UNKNOWN_KEY = Text("Deze sleutel bestaat niet in het formaat.", "This key does not exist in the format.")
NEAREST = Text("Bedoelt u {near}?", "Did you mean {near}?")
ALLOWED = Text("Toegestaan: {allowed}.", "Allowed: {allowed}.")
MISSING = Text("Dit verplichte veld ontbreekt.", "This required field is missing.")
NULL = Text(
    "Hier staat null. Een waarde die de bron niet kent, wordt weggelaten.",
    "This is null. A value that the source does not know is left out.",
)
NULL_HINT = Text("Haal de sleutel weg, of geef de waarde.", "Remove the key, or give the value.")
WRONG_TYPE = Text("Hier staat {found}; verwacht: {expected}.", "This is {found}; expected: {expected}.")
NOT_ALLOWED = Text(
    "Deze waarde{found} is niet een van de toegestane.", "This value{found} is not one of those that are allowed."
)
WRONG_FORM = Text("Deze waarde{found} heeft niet de juiste vorm.", "This value{found} does not have the right form.")
TOO_SMALL = Text(
    "Dit getal is te klein; het kleinste is {limit}.", "This number is too small; the smallest is {limit}."
)
TOO_LARGE = Text("Dit getal is te groot; het grootste is {limit}.", "This number is too large; the largest is {limit}.")
TOO_SHORT = Text("Deze tekst mag niet leeg zijn.", "This text must not be empty.")
TOO_LONG = Text("Deze tekst is langer dan {limit} tekens.", "This text is longer than {limit} characters.")
ONLY_PRESENT = Text(
    "Dit veld hoort alleen bij een bijlage die aanwezig is (presence is present).",
    "This field belongs only to an attachment that is there (presence is present).",
)

TYPES = {
    "object": Text("een object", "an object"),
    "array": Text("een lijst", "a list"),
    "string": Text("een tekst", "a text"),
    "integer": Text("een geheel getal", "a whole number"),
    "number": Text("een getal", "a number"),
    "boolean": Text("true of false", "true or false"),
    "null": Text("null", "null"),
}
FORMS = {
    "sha256": Text("64 cijfers en kleine letters a-f.", "64 digits and lower-case letters a-f."),
    "path": Text(
        "Een pad binnen de map van het bestand, met /, zonder .. en zonder / vooraan.",
        "A path within the folder of the file, with /, without .. and without a leading /.",
    ),
    "local": Text("Bijvoorbeeld 2022-05-02T16:08 of 2022-05-02.", "For example 2022-05-02T16:08 or 2022-05-02."),
    "utc": Text("Bijvoorbeeld 2022-05-02T14:08:00Z.", "For example 2022-05-02T14:08:00Z."),
    "offset": Text("Bijvoorbeeld +02:00.", "For example +02:00."),
    "moment": Text(
        "Een dag of moment, bijvoorbeeld 2022-05-02 of 2022-05-02T16:08:00+02:00.",
        "A day or moment, for example 2022-05-02 or 2022-05-02T16:08:00+02:00.",
    ),
    "day": Text("Een dag, bijvoorbeeld 2022-05-02.", "A day, for example 2022-05-02."),
}

FIRST = Text("Het eerste record moet document zijn.", "The first record must be document.")
NONE_OF = Text("Er is geen record {kind}.", "There is no record {kind}.")
SECOND = Text("Er is al een record {kind}, namelijk {first}.", "There is a record {kind} already, number {first}.")
OUT_OF_ORDER = Text(
    "Een record {kind} mag niet na een record {after} komen.", "A record {kind} must not come after a record {after}."
)
ORDER_HINT = Text(
    "De volgorde is document, conversation, capture, participant, attachment, dan event en gap, dan finding.",
    "The order is document, conversation, capture, participant, attachment, then event and gap, then finding.",
)
SAME_ID = Text("Dit id is al gebruikt in record {first}.", "This id was used before, in record {first}.")
SAME_ID_HINT = Text("Geef elk record zijn eigen id.", "Give every record an id of its own.")
NOT_RISING = Text(
    "order is {found}, maar na {before} moet het groter zijn.", "order is {found}, but after {before} it must be more."
)
RISING_HINT = Text(
    "Tel de gebeurtenissen in de volgorde van de bron; een gap telt van order_first tot en met order_last.",
    "Count the events in the order of the source; a gap counts from order_first up to order_last.",
)
BACKWARDS = Text("order_last is kleiner dan order_first.", "order_last is less than order_first.")
GAP_COUNT = Text(
    "Hier zijn {found} gebeurtenissen weggelaten, maar tussen order_first en order_last passen er {most}.",
    "Here {found} events were left out, but from order_first up to order_last there is room for {most}.",
)
GAP_COUNT_HINT = Text(
    "Een gap laat minstens één gebeurtenis weg, en nooit meer dan het aantal plaatsen dat hij inneemt.",
    "A gap leaves out at least one event, and never more than the number of places that it takes.",
)
DANGLING = Text(
    "Dit verwijst naar een {kind}{found} die er niet is.", "This refers to a {kind}{found} that is not there."
)
DANGLING_HINT = Text(
    "Voeg het record toe vóór de eerste gebeurtenis, of verbeter het id.",
    "Add the record before the first event, or mend the id.",
)
