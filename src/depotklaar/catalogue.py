"""The tables: name -> module, for everything that can be chosen."""

from depotklaar.importers.interface import Importer
from depotklaar.importers.normalized import NormalizedImporter
from depotklaar.importers.whatsapp import WhatsAppImporter
from depotklaar.renditions import conversation_json, reading_html
from depotklaar.renditions.interface import Rendition
from depotklaar.resources import read_schema

CONVERSATION_SCHEMA = "conversation-1.0.schema.json"

RENDITIONS: dict[str, Rendition] = {
    rendition.name: rendition for rendition in (conversation_json, reading_html)
}


def importers() -> dict[str, Importer]:
    """Every importer by its name."""
    every: tuple[Importer, ...] = (WhatsAppImporter(), NormalizedImporter(read_schema(CONVERSATION_SCHEMA)))
    return {importer.name: importer for importer in every}
