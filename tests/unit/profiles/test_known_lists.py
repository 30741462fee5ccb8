"""The lists that come along, by the name that metadata give them."""

import pickle

import pytest

from depotklaar.profiles.known_lists import KnownLists
from depotklaar.profiles.lists import read_selection_list
from depotklaar.resources import list_names


@pytest.mark.parametrize("name", list_names())
def test_every_list_is_found_by_its_reference(name):
    expected = read_selection_list(name, None)
    found = KnownLists()[expected.reference_line]
    assert found == expected and found.reference_line == expected.reference_line


def test_a_title_that_names_its_version_is_enough():
    assert KnownLists()["Selectielijst gemeenten en intergemeentelijke organen 2020"].name == "gemeenten-2020"


def test_another_list_is_not_known():
    known = KnownLists()
    assert "Selectielijst Voorbeeldstad 2020" not in known
    assert known.get("Selectielijst Voorbeeldstad 2020") is None
    assert len(known) == len(list(known)) >= len(list_names())


def test_it_goes_to_another_process():
    assert dict(pickle.loads(pickle.dumps(KnownLists()))) == dict(KnownLists())
