"""Whole deliveries for the tests that look at whole packages: samples, and exports of the shared corpus."""

import shutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from depotklaar.api import package_delivery, validate_packages
from depotklaar.model.report import Report

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared"
NOW = "2026-05-01T08:00:00Z"

DELIVERY = """
schema = "depotklaar-aanlevering-1"
[aanlevering]
id = "{mark}"
titel = "Chatberichten van een proef"
soort = "overbrenging"
profiel = "nationaal-archief"
doellocatie = "2.99.009"
[archiefvormer]
naam = "Ministerie van Proeven"
kenmerk = "voorbeeld-mvp"
bron = "Voorbeeldregister van organisaties"
[contact]
naam = "Afdeling Informatiebeheer"
email = "informatiebeheer@example.nl"
[archief]
naam = "Archief van het ministerie van Proeven, chatberichten"
kenmerk = "MVP-CHAT"
[waardering]
selectielijst = "voorbeeld-ministerie"
categorie = "1.1"
besloten_door = "Archivaris"
datum = 2026-01-05
[beperking_gebruik]
label = "Nader te bepalen"
[[bron]]
pad = "{source}"
houder = "Alice"
tijdzone = "Europe/Amsterdam"
{rest}
"""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What one run left: `package` is the folder, zip or tar, `report` what the library returned."""

    out: Path
    mark: str
    package: Path
    pakbon: Path
    report: Report
    delivery: Path


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are rewritten on request only; a person reads the difference."""
    parser.addoption("--regolden", action="store_true", help="rewrite the golden files with what is made now")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the official schemas and the corpus that stands beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("no folder `shared` beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def delivery_text() -> Callable[..., str]:
    """Give the text of a small delivery file for one source, with more TOML behind its last table."""

    def text(source: str, mark: str = "PROEF-1", rest: str = "") -> str:
        return DELIVERY.format(source=source, mark=mark, rest=rest)

    return text


@pytest.fixture(scope="session")
def deliveries(tmp_path_factory: pytest.TempPathFactory, delivery_text: Callable[..., str]) -> Callable[[str], Path]:
    """Give the delivery file of a sample, or of `corpus:NAME`, an export of the shared corpus in its own folder."""
    made: dict[str, Path] = {}

    def delivery(name: str) -> Path:
        if not name.startswith("corpus:"):
            return SAMPLES / name / "aanlevering.toml"
        if name not in made:
            source = SHARED / "corpus" / "whatsapp-txt" / name.removeprefix("corpus:")
            if not source.is_dir():
                pytest.skip("no shared corpus beside the checkout")
            folder = tmp_path_factory.mktemp("corpus")
            ours = shutil.ignore_patterns("expected.json", "SOURCE.txt")
            shutil.copytree(source, folder / source.name, ignore=ours)
            made[name] = folder / "aanlevering.toml"
            made[name].write_text(delivery_text(source.name), "utf-8")
        return made[name]

    return delivery


@pytest.fixture(scope="session")
def deliver(tmp_path_factory: pytest.TempPathFactory, deliveries: Callable[[str], Path]) -> Callable[..., Outcome]:
    """Package a delivery once in each form; whoever asks for the same one shares it and must not change it."""
    made: dict[tuple[Any, ...], Outcome] = {}

    def run(name: str, profile: str = "nationaal-archief", container: str = "folder", *, bag: bool = True) -> Outcome:
        key = (name, profile, container, bag)
        if key not in made:
            out = tmp_path_factory.mktemp("out")
            made[key] = run_delivery(deliveries(name), out, profile=profile, container=container, bag=bag)
        return made[key]

    return run


@pytest.fixture(scope="session")
def package() -> Callable[..., Outcome]:
    """Package any delivery file anywhere."""
    return run_delivery


def run_delivery(delivery: Path, out: Path, *, container: str = "folder", now: str = NOW, **how: Any) -> Outcome:
    """Run the whole job in this process."""
    report = package_delivery(delivery, out, container=container, now=now, **how)  # type: ignore[arg-type]
    mark: str = tomllib.loads(delivery.read_text("utf-8"))["aanlevering"]["id"]
    suffix: Mapping[str, str] = {"folder": "", "zip": ".zip", "tar": ".tar"}
    return Outcome(
        out=out,
        mark=mark,
        package=out / f"{mark}{suffix[container]}",
        pakbon=out / f"{mark}.pakbon.xml",
        report=report,
        delivery=delivery,
    )


@pytest.fixture(scope="session")
def judge() -> Callable[..., Report]:
    """Judge one package; the pakbon beside it is taken when none is given."""

    def run(package: Path, *, pakbon: Path | None = None, profile: str = "nationaal-archief") -> Report:
        (report,) = validate_packages([package], profile=profile, pakbon=pakbon, now=NOW)
        return report

    return run
