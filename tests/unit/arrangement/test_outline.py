"""How a conversation is laid out: Dossiers by function, Archiefstukken by month, files with lasting identifications."""

import pytest

from depotklaar.arrangement.outline import NameBook, head_of_unit, serie_name
from depotklaar.model.plan import SerieKey, StagedFile

LATER = SerieKey(holder="W. Dijk", function="Burgemeester")


def marks_of(dossier):
    return [stuk.description.identificatie[0].kenmerk for stuk in dossier.archiefstukken]


def test_months_in_order_and_what_bears_no_date_last(laid_out, outliner, prepared, unit):
    (dossier,) = laid_out(prepared(unit(None), unit("2022-06"), unit("2022-05")))
    assert [mark[-7:] for mark in marks_of(dossier)] == ["2022-05", "2022-06", "r-datum"]
    assert (dossier.first_day, dossier.last_day) == ("2022-05-03", "2022-06-03")
    assert dossier.folder == f"archief/{outliner.serie_folder(dossier.serie)}/{dossier.name}"


def test_a_dossier_for_each_function_in_order_of_time(laid_out, prepared, unit):
    first, second = laid_out(prepared(unit("2022-06", LATER), unit("2022-05")))
    assert (first.serie.function, second.serie.function) == ("Wethouder", "Burgemeester")
    assert first.reference != second.reference
    assert first.name != second.name


def test_hierarchy_is_written_both_ways(laid_out, prepared, unit):
    (dossier,) = laid_out(prepared(unit("2022-05"), unit("2022-06")))
    below = [one.identificatie.kenmerk for one in dossier.description.bevat_onderdeel]
    assert below == marks_of(dossier)
    for stuk in dossier.archiefstukken:
        assert stuk.description.is_onderdeel_van == (dossier.reference,)
        named = [one.identificatie.kenmerk for one in stuk.description.heeft_representatie]
        assert named == [file.kenmerk for file in stuk.files]


def test_identifications_do_not_hang_on_what_comes_later(laid_out, outliner, prepared, unit):
    (before,) = laid_out(prepared(unit("2022-05", attachments=("a0",)), names=("x.jpg",)))
    outliner.names._taken.clear()
    (after,) = laid_out(prepared(unit("2022-05", attachments=("a0", "a1")), unit("2022-06"), names=("x.jpg", "y.jpg")))
    files = [file.kenmerk for file in before.archiefstukken[0].files]
    assert files == [file.kenmerk for file in after.archiefstukken[0].files][: len(files)]
    assert marks_of(before) == marks_of(after)[:1]


def test_two_files_of_one_name_are_two_objects(laid_out, prepared, unit):
    (dossier,) = laid_out(prepared(unit(attachments=("a0", "a1")), names=("x.jpg", "x.jpg")))
    files = dossier.archiefstukken[0].files
    assert len({file.kenmerk for file in files}) == len({file.name for file in files}) == 3


def test_a_file_of_two_functions_is_kept_for_both(laid_out, prepared, unit):
    units = (unit("2022-05", attachments=("a0", "a1")), unit("2022-06", LATER, attachments=("a0",)))
    first, second = laid_out(prepared(*units, names=("x.jpg", "y.jpg")))
    kept = {file.attachment: file.keep for file in first.archiefstukken[0].files}
    assert kept == {None: False, "a0": True, "a1": False}
    assert second.archiefstukken[0].files[-1].keep


def test_strays_and_the_export_stand_once_in_the_first_dossier(laid_out, prepared, unit):
    export = StagedFile(path="stage/o", original_name="chat.txt", size=1, digests={"sha256": "1" * 64})
    units = (unit("2022-05"), unit("2022-06", LATER))
    first, second = laid_out(prepared(*units, names=("x.jpg",), strays=("a0",), originals=(export,)))
    assert [mark.rpartition("-")[2] for mark in marks_of(first)] == ["05", "los", "bron"]
    assert [mark.rpartition("-")[2] for mark in marks_of(second)] == ["06"]


def test_the_head_of_a_month_holds_its_own_attachments(laid_out, prepared, unit):
    conversation = prepared(
        unit("2022-05", attachments=("a0",)), unit("2022-06", attachments=("a1",)), names=("x", "y")
    )
    (dossier,) = laid_out(conversation)
    stuk = dossier.archiefstukken[0]
    (attachment,) = head_of_unit(conversation.head, stuk.unit, stuk.files).attachments
    assert (attachment.id, attachment.path) == ("a0", stuk.files[-1].name)


def test_names_that_are_taken_grow_longer():
    book = NameBook()
    names = [book.claim("kade", "x"), book.claim("kade", "x"), book.claim("kade", "x"), book.claim("kade", "x")]
    assert len(set(names)) == 4
    with pytest.raises(AssertionError):
        book.claim("kade", "x")


def test_the_name_of_a_serie():
    assert serie_name(LATER) == "W. Dijk, Burgemeester"
    assert serie_name(SerieKey(holder="W. Dijk", function=None)) == "W. Dijk, geen functie bekend"
