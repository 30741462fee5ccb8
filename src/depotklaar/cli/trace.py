"""`trace`: say of one message where it is in the package and on which ground, or why it is not."""

import argparse
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from depotklaar.cli.arguments import path
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.language import Language, Text, as_day, as_moment
from depotklaar.model.appraisal import WAARDERINGEN

if TYPE_CHECKING:
    from depotklaar.jobs.tracing import Found

summary: Text = Text(
    "zoek van één bericht op waar het is, op welke grond en wie dat besloot, of waarom het er niet is",
    "look up of one message where it is, on which ground and who decided, or why it is not there",
)

_ACCOUNT = Text("het bestand <id>.verantwoording.csv bij het pakket", "the file <id>.verantwoording.csv of the package")
_CONVERSATION = Text("naam of kenmerk van het gesprek", "name or id of the conversation")
_NUMBER = Text("volgnummer van het bericht in de bron, vanaf 1", "place of the message in the source, from 1")
_TIME = Text(
    "lokale tijd van het bericht, bijvoorbeeld 2022-05-02T16:08", "local time of the message, such as 2022-05-02T16:08"
)
_JSON = Text("schrijf JSON", "write JSON")
_ONE = Text("{name}, bericht {first}{times}", "{name}, message {first}{times}")
_RUN = Text("{name}, bericht {first} t/m {last}{times}", "{name}, messages {first} to {last}{times}")
_IN = Text("In het pakket: {folder}", "In the package: {folder}")
_OUT = Text("Niet in het pakket: weggelaten{reason}", "Not in the package: left out{reason}")
_LINES = (
    ("object", Text("Archiefstuk: {cell}", "Archiefstuk: {cell}")),
    ("waardering", Text("Waardering: {cell}", "Waardering: {cell}")),
    ("category", Text("Categorie: {cell}", "Category: {cell}")),
    ("lijst", Text("Selectielijst: {cell}", "Selection list: {cell}")),
    ("ground", Text("Grond: {cell}", "Ground: {cell}")),
)
_DECIDED = Text("Besloten door: {name}{day}", "Decided by: {name}{day}")
_NOBODY = Text("Nog niemand heeft hierover besloten.", "Nobody has decided on this yet.")
_REMARK = Text("Opmerking: {cell}", "Remark: {cell}")


def declare(parser: Parser) -> None:
    """Declare the account, and which message is meant."""
    parser.take("account", metavar=parser.say(Text("VERANTWOORDING", "ACCOUNT")), type=path, help=_ACCOUNT)
    parser.take("--conversation", metavar=parser.say(Text("NAAM", "NAME")), help=_CONVERSATION)
    parser.take("--number", type=int, metavar="N", help=_NUMBER)
    parser.take("--time", metavar="ISO", help=_TIME)
    parser.take("--json", action="store_true", help=_JSON)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Look the message up and tell every line that holds it."""
    from depotklaar.api import trace_message

    found = trace_message(
        arguments.account, conversation=arguments.conversation, number=arguments.number, time=arguments.time
    )
    if arguments.json:
        print_bytes(as_json(found))
    else:
        print_lines(line for one in found for line in lines(one, face.language))
    return 0


def as_json(found: "tuple[Found, ...]") -> bytes:
    """The lines as one JSON array, each with its place in the account, whether it is in the package, and its cells."""
    rows = [
        {"line": one.line, "packaged": one.packaged, **{key: cell or None for key, cell in one.cells.items()}}
        for one in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n"


def lines(found: "Found", language: Language) -> Iterator[str]:
    """Yield one line of the account in plain words."""
    yield _which(found.cells, language).in_language(language)
    for text in _facts(found, language):
        yield f"  {text.in_language(language)}"


def _which(cells: Mapping[str, str], language: Language) -> Text:
    first, last = cells["order_first"], cells["order_last"]
    moments = [as_moment(cells[key], language) for key in ("first_local", "last_local") if cells[key]]
    times = " - ".join(dict.fromkeys(moments))
    return (_ONE if first == last else _RUN).fill(
        name=cells["display"], first=first, last=last, times=f" ({times})" if times else ""
    )


def _facts(found: "Found", language: Language) -> Iterator[Text]:
    cells = found.cells
    if found.packaged:
        yield _IN.fill(folder=cells["folder"])
    else:
        yield _OUT.fill(reason=f": {cells['reason']}" if cells["reason"] else "")
    words: Mapping[str, Text] = WAARDERINGEN
    value = cells["waardering"]
    told = {"waardering": f"{value} ({words[value].in_language(language)})"} if value in words else {}
    for key, text in _LINES:
        if cells[key]:
            yield text.fill(cell=told.get(key, cells[key]))
    day = f", {as_day(cells['decided_at'], language)}" if cells["decided_at"] else ""
    yield _DECIDED.fill(name=cells["decided_by"], day=day) if cells["decided_by"] else _NOBODY
    if cells["remark"]:
        yield _REMARK.fill(cell=cells["remark"])
