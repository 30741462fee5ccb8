"""When an export is made again, with more messages, everything that was there keeps its name and identification."""

import re
import shutil
from pathlib import Path

import pytest

LINES = [
    "01-03-2023 09:00 - Berichten en oproepen worden end-to-end versleuteld.",
    '01-03-2023 09:00 - Alice heeft de groep "Dijkgroep" gemaakt',
    "13-03-2023 09:01 - Alice: Goedemorgen",
    "13-03-2023 09:02 - Bart: IMG-20230313-WA0001.jpg (bestand bijgevoegd)",
    "14-03-2023 10:00 - Bart: IMG-20230314-WA0002.jpg (bestand bijgevoegd)",
    "02-04-2023 11:00 - Alice: Tot morgen",
]
MORE = [
    "03-04-2023 08:00 - Bart: IMG-20230403-WA0001.jpg (bestand bijgevoegd)",
    "13-05-2023 09:00 - Carla: Ik ben er ook weer",
]
KENMERK = re.compile(rb"<identificatieKenmerk>(MVP-CHAT[^<]*)<")


@pytest.fixture
def export(tmp_path, delivery_text):
    """Lay an export down in a folder of its own and give its delivery file."""

    def lay(where: str, lines: list[str], mark: str = "PROEF-1") -> Path:
        folder = tmp_path / where / "WhatsApp-chat met Dijkgroep"
        folder.mkdir(parents=True)
        (folder / "WhatsApp-chat met Dijkgroep.txt").write_text("\n".join(lines) + "\n", "utf-8")
        for name in re.findall(r"IMG-\S+", "\n".join(lines)):
            picture = bytes.fromhex("ffd8ffe000104a46494600010100") + name.encode() + bytes.fromhex("ffd9")
            (folder / name).write_bytes(picture)
        delivery = tmp_path / where / "aanlevering.toml"
        delivery.write_text(delivery_text(folder.name, mark), "utf-8")
        return delivery

    return lay


def marks_of(folder: Path) -> dict[str, bytes]:
    """Each object's own identification by the path of its sidecar."""
    found = {}
    for path in folder.rglob("*.xml"):
        match = KENMERK.search(path.read_bytes())
        assert match
        found[path.relative_to(folder).as_posix()] = match[1]
    return found


def test_more_messages_change_no_name_and_no_identification(export, package, tmp_path):
    first = package(export("een", LINES), tmp_path / "uit een", profile="nha")
    second = package(export("twee", LINES + MORE), tmp_path / "uit twee", profile="nha")
    assert first.report.accepted and second.report.accepted
    before, after = (marks_of(made.package) for made in (first, second))
    assert before.items() <= after.items()
    assert len(after) > len(before)
    assert any("2023-05" in path for path in after.keys() - before.keys())
    assert len(set(after.values())) == len(after)


def test_a_later_delivery_has_other_names_for_nothing(export, package, tmp_path):
    first = package(export("een", LINES), tmp_path / "uit een")
    second = package(export("twee", LINES, "PROEF-2"), tmp_path / "uit twee", now="2027-01-01T00:00:00Z")
    assert marks_of(first.package) == marks_of(second.package)


def test_another_conversation_shares_no_identification(export, package, tmp_path):
    first = package(export("een", LINES), tmp_path / "uit een")
    other = export("twee", LINES)
    folder = other.parent / "WhatsApp-chat met Dijkgroep"
    (folder / "WhatsApp-chat met Dijkgroep.txt").rename(folder / "WhatsApp-chat met Sluisgroep.txt")
    shutil.move(folder, other.parent / "WhatsApp-chat met Sluisgroep")
    other.write_text(other.read_text("utf-8").replace("Dijkgroep", "Sluisgroep"), "utf-8")
    text = other.parent / "WhatsApp-chat met Sluisgroep" / "WhatsApp-chat met Sluisgroep.txt"
    text.write_text(text.read_text("utf-8").replace("Dijkgroep", "Sluisgroep"), "utf-8")
    second = package(other, tmp_path / "uit twee")
    before, after = (set(marks_of(made.package).values()) for made in (first, second))
    shared_marks = {mark for mark in before & after if b"documentatie" not in mark}
    assert all(re.fullmatch(rb"MVP-CHAT(-s-[0-9a-f]+)?", mark) for mark in shared_marks)
