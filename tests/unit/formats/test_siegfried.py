"""siegfried's answers, as depotklaar reads them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from depotklaar.errors import ToolError
from depotklaar.formats.siegfried import Siegfried, _basis, _opinion


@pytest.mark.parametrize(
    ("kind", "name", "puid", "basis"),
    [
        ("png", "a.png", "fmt/11", "signature"),
        ("jpg", "a.jpg", "fmt/43", "signature"),
        ("pdf", "a.pdf", "fmt/276", "signature"),
        ("webp", "a.webp", "fmt/566", "signature"),
        ("opus", "a.opus", "fmt/944", "signature"),
        ("html", "a.html", "fmt/471", "signature"),
        ("xml", "a.xml", "fmt/101", "signature"),
        ("txt", "a.txt", "x-fmt/111", "text"),
        ("json", "a.json", "fmt/817", "extension"),
        ("csv", "a.csv", "x-fmt/18", "extension"),
        ("bin", "a.zzz", "UNKNOWN", "none"),
    ],
)
def test_says_what_and_on_what_ground(make, kind, name, puid, basis):
    [opinion] = Siegfried().identify([make(kind, name)])
    assert (opinion.puid, opinion.basis) == (puid, basis)


def test_a_name_alone_is_said_to_be_a_name_alone(make):
    [opinion] = Siegfried().identify([make("csv", "a.csv")])
    assert opinion.warning == "match on extension only"


def test_looks_into_containers(archive, docx):
    plain, inside = Siegfried().identify([archive, docx])
    assert (plain.puid, plain.basis) == ("x-fmt/263", "container")
    assert (inside.puid, inside.basis) == ("fmt/412", "container")


def test_extension_that_does_not_fit_is_a_warning(make):
    wrong, none = Siegfried().identify([make("png", "a.jpg"), make("png", "zonder")])
    assert "extension mismatch" in wrong.warning
    assert (wrong.puid, none.puid) == ("fmt/11", "fmt/11")


def test_an_empty_file_is_known_by_its_name_or_not_at_all(make):
    named, bare = Siegfried().identify([make("empty", "leeg.txt"), make("empty", "leeg")])
    assert (named.puid, named.basis, named.warning) == (
        "x-fmt/111",
        "extension",
        "empty source; match on extension only",
    )
    assert (bare.puid, bare.basis) == ("UNKNOWN", "none")


def test_odd_names_keep_their_order(make):
    names = ["-f.txt", "a,b.png", "regel\neinde.txt", "🧑‍🌾.png", " spatie .txt", "%0A.png", "100%.txt"]
    paths = [make("png" if name.endswith("png") else "txt", name) for name in names]
    opinions = Siegfried(workers=2).identify(paths)
    assert [o.puid for o in opinions] == ["fmt/11" if n.endswith("png") else "x-fmt/111" for n in names]


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a file name be any bytes")
def test_names_that_are_not_utf8(tmp_path):
    paths = [tmp_path / os.fsdecode(name) for name in (b"a\xff.json", b"b\xfe.js\xffon", b"\xff")]
    for path in paths:
        path.write_bytes(b"{}")
    assert [o.puid for o in Siegfried().identify(paths)] == ["fmt/817", "x-fmt/111", "x-fmt/111"]


@pytest.mark.skipif(sys.platform == "win32", reason="no control characters in names there")
def test_names_with_control_characters(tmp_path):
    paths = [tmp_path / f"a{chr(code)}b.json" for code in (*range(1, 0x20), 0x7F, 0x85, 0x9B)]
    paths.append(tmp_path / "a.js\x1con")
    for path in paths:
        path.write_bytes(b"{}")
    assert [o.puid for o in Siegfried(workers=1).identify(paths)] == [*["fmt/817"] * (len(paths) - 1), "x-fmt/111"]


def test_a_relative_name_that_is_not_utf8(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = Path(os.fsdecode(b"\xff.json"))
    path.write_bytes(b"{}")
    assert Siegfried().identify([path])[0].puid == "fmt/817"


def test_more_files_than_one_question_holds(make):
    paths = [make("png", "a.png"), make("json", "a.json")] * 600
    assert [o.puid for o in Siegfried().identify(paths)] == ["fmt/11", "fmt/817"] * 600


def test_every_unreadable_path_is_named_at_once(tmp_path, make):
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    bad = tmp_path / os.fsdecode(b"weg\xff")
    with pytest.raises(ToolError) as caught:
        Siegfried().identify([tmp_path / "weg", make("png", "a.png"), tmp_path, pipe, bad])
    places = [problem.place for problem in caught.value.problems]
    assert places == [str(tmp_path / "weg"), str(tmp_path), str(pipe), f"{tmp_path}/weg\\udcff"]


def test_versions_go_on_record(make):
    siegfried = Siegfried()
    tool, signatures = siegfried.versions()
    assert "pygfried" in tool
    assert "DROID_SignatureFile" in signatures
    [opinion] = siegfried.identify([make("png", "a.png")])
    assert (opinion.tool, opinion.tool_version, opinion.signature_version) == ("siegfried", tool, signatures)


@pytest.mark.parametrize(
    ("told", "basis"),
    [
        ("extension match docx; container name [Content_Types].xml with byte match at 1, 2", "container"),
        ("extension match svg; xml match with root svg and ns http://www.w3.org/2000/svg", "xml"),
        ("byte match at 0, 4", "signature"),
        ("extension match txt; text match UTF-8 Unicode", "text"),
        ("extension match doc", "extension"),
        ("", "none"),
    ],
)
def test_ground_is_the_strongest_one(told, basis):
    assert _basis(told) == basis


def _match(puid: str, basis: str, warning: str = "") -> dict[str, str]:
    return {"ns": "pronom", "id": puid, "format": "", "version": "", "mime": "", "class": "", "basis": basis} | {
        "warning": warning
    }


def test_of_several_matches_the_strongest_counts_and_the_others_are_named():
    matches = [
        _match("fmt/1", "extension match x"),
        _match("fmt/2", "byte match at 0, 4"),
        _match("fmt/3", "byte match"),
    ]
    opinion = _opinion({"errors": "", "matches": matches}, ("1", "2"))
    assert (opinion.puid, opinion.basis, opinion.warning) == ("fmt/2", "signature", "also matches fmt/1, fmt/3")


def test_loading_depotklaar_does_not_start_go():
    code = (
        "import sys, depotklaar.formats.identification, depotklaar.formats.siegfried; print('pygfried' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_long_text_is_known_by_its_ends_and_takes_no_more_memory(tmp_path):
    short, long = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    short.write_bytes(b'{"record":"event"}\n' * 1_000)
    long.write_bytes(b'{"record":"event"}\n' * 1_500_000)
    program = (
        "import resource, sys; from pathlib import Path; from depotklaar.formats.siegfried import Siegfried;"
        "found = Siegfried(workers=1).identify([Path(p) for p in sys.argv[1:]]);"
        "print(*(o.puid for o in found), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    puids, peaks = set(), []
    for path in (short, long):
        run = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
        puid, peak = run.stdout.split()
        puids.add(puid)
        peaks.append(int(peak))
    assert len(puids) == 1
    assert peaks[1] - peaks[0] < 20_000


def test_a_broken_container_is_no_obstacle(docx, make, tmp_path):
    cut, noise = tmp_path / "half.docx", tmp_path / "ruis.doc"
    cut.write_bytes(docx.read_bytes()[:60])
    noise.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 8)
    found = Siegfried().identify([cut, make("png", "a.png"), noise])
    assert ["broken container" in opinion.warning for opinion in found] == [True, False, True]
    assert [opinion.puid for opinion in found] == ["UNKNOWN", "fmt/11", "UNKNOWN"]
