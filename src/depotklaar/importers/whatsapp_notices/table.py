"""All that the reader of WhatsApp exports can notice, by code."""

from collections.abc import Mapping

from depotklaar.importers.whatsapp_notices.of_content import OF_COMPLETENESS, OF_CONTENT, OF_MEDIA, OF_PEOPLE
from depotklaar.importers.whatsapp_notices.of_text import OF_TEXT, OF_TIME
from depotklaar.model.finding import FindingKind

NOTICES: Mapping[str, FindingKind] = dict((*OF_TIME, *OF_TEXT, *OF_PEOPLE, *OF_CONTENT, *OF_MEDIA, *OF_COMPLETENESS))
