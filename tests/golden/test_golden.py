"""What each sample becomes, held against what a person has read; `--regolden` rewrites it, to be read in a diff."""

import json
import re
from pathlib import Path

import pytest

from depotklaar.api import plan_delivery

SAMPLES = ("bewindspersonen-met-hotspot", "crisisgroep-genormaliseerd", "een-op-een-ios", "kernteam-android")
APPRAISED = "bewindspersonen-met-hotspot"
NOW = "2026-05-01T08:00:00Z"
HERE = Path(__file__).parent
HEXADECIMAL = re.compile(r"\b(?:[0-9a-f]{64}|[0-9a-f]{128})\b")
OWN_VERSION = re.compile(r"\bdepotklaar \d+(?:\.\d+)*\b")


@pytest.fixture
def golden(request):
    """Hold a text against the golden file of that name, or rewrite the file when that was asked for."""

    def compare(name: str, text: str) -> None:
        path = HERE / name
        if request.config.getoption("--regolden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
            return
        assert path.is_file(), f"no golden file {name}: run pytest --regolden and read the difference"
        assert text == path.read_bytes().decode("utf-8")

    return compare


def masked(text: str) -> str:
    """The text without what a new version of a tool changes; hashes of whole files depend on that too."""
    return HEXADECIMAL.sub("<hash>", OWN_VERSION.sub("depotklaar <version>", text))


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_plan(deliveries, golden, name):
    plan = plan_delivery(deliveries(name), now=NOW)
    golden(f"{name}/plan.json", masked(plan.as_json().rstrip("\n") + "\n"))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_tree(deliver, golden, name):
    out = deliver(name).out
    paths = [path.relative_to(out).as_posix() + ("/" if path.is_dir() else "") for path in out.rglob("*")]
    golden(f"{name}/tree.txt", "\n".join(sorted(paths)) + "\n")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_pakbon(deliver, golden, name):
    text = masked(deliver(name).pakbon.read_text("utf-8"))
    sizes = re.sub(r"(<inhoudsbytes>)\d+", r"\1<size>", text)
    golden(f"{name}/pakbon.xml", sizes)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_metadata_of_an_archiefstuk(deliver, golden, name):
    months = re.compile(r"-\d{4}-\d{2}\.mdto\.xml$")
    first = min(path for path in deliver(name).package.rglob("*.mdto.xml") if months.search(path.name))
    text = first.read_text("utf-8")
    golden(f"{name}/archiefstuk.mdto.xml", masked(text))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_data_version(deliver, golden, name):
    """A hash of the source stands in it, and the samples do not change by themselves."""
    first = min(deliver(name).package.rglob("*gegevensversie*.json"))
    golden(f"{name}/gegevensversie.json", first.read_bytes().decode("utf-8"))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_report(deliver, golden, name):
    made = deliver(name)
    report = json.loads((made.out / f"{made.mark}.report.json").read_bytes())
    report["tools"] = [{"name": tool["name"]} for tool in report["tools"]]
    report["counts"] = {key: value for key, value in report["counts"].items() if "bytes" not in key}
    golden(f"{name}/report.json", masked(as_json(report)))


@pytest.mark.parametrize("name", SAMPLES)
def test_what_was_left_out(deliver, golden, name):
    made = deliver(name)
    golden(f"{name}/weggelaten.csv", (made.out / f"{made.mark}.weggelaten.csv").read_bytes().decode("utf-8"))


def test_the_metadata_of_what_a_hotspot_keeps(deliver, golden):
    (path,) = deliver(APPRAISED).package.rglob("kees-dijkgraaf-*-2022-11-14.mdto.xml")
    golden(f"{APPRAISED}/hotspot.mdto.xml", masked(path.read_text("utf-8")))


@pytest.mark.parametrize("kind", ["verantwoording.csv", "vernietiging.csv"])
def test_the_account_of_what_was_appraised(deliver, golden, kind):
    made = deliver(APPRAISED)
    golden(f"{APPRAISED}/{kind}", (made.out / f"{made.mark}.{kind}").read_bytes().decode("utf-8"))


def test_no_golden_file_is_left_over():
    files = {path.relative_to(HERE).as_posix() for path in HERE.rglob("*") if path.is_file()}
    kinds = ("plan.json", "tree.txt", "pakbon.xml", "archiefstuk.mdto.xml", "gegevensversie.json", "report.json")
    known = {f"{name}/{kind}" for name in SAMPLES for kind in (*kinds, "weggelaten.csv")}
    known |= {f"{APPRAISED}/{kind}" for kind in ("hotspot.mdto.xml", "verantwoording.csv", "vernietiging.csv")}
    stray = {file for file in files if not file.endswith((".py", ".pyc"))} - known
    assert stray == set()
