"""The spool: values come back equal and in order."""

from depotklaar.model.mdto import Begrip, Verwijzing
from depotklaar.storage.spool import Spool


def test_values_come_back(tmp_path):
    spool = Spool(tmp_path / "spool", Begrip)
    values = [Begrip(label=str(n), begrippenlijst=Verwijzing(naam="ë")) for n in range(100)]
    for value in values:
        spool.append(value)
    assert list(spool) == values
    assert len(spool) == 100
