"""The programs in `benchmarks/` run; how fast is not asked here."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TINY = ("--messages", "30", "--media", "3", "--conversations", "2", "--runs", "1", "--jobs", "1")
PROGRAMS = {
    "main_job": (TINY, "ours / peers, with the copy"),
    "judge": (TINY, "ours / bagit"),
    "memory": (TINY, "growth"),
    "whatsapp_import": (("--lines", "60", "--runs", "1"), "lines/s"),
    "appraisal": (("--units", "60", "--runs", "1"), "proposals"),
    "startup": (("--runs", "1"), "depotklaar --help"),
}


def run(module, *words):
    return subprocess.run([sys.executable, "-m", module, *words], cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_benchmark_runs_and_leaves_nothing_behind(program, tmp_path):
    words, told = PROGRAMS[program]
    done = run(f"benchmarks.{program}", *words, "--folder", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert told in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_material_is_the_same_every_time(tmp_path):
    code = (
        "import sys; from pathlib import Path; from benchmarks.material import Amount, make_material;"
        "make_material(Path(sys.argv[1]), Amount(messages=20, media=2, media_bytes=700, conversations=2))"
    )
    made = []
    for name in ("een", "twee"):
        folder = tmp_path / name
        subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=True)
        made.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert made[0] == made[1]
    photographs = [data for path, data in made[0].items() if path.suffix == ".jpg"]
    assert [len(data) for data in photographs] == [700, 700]
