"""`lists import`: make selection lists of the sources in which others publish them."""

import argparse
import datetime as dt

from depotklaar.cli.arguments import path, take_sources
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.lists_words import count_lines
from depotklaar.cli.terminal import print_lines
from depotklaar.language import Text

summary: Text = Text(
    "lees een gepubliceerde selectielijst of een eigen tabel in en schrijf er TOML van",
    "read a published selection list or a table of your own and write TOML",
)

_SOURCE = Text(
    "de JSON-bestanden van VNG (of hun map), de CSV met handelingen van ministeries, of een eigen tabel (.csv, .xlsx)",
    "the JSON files of VNG (or their folder), the CSV of entries of ministries, or a table of your own (.csv, .xlsx)",
)
_OUT = Text("map waarin voor elke lijst een bestand komt", "folder in which each list gets a file")
_IMPORTER = Text("lees als dit soort bron: gemeenten, ministeries of tabel", "read as: gemeenten, ministeries or tabel")
_REPLACE = Text("vervang een lijst die er al staat", "replace a list that is already there")
_STATED = {
    "--name": Text("korte naam van de lijst", "short name of the list"),
    "--title": Text("officiële titel van de lijst", "official title of the list"),
    "--version": Text("versie of jaar van de lijst", "version or year of the list"),
    "--organisation": Text("de organisatie waarvoor de lijst geldt", "the organisation for which the list holds"),
    "--reference": Text("waar de lijst is bekendgemaakt", "where the list was published"),
}
_DAYS = {
    "--valid-from": Text("eerste dag waarop de lijst geldt, JJJJ-MM-DD", "first day of validity, YYYY-MM-DD"),
    "--valid-until": Text("laatste dag waarop de lijst geldt, JJJJ-MM-DD", "last day of validity, YYYY-MM-DD"),
}


def declare(parser: Parser) -> None:
    """Declare the source, the folder and what the source does not say of the list."""
    take_sources(parser, "sources", metavar=parser.say(Text("BRON", "SOURCE")), help=_SOURCE)
    folder = parser.say(Text("MAP", "DIR"))
    parser.take("-o", "--out", metavar=folder, type=path, required=True, help=_OUT)
    for option, help in _STATED.items():
        parser.take(option, metavar=parser.say(Text("TEKST", "TEXT")), help=help)
    for option, help in _DAYS.items():
        parser.take(option, metavar=parser.say(Text("DATUM", "DATE")), type=dt.date.fromisoformat, help=help)
    parser.take("--importer", metavar=parser.say(Text("SOORT", "KIND")), help=_IMPORTER)
    parser.take("--replace", action="store_true", help=_REPLACE)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Write the lists; print for each where it is, what was understood of it, and what needs a person."""
    from depotklaar.api import import_selection_lists
    from depotklaar.importers.lists.interface import ListOptions

    options = ListOptions(
        name=arguments.name,
        title=arguments.title,
        version=arguments.version,
        organisation=arguments.organisation,
        reference=arguments.reference,
        valid_from=arguments.valid_from,
        valid_until=arguments.valid_until,
    )
    written = import_selection_lists(
        arguments.sources, arguments.out, options=options, importer=arguments.importer, replace=arguments.replace
    )
    for one in written:
        print_lines([str(one.path), *(f"    {line}" for line in count_lines(one.counts, face.language))])
    return 0
