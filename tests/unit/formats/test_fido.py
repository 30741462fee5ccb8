"""fido's answers, and what it must not do."""

import os
import socket
import subprocess
import sys

import pytest

from depotklaar.errors import ToolError
from depotklaar.formats import fido as module
from depotklaar.formats.fido import Fido


@pytest.fixture(scope="module")
def fido() -> Fido:
    return Fido()


@pytest.mark.parametrize(
    ("kind", "name", "puid", "basis"),
    [
        ("png", "a.png", "fmt/11", "signature"),
        ("pdf", "a.pdf", "fmt/276", "signature"),
        ("webp", "a.webp", "fmt/566", "signature"),
        ("json", "a.json", "fmt/1311", "extension"),
        ("csv", "a.csv", "x-fmt/18", "extension"),
        ("empty", "leeg.csv", "x-fmt/18", "extension"),
        ("empty", "leeg", "UNKNOWN", "none"),
        ("bin", "a.zzz", "UNKNOWN", "none"),
    ],
)
def test_says_what_and_on_what_ground(fido, make, kind, name, puid, basis):
    [opinion] = fido.identify([make(kind, name)])
    assert (opinion.puid, opinion.basis) == (puid, basis)


def test_looks_into_containers(fido, docx, archive):
    inside, plain = fido.identify([docx, archive])
    assert (inside.puid, inside.basis) == ("fmt/412", "container")
    assert (plain.puid, plain.basis) == ("x-fmt/263", "signature")


def test_several_answers_are_all_named(fido, make):
    [opinion] = fido.identify([make("txt", "a.txt")])
    assert opinion.puid == "x-fmt/111"
    assert opinion.warning == "match on extension only; also matches fmt/1085, fmt/1591"


def test_a_container_that_unpacks_to_too_much_stays_closed(fido, docx, monkeypatch):
    monkeypatch.setattr(module, "_CONTAINER_LIMIT", 1000)
    [opinion] = fido.identify([docx])
    assert (opinion.puid, opinion.basis) == ("x-fmt/263", "signature")
    assert "too large" in opinion.warning


def test_a_broken_zip_is_still_answered(fido, odt):
    odt.write_bytes(odt.read_bytes()[:-30])
    [opinion] = fido.identify([odt])
    assert opinion.basis in ("signature", "extension")


def test_odd_names(fido, tmp_path):
    paths = [
        tmp_path / os.fsdecode(name) for name in (b"-a.png", b"b\n.json", b"c\xff.json", b"d,\xf0\x9f\x98\x80.json")
    ]
    for path in paths:
        path.write_bytes(b"{}")
    assert [o.puid for o in fido.identify(paths)][1:] == ["fmt/1311"] * 3


def test_is_silent_and_asks_nothing_of_the_network(make, capfd, monkeypatch):
    def refuse(*_args: object, **_named: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    fresh = Fido()
    fresh.identify([make("png", "a.png"), make("empty", "leeg")])
    assert capfd.readouterr() == ("", "")


def test_versions_go_on_record(fido, make):
    tool, signatures = fido.versions()
    assert tool
    assert signatures.startswith("PRONOM ")
    [opinion] = fido.identify([make("png", "a.png")])
    assert (opinion.tool, opinion.tool_version, opinion.signature_version) == ("fido", tool, signatures)


def test_every_unreadable_path_is_named_at_once(fido, tmp_path, make):
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    with pytest.raises(ToolError) as caught:
        fido.identify([tmp_path / "weg", make("png", "a.png"), tmp_path, pipe])
    assert [p.place for p in caught.value.problems] == [str(tmp_path / "weg"), str(tmp_path), str(pipe)]


def test_large_file_is_read_at_both_ends_only(fido, tmp_path):
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.seek(50_000_000)
        file.write(b"\n%%EOF\n")
    assert fido.identify([path])[0].puid == "fmt/276"


def test_is_loaded_only_when_asked():
    code = "import sys, depotklaar.formats.fido as f; f.Fido(); print('fido' in sys.modules, 'requests' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False False"
