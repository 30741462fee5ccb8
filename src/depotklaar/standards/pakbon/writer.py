"""The pakbon writer: the note beside a package, as XML for a machine and as text for an e-mail.

The text of an e-mail keeps every value in its own column: a line break within a value can never pass for a label.
Source: MDTO SIP-specificatie (Nationaal Archief), pakbon; the XML form is our own, `schemas/pakbon/1.0`.
"""

from collections.abc import Iterator

from depotklaar.language import Language, Text, as_count, as_moment
from depotklaar.model.pakbon import Pakbon
from depotklaar.standards.xml import as_xml_text, escape

NAMESPACE = "https://depotklaar.nl/ns/pakbon/1.0"
_BASES = {"container": "container", "tagmanifest": "tagmanifest", "filelist": "bestandenlijst"}
_BASES_IN_WORDS = {
    "container": Text("van het containerbestand", "of the container file"),
    "tagmanifest": Text("van het tagmanifest van de bag", "of the bag's tag manifest"),
    "filelist": Text("van de lijst van alle bestanden", "of the list of all files"),
}
_TITLE = Text("PAKBON", "PACKING NOTE (PAKBON)")
_LABEL_WIDTH = 24


def write_pakbon(pakbon: Pakbon) -> bytes:
    """Return the pakbon as an XML document of schema 1.0: UTF-8, indented, the same bytes for the same pakbon."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<pakbon xmlns="{NAMESPACE}">',
        *_delivery(pakbon),
        *_package(pakbon),
        *_counts(pakbon),
        _line("profiel", pakbon.profile),
        *(_line("bijzonderheid", remark) for remark in pakbon.particularities),
        *([_line("programmatuur", pakbon.software)] if pakbon.software else []),
        "</pakbon>",
    ]
    return ("\n".join(lines) + "\n").encode()


def write_pakbon_text(pakbon: Pakbon, *, language: Language = "nl") -> str:
    """Return the pakbon as plain text with labels of fixed width, to paste in an e-mail; ends with a line feed."""
    title = _TITLE.in_language(language)
    lines = [title, "=" * len(title), ""]
    for label, value in _rows(pakbon, language):
        lines += _column(label.in_language(language), value)
    return "\n".join(lines) + "\n"


def _delivery(pakbon: Pakbon) -> list[str]:
    return [
        _line("kenmerk", pakbon.id),
        _line("titel", pakbon.title),
        _line("doellocatie", pakbon.target_location),
        _line("soortAanlevering", pakbon.delivery_type),
        _line("aangemaaktOp", pakbon.created_at),
        _line("organisatie", pakbon.organisation),
        *(_line("archiefvormer", name) for name in pakbon.archiefvormers),
        "  <contact>",
        _line("naam", pakbon.contact_name, 2),
        _line("email", pakbon.contact_email, 2),
        "  </contact>",
    ]


def _package(pakbon: Pakbon) -> list[str]:
    return [
        "  <pakket>",
        _line("naam", pakbon.package_name, 2),
        "    <hash>",
        _line("algoritme", pakbon.hash_algorithm, 3),
        _line("waarde", pakbon.hash_value, 3),
        _line("grondslag", _BASES[pakbon.hash_basis], 3),
        "    </hash>",
        "  </pakket>",
    ]


def _counts(pakbon: Pakbon) -> list[str]:
    return [
        "  <aantallen>",
        _line("informatieobjecten", f"{pakbon.informatieobjecten:d}", 2),
        _line("bestanden", f"{pakbon.bestanden:d}", 2),
        _line("inhoudsbestanden", f"{pakbon.content_files:d}", 2),
        _line("inhoudsbytes", f"{pakbon.content_bytes:d}", 2),
        "  </aantallen>",
    ]


def _line(tag: str, value: str, depth: int = 1) -> str:
    return f"{'  ' * depth}<{tag}>{escape(value)}</{tag}>"


def _rows(pakbon: Pakbon, language: Language) -> Iterator[tuple[Text, str]]:
    yield Text("Kenmerk", "Identifier"), pakbon.id
    yield Text("Titel", "Title"), pakbon.title
    yield Text("Doellocatie", "Target location"), pakbon.target_location
    yield Text("Soort aanlevering", "Kind of delivery"), pakbon.delivery_type
    yield Text("Aangemaakt op", "Created at"), as_moment(pakbon.created_at, language)
    yield Text("Organisatie", "Organisation"), pakbon.organisation
    for name in pakbon.archiefvormers:
        yield Text("Archiefvormer", "Records creator"), name
    yield Text("Contactpersoon", "Contact"), pakbon.contact_name
    yield Text("E-mail", "E-mail"), pakbon.contact_email
    yield Text("Pakket", "Package"), pakbon.package_name
    basis = _BASES_IN_WORDS[pakbon.hash_basis].in_language(language)
    yield Text("Hash", "Hash"), f"{pakbon.hash_algorithm} {basis}\n{pakbon.hash_value}"
    yield Text("Informatieobjecten", "Informatieobjecten"), as_count(pakbon.informatieobjecten, language)
    yield Text("Bestanden", "Bestanden"), as_count(pakbon.bestanden, language)
    content = f"{as_count(pakbon.content_files, language)} ({as_count(pakbon.content_bytes, language)} bytes)"
    yield Text("Inhoudsbestanden", "Content files"), content
    yield Text("Profiel", "Profile"), pakbon.profile
    for remark in pakbon.particularities:
        yield Text("Bijzonderheid", "Particularity"), remark
    if pakbon.software:
        yield Text("Programmatuur", "Software"), pakbon.software


def _column(label: str, value: str) -> list[str]:
    """Set a value beside its label, its further lines below it; no character can break out of the column."""
    first, *rest = [as_xml_text(line) for line in value.splitlines()] or [""]
    return [f"{label + ':':<{_LABEL_WIDTH}}{first}", *(f"{'':<{_LABEL_WIDTH}}{line}" for line in rest)]
