"""Files, lines of manifests and values of the pakbon changed in a good package, closed again or not: all is found."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from depotklaar.jobs.corpus.closing import files_below, seal_bag, sums

GOOD = st.sampled_from(["by hand", "a sample"])
PLACE = st.integers(0, 1 << 20)
INFIX = ".bestand.mdto.xml"
MANIFEST, TAGMANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"


def nth(items, number):
    return items[number % len(items)]


def flip(data, number):
    at = number % len(data)
    return data[:at] + bytes([data[at] ^ (1 << number % 8)]) + data[at + 1 :]


def shorten(data, number):
    return data[: -(1 + number % len(data))]


def lengthen(data, number):
    return data + b"\n" * (1 + number % 3)


def insert(data, number):
    at = number % (len(data) + 1)
    return data[:at] + b"x" + data[at:]


def test_any_byte_that_changed_in_a_listed_file_is_found(spoilt, fixed):
    @fixed(60)
    @given(GOOD, PLACE, st.sampled_from([flip, shorten, lengthen, insert]), PLACE)
    def over(name, which, operation, number):
        with spoilt(name) as package:
            path = nth(files_below(package.root), which)
            file = package.root / path
            file.write_bytes(operation(file.read_bytes(), number))
            verdict = package.judge()
            assert not verdict.accepted
            if path == TAGMANIFEST:
                assert verdict.paths("PAKBON-HASH") == {package.pakbon.name}
            else:
                assert path in verdict.paths("BAG-CHECKSUM")

    over()


def drop_file(package, path, number):
    (package.root / path).unlink()
    return {"bagit.txt": {("BAG-DECLARATION", path)}, TAGMANIFEST: {("BAG-TAGMANIFEST", path)}}.get(
        path, {("BAG-MISSING", path)}
    )


def rename_file(package, path, number):
    other = f"{path.rpartition('/')[0]}/anders-{number}".lstrip("/")
    expected = drop_file(package, path, number)
    (package.root / other).write_bytes(b"x")
    if path.startswith("data/"):
        return expected | {("BAG-UNLISTED", other)}
    return expected | ({("BAG-TAG-UNLISTED", other)} if path not in (TAGMANIFEST, "bagit.txt") else set())


def double_file(package, path, number):
    other = f"data/dubbel-{number}"
    shutil.copyfile(package.root / path, package.root / other)
    return {("BAG-UNLISTED", other)}


def swap_files(package, path, number):
    here, there = package.root / path, package.root / nth(files_below(package.root), number)
    first, second = here.read_bytes(), there.read_bytes()
    here.write_bytes(second)
    there.write_bytes(first)
    if first == second or TAGMANIFEST in (path, there.name) or "bagit.txt" in (path, there.name):
        return set()
    return {("BAG-CHECKSUM", path), ("BAG-CHECKSUM", there.relative_to(package.root).as_posix())}


def drop_line(package, path, number):
    return lines_changed(package, lambda lines: lines.pop(number % len(lines)))


def double_line(package, path, number):
    return lines_changed(package, lambda lines: lines.append(nth(lines, number)))


def swap_lines(package, path, number):
    return lines_changed(package, lambda lines: lines.insert(0, lines.pop(1 + number % (len(lines) - 1))))


def other_sum(package, path, number):
    return lines_changed(package, lambda lines: lines.insert(0, "0" + lines.pop(0)[1:]))


def lines_changed(package, change):
    file = package.root / MANIFEST
    lines = file.read_text("utf-8").splitlines(keepends=True)
    before = list(lines)
    change(lines)
    file.write_text("".join(lines), "utf-8")
    return {("BAG-CHECKSUM", MANIFEST)} if lines != before else set()


OPEN = (drop_file, rename_file, double_file, swap_files, drop_line, double_line, swap_lines, other_sum)


def test_a_file_or_a_line_that_changed_is_found_by_the_rule_that_guards_it(spoilt, fixed):
    @fixed(70)
    @given(GOOD, PLACE, st.sampled_from(OPEN), PLACE)
    def over(name, which, operation, number):
        with spoilt(name) as package:
            expected = operation(package, nth(files_below(package.root), which), number)
            verdict = package.judge()
            assert expected <= set(verdict.found)
            assert not (expected and verdict.accepted)

    over()


def content_without_file(package, number):
    path = nth(package.content(), number)
    (package.root / path).unlink()
    return {("SIP-R44-ORPHAN", path + INFIX)}


def file_without_metadata(package, number):
    path = nth(package.content(), number)
    (package.root / (path + INFIX)).unlink()
    return {("SIP-R44", path)}


def folder_without_metadata(package, number):
    path = nth([path for path in package.sidecars() if not path.endswith(INFIX)], number)
    (package.root / path).unlink()
    return {("SIP-R43", path.rpartition("/")[0])}


def two_metadata_files(package, number):
    path = nth(package.content(), number)
    shutil.copyfile(package.root / (path + INFIX), package.root / f"{path}.mdto.xml")
    return {("SIP-R44-DOUBLE", f"{path}.mdto.xml"), ("MDTO-R2", None)}


def stranger(package, number):
    path = f"{nth(package.content(), number).rpartition('/')[0]}/vreemd-{number}.txt"
    (package.root / path).write_text("x", "utf-8")
    return {("SIP-R44", path)}


def stranger_folder(package, number):
    path = f"{nth(package.content(), number).rpartition('/')[0]}/vreemd-{number}"
    (package.root / path).mkdir()
    return {("SIP-R43", path)}


def other_content(package, number):
    path = nth(package.content(), number)
    (package.root / path).write_bytes(flip((package.root / path).read_bytes(), number))
    return {("MDTO-R39-VALUE", path)}


def longer_content(package, number):
    path = nth(package.content(), number)
    (package.root / path).write_bytes(lengthen((package.root / path).read_bytes(), number))
    return {("MDTO-R39-VALUE", path), ("MDTO-R7-SIZE", path)}


def no_content(package, number):
    path = nth(package.content(), number)
    (package.root / path).write_bytes(b"")
    return {("STRUCTURE-EMPTY-FILE", path), ("MDTO-R7-SIZE", path)}


def forbidden_name(package, number):
    path = nth(package.content(), number)
    folder, _, name = path.rpartition("/")
    other = f"{folder}/{nth('<>|?*&', number)}{name}"
    for suffix in ("", INFIX):
        (package.root / (path + suffix)).rename(package.root / (other + suffix))
    return {("SIP-R52", other)}


def metadata_of_another(package, number):
    first, second = nth(package.sidecars(), number), nth(package.sidecars(), number + 1)
    data = (package.root / first).read_bytes()
    (package.root / first).write_bytes((package.root / second).read_bytes())
    (package.root / second).write_bytes(data)
    return {(None, None)}


def object_twice(package, number):
    path = nth(package.content(), number)
    folder, _, name = path.rpartition("/")
    for suffix in ("", INFIX):
        shutil.copyfile(package.root / (path + suffix), package.root / f"{folder}/tweede-{name}{suffix}")
    return {("MDTO-R2", None)}


def broken_xml(package, number):
    path = nth(package.sidecars(), number)
    (package.root / path).write_bytes((package.root / path).read_bytes().rstrip()[:-1])
    return {("MDTO-XML", path)}


CLOSED = (
    *(content_without_file, file_without_metadata, folder_without_metadata, two_metadata_files, stranger),
    *(stranger_folder, other_content, longer_content, no_content, forbidden_name, metadata_of_another),
    *(object_twice, broken_xml),
)


@pytest.mark.parametrize("operation", CLOSED, ids=lambda operation: operation.__name__)
def test_what_is_wrong_is_found_in_a_bag_that_was_closed_again(spoilt, fixed, operation):
    @fixed(5)
    @given(GOOD, PLACE)
    def over(name, number):
        with spoilt(name) as package:
            expected = operation(package, number)
            package.close()
            verdict = package.judge()
            rules = {rule for rule, _ in verdict.found}
            assert not verdict.accepted
            assert {rule for rule, _ in expected if rule} <= rules
            assert {(rule, path) for rule, path in expected if path} <= set(verdict.found)
            assert not {rule for rule in rules if rule.startswith("BAG-")} - {"BAG-SECOND-OPINION"}
            assert "PAKBON-HASH" not in rules

    over()


def new_name(package, number):
    path = nth(package.content(), number)
    folder, _, name = path.rpartition("/")
    for suffix in ("", INFIX):
        (package.root / (path + suffix)).rename(package.root / f"{folder}/anders-{name}{suffix}")


def manifest_in_other_order(package, number):
    file = package.root / MANIFEST
    lines = file.read_text("utf-8").splitlines(keepends=True)
    at = number % len(lines)
    file.write_text("".join(lines[at:] + lines[:at]), "utf-8")


def manifest_in_capitals(package, number):
    file = package.root / MANIFEST
    lines = (line.split("  ", 1) for line in file.read_text("utf-8").splitlines())
    file.write_bytes("".join(f"{digest.upper()}\t{path}\r\n" for digest, path in lines).encode())


def second_manifest(package, number):
    payload = [path for path in files_below(package.root) if path.startswith("data/")]
    algorithm = nth(["sha512", "md5", "sha1"], number)
    (package.root / f"manifest-{algorithm}.txt").write_text(sums(package.root, payload, algorithm), "utf-8")


def more_info(package, number):
    with (package.root / "bag-info.txt").open("a", encoding="utf-8") as file:
        file.write("External-Description: nog iets\n  dat doorloopt\nContact-Name: Een ander\n")


def more_beside_data(package, number):
    (package.root / "overig").mkdir()
    (package.root / "overig" / "leesmij.txt").write_text("x", "utf-8")


def other_rights(package, number):
    for path in files_below(package.root):
        (package.root / path).chmod(0o444)


FREE = (manifest_in_other_order, manifest_in_capitals, second_manifest, more_info, more_beside_data, other_rights)


def test_a_change_that_breaks_no_rule_changes_nothing_in_the_verdict(spoilt, fixed):
    @fixed(30)
    @given(GOOD, st.booleans(), st.lists(st.sampled_from(FREE), min_size=1, max_size=3, unique=True), PLACE)
    def over(name, renamed, operations, number):
        with spoilt(name) as package:
            if renamed:
                new_name(package, number)
            package.close()
            for operation in sorted(operations, key=FREE.index):
                operation(package, number)
            (package.root / TAGMANIFEST).unlink()
            seal_bag(package.root, "utf-8")
            digest = sums(package.root, [TAGMANIFEST]).split(" ")[0]
            package.edit_pakbon("waarde", digest)
            verdict = package.judge()
            assert verdict.accepted
            assert verdict.found == package.before.found

    over()


@dataclass(frozen=True)
class Note:
    """A change of one value in the pakbon; `rule` is None when it breaks none."""

    element: str
    change: Callable[[str], str]
    rule: str | None
    rejects: bool = True


NOTES = (
    Note("kenmerk", lambda was: "", "PAKBON-R55"),
    Note("kenmerk", lambda was: "een-ander", "PAKBON-MARK", rejects=False),
    Note("pakket/naam", lambda was: "een-ander", "PAKBON-NAME"),
    Note("pakket/hash/waarde", lambda was: ("0" if was[0] != "0" else "1") + was[1:], "PAKBON-HASH"),
    Note("aantallen/informatieobjecten", lambda was: str(int(was) + 1), "PAKBON-R56"),
    Note("aantallen/bestanden", lambda was: str(int(was) - 1), "PAKBON-R56"),
    Note("aantallen/inhoudsbestanden", lambda was: "0", "PAKBON-R56"),
    Note("aantallen/inhoudsbytes", lambda was: was + "0", "PAKBON-R56"),
    Note("aangemaaktOp", lambda was: "2999-01-01T00:00:00Z", "PAKBON-FUTURE", rejects=False),
    Note("doellocatie", lambda was: "ergens anders", "PAKBON-TARGET", rejects=False),
    Note("organisatie", lambda was: " ", "PAKBON-R55"),
    Note("titel", lambda was: was + ", herzien", None),
    Note("contact/email", lambda was: "iemand@example.nl", None),
    Note("pakket/hash/waarde", str.upper, None),
)


@pytest.mark.parametrize("name", ["by hand", "a sample"])
@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"{note.element} {note.rule}")
def test_a_value_of_the_pakbon_that_is_wrong_is_found(spoilt, name, note):
    with spoilt(name) as package:
        tree = etree.parse(package.pakbon)
        element = tree.getroot().find("/".join(f"{{*}}{part}" for part in note.element.split("/")))
        element.text = note.change(element.text)
        tree.write(package.pakbon, xml_declaration=True, encoding="UTF-8")
        verdict = package.judge()
        assert {rule for rule, _ in verdict.added(package.before)} == ({note.rule} if note.rule else set())
        assert verdict.accepted == (note.rule is None or not note.rejects)
