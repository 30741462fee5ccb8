"""Functionaries: one name or number belongs to one person, and two functions on one day are told."""

import datetime as dt

import pytest

from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.functionaries import overlaps, shared_marks


def people(*rows):
    return {"functionaris": [{"naam": name, "functie": "x", "herkend_aan": marks} for name, marks in rows]}


@pytest.mark.parametrize(
    "data",
    [
        people(("P. Piet", ["Piet"]), ("Q. Q", ["piet"])),
        people(("P. Piet", []), ("Q. Q", ["p. piet"])),
        people(("P. Piet", ["+31600000001"]), ("Q. Q", ["06-00000001"])),
        people(("P. Piet", ["+31600000001"]), ("Q. Q", ["+31 6 0000 0001"])),
    ],
)
def test_a_mark_of_two_people_is_a_fault_however_it_is_spelt(data):
    (fault,) = shared_marks(data)
    assert fault.path == ("functionaris", 1, "herkend_aan", 0)
    assert "P. Piet" in fault.text.nl


def test_one_person_may_have_a_mark_in_two_functions():
    assert not list(shared_marks(people(("P. Piet", ["Piet"]), ("P. Piet", ["piet"]))))


def test_two_functions_of_one_person_on_one_day_are_told(tmp_path, delivery_text):
    (tmp_path / "bron").mkdir()
    path = tmp_path / "aanlevering.toml"
    rest = (
        '[[functionaris]]\nnaam = "P. Piet"\nfunctie = "Minister"\nvan = 2022-01-01\ntot = 2024-01-31\n'
        '[[functionaris]]\nnaam = "P. Piet"\nfunctie = "DG"\nvan = 2022-01-15\n'
        '[[functionaris]]\nnaam = "Q. Q"\nfunctie = "DG"\n'
    )
    path.write_text(delivery_text("bron", rest=rest), "utf-8")
    (finding,) = overlaps(read_delivery(path))
    assert finding.params == {
        "name": "P. Piet",
        "one": "Minister",
        "other": "DG",
        "first": dt.date(2022, 1, 15).isoformat(),
        "last": "2024-01-31",
    }
