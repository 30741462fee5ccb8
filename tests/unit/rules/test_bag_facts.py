"""The bag's own files, read strictly."""

from depotklaar.rules.bag_facts import ManifestReader, find_algorithms, is_bag_file

DIGEST = "0" * 64


def read(**files: bytes):
    reader = ManifestReader()
    for name, data in files.items():
        reader.add(name.replace("__", "-") + ".txt", data)
    return reader.facts()


def test_percent_signs_and_line_ends_are_decoded():
    facts = read(manifest__sha256=f"{DIGEST}  data/a%0Ab%25%0d.txt\r\n{DIGEST} *data/c.txt\n".encode())

    assert list(facts.manifests[0].entries) == ["data/a\nb%\r.txt", "data/c.txt"]
    assert facts.faults == ()


def test_a_percent_sign_of_another_kind_stays():
    facts = read(manifest__sha256=f"{DIGEST}  data/100%zeker%20.txt\n".encode())

    assert list(facts.manifests[0].entries) == ["data/100%zeker%20.txt"]


def test_paths_that_lead_out_are_kept_apart():
    lines = [f"{DIGEST}  {path}" for path in ("/etc/x", "data/../../x", "~x", "C:/x", "data\\..\\x", "data/%2e%2e")]
    facts = read(manifest__sha256="\n".join(lines).encode())

    assert [line for _, _, line in facts.unsafe] == [1, 2, 3, 4, 5]
    assert list(facts.manifests[0].entries) == ["data/%2e%2e"]


def test_digest_of_another_length_and_a_path_named_twice_are_faults():
    facts = read(manifest__sha256=f"{DIGEST}  data/a\n{DIGEST}  data/a\n{DIGEST[:-1]}  data/b\n".encode())

    assert [fault.line for _, fault in facts.faults] == [2, 3]


def test_labels_continue_on_indented_lines():
    facts = read(bag__info=b"External-Description: een\n  twee\nContact-Name: Jansen: secretaris\n")

    assert facts.info == (("External-Description", "een twee"), ("Contact-Name", "Jansen: secretaris"))
    assert facts.info_values("contact-name") == ("Jansen: secretaris",)


def test_declaration_with_byte_order_mark_or_other_version_is_a_fault():
    good = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

    assert read(bagit=good).version == "1.0"
    assert read(bagit=b"\xef\xbb\xbf" + good).faults
    assert read(bagit=good.replace(b"1.0", b"7.0")).faults
    assert read(bagit=good.replace(b"UTF-8", b"KOI8-R")).faults


def test_which_files_make_a_bag():
    paths = ["bagit.txt", "manifest-sha256.txt", "tagmanifest-SHA-512.txt", "data/manifest-md5.txt", "manifest-x.txt"]

    assert find_algorithms(paths) == ("sha256", "sha512")
    assert [path for path in paths if not is_bag_file(path)] == ["data/manifest-md5.txt"]
