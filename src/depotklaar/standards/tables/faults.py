"""What can be wrong with a file that should hold a table, in words, as the one exception that a user can cause."""

from depotklaar.errors import Problem, ProfileError
from depotklaar.language import Text

MOST_SHOWN = 100

_SAVE = Text(
    "Bewaar de tabel in uw rekenprogramma als .xlsx of als CSV UTF-8 en geef dat bestand op.",
    "Save the table from your spreadsheet program as .xlsx or as CSV UTF-8 and name that file.",
)
_WHICH = Text("Controleer of dit het juiste bestand is.", "Check whether this is the right file.")


def problem_at(place: str, text: Text, hint: Text) -> Problem:
    """A problem at a place in a table."""
    return Problem(place=place, text=text, hint=hint)


def refuse(file: str, problems: list[Problem]) -> None:
    """Raise ProfileError with all problems, if there are any; beyond a hundred only how many more there are."""
    if len(problems) > MOST_SHOWN:
        more = len(problems) - MOST_SHOWN
        text = Text("Er zijn nog {more} fouten.", "There are {more} more faults.").fill(more=more)
        hint = Text(
            "Herstel eerst de fouten hierboven; vaak is er één oorzaak, zoals een verschoven kolom.",
            "Mend the faults above first; often there is one cause, such as a shifted column.",
        )
        problems = [*problems[:MOST_SHOWN], Problem(place=file, text=text, hint=hint)]
    if problems:
        raise ProfileError(problems)


def _of_file(file: str, text: Text, hint: Text) -> ProfileError:
    return ProfileError(Problem(place=file, text=text, hint=hint))


def unreadable(file: str) -> ProfileError:
    """The file cannot be opened or read."""
    text = Text("Dit bestand is niet te lezen.", "This file cannot be read.")
    hint = Text("Controleer de naam en uw rechten op het bestand.", "Check the name and your rights to the file.")
    return _of_file(file, text, hint)


def absent(file: str) -> ProfileError:
    """There is no such file."""
    text = Text("Dit bestand bestaat niet.", "This file does not exist.")
    return _of_file(file, text, Text("Controleer de naam en de map.", "Check the name and the folder."))


def is_folder(file: str) -> ProfileError:
    """A folder stands where a file is expected."""
    text = Text("Dit is een map, geen bestand.", "This is a folder, not a file.")
    return _of_file(file, text, Text("Geef het bestand in die map op.", "Name the file in that folder."))


def empty(file: str) -> ProfileError:
    """There is not even a header."""
    text = Text("Dit bestand is leeg; verwacht is een kopregel.", "This file is empty; a header line is expected.")
    return _of_file(file, text, _WHICH)


def old_excel(file: str) -> ProfileError:
    """An OLE2 file: the old .xls, or a workbook behind a password."""
    text = Text(
        "Dit is een werkmap in de oude vorm (.xls) of met een wachtwoord; verwacht is .xlsx of CSV.",
        "This is a workbook of the old form (.xls) or with a password; .xlsx or CSV is expected.",
    )
    return _of_file(file, text, _SAVE)


def open_document(file: str) -> ProfileError:
    """An OpenDocument sheet."""
    text = Text(
        "Dit is een OpenDocument-werkblad (.ods); verwacht is .xlsx of CSV.",
        "This is an OpenDocument sheet (.ods); .xlsx or CSV is expected.",
    )
    return _of_file(file, text, _SAVE)


def no_workbook(file: str) -> ProfileError:
    """A zip that is no Excel workbook, or a damaged one."""
    text = Text(
        "Dit is geen Excel-werkmap (.xlsx), of hij is beschadigd.",
        "This is no Excel workbook (.xlsx), or it is broken.",
    )
    return _of_file(file, text, _SAVE)


def no_sheet(file: str, sheet: str) -> ProfileError:
    """The workbook lacks the sheet that is asked for."""
    text = Text("De werkmap heeft geen blad {sheet}.", "The workbook has no sheet {sheet}.").fill(sheet=f'"{sheet}"')
    hint = Text("Geef het blad die naam.", "Give the sheet that name.")
    return _of_file(file, text, hint)


def no_table(place: str) -> ProfileError:
    """Bytes that are no text in any form in which tables are saved."""
    text = Text(
        "Dit is geen tabel: verwacht is .xlsx of CSV (tekst).", "This is no table: .xlsx or CSV (text) is expected."
    )
    return _of_file(place, text, _SAVE)


def broken_line(place: str) -> ProfileError:
    """Quotation marks that do not close, or a cell that is far too long."""
    text = Text(
        "De aanhalingstekens kloppen hier niet, of een cel is veel te lang.",
        "The quotation marks are not right here, or a cell is much too long.",
    )
    hint = Text(
        "Zet een cel met een scheidingsteken, regeleinde of aanhalingsteken tussen aanhalingstekens en verdubbel de "
        "aanhalingstekens erin; een rekenprogramma doet dat vanzelf.",
        "Put a cell with a separator, line end or quotation mark between quotation marks and double those in it; a "
        "spreadsheet program does so by itself.",
    )
    return _of_file(place, text, hint)


def too_large(file: str) -> ProfileError:
    """More bytes, rows or columns than a table that people fill in can have."""
    text = Text(
        "Deze tabel is te groot: te veel bytes, rijen of kolommen.",
        "This table is too large: too many bytes, rows or columns.",
    )
    hint = Text(
        "Controleer of dit het juiste bestand is; bewaar een grote Excel-tabel als CSV UTF-8.",
        "Check whether this is the right file; save a large Excel table as CSV UTF-8.",
    )
    return _of_file(file, text, hint)
