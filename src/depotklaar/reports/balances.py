"""The account of a conversation in words: what came in, where it went, and what the source never held."""

from collections.abc import Mapping

from depotklaar.language import Language, Text, as_count
from depotklaar.model.delivery import REDENEN
from depotklaar.model.report import Balance

ONE_MESSAGE = Text("bericht of melding", "message or notice")
MESSAGES = Text("berichten en meldingen", "messages and notices")
_ONE_ATTACHMENT, _ATTACHMENTS = Text("bijlage", "attachment"), Text("bijlagen", "attachments")
_SUM = Text(
    "{all} {noun} = {packed} in het pakket + {out} weggelaten{why}",
    "{all} {noun} = {packed} packaged + {out} left out{why}",
)
_ABSENT = {
    "missing": Text("genoemd, maar niet in de bron", "named, but not in the source"),
    "omitted_by_export": Text("weggelaten bij het exporteren", "left out on exporting"),
    "view_once": Text("eenmalig te bekijken", "to be viewed once"),
    "not_exported": Text("niet geëxporteerd", "not exported"),
}


def messages_told(balance: Balance, language: Language) -> str:
    """`1.200 berichten en meldingen = 1.150 in het pakket + 50 weggelaten (privé)`; notices of the app are counted."""
    noun = ONE_MESSAGE if balance.messages_in == 1 else MESSAGES
    return _sum(noun, balance.messages_in, balance.messages_packaged, balance.messages_left_out, language)


def attachments_told(balance: Balance, language: Language) -> str:
    """The same for the attachments that the source holds."""
    noun = _ONE_ATTACHMENT if balance.attachments_in == 1 else _ATTACHMENTS
    return _sum(noun, balance.attachments_in, balance.attachments_packaged, balance.attachments_left_out, language)


def reasons_told(reasons: Mapping[str, int], language: Language) -> list[str]:
    """`50 privé` for each reason; a reason of another's making is shown as it is."""
    return [_counted(count, REDENEN.get(reason, Text(reason, reason)), language) for reason, count in reasons.items()]


def absent_told(balance: Balance, language: Language) -> list[str]:
    """`2 weggelaten bij het exporteren` for each way in which an attachment is absent from the source."""
    return [
        _counted(count, _ABSENT.get(presence, Text(presence, presence)), language)
        for presence, count in balance.attachments_absent.items()
    ]


def _sum(noun: Text, entered: int, packed: int, left_out: Mapping[str, int], language: Language) -> str:
    told = reasons_told(left_out, language)
    why = told[0].partition(" ")[2] if len(told) == 1 else ", ".join(told)
    return _SUM.fill(
        all=as_count(entered, language),
        noun=noun.in_language(language),
        packed=as_count(packed, language),
        out=as_count(sum(left_out.values()), language),
        why=f" ({why})" if why else "",
    ).in_language(language)


def _counted(count: int, text: Text, language: Language) -> str:
    return f"{as_count(count, language)} {text.in_language(language)}"
