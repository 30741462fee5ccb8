"""Every limit is an option, is named when it is hit with the option that raises it, and gives way when it is raised."""

import dataclasses
import gzip
import io
import json
import tarfile
import zipfile

import pytest

from depotklaar.errors import SourceError
from depotklaar.storage.guard import OPTIONS
from depotklaar.storage.opening import open_tree
from depotklaar.storage.tree import Limits

CHAT = "13-03-2023 09:00 - Alice: dag\n14-03-2023 09:00 - Bart: tot morgen\n"
DEEP = "a/b/c/d/e/f"
LONG = "n" * 60 + ".txt"
MUCH = bytes(range(256)) * (3 << 12)
# The option, a value that is too small for what `contents` holds, and one that is large enough.
ASKED = {
    "entries": (3, 10),
    "entry_size": (1_000, 10_000_000),
    "total_size": (1_000, 10_000_000),
    "ratio": (2, 10_000),
    "name_length": (40, 100),
    "depth": (3, 10),
}


def contents():
    return {
        "WhatsApp-chat met Proef.txt": CHAT.encode(),
        "veel.bin": MUCH,
        LONG: b"lang",
        f"{DEEP}/diep.txt": b"diep",
    }


def as_zip(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents().items():
            archive.writestr(name, data)


def as_tar(path):
    with tarfile.open(path, "w") as archive:
        for name, data in contents().items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


def as_gzipped_tar(path):
    as_tar(path)
    path.write_bytes(gzip.compress(path.read_bytes()))


def as_folder(path):
    for name, data in contents().items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)


FORMS = {"zip": as_zip, "tar": as_tar, "tar.gz": as_gzipped_tar, "folder": as_folder}
NOT_PACKED = {("ratio", "tar"), ("ratio", "folder")}
PAIRS = [(limit, form) for limit in ASKED for form in FORMS if (limit, form) not in NOT_PACKED]


def test_there_is_a_case_for_every_limit():
    names = {field.name for field in dataclasses.fields(Limits)}
    assert set(ASKED) == set(OPTIONS) == names
    assert dict(OPTIONS) == {name: f"--max-{name.replace('_', '-')}" for name in names}


@pytest.mark.parametrize(("limit", "form"), PAIRS)
def test_a_limit_is_named_when_it_is_hit(tmp_path, limit, form):
    path = tmp_path / "bron"
    FORMS[form](path)
    low, high = ASKED[limit]
    with pytest.raises(SourceError) as caught:
        open_tree(path, Limits(**{limit: low}))
    for language in ("nl", "en"):
        told = "\n".join(caught.value.lines(language))
        assert str(low) in told
        assert OPTIONS[limit] in told
    with open_tree(path, Limits(**{limit: high})) as tree:
        assert len(list(tree.entries())) == 4


@pytest.mark.parametrize("limit", ASKED)
@pytest.mark.parametrize("form", ["zip", "tar.gz"])
def test_judging_names_the_option(cli, tmp_path, limit, form):
    path, report = tmp_path / f"p.{form}", tmp_path / "oordeel.json"
    FORMS[form](path)
    low, high = ASKED[limit]
    for asked, refused in ((low, True), (high, False)):
        report.unlink(missing_ok=True)
        done = cli("validate", path, "--quiet", "--format", "json", "-o", report, OPTIONS[limit], asked)
        assert done.code == 1
        opened = [f for f in json.loads(report.read_bytes())["findings"] if f["rule"] == "CONTAINER-OPEN"]
        assert bool(opened) is refused
        assert all(OPTIONS[limit] in json.dumps(finding) for finding in opened)


@pytest.mark.parametrize("limit", ASKED)
def test_packaging_names_the_option(package_source, tmp_path, limit):
    as_zip(tmp_path / "WhatsApp-chat met Proef.zip")
    low, high = ASKED[limit]
    refused = package_source("WhatsApp-chat met Proef.zip", OPTIONS[limit], str(low))
    assert (refused.code, OPTIONS[limit] in refused.err) == (3, True)
    assert package_source("WhatsApp-chat met Proef.zip", OPTIONS[limit], str(high)).code == 0


@pytest.mark.parametrize("limit", ASKED)
def test_a_limit_below_one_is_no_limit(cli, tmp_path, limit):
    done = cli("validate", tmp_path, OPTIONS[limit], 0)
    assert done.code == 2
    assert OPTIONS[limit] in done.err
