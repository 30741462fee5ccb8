"""PUIDs, extensions and verdicts as they stand in the cells of published lists."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depotklaar.importers.policies.cells import CellFaultError, extensions_in, puids_in, status_in, version_in


@pytest.mark.parametrize(
    ("cell", "puids"),
    [
        ("", ()),
        ("geen", ()),
        ("Geen", ()),
        ("-", ()),
        ("fmt/95", ("fmt/95",)),
        ("FMT/95 x-fmt/111", ("fmt/95", "x-fmt/111")),
        ("fmt/95, fmt/476;fmt/477\nfmt/95", ("fmt/95", "fmt/476", "fmt/477")),
        ("fmt/14-20", tuple(f"fmt/{n}" for n in range(14, 21))),
        ("fmt/14 - 16, fmt/95", ("fmt/14", "fmt/15", "fmt/16", "fmt/95")),
        ("fmt/14–fmt/15", ("fmt/14", "fmt/15")),
        ("x-fmt/9-x-fmt/10", ("x-fmt/9", "x-fmt/10")),
    ],
)
def test_puids(cell, puids):
    assert puids_in(cell) == puids


@pytest.mark.parametrize("cell", ["fmt", "fmt/0", "fmt/20-14", "fmt/1-x-fmt/3", "fmt/1-2-3", "fmt/1-999999", "pdf"])
def test_what_is_no_puid_is_told(cell):
    with pytest.raises(CellFaultError) as caught:
        puids_in(cell)
    assert cell[:20] in caught.value.text.nl


@given(st.text(max_size=60))
def test_any_text_is_puids_or_a_fault(cell):
    with suppress(CellFaultError):
        assert all(puid.removeprefix("x-").startswith("fmt/") for puid in puids_in(cell))


def test_extensions():
    assert extensions_in(".TIF/*.tiff, tif") == ("tif", "tiff")
    assert extensions_in("geen") == ()
    with pytest.raises(CellFaultError):
        extensions_in("(zie opmerking)")


def test_verdicts():
    assert [status_in(cell) for cell in ("Voorkeur", " acceptabel ", "")] == ["voorkeur", "acceptabel", None]
    with pytest.raises(CellFaultError):
        status_in("misschien")


def test_versions():
    assert [version_in(cell) for cell in ("2,1", "1, 2", " ", "97-2003")] == ["2.1", "1, 2", None, "97-2003"]
