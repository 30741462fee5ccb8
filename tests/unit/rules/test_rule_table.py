"""The table of rules goes to another process by name."""

import pickle

from depotklaar.rules.container import opens
from depotklaar.rules.content import naam, taal
from depotklaar.rules.interface import RuleTable


def test_it_comes_back_as_it_went():
    table = RuleTable(objects={"content": (naam, taal)}, packages={"container": (opens,)})

    assert pickle.loads(pickle.dumps(table)) == table


def test_it_is_small():
    table = RuleTable(objects={"content": (naam, taal)}, packages={"container": (opens,)})

    assert len(pickle.dumps(table)) < 500
