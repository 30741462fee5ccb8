"""Whatever changes in a package after it was made is found, and named by rule and path: folder, zip and tar."""

import shutil
import tarfile
import zipfile

import pytest

SAMPLE = "kernteam-android"
FORMS = [(container, bag) for container in ("folder", "zip", "tar") for bag in (True, False)]


def flip(path, at=None):
    """Change one bit in the middle of a file, or at the first place of some bytes."""
    data = bytearray(path.read_bytes())
    place = len(data) // 2 if at is None else data.index(at)
    data[place] ^= 1
    path.write_bytes(data)
    return path


def one(root, pattern):
    return sorted(root.rglob(pattern))[0]


def removed(path):
    path.unlink()
    return path


def renamed(path, name):
    path.rename(path.with_name(name))
    return path


def added(path):
    path.write_bytes(b"erbij")
    return path


def folder_removed(root):
    folder = one(root, "*2023-04")
    victim = one(folder, "*.opus")
    shutil.rmtree(folder)
    return victim


def swapped(root):
    """Give two pictures each other's content."""
    first, second = sorted(root.rglob("*.jpg"))[:2]
    one_content, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one_content)
    return second


ANYWHERE = {
    "a medium, one bit": (lambda root: flip(one(root, "*.jpg")), "BAG-CHECKSUM", "MDTO-R39"),
    "a medium, one byte longer": (lambda root: longer(one(root, "*.opus")), "BAG-CHECKSUM", "MDTO-R7-SIZE"),
    "two media swapped": (swapped, "BAG-CHECKSUM", "MDTO-R39"),
    "the export": (lambda root: flip(one(root, "*bron-0001.txt")), "BAG-CHECKSUM", "MDTO-R39"),
    "a data version": (lambda root: flip(one(root, "*json.json"), b"body"), "BAG-CHECKSUM", "MDTO-R39"),
    "a sidecar, a tag": (lambda root: flip(one(root, "*.jpg.bestand.mdto.xml"), b"naam>"), "BAG-CHECKSUM", "MDTO-XML"),
    "a sidecar, a size": (lambda root: flip(one(root, "*.jpg.*.xml"), b"</omvang"), "BAG-CHECKSUM", "MDTO-XML"),
    "a medium removed": (lambda root: removed(one(root, "*.pdf")), "BAG-MISSING", "SIP-R44-ORPHAN"),
    "a sidecar of a file removed": (lambda root: removed(one(root, "*.pdf.*.xml")), "BAG-MISSING", "SIP-R44"),
    "a sidecar of a folder removed": (lambda root: removed(one(root, "*2023-04.mdto.xml")), "BAG-MISSING", "SIP-R43"),
    "a folder removed": (folder_removed, "BAG-MISSING", "MDTO-R29"),
    "a file added": (lambda root: added(one(root, "*.pdf").with_name("erbij.txt")), "BAG-UNLISTED", "SIP-R44"),
    "an empty file added": (lambda root: empty(one(root, "*.pdf").with_name("leeg.txt")), "BAG-UNLISTED", "SIP-R44"),
    "a medium renamed": (lambda root: renamed(one(root, "*.pdf"), "anders.pdf"), "BAG-MISSING", "SIP-R44-ORPHAN"),
    "a name in capitals": (lambda root: renamed(one(root, "*.webp"), "X.WEBP"), "BAG-MISSING", "SIP-R44-ORPHAN"),
}
BARE_NAMES = {
    "a sidecar of a file removed": lambda path: path.removesuffix(".bestand.mdto.xml"),
    "a sidecar of a folder removed": lambda path: path.rpartition("/")[0],
    "a folder removed": lambda path: path.split("/")[-2][-7:],
}
IN_A_BAG = {
    "a manifest, one bit of a checksum": (lambda root: flip(root / "manifest-sha256.txt", b"  data"), "BAG-"),
    "a tag manifest": (lambda root: flip(one(root, "tagmanifest-*.txt")), "BAG-"),
    "bag-info": (lambda root: flip(root / "bag-info.txt", b"Ministerie"), "BAG-CHECKSUM"),
    "the declaration": (lambda root: flip(root / "bagit.txt", b"1.0"), "BAG-"),
    "a manifest removed": (lambda root: removed(root / "manifest-sha256.txt"), "BAG-"),
    "bag-info removed": (lambda root: removed(root / "bag-info.txt"), "BAG-MISSING"),
    "the tag manifest removed": (lambda root: removed(root / "tagmanifest-sha256.txt"), "BAG-TAGMANIFEST"),
}


def longer(path):
    path.write_bytes(path.read_bytes() + b"\0")
    return path


def empty(path):
    path.touch()
    return path


@pytest.fixture
def tampered(deliver, tmp_path):
    """Change a copy of the package's tree and close it again in the same form, its pakbon beside it."""

    def tamper(change, container, bag):
        made = deliver(SAMPLE, container=container, bag=bag)
        tree = tmp_path / "open" / made.mark
        shutil.copytree(deliver(SAMPLE, bag=bag).package, tree)
        victim = change(tree)
        closed = tmp_path / made.package.name
        if container == "folder":
            shutil.move(tree, closed)
        elif container == "zip":
            with zipfile.ZipFile(closed, "w") as content:
                for path in sorted(tree.rglob("*")):
                    content.write(path, path.relative_to(tree.parent).as_posix())
        else:
            with tarfile.open(closed, "w") as content:
                content.add(tree, arcname=tree.name)
        shutil.copy(made.pakbon, tmp_path)
        return closed, victim.relative_to(tree).as_posix()

    return tamper


def said(report):
    """Errors and warnings: the rule, the place and the sentence of each."""
    return [(f.kind.id, f.place.path or "", f.sentence("en")) for f in report.findings if f.severity.value != "info"]


def names(errors, rule, path):
    """Whether a rule names a path, as its place or in its sentence."""
    return any(found.startswith(rule) and (path in place or path in sentence) for found, place, sentence in errors)


@pytest.mark.parametrize(("container", "bag"), FORMS, ids=lambda value: {True: "bag", False: "bare"}.get(value, value))
@pytest.mark.parametrize("fault", ANYWHERE)
def test_a_change_in_the_tree_is_found_and_named(tampered, judge, fault, container, bag):
    change, in_bag, bare = ANYWHERE[fault]
    package, path = tampered(change, container, bag)
    report = judge(package)
    errors = said(report)
    assert not report.accepted
    named = path if bag else BARE_NAMES.get(fault, lambda whole: whole)(path)
    assert names(errors, in_bag if bag else bare, named), (named, errors)
    assert any(rule == "PAKBON-HASH" for rule, *_ in errors) is (container != "folder" or not bag), errors


@pytest.mark.parametrize("container", ["folder", "zip", "tar"])
@pytest.mark.parametrize("fault", IN_A_BAG)
def test_a_change_around_the_tree_is_found_and_named(tampered, judge, fault, container):
    change, rule = IN_A_BAG[fault]
    package, path = tampered(change, container, True)
    report = judge(package)
    errors = said(report)
    assert not report.accepted
    assert names(errors, rule, path), (path, errors)


@pytest.mark.parametrize("container", ["folder", "zip", "tar"])
def test_a_tag_file_that_was_added_is_named_although_a_bag_may_hold_it(tampered, judge, container):
    package, path = tampered(lambda root: added(root / "erbij.txt"), container, True)
    report = judge(package)
    assert names(said(report), "BAG-TAG-UNLISTED", path)
    assert report.accepted is (container == "folder")


@pytest.mark.parametrize("container", ["folder", "zip", "tar"])
def test_bag_info_changed_behind_a_tag_manifest_that_is_gone(tampered, judge, container):
    def change(root):
        removed(root / "tagmanifest-sha256.txt")
        return flip(root / "bag-info.txt", b"Ministerie")

    package, _ = tampered(change, container, True)
    report = judge(package)
    errors = said(report)
    assert not report.accepted
    assert names(errors, "BAG-TAGMANIFEST", "tagmanifest-sha256.txt"), errors
    assert any(rule == "PAKBON-HASH" for rule, *_ in errors), errors


@pytest.mark.parametrize("container", ["folder", "zip", "tar"])
def test_a_whole_bag_made_anew_around_other_content_still_fails_the_pakbon(tampered, judge, container):
    bagit = pytest.importorskip("bagit")

    def change(root):
        flip(root / "bag-info.txt", b"Ministerie")
        bag = bagit.Bag(str(root))
        bag.save(manifests=True)
        return root / "bag-info.txt"

    package, _ = tampered(change, container, True)
    assert any(rule == "PAKBON-HASH" for rule, *_ in said(judge(package)))


CHECKABLE = (
    "algoritme",
    "waarde",
    "grondslag",
    *("informatieobjecten", "bestanden", "inhoudsbestanden", "inhoudsbytes"),
)


def places_to_flip(text):
    """The last byte of each value of a pakbon that a judge can check, and a byte of a tag."""
    yield text.index(b"</pakbon>") + 3
    yield text.index(b"</naam>", text.index(b"<pakket>")) - 1
    for name in CHECKABLE:
        yield text.index(f"</{name}>".encode()) - 1


@pytest.mark.parametrize(("container", "bag"), FORMS, ids=lambda value: {True: "bag", False: "bare"}.get(value, value))
def test_every_flipped_value_of_the_pakbon_is_found(deliver, judge, tmp_path, container, bag):
    made = deliver(SAMPLE, container=container, bag=bag)
    text = made.pakbon.read_bytes()
    copy = tmp_path / made.pakbon.name
    missed = []
    for place in places_to_flip(text):
        data = bytearray(text)
        data[place] ^= 1
        copy.write_bytes(data)
        errors = said(judge(made.package, pakbon=copy))
        if not any(rule.startswith("PAKBON") for rule, *_ in errors):
            missed.append(bytes(data[place - 30 : place + 30]))
    assert missed == []


@pytest.mark.parametrize("container", ["zip", "tar"])
def test_one_flipped_byte_anywhere_in_a_container_is_found(deliver, judge, tmp_path, container):
    made = deliver(SAMPLE, container=container)
    data = made.package.read_bytes()
    shutil.copy(made.pakbon, tmp_path)
    copy = tmp_path / made.package.name
    for step in range(12):
        changed = bytearray(data)
        changed[(len(data) - 1) * step // 11] ^= 1
        copy.write_bytes(changed)
        report = judge(copy)
        assert not report.accepted
        assert any(f.kind.id.startswith(("PAKBON-HASH", "CONTAINER")) for f in report.findings), step


@pytest.mark.parametrize("cut", [0, 1, 100, -1, -1024])
@pytest.mark.parametrize("container", ["zip", "tar"])
def test_a_container_that_arrived_in_part_is_found(deliver, judge, tmp_path, container, cut):
    made = deliver(SAMPLE, container=container)
    shutil.copy(made.pakbon, tmp_path)
    copy = tmp_path / made.package.name
    copy.write_bytes(made.package.read_bytes()[:cut])
    assert not judge(copy).accepted
