"""Bags as their own versions of BagIt have them: what the facts say where versions, systems and habits differ."""

import hashlib

import pytest

from depotklaar.rules.bag_facts import read_bag

EMPTY = hashlib.sha256(b"").hexdigest()
NFC, NFD = "data/caf\u00e9.txt", "data/cafe\u0301.txt"


def bag(version, lines, paths, **files):
    declaration = f"BagIt-Version: {version}\nTag-File-Character-Encoding: UTF-8\n".encode()
    manifest = "".join(f"{line}\n" if "  " in line else f"{EMPTY}  {line}\n" for line in lines).encode()
    named = {f"{name.replace('_', '-')}.txt": data for name, data in files.items()}
    return read_bag({"bagit.txt": declaration, "manifest-sha256.txt": manifest, **named}, paths)


def listed(facts):
    return list(facts.manifests[0].entries)


@pytest.mark.parametrize(
    ("version", "written", "paths", "meant"),
    [
        ("0.97", "data/a%0Ab.txt", ["data/a%0Ab.txt"], "data/a%0Ab.txt"),
        ("0.93", "data/a%0Ab.txt", ["data/a%0Ab.txt"], "data/a%0Ab.txt"),
        ("0.97", "data/a%0Ab.txt", ["data/a\nb.txt"], "data/a\nb.txt"),
        ("0.97", "data/a%0Ab.txt", [], "data/a\nb.txt"),
        ("0.97", "data/a%25.txt", ["data/a%25.txt", "data/a%.txt"], "data/a%25.txt"),
        ("1.0", "data/a%250Ab.txt", ["data/a%0Ab.txt"], "data/a%0Ab.txt"),
        ("1.0", "data/a%0Ab.txt", ["data/a%0Ab.txt"], "data/a\nb.txt"),
        ("1.0", "data/a%0d%0Ab.txt", ["data/a\r\nb.txt"], "data/a\r\nb.txt"),
    ],
)
def test_a_percent_sign_means_what_the_version_says_and_the_disk_shows(version, written, paths, meant):
    facts = bag(version, [written], paths)
    assert listed(facts) == [meant]
    assert facts.faults == facts.renamed == ()


@pytest.mark.parametrize(
    ("lines", "paths", "entries", "renamed"),
    [
        ([NFD], [NFC], [NFC], [("manifest-sha256.txt", NFD, NFC)]),
        ([NFC], [NFD], [NFD], [("manifest-sha256.txt", NFC, NFD)]),
        ([NFC, NFD], [NFC, NFD], [NFC, NFD], []),
        ([NFC, NFD], [NFC], [NFC], [("manifest-sha256.txt", NFD, NFC)]),
        ([NFC, f"{'0' * 64}  {NFD}"], [NFC], [NFC, NFD], []),
        ([NFD], ["data/CAF\u00c9.txt"], [NFD], []),
        (["data/CAFE.txt"], ["data/cafe.txt"], ["data/CAFE.txt"], []),
        ([NFD], [], [NFD], []),
    ],
    ids=["on disk NFC", "on disk NFD", "both", "one file, listed twice", "two checksums", "case", "ASCII", "absent"],
)
def test_a_name_in_another_unicode_form_is_the_same_name(lines, paths, entries, renamed):
    facts = bag("1.0", lines, paths)
    assert listed(facts) == entries
    assert list(facts.renamed) == renamed


@pytest.mark.parametrize("version", ["0.93", "0.94", "0.95"])
def test_the_first_versions_call_it_package_info(version):
    facts = bag(version, [], [], package_info=b"Payload-Oxum: 0.0\n", bag_info=b"no tag at all\n")
    assert (facts.info_path, facts.info, facts.faults) == ("package-info.txt", (("Payload-Oxum", "0.0"),), ())


@pytest.mark.parametrize("version", ["0.96", "0.97", "1.0"])
def test_later_versions_call_it_bag_info(version):
    facts = bag(version, [], [], package_info=b"no tag at all\n", bag_info=b"Payload-Oxum: 0.0\n")
    assert (facts.info_path, facts.info, facts.faults) == ("bag-info.txt", (("Payload-Oxum", "0.0"),), ())


@pytest.mark.parametrize(
    ("version", "line", "refused", "tolerated"),
    [
        ("0.97", "data/a", 0, 1),
        ("1.0", "data/a", 1, 0),
        ("0.97", f"{'0' * 64}  data/a", 1, 0),
        ("1.0", f"{'0' * 64}  data/a", 1, 0),
    ],
)
def test_a_path_listed_twice(version, line, refused, tolerated):
    facts = bag(version, ["data/a", line], ["data/a"])
    assert (len(facts.faults), len(facts.tolerated)) == (refused, tolerated)
    assert facts.manifests[0].entries["data/a"] == EMPTY


def test_habits_are_told_once_a_file():
    facts = bag("1.0", [f"{EMPTY}  *data/{n}" for n in range(50)] + [f"./data/x{n}" for n in range(50)], [])
    assert [path for path, _ in facts.tolerated] == ["manifest-sha256.txt"] * 2
    assert listed(facts)[0] == "data/0"
    assert listed(facts)[-1] == "data/x49"


@pytest.mark.parametrize("line", [f"{EMPTY}  *", f"{EMPTY}  ./", f"{EMPTY}   ", "# comment", EMPTY])
def test_a_line_without_a_path_is_refused(line):
    facts = bag("0.97", [f"{line}  " if "  " not in line else line], [])
    assert len(facts.faults) == 1
    assert listed(facts) == []
