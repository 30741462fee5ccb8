"""The bag's own files as facts: what leads outside, what is malformed, and what is listed."""

from depotklaar.rules.bag_facts import find_algorithms, is_bag_file, keep_once, read_bag
from depotklaar.rules.interface import FileFacts

DIGEST = "0" * 64
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def read(declaration: bytes = DECLARATION, **files: bytes):
    named = {f"{name.replace('__', '-')}.txt": data for name, data in files.items()}
    return read_bag({"bagit.txt": declaration, **named})


def test_manifests_by_algorithm_with_decoded_paths():
    facts = read(manifest__sha256=f"{DIGEST}  data/a%0Ab%25.txt\n".encode())

    (manifest,) = facts.manifests
    assert (manifest.algorithm, manifest.payload, manifest.known) == ("sha256", True, True)
    assert dict(manifest.entries) == {"data/a\nb%.txt": DIGEST}
    assert facts.version == "1.0"
    assert facts.faults == ()


def test_paths_that_lead_out_are_kept_apart_from_other_faults():
    lines = [f"{DIGEST}  {path}" for path in ("/etc/x", "data/../../x", "~x", "C:/x", "bagit.txt")]
    facts = read(manifest__sha256="\n".join([*lines, "geen regel"]).encode())

    assert [line for _, _, line in facts.unsafe] == [1, 2, 3, 4, 5]
    assert [fault.line for _, fault in facts.faults] == [6]


def test_an_unknown_algorithm_is_known_to_be_unknown():
    (manifest,) = read(manifest__sha999=b"00  data/a\n").manifests

    assert not manifest.known


def test_what_bag_info_and_fetch_say():
    facts = read(bag__info=b"Contact-Name: Jansen\n", fetch=b"https://voorbeeld.example/a 1 data/a\n")

    assert facts.info_values("contact-name") == ("Jansen",)
    assert facts.fetch == ("data/a",)


def test_which_files_make_a_bag():
    paths = ["bagit.txt", "manifest-sha256.txt", "tagmanifest-sha512.txt", "data/manifest-md5.txt", "manifest-x.txt"]

    assert find_algorithms(paths) == ("sha256", "sha512")
    assert [path for path in paths if not is_bag_file(path)] == ["data/manifest-md5.txt"]


def test_what_is_known_already_is_kept_once():
    path, digest = "data/brief.txt", "ab" * 32
    line = f"{digest}  {path}\n".encode()
    bag = read_bag({"bagit.txt": DECLARATION, "manifest-sha256.txt": line}, [path])
    (listed,) = bag.manifests[0].entries

    same = keep_once(path, FileFacts(path="x", size=1, digests={"sha256": "".join(["a", "b"]) * 32, "md5": "cd"}), bag)
    other = keep_once(path, FileFacts(path="x", size=1, digests={"sha256": "cd" * 32}), bag)

    assert listed is path
    assert same.path is path
    assert same.digests == {"sha256": digest, "md5": "cd"}
    assert same.digests["sha256"] is bag.manifests[0].entries[path]
    assert other.digests == {"sha256": "cd" * 32}
    assert keep_once(path, FileFacts(path=path, size=1), None) == FileFacts(path=path, size=1)
