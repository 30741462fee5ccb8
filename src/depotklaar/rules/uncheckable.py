"""What norm, guidance or receiver ask and no rule of its own looks at: why, and which rules see a part of it."""

from depotklaar.language import Text
from depotklaar.model.finding import Level
from depotklaar.model.rulebook import Requirement

_GUIDE = "MDTO, handreiking Aanleverproces"
_SIP = "SIP-specificatie MDTO"
_NHA = "Noord-Hollands Archief, preingest-api"
_SEEN = Text("Dit zien andere regels al.", "Other rules see this already.")
_AGREED = Text(
    "Dit hoort bij de afspraken tussen zorgdrager en ontvanger en staat niet in een pakket.",
    "This belongs to what supplier and receiver agree, and is not in a package.",
)
_LATER = Text(
    "Alleen te zien naast een eerdere aanlevering; een pakket staat op zichzelf.",
    "Only to be seen beside an earlier delivery; a package stands by itself.",
)
_IS_PROCESS = Text(
    "Dit gaat over het verzenden en ontvangen, niet over het pakket.",
    "This is about sending and receiving, not about the package.",
)


def _asked(
    id_: str, level: Level, clause: str, nl: str, en: str, because: Text = _SEEN, rules: tuple[str, ...] = ()
) -> Requirement:
    return Requirement(id=id_, level=level, clause=clause, asks=Text(nl, en), because=because, rules=rules)


_OF_MDTO = (
    _asked(
        "MDTO-R3",
        Level.NORM,
        "MDTO Metagegevensschema 1.0.1, identificatie",
        "Een identificatie die eenmaal is toegekend, verdwijnt nooit.",
        "An identification once assigned is never removed.",
        _LATER,
    ),
    _asked(
        "MDTO-R16",
        Level.NORM,
        "MDTO Metagegevensschema 1.0.1, waardering",
        "Een onbekende waardering heet Nader te bepalen en wordt niet weggelaten.",
        "An unknown waardering is Nader te bepalen and is not left out.",
        Text(
            "Een weggelaten waardering keurt het XML-schema af, een verzonnen waarde de lijst, een lege de regel over "
            "lege waarden. Of de zorgdrager de waardering kent, is niet te zien.",
            "The XML schema rejects a missing waardering, the list an invented one, the rule on empty values an empty "
            "one. Whether the organisation knows the value cannot be seen.",
        ),
        ("MDTO-XSD", "MDTO-R15", "MDTO-R6"),
    ),
    _asked(
        "MDTO-R30",
        Level.NORM,
        "MDTO Metagegevensschema 1.0.1, aanvullendeMetagegevens",
        "Structuur en betekenis van aanvullende metagegevens worden meegeleverd.",
        "Structure and meaning of additional metadata are delivered with them.",
        Text(
            "Of een bestand in het pakket echt die uitleg is, leest depotklaar niet.",
            "Whether a file in the package really is that explanation, depotklaar does not read.",
        ),
        ("MDTO-R29", "MDTO-R29-CLASS", "SIP-R54"),
    ),
    _asked(
        "MDTO-R33-PRIVACY",
        Level.IF_KNOWN,
        "MDTO Metagegevensschema 1.0.1, betrokkene",
        "Wie personen noemt als betrokkene, weegt dat af tegen de AVG.",
        "Who names persons as betrokkene weighs that against the GDPR.",
        Text(
            "Of een actor een persoon is en of er is afgewogen, staat niet in de metagegevens.",
            "Whether an actor is a person, and whether it was weighed, is not in the metadata.",
        ),
        ("MDTO-R33",),
    ),
    _asked(
        "MDTO-IF-KNOWN",
        Level.IF_KNOWN,
        "MDTO Metagegevensschema 1.0.1: verplicht, indien bekend",
        "Wat bekend is, wordt vastgelegd.",
        "What is known is recorded.",
        Text(
            "Wat de zorgdrager weet, staat alleen in de bron. Regels zien het waar een ander object het wel zegt.",
            "What the organisation knows stands only in the source. Rules see it where another object does say it.",
        ),
        ("MDTO-R18", "MDTO-R42-CATEGORY"),
    ),
    _asked(
        "MDTO-R41-TERMS",
        Level.NORM,
        "MDTO Gegevensgroepen 1.0.1, begripBegrippenlijst",
        "Een begrippenlijst heeft versie, beheerder, reikwijdte en alle begrippen, elk met een eigen code en label.",
        "A begrippenlijst has a version, manager, scope and all its terms, each with a code and label of its own.",
        Text(
            "De lijst zelf ligt elders; van de lijsten die meekomen toetst depotklaar dit bij het inlezen.",
            "The list itself lies elsewhere; of the lists that come along depotklaar checks this when reading them.",
        ),
        ("MDTO-R41", "MDTO-R19"),
    ),
    _asked(
        "MDTO-R42-LEVELS",
        Level.NORM,
        "MDTO introductie: geen overerving bij uitwisseling",
        "Archiefvormer, waardering en beperkingGebruik staan op elk niveau.",
        "Archiefvormer, waardering and beperkingGebruik stand on every level.",
        rules=("MDTO-XSD", "MDTO-R32", "MDTO-R15", "MDTO-R34"),
    ),
)
_OF_SIP = (
    _asked(
        "SIP-R45",
        Level.NORM,
        f"{_SIP}, sidecarstructuur: een bestand mag op elk niveau liggen",
        "Een bestand mag bij elke aggregatie liggen.",
        "A file may lie at any aggregation.",
        Text("Dit staat iets toe; er valt niets af te keuren.", "This permits something; there is nothing to reject."),
        ("RECEIVER-FILES-UNDER",),
    ),
    _asked(
        "SIP-R53-SETS",
        Level.NORM,
        f"{_SIP}, aanvullende metagegevens",
        "Velden die in meer sets voorkomen zijn in elke set gevuld; bij bestanden zijn er alleen technische gegevens.",
        "Fields of several sets are filled in each; for files there are technical metadata only.",
        Text(
            "De sets volgen een eigen schema of een andere standaard; wat hun velden betekenen, weet depotklaar niet.",
            "The sets follow a schema of their own or another standard; what their fields mean is not known.",
        ),
        ("SIP-R53",),
    ),
)
_OF_DELIVERY = (
    _asked(
        "DELIVERY-R57",
        Level.ADVICE,
        f"{_GUIDE}, bevriezen en overdragen",
        "Objecten zijn bevroren; of het om verplaatsen, kopiëren of bijwerken gaat, is verklaard.",
        "Objects are frozen; whether they are moved, copied or updated is declared.",
        _AGREED,
        ("MDTO-R13-ORDER",),
    ),
    _asked(
        "DELIVERY-R58",
        Level.ADVICE,
        f"{_GUIDE}, verwijzingen",
        "Elk object verwijst naar zijn ouder en zijn delen; de bovenste verwijzing staat ook in de pakbon.",
        "Each object refers to its parent and parts; the top reference is in the pakbon too.",
        rules=("MDTO-R27", "MDTO-R28", "SIP-R46", "SIP-R48", "PAKBON-TARGET"),
    ),
    _asked(
        "DELIVERY-R59",
        Level.ADVICE,
        f"{_GUIDE}, vervolgaanleveringen",
        "Een volgende aanlevering bevat alleen wat nog niet eerder is verzonden.",
        "A later delivery holds only what was not sent before.",
        _LATER,
    ),
    _asked(
        "DELIVERY-R60",
        Level.ADVICE,
        f"{_GUIDE}, containers",
        "De container is .tar of .zip, niet groter dan afgesproken, elk met een eigen pakbon.",
        "The container is .tar or .zip, no larger than agreed, each with a pakbon of its own.",
        Text(
            "Vorm en pakbon zien andere regels; welke omvang is afgesproken, is niet bekend.",
            "Other rules see form and pakbon; what size was agreed is not known.",
        ),
        ("CONTAINER-OPEN", "PAKBON-NAME", "PAKBON-HASH"),
    ),
    _asked(
        "DELIVERY-R61",
        Level.ADVICE,
        f"{_GUIDE}, verbinding",
        "Verzenden gaat over een veilige verbinding.",
        "Sending goes over a secure connection.",
        _IS_PROCESS,
    ),
    _asked(
        "DELIVERY-R62",
        Level.ADVICE,
        f"{_GUIDE}, berichten",
        "Aankondiging, ontvangst, opname en fouten worden gemeld.",
        "Announcement, receipt, ingest and errors are reported.",
        _IS_PROCESS,
    ),
    _asked(
        "DELIVERY-R63",
        Level.ADVICE,
        f"{_GUIDE}, foutmeldingen",
        "Een fout noemt object of bestand, naam en reden.",
        "An error names object or file, name and reason.",
        Text(
            "Dit is een eis aan een rapport: elke bevinding van depotklaar heeft regel, plaats en reden.",
            "This is asked of a report: each finding of depotklaar has a rule, a place and a reason.",
        ),
    ),
    _asked(
        "DELIVERY-R64",
        Level.ADVICE,
        f"{_GUIDE}, afkeuren",
        "Eén fout keurt de hele aanlevering af, tenzij anders afgesproken.",
        "One error rejects the whole delivery, unless agreed otherwise.",
        Text(
            "Zo oordeelt het rapport: goedgekeurd is alleen een pakket zonder één fout.",
            "The report judges so: only a package without a single error is accepted.",
        ),
    ),
)
_OF_RECEIVER = (
    _asked(
        "NHA-H2",
        Level.RECEIVER,
        f"{_NHA}, ContainerChecksumHandler",
        "De checksum van de container is die van de aanlevering.",
        "The checksum of the container is that of the delivery.",
        rules=("PAKBON-HASH",),
    ),
    _asked(
        "NHA-H4",
        Level.RECEIVER,
        f"{_NHA}, ScanVirusValidationHandler",
        "Elk bestand is vrij van virussen.",
        "Every file is free of viruses.",
        Text("depotklaar heeft geen virusscanner.", "depotklaar has no virus scanner."),
    ),
    _asked(
        "NHA-H6",
        Level.RECEIVER,
        f"{_NHA}, SidecarValidationHandler, structuur",
        "Elk bestand en elke map heeft een metagegevensbestand en omgekeerd; samen zijn het er een even aantal.",
        "Each file and folder has a metadata file and the reverse; together their number is even.",
        rules=("SIP-R43", "SIP-R44", "SIP-R44-ORPHAN", "SIP-R49", "STRUCTURE-EMPTY-FOLDER", "RECEIVER-SIDECAR-NAME"),
    ),
    _asked(
        "NHA-H8",
        Level.RECEIVER,
        f"{_NHA}, SidecarValidationHandler, uniekheid",
        "Geen twee objecten hebben dezelfde identificaties.",
        "No two objects have the same identifications.",
        rules=("MDTO-R2",),
    ),
    _asked(
        "NHA-H12",
        Level.RECEIVER,
        f"{_NHA}, MetadataValidationHandler, lege elementen",
        "Een leeg element geeft een melding.",
        "An empty element is reported.",
        Text("De norm gaat verder: daar is het een fout.", "The norm goes further: there it is an error."),
        ("MDTO-R6",),
    ),
    _asked(
        "NHA-H23",
        Level.RECEIVER,
        "Noord-Hollands Archief, preingest-xslweb, prewash",
        "De ontvanger past metagegevens na ontvangst zelf aan.",
        "The receiver changes metadata itself after receipt.",
        _IS_PROCESS,
    ),
)
REQUIREMENTS: tuple[Requirement, ...] = (*_OF_MDTO, *_OF_SIP, *_OF_DELIVERY, *_OF_RECEIVER)
