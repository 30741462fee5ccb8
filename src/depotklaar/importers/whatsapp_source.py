"""Which file of a source is the chat, what the other files are, and what the names tell about its title."""

import codecs
import re
from collections.abc import Iterable, Iterator

from depotklaar.errors import Problem, SourceError
from depotklaar.importers.whatsapp_probe import first_header
from depotklaar.importers.whatsapp_text import examine_text, place_of
from depotklaar.importers.whatsapp_wording import wording
from depotklaar.language import Text
from depotklaar.storage.tree import Tree

_OPENING = 1 << 16
_LITTER = frozenset((".ds_store", "thumbs.db", "desktop.ini"))
_GENERIC = frozenset(
    (
        "bericht",
        "berichten",
        "bestand",
        "bron",
        "chat",
        "chats",
        "conversation",
        "document",
        "export",
        "file",
        "gesprek",
        "gesprekken",
        "message",
        "messages",
        "naamloos",
        "source",
        "tekst",
        "text",
        "untitled",
    )
)
_COUNTED = re.compile(r"(?:[ _-]*\(?\d+\)?)+\Z")
_OTHER_PREFIXES = ("WhatsApp Chat mit ",)
_NO_CHAT = Text("hierin is geen WhatsApp-gesprek gevonden", "no WhatsApp chat was found in this")
_NO_CHAT_HINT = Text(
    "Lever de export zoals WhatsApp die maakt: een zip met _chat.txt of een tekstbestand met de media ernaast.",
    "Deliver the export as WhatsApp makes it: a zip with _chat.txt, or a text file, with the media beside it if any.",
)
_NO_MESSAGE = Text(
    "geen enkele regel van dit tekstbestand is het begin van een bericht",
    "not one line of this text file is the begin of a message",
)
_NO_DAY = Text(
    "de regels lijken op het begin van een bericht, maar geen enkele datum (zoals {example}) bestaat of ligt in de"
    " jaren 2000 tot en met 2099",
    "the lines look like the begin of a message, but not one date (like {example}) exists or lies in the years 2000 to"
    " 2099",
)
_NO_DAY_HINT = Text(
    "Kijk of het bestand na de export is bewerkt of omgezet, en lever het zoals het van de telefoon kwam.",
    "See whether the file was edited or converted after the export, and deliver it as it came from the phone.",
)
_SEVERAL = Text("er is meer dan één gesprek gevonden: {names}", "there are several chats: {names}")
_SEVERAL_HINT = Text(
    "Lever elk gesprek met zijn media in een eigen map of zip, als eigen [[bron]].",
    "Deliver each chat with its media in a folder or zip of its own, as a [[bron]] of its own.",
)


def is_litter(name: str) -> bool:
    """Whether a file is left behind by an operating system and is no part of the export."""
    own = name.rpartition("/")[2]
    return own.lower() in _LITTER or own.startswith("._") or "__MACOSX" in name.split("/")


def files_of(tree: Tree) -> list[str]:
    """Return the names of all files that the source holds, without what operating systems leave behind."""
    return [entry.name for entry in tree.entries() if not is_litter(entry.name)]


def has_chat(tree: Tree) -> bool:
    """Whether some text file of the source begins like a chat, be it with dates that do not exist."""
    texts = [name for tier in _tiers(tree, files_of(tree)) for name in tier]
    return any(_is_chat(tree, name, is_strict) for is_strict in (True, False) for name in texts)


def find_chat(tree: Tree) -> str:
    """Return the name of the one chat file. SourceError when there is none or more than one.

    `_chat.txt` goes before `WhatsApp*.txt`, and that before any other text file that reads like a chat: participants
    also send each other text files. Of several, those that another one mentions were sent in it. A file that opens with
    dates that do not exist is only taken when there is no other.
    """
    files = files_of(tree)
    for is_strict, tier in ((is_strict, tier) for is_strict in (True, False) for tier in _tiers(tree, files)):
        chats = [name for name in tier if _is_chat(tree, name, is_strict)]
        if len(chats) > 1:
            chats = _not_sent(tree, chats) or chats
        if len(chats) > 1:
            text = _SEVERAL.fill(names=", ".join(chats[:20]))
            raise SourceError(Problem(place=tree.path.name, text=text, hint=_SEVERAL_HINT))
        if chats:
            return chats[0]
    raise SourceError(_reasons(tree, [name for tier in _tiers(tree, files) for name in tier]))


def title_from_names(tree: Tree, chat: str) -> str | None:
    """Return the title in the name of the chat file, its folder or the container; None when these say nothing."""
    folder, _, own = chat.rpartition("/")
    for name in (own, folder.rpartition("/")[2], tree.path.name):
        stem = name[:-4] if name.lower().endswith((".txt", ".zip")) else name
        for prefix in (*wording().chat_names, *_OTHER_PREFIXES):
            if stem.lower().startswith(prefix.lower()) and (title := stem[len(prefix) :].strip()):
                return title
    return None


def title_from_own_name(chat: str) -> str | None:
    """Return the name that a person gave the chat file; None when it says nothing or is the app's own."""
    own = chat.rpartition("/")[2]
    stem = own[:-4] if own.lower().endswith(".txt") else own
    bare = _COUNTED.sub("", stem).strip("_-. ").lower()
    says_nothing = bare in _GENERIC or "whatsapp" in bare or not any(c.isalpha() for c in bare)
    return None if says_nothing else stem.strip()


def _tiers(tree: Tree, files: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    first: list[str] = []
    second: list[str] = []
    third: list[str] = []
    for name in files:
        own = name.rpartition("/")[2].lower()
        if own == "_chat.txt":
            first.append(name)
        elif own.endswith(".txt") and own.startswith("whatsapp"):
            second.append(name)
        elif own.endswith(".txt") or tree.container == "file":
            third.append(name)
    return first, second, third


def _is_chat(tree: Tree, name: str, is_strict: bool) -> bool:
    return first_header(_opening(tree, name), is_strict) is not None


def _opening(tree: Tree, name: str) -> str:
    with tree.open(name) as stream:
        data = stream.read(_OPENING)
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    return data.decode(encoding, "replace")


def _not_sent(tree: Tree, chats: list[str]) -> list[str]:
    """Return those that no other of them mentions."""
    sent = {
        name
        for host in chats
        for text in _texts(tree, host)
        for name in chats
        if name != host and name.rpartition("/")[2] in text
    }
    return [name for name in chats if name not in sent]


def _texts(tree: Tree, name: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    with tree.open(name) as stream:
        while data := stream.read(_OPENING * 4):
            yield decoder.decode(data)


def no_message(tree: Tree, name: str) -> Problem:
    """Return the fault of a text file in which no line is the begin of a message, or only with impossible dates."""
    place, date = place_of(tree, name), first_header(_opening(tree, name), is_strict=False)
    if date is not None:
        return Problem(place=place, text=_NO_DAY.fill(example=date), hint=_NO_DAY_HINT)
    return Problem(place=place, text=_NO_MESSAGE, hint=_NO_CHAT_HINT)


def _reasons(tree: Tree, texts: list[str]) -> list[Problem]:
    """Say of every text file why it is no chat; of a source without any that it has none."""
    problems: list[Problem] = []
    for name in texts[:100]:
        try:
            examine_text(tree, name)
        except SourceError as error:
            problems += error.problems
        else:
            problems.append(no_message(tree, name))
    return problems or [Problem(place=tree.path.name, text=_NO_CHAT, hint=_NO_CHAT_HINT)]
