"""What broke others, in what is packaged."""

import zipfile

import pytest


@pytest.mark.parametrize("length", [255, 300])
def test_a_name_of_300_characters(package_source, tmp_path, length):
    """It is packaged under a shorter name, and the list of files keeps the one it had."""
    name = f"{'n' * length}.jpg"
    with zipfile.ZipFile(tmp_path / "WhatsApp-chat met Proef.zip", "w") as archive:
        archive.writestr("WhatsApp-chat met Proef.txt", "13-03-2023 09:00 - Alice: dag\n14-03-2023 09:00 - Bart: ja\n")
        archive.writestr(name, b"beeld")
    done = package_source("WhatsApp-chat met Proef.zip")
    assert done.code == 0, done.err
    files = [path for path in (tmp_path / "uit" / "PROEF-1").rglob("*") if path.is_file()]
    assert b"beeld" in {path.read_bytes() for path in files}
    assert all(len(path.name) <= 255 for path in files)
    (mapping,) = (path for path in files if path.name.endswith("bestandenlijst-0001.csv"))
    assert name in mapping.read_text("utf-8")
