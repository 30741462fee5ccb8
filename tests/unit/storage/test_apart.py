"""Results are not written into sources."""

import pytest

from depotklaar.errors import WriteError
from depotklaar.storage.apart import keep_apart


def test_every_source_around_it_is_named(tmp_path):
    inner = tmp_path / "bron" / "media"
    inner.mkdir(parents=True)
    with pytest.raises(WriteError) as refused:
        keep_apart(inner / "uit", [tmp_path / "bron", inner, inner])
    assert len(refused.value.problems) == 2


def test_beside_above_and_a_file_are_no_such_thing(tmp_path):
    source = tmp_path / "bron"
    source.mkdir()
    (tmp_path / "chat.txt").touch()
    keep_apart(tmp_path / "bron-uit", [source, tmp_path / "chat.txt", tmp_path / "nergens"])
    keep_apart(tmp_path, [source])
