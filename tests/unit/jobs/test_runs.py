"""Runs: where each event went, in the order of the source, without a table of events in memory."""

from depotklaar.jobs import runs
from depotklaar.jobs.runs import RunLog, read_runs
from depotklaar.model.event import Event, Time
from depotklaar.model.report import LeftOut


def event(order, local=None):
    return Event(id=f"e{order}", type="message", order=order, timestamp=Time(local=local) if local else None)


def gone(first, last):
    return LeftOut(
        conversation="c",
        display="C",
        order_first=first,
        order_last=last,
        first_local=None,
        last_local=None,
        messages=last - first + 1,
        attachments=0,
        reason="prive",
        decided_by="J. de Vries",
        decided_at="2024-05-01",
    )


def test_a_run_ends_where_the_unit_changes_or_something_is_left_out(tmp_path):
    log = RunLog(tmp_path / "runs")
    log.keep(event(1, "2024-03-31T23:59"), 0)
    log.keep(event(2, "2024-03-31T23:58"), 0)
    log.keep(event(3, "2024-04-01T00:01"), 1)
    log.leave_out(gone(4, 6))
    log.keep(event(7), 1)
    found = list(read_runs(log.close()))
    assert [(run.order_first, run.order_last, run.messages, run.unit) for run in found] == [
        (1, 2, 2, 0),
        (3, 3, 1, 1),
        (4, 6, 3, None),
        (7, 7, 1, 1),
    ]
    assert (found[0].first_local, found[0].last_local) == ("2024-03-31T23:58", "2024-03-31T23:59")
    assert found[2].left_out == gone(4, 6)
    assert found[3].first_local is None


def test_many_runs_come_back_in_order(tmp_path, monkeypatch):
    monkeypatch.setattr(runs, "BATCH", 3)
    log = RunLog(tmp_path / "runs")
    for order in range(1, 11):
        log.keep(event(order), order % 2)
    assert [run.order_first for run in read_runs(log.close())] == list(range(1, 11))


def test_nothing_gives_nothing(tmp_path):
    assert list(read_runs(RunLog(tmp_path / "runs").close())) == []
