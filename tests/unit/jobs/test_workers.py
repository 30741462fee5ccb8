"""Workers: results in order, faults raised, and nothing asked for too soon."""

import os

import pytest

from depotklaar.errors import SourceError, ToolError
from depotklaar.jobs.workers import Workers


def square(number):
    return number * number


def complain(number):
    raise SourceError([]) if number == 3 else ValueError(number)


def vanish(number):
    os._exit(3)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_tasks(jobs):
    with Workers(jobs) as workers:
        assert list(workers.map(square, range(20))) == [n * n for n in range(20)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_is_raised_as_it_was(jobs):
    with Workers(jobs) as workers, pytest.raises(SourceError):
        list(workers.map(complain, [3]))


def test_a_process_that_stops_without_a_word_is_a_clear_error():
    with Workers(2) as workers, pytest.raises(ToolError):
        list(workers.map(vanish, [1]))


def test_tasks_are_asked_for_no_sooner_than_needed():
    asked = []

    def tasks():
        for number in range(100):
            asked.append(number)
            yield number

    with Workers(2) as workers:
        results = workers.map(square, tasks())
        next(results)
        assert len(asked) <= 5
        results.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_task_beside_the_others(jobs):
    with Workers(jobs) as workers:
        result = workers.start(square, 7)

        assert list(workers.map(square, range(5))) == [0, 1, 4, 9, 16]
        assert result() == 49


@pytest.mark.parametrize("jobs", [1, 2])
def test_its_fault_is_raised_when_its_result_is_asked(jobs):
    with Workers(jobs) as workers:
        result = workers.start(complain, 3)

        with pytest.raises(SourceError):
            result()


def test_its_process_may_stop_too():
    with Workers(2) as workers:
        result = workers.start(vanish, 1)

        with pytest.raises(ToolError):
            result()


def identified(path):
    from depotklaar.formats.siegfried import Siegfried

    (opinion,) = Siegfried(workers=1).identify([path])
    return opinion.puid


def test_workers_identify_although_this_process_did_so_before(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\0IEND\xaeB`\x82")
    here = identified(path)
    with Workers(2) as workers:
        assert list(workers.map(identified, [path] * 4)) == [here] * 4
