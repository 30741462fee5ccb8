"""The spool: values come back equal and in order."""

from depotklaar.model.mdto import Begrip, Verwijzing
from depotklaar.storage.packing import unpack
from depotklaar.storage.spool import Spool


def test_values_come_back(tmp_path):
    spool = Spool(tmp_path / "spool", Begrip)
    values = [Begrip(label=str(n), begrippenlijst=Verwijzing(naam="ë")) for n in range(100)]
    for value in values:
        spool.append(value)
    assert list(spool) == values
    assert len(spool) == 100


def test_values_can_be_passed_on_as_they_lie(tmp_path):
    spool = Spool(tmp_path / "spool", Begrip)
    value = Begrip(label="x", begrippenlijst=Verwijzing(naam="y"))
    spool.append(value)
    assert [unpack(Begrip, data) for data in spool.packed()] == [value]
