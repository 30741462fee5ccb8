"""A run killed at whatever step: the source is whole, the output holds all or nothing, the next run mends it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NOW = "2026-05-01T08:00:00Z"
MOMENTS = 10
WORKED_ON = ("open", "os.rename", "os.mkdir", "os.link", "os.remove", "os.rmdir")

PROGRAM = """
import os, signal, sys
from pathlib import Path

out, last, whom = sys.argv[1], int(sys.argv[2]), sys.argv[3]
steps = 0

def count(event, details):
    global steps
    if event in {events} and details and isinstance(details[0], (str, Path)) and str(details[0]).startswith(out):
        steps += 1
        if steps == last:
            os.killpg(0, signal.SIGKILL) if whom == "group" else os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
from depotklaar.cli.main import main
code = main(sys.argv[4:])
print("STEPS", steps)
sys.exit(code)
""".replace("{events}", repr(WORKED_ON))


def words_for(delivery, out, jobs):
    return ["package", str(delivery), "-o", str(out), "--now", NOW, "--jobs", str(jobs)]


def run(delivery, out, *, last=0, whom="group", jobs=2):
    """Run the job in a session of its own, stopped at a step (0: not); give its number, exit code and words."""
    command = [sys.executable, "-c", PROGRAM, str(out), str(last), whom, *words_for(delivery, out, jobs)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    with process:
        code = process.wait(timeout=120)
        printed, said = (stream.read() for stream in (process.stdout, process.stderr)) if code >= 0 else (b"", b"")
    return process.pid, code, printed.decode(), said.decode()


def content_of(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def living(group):
    """The processes of a group that are not dead yet."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = path.read_text("utf-8", "replace").rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if of == str(group) and state not in "ZX":
            found.append(path.parent.name)
    return found


def die_out(group):
    """Wait until nothing of a group lives; give what still does after a while."""
    until = time.monotonic() + 20
    while (left := living(group)) and time.monotonic() < until:
        time.sleep(0.05)
    return left


@pytest.fixture(scope="module")
def clean(deliveries, tmp_path_factory):
    """What a run that nothing disturbs makes, and in how many steps."""
    out = tmp_path_factory.mktemp("ongestoord") / "uit"
    _, code, printed, said = run(deliveries("kernteam-android"), out)
    assert code == 0, said
    steps = int(printed.rpartition("STEPS")[2])
    assert steps > 100
    return content_of(out), steps


def check_the_next_run(delivery, out, clean, judge):
    """What lies there after the kill is all or nothing; the next run mends it and says so."""
    package = out / "WL-2024-001"
    left = {path.name for path in out.iterdir()} if out.exists() else set()
    if package.exists():
        assert content_of(package) == {
            name.removeprefix("WL-2024-001/"): data for name, data in clean.items() if name.startswith("WL-2024-001/")
        }
    whole = "WL-2024-001" in left
    _, code, _, said = run(delivery, out, jobs=1)
    assert code == 0 or (code == 6 and (whole or "afgemaakt" in said)), said
    if any(name.startswith(".depotklaar-") for name in left) and code == 0:
        assert "afgebroken" in said
    assert content_of(out) == clean
    assert not any(path.name.startswith(".") for path in out.iterdir())
    assert judge(package).accepted


@pytest.mark.parametrize("moment", range(1, MOMENTS + 1))
def test_killed_at_a_step(deliveries, judge, clean, tmp_path, moment):
    delivery = deliveries("kernteam-android")
    before = content_of(delivery.parent)
    expected, steps = clean
    out = tmp_path / "uit"
    group, code, _, _ = run(delivery, out, last=steps * moment // MOMENTS - 1)
    assert code == -signal.SIGKILL
    assert die_out(group) == []
    assert content_of(delivery.parent) == before
    check_the_next_run(delivery, out, expected, judge)


def test_workers_do_not_outlive_the_one_they_work_for(deliveries, judge, clean, tmp_path):
    expected, steps = clean
    out = tmp_path / "uit"
    group, code, _, _ = run(deliveries("kernteam-android"), out, last=steps // 2, whom="parent")
    assert code == -signal.SIGKILL
    left = die_out(group)
    for process in left:
        os.kill(int(process), signal.SIGKILL)
    assert left == []
    check_the_next_run(deliveries("kernteam-android"), out, expected, judge)


def test_interrupted_by_the_keyboard(deliveries, clean, tmp_path):
    out = tmp_path / "uit"
    program = PROGRAM.replace("signal.SIGKILL", "signal.SIGINT")
    delivery = deliveries("kernteam-android")
    command = [sys.executable, "-c", program, str(out), str(clean[1] // 2), "group", *words_for(delivery, out, 2)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        said = process.stderr.read().decode()
        assert process.wait(timeout=60) == 130, said
    assert "Traceback" not in said
    assert not out.exists() or list(out.iterdir()) == []
    assert die_out(process.pid) == []
