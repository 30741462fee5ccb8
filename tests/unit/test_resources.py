"""The door to profiles and schemas, in a checkout and from a zip."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from depotklaar import resources
from depotklaar.errors import ToolError

ROOT = Path(__file__).resolve().parents[2]


def test_what_comes_along_is_found_sorted() -> None:
    assert {"nationaal-archief", "nha"} <= set(resources.profile_names())
    assert list(resources.profile_names()) == sorted(resources.profile_names())
    assert "voorbeeld-ministerie" in resources.list_names()
    assert "mdto-waarderingen" in resources.vocabulary_names()


def test_the_bytes_are_those_of_the_file() -> None:
    assert resources.read_profile("nha") == (ROOT / "profiles" / "nha.toml").read_bytes()
    assert resources.read_schema("profiel-1.schema.json") == (ROOT / "schemas" / "profiel-1.schema.json").read_bytes()
    assert resources.read_data("nha.toml") == resources.read_profile("nha")


@pytest.mark.parametrize(
    "name", ["bestaat-niet.xsd", "../pyproject.toml", "/etc/passwd", "", "mdto//x", "a\\b", "mdto"]
)
def test_what_is_not_there_is_a_broken_installation(name: str) -> None:
    with pytest.raises(ToolError) as caught:
        resources.read_schema(name)
    assert "Installeer depotklaar opnieuw." in "\n".join(caught.value.lines("nl"))


def test_a_zip_serves_as_well_as_a_folder(tmp_path: Path) -> None:
    archive = tmp_path / "depotklaar.zip"
    with zipfile.ZipFile(archive, "w") as out:
        for name in ("__init__.py", "errors.py", "language.py", "resources.py"):
            out.write(ROOT / "src" / "depotklaar" / name, f"depotklaar/{name}")
        out.writestr("depotklaar/_data/schemas/a/b.txt", "gevonden")
        out.writestr("depotklaar/_data/profiles/proef.toml", "")
    program = "from depotklaar import resources as r; print(r.read_schema('a/b.txt'), r.profile_names())"
    done = subprocess.run(
        [sys.executable, "-S", "-c", program],
        env={"PYTHONPATH": str(archive)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "b'gevonden' ('proef',)"
