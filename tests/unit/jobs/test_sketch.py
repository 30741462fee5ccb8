"""A first look at a source, for the delivery file that is still to be written."""

import pytest

from depotklaar.catalogue import importers
from depotklaar.importers.interface import ImportOptions
from depotklaar.jobs.sketch import sketch_all
from depotklaar.model.progress import Progress
from depotklaar.storage.tree import Limits

BEGIN = "13-03-2023 08:02 - Anna Bakker heeft de groep Kade gemaakt\n"


@pytest.fixture
def sketch(tmp_path):
    def look(text):
        path = tmp_path / "WhatsApp-chat met Kade.txt"
        path.write_text(text, "utf-8")
        (found,) = sketch_all([(path, ImportOptions(source_name=path.name))], importers(), Limits(), Progress())
        return found

    return look


def test_the_word_for_the_holder_is_no_name(sketch):
    found = sketch(f"{BEGIN}13-03-2023 08:02 - Anna Bakker heeft u toegevoegd\n13-03-2023 08:05 - Anna Bakker: Dag\n")
    assert found.custodian is None
    assert found.titles == ("Kade",)


def test_the_period_is_that_of_the_first_and_last_day(sketch):
    found = sketch(f"{BEGIN}14-04-2023 08:05 - Anna Bakker: Dag\n")
    assert (str(found.first), str(found.last)) == ("2023-03-13", "2023-04-14")


def test_an_undecided_date_order_is_said_and_no_failure(sketch):
    found = sketch("05/04/2022, 10:00 - Anna: hi\n06/04/2022, 10:00 - Bo: hi\n")
    assert found.date_order_undecided
    assert found.first is None
