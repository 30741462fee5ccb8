"""A run that is told to stop by a signal leaves nothing behind and says so, as after Ctrl-C."""

import os
import signal
import subprocess
import sys

import pytest

PROGRAM = """
import os, sys
from pathlib import Path

out, signal, whom = sys.argv[1], int(sys.argv[2]), sys.argv[3]
steps = 0

def count(event, details):
    global steps
    if event == "open" and isinstance(details[0], (str, Path)) and str(details[0]).startswith(out):
        steps += 1
        if steps == 40:
            for _ in range(2):
                os.killpg(0, signal) if whom == "group" else os.kill(os.getpid(), signal)

sys.addaudithook(count)
from depotklaar.cli.main import main
sys.exit(main(sys.argv[4:]))
"""


@pytest.mark.parametrize("whom", ["process", "group"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_is_left(deliveries, tmp_path, number, whom, jobs):
    delivery, out = deliveries("kernteam-android"), tmp_path / "uit"
    words = ["package", delivery, "-o", out, "--now", "2026-05-01T08:00:00Z", "--jobs", str(jobs), "--quiet"]
    command = [sys.executable, "-c", PROGRAM, out, str(int(number)), whom, *words]

    done = subprocess.run(command, capture_output=True, encoding="utf-8", start_new_session=True, timeout=120)

    assert done.returncode == 130, done.stderr
    assert done.stderr.startswith("Onderbroken")
    assert "Traceback" not in done.stderr
    if whom == "process" or number == signal.SIGTERM:
        assert done.stderr.count("\n") == 1
    assert not out.exists()


def test_what_was_ignored_stays_ignored(deliveries, tmp_path):
    delivery, out = deliveries("kernteam-android"), tmp_path / "uit"
    words = ["package", delivery, "-o", out, "--now", "2026-05-01T08:00:00Z", "--jobs", "1", "--quiet"]
    command = [sys.executable, "-c", PROGRAM, out, str(int(signal.SIGHUP)), "process", *words]
    earlier = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, env=dict(os.environ))
    finally:
        signal.signal(signal.SIGHUP, earlier)
    assert done.returncode == 0, done.stderr
