"""Sweeping seldom, and as before when the job is over."""

import gc

import pytest

from depotklaar.jobs.sweeping import NEW_OBJECTS, seldom_swept


def test_it_ends_with_the_job():
    before = gc.get_threshold()

    with seldom_swept():
        assert gc.get_threshold()[0] == NEW_OBJECTS
        assert gc.isenabled()

    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_also_when_the_job_fails():
    before = gc.get_threshold()

    with pytest.raises(ValueError, match="mis"), seldom_swept():
        raise ValueError("mis")

    assert gc.get_threshold() == before
