"""Lists of ministries from a CSV: one list a name, codes that come several times, and what is wrong in a source."""

from depotklaar.importers.lists import ministeries
from depotklaar.importers.lists.interface import ListOptions

ONE = "BWBR1,Molens 1950-1999 (MVM),{code},Algemeen,Het malen van meel.,1950–,{value},{line}"


def read(path, **options):
    return [one.lijst for one in ministeries.read([path], ListOptions(**options))]


def test_each_name_is_a_list(ministerial):
    path = ministerial(
        ONE.format(code=1, value="B 1", line=7),
        'BWBR2,Dijken 1960- (V&W),3,Bouw,Het dichten van gaten.,,"V, 5 jaar",9',
        ONE.format(code=2, value="V 5 jaar", line=8),
    )
    assert ministeries.recognises([path])
    mills, dykes = read(path)
    assert (mills.name, mills.title, mills.organisation) == (
        "molens-1950-1999-mvm",
        "Molens 1950-1999 (MVM)",
        "MVM",
    )
    assert [entry.code for entry in mills.entries] == ["1", "2"]
    assert (dykes.name, dykes.reference, dykes.valid_from) == ("dijken-1960-venw", "BWBR2", None)
    entry = mills.entries[0]
    assert (entry.rubriek, entry.regel, entry.tekst) == ("Algemeen", 7, "B 1")
    assert entry.toelichting == "Periode: 1950–"
    assert dykes.entries[0].toelichting is None


def test_a_code_with_two_outcomes_keeps_both(ministerial):
    path = ministerial(ONE.format(code=1, value="V 5", line=7), ONE.format(code=1, value="V 3 jaar", line=90))
    (one,) = ministeries.read([path], ListOptions())
    assert [(entry.waardering, entry.regel) for entry in one.lijst.candidates("1")] == [(None, 7), ("V", 90)]
    assert one.counts.several == ("1",)


def test_every_fault_is_told_at_once(ministerial, told):
    path = ministerial(
        ONE.format(code="", value="B 1", line=0),
        ONE.format(code=2, value="B 1", line="zeven"),
        ONE.format(code=3, value="B" * 3001, line=3),
        ONE.format(code=4, value="B 1", line=4),
        ONE.format(code=4, value="B 1", line=4),
        ONE.format(code=5, value="B 1", line=5) + ",rest",
    )
    assert told(lambda: read(path)) == [
        "handelingen.csv, regel 2, kolom handeling: is leeg",
        "handelingen.csv, regel 2, kolom regel: is geen heel getal vanaf 1",
        "handelingen.csv, regel 3, kolom regel: is geen heel getal vanaf 1",
        "handelingen.csv, regel 4, kolom waardering_tekst: is langer dan 3000 tekens",
        "handelingen.csv, regel 6, kolom regel: deze handeling staat al op deze regel",
        "handelingen.csv, regel 7: hier staan meer cellen dan er kolommen zijn",
    ]


def test_another_table_is_not_recognised(ministerial, told):
    path = ministerial("1,2", header="code,label")
    assert not ministeries.recognises([path])
    assert not ministeries.recognises([path.with_name("weg.csv")])
    assert "de kolommen zijn niet" in told(lambda: read(path))[0]


def test_an_empty_or_broken_table_is_refused(ministerial, told):
    assert told(lambda: read(ministerial())) == ["handelingen.csv: is leeg"]
    assert told(lambda: read(ministerial('a,"b'))) == ["handelingen.csv: is geen goede CSV"]


def test_one_title_cannot_be_that_of_two_lists(ministerial, told):
    path = ministerial(ONE.format(code=1, value="B", line=1), "B2,Dijken,1,K,L,,B,2")
    assert told(lambda: read(path, title="Titel")) == [
        "handelingen.csv: een naam of titel kan niet voor 2 lijsten gelden"
    ]
    assert [lijst.version for lijst in read(path, version="1.0")] == ["1.0", "1.0"]


def test_the_real_lists_count_as_they_were_counted(real_lists):
    found = list(ministeries.read([real_lists / "ministeries-bsd.csv"], ListOptions()))
    totals = {
        name: sum(getattr(one.counts, name) for one in found)
        for name in ("entries", "kept", "destroyed", "complex", "withdrawn", "without_value", "codes")
    }
    assert totals == {
        "entries": 1398,
        "kept": 700,
        "destroyed": 414,
        "complex": 270,
        "withdrawn": 1,
        "without_value": 13,
        "codes": 1155,
    }
    assert len(found) == 6
