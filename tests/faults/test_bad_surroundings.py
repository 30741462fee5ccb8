"""A disk that is full or forbidden, a package that is there, a network that is closed: clear, and nothing half."""

import os
import resource
import signal
import subprocess
import sys

import pytest

NOW = "2026-05-01T08:00:00Z"
CLOSED_NETWORK = """
import os, socket, sys

def closed(event, details):
    local = event == "socket.connect" and details[0].family == socket.AF_UNIX
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto") and not local:
        os.write(2, f"THE NETWORK WAS ASKED: {event} {details}".encode())
        os._exit(99)

sys.addaudithook(closed)
"""


def run(*words, **how):
    command = [sys.executable, "-m", "depotklaar.cli.main", *map(str, words)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120, **how)
    assert "Traceback" not in done.stderr
    assert done.returncode != 70, done.stderr
    return done


def package_words(delivery, out, *more):
    return ["package", delivery, "-o", out, "--now", NOW, "--quiet", *more]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("limit", [1_000, 20_000, 60_000])
def test_a_disk_that_fills_up(deliveries, tmp_path, limit, jobs):
    def small():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    words = package_words(deliveries("corpus:vws-demo-alice"), tmp_path / "uit", "--jobs", jobs)
    done = run(*words, preexec_fn=small)
    assert done.returncode == 6, done.stderr
    assert "uit" in done.stderr
    assert not (tmp_path / "uit").exists() or list((tmp_path / "uit").iterdir()) == []


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 300 kB, where this process may mount one."""
    disk = tmp_path / "schijf"
    disk.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=300k,nr_inodes=2000", "depotklaar-test", str(disk)]
    try:
        mounted = subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no right to mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_is_really_full(deliveries, small_disk):
    done = run(*package_words(deliveries("corpus:vws-demo-alice"), small_disk / "uit", "--jobs", "2"))
    assert done.returncode == 6, done.stderr
    assert list(small_disk.iterdir()) == [] or list((small_disk / "uit").iterdir()) == []


def test_an_output_folder_below_a_file(cli, deliveries, tmp_path):
    (tmp_path / "bestand").write_bytes(b"van mij")
    done = cli(*package_words(deliveries("een-op-een-ios"), tmp_path / "bestand" / "uit", "--jobs", "1"))
    assert done.code == 6
    assert "bestand" in done.err
    assert (tmp_path / "bestand").read_bytes() == b"van mij"


def test_an_output_folder_that_may_not_be_written(deliveries, tmp_path):
    if os.geteuid() != 0:
        out = tmp_path / "dicht"
        out.mkdir(mode=0o555)
    else:
        out = tmp_path.__class__("/proc/1/uit")
    done = run(*package_words(deliveries("een-op-een-ios"), out, "--jobs", "1"))
    assert done.returncode == 6
    assert str(out) in done.stderr


@pytest.mark.parametrize("taken", ["", ".zip", ".tar"])
def test_a_package_that_is_there_already(cli, deliveries, tmp_path, taken):
    out = tmp_path / "uit"
    out.mkdir()
    (out / f"WL-2024-002{taken}").write_bytes(b"van mij")
    done = cli(*package_words(deliveries("een-op-een-ios"), out, "--jobs", "1"))
    assert done.code == 6
    assert f"WL-2024-002{taken}" in done.err
    assert [path.read_bytes() for path in out.iterdir()] == [b"van mij"]


@pytest.mark.parametrize("container", ["folder", "zip", "tar"])
def test_replacing_leaves_no_trace_of_the_old_package(cli, deliver, deliveries, tmp_path, container):
    out = tmp_path / "uit"
    words = package_words(deliveries("een-op-een-ios"), out, "--jobs", "1", "--container", container)
    assert cli(*words).code == 0
    package = out / f"WL-2024-002{'' if container == 'folder' else '.' + container}"
    if package.is_dir():
        (package / "oud.txt").write_bytes(b"oud")
    else:
        package.write_bytes(b"oud")
    assert cli(*words).code == 6
    assert cli(*words, "--replace").code == 0
    made = deliver("een-op-een-ios", container=container)
    assert {path.name for path in out.iterdir()} == {path.name for path in made.out.iterdir()}
    assert not package.is_dir() or not (package / "oud.txt").exists()
    assert package.is_dir() or package.read_bytes() == made.package.read_bytes()


def test_no_network_is_ever_asked(deliveries, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(CLOSED_NETWORK, "utf-8")
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    closed = {**os.environ, "PYTHONPATH": path, "http_proxy": "", "https_proxy": ""}
    probe = [sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 9), 1)"]
    assert subprocess.run(probe, env=closed, capture_output=True, check=False).returncode == 99
    out = tmp_path / "uit"
    words = package_words(deliveries("kernteam-android"), out, "--jobs", "2", "--profile", "nha")
    assert run(*words, env=closed).returncode == 0
    done = run("validate", out / "WL-2024-001", "--quiet", "--format", "html", env=closed)
    assert done.returncode == 0, done.stderr
    assert run("plan", deliveries("kernteam-android"), "--json", env=closed).returncode == 0
