"""A file of the user's choice is written whole or stays as it was."""

import pytest

from depotklaar.cli.outcome import refuse_existing, write_new, write_whole
from depotklaar.errors import WriteError


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    target = tmp_path / "rapport.json"
    target.write_bytes(b"oud")
    write_whole(target, b"nieuw")
    assert target.read_bytes() == b"nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["rapport.json"]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(WriteError, match=r"rapport\.json"):
        write_whole(tmp_path / "nergens" / "rapport.json", b"x")


def test_a_folder_in_the_place_of_the_file_is_a_write_error(tmp_path):
    with pytest.raises(WriteError):
        write_whole(tmp_path, b"x")


def test_a_new_file_makes_its_folder_and_never_overwrites(tmp_path):
    target = tmp_path / "nieuw" / "aanlevering.toml"
    write_new(target, b"een")
    with pytest.raises(WriteError, match="exists already"):
        write_new(target, b"twee")
    with pytest.raises(WriteError, match="exists already"):
        refuse_existing(target)
    assert target.read_bytes() == b"een"


def test_a_link_to_nowhere_is_something_too(tmp_path):
    target = tmp_path / "aanlevering.toml"
    target.symlink_to(tmp_path / "weg")
    with pytest.raises(WriteError):
        refuse_existing(target)
    with pytest.raises(WriteError):
        write_new(target, b"x")
    assert not (tmp_path / "weg").exists()
