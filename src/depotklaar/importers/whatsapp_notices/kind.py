"""How a notice of the WhatsApp reader is made: the grounds, the remedies that recur, and one line for each weight."""

from depotklaar.language import Text
from depotklaar.model.finding import FindingKind, Level, Severity

FORM = "Archiefregeling, art. 17, onder a"
WHO_AND_WHEN = "Archiefregeling, art. 17, onder b"
CONNECTION = "Archiefregeling, art. 17, onder c"
SOFTWARE = "Archiefregeling, art. 17, onder e"
BEHAVIOUR = "Archiefregeling, art. 21 en 22"

NOTHING = Text("Er hoeft niets te gebeuren.", "Nothing needs to be done.")
LOOK = Text(
    "Bekijk deze plaats in de leesversie; aan de tekst is niets veranderd.",
    "Look at this place in the reading version; nothing in the text was changed.",
)
FRESH = Text(
    "Vraag de houder om een nieuwe export, en open die niet in een tekstverwerker.",
    "Ask the holder for a new export, and do not open it in a word processor.",
)
EARLIER = Text(
    "Vraag de houder of er een oudere of vollediger export is.",
    "Ask the holder whether there is an older or fuller export.",
)

Notice = tuple[str, FindingKind]


def info(code: str, clause: str, text: Text, remedy: Text) -> Notice:
    """A remark, by its code."""
    return _notice(code, Severity.INFO, clause, text, remedy)


def warning(code: str, clause: str, text: Text, remedy: Text) -> Notice:
    """A warning, by its code."""
    return _notice(code, Severity.WARNING, clause, text, remedy)


def _notice(code: str, severity: Severity, clause: str, text: Text, remedy: Text) -> Notice:
    return f"whatsapp.{code}", FindingKind(
        id=f"WA-{code.upper()}", severity=severity, level=Level.OURS, clause=clause, text=text, remedy=remedy
    )
