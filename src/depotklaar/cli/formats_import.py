"""`formats import`: make a format policy of the workbook or CSV in which others publish it."""

import argparse
import datetime as dt

from depotklaar.cli.arguments import moment_of, path, take_now
from depotklaar.cli.formats_words import head_lines
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.terminal import print_lines
from depotklaar.language import Text

summary: Text = Text(
    "lees de Norm Voorkeursformaten (Excel) of een lijst van een archief (CSV) in en schrijf er TOML van",
    "read the Norm Voorkeursformaten (Excel) or an archive's list (CSV) and write TOML",
)

_SOURCE = Text("het Excel- of CSV-bestand met de lijst", "the Excel or CSV file with the list")
_OUT = Text("map waarin de lijst komt", "folder in which the list comes")
_STATED = {
    "--name": Text("korte naam van de lijst", "short name of the list"),
    "--title": Text("titel van de lijst", "title of the list"),
    "--version": Text("versie of jaar van de lijst", "version or year of the list"),
    "--manager": Text("wie de lijst beheert", "who manages the list"),
}
_DATE = Text("datum van de lijst, JJJJ-MM-DD", "date of the list, YYYY-MM-DD")
_IMPORTER = Text("lees als: norm-voorkeursformaten of greenlist", "read as: norm-voorkeursformaten or greenlist")
_REPLACE = Text("vervang een lijst die er al staat", "replace a list that is already there")


def declare(parser: Parser) -> None:
    """Declare the source, the folder and what the source does not say of the list."""
    parser.take("source", metavar=parser.say(Text("BRON", "SOURCE")), type=path, help=_SOURCE)
    parser.take("-o", "--out", metavar=parser.say(Text("MAP", "DIR")), type=path, required=True, help=_OUT)
    for option, help in _STATED.items():
        parser.take(option, metavar=parser.say(Text("TEKST", "TEXT")), help=help)
    date = parser.say(Text("DATUM", "DATE"))
    parser.take("--date", metavar=date, type=dt.date.fromisoformat, help=_DATE)
    parser.take("--importer", metavar=parser.say(Text("SOORT", "KIND")), help=_IMPORTER)
    parser.take("--replace", action="store_true", help=_REPLACE)
    take_now(parser)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Write the list and print where it is and what is in it."""
    from depotklaar.catalogue import policy_importers
    from depotklaar.importers.policies.interface import PolicyOptions
    from depotklaar.jobs.policies import import_policy

    options = PolicyOptions(
        name=arguments.name,
        title=arguments.title,
        version=arguments.version,
        manager=arguments.manager,
        date=arguments.date,
    )
    written = import_policy(
        arguments.source,
        arguments.out,
        policy_importers(),
        arguments.importer,
        options,
        now=moment_of(arguments.now),
        replace=arguments.replace,
    )
    print_lines([str(written.path), *head_lines(written.policy, face.language)])
    return 0
