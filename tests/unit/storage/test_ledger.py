"""The ledger: sorted, whole, and bounded."""

from hypothesis import given
from hypothesis import strategies as st

from depotklaar.storage.ledger import Ledger


@given(lines=st.lists(st.binary(max_size=8).filter(lambda line: b"\n" not in line)), run=st.integers(1, 5))
def test_what_goes_in_comes_out_sorted(tmp_path_factory, lines, run):
    ledger = Ledger(tmp_path_factory.mktemp("ledger") / "runs", run=run)
    for line in lines:
        ledger.add(line)
    assert list(ledger) == sorted(lines)
    assert list(ledger) == sorted(lines)
