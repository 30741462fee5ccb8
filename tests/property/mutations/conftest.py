"""Good packages to be spoilt: copied, changed, closed again by hand or left as they are, and judged."""

import collections
import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from lxml import etree

from depotklaar.api import validate_packages
from depotklaar.jobs.corpus.building import build_case
from depotklaar.jobs.corpus.case import find_corpus, read_cases
from depotklaar.jobs.corpus.closing import files_below, seal_bag, sums

NOW = "2026-05-01T08:00:00Z"
MDTO = "{https://www.nationaalarchief.nl/mdto}"
SUFFIX = ".mdto.xml"
FIXED = {
    "deadline": None,
    "database": None,
    "derandomize": True,
    "phases": (Phase.explicit, Phase.generate),
    "report_multiple_bugs": False,
    "suppress_health_check": list(HealthCheck),
}


@dataclass(frozen=True)
class Verdict:
    """What the judge says: accepted or not, and each rule with path, how often."""

    accepted: bool
    found: collections.Counter[tuple[str, str | None]]
    severities: dict[str, str]

    def paths(self, rule: str) -> set[str | None]:
        return {path for name, path in self.found if name == rule}

    def added(self, before: "Verdict") -> set[tuple[str, str | None]]:
        return set(self.found - before.found)


class Spoilt:
    """A copy of a package, a bag in a folder with its pakbon beside it, that may be changed."""

    def __init__(self, root: Path, pakbon: Path, before: Verdict) -> None:
        self.root = root
        self.pakbon = pakbon
        self.before = before

    def sidecars(self) -> list[str]:
        return [path for path in files_below(self.root) if path.endswith(SUFFIX)]

    def content(self) -> list[str]:
        return [path for path in files_below(self.root) if path.startswith("data/") and not path.endswith(SUFFIX)]

    def tags(self) -> list[str]:
        return [path for path in files_below(self.root) if not path.startswith("data/")]

    def tree(self, path: str) -> Any:
        return etree.parse(self.root / path, etree.XMLParser(remove_blank_text=False))

    def put(self, path: str, tree: Any) -> None:
        (self.root / path).write_bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8"))

    def edit_pakbon(self, element: str, text: str) -> None:
        """Put another text in the first element of that name; no text is the empty one."""
        tree = etree.parse(self.pakbon)
        next(tree.iter(f"{{*}}{element}")).text = text
        self.pakbon.write_bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8"))

    def close(self) -> None:
        """Make bag and pakbon fit what now lies there, as somebody would who has nothing to hide."""
        payload = [path for path in files_below(self.root) if path.startswith("data/")]
        size = sum((self.root / path).stat().st_size for path in payload)
        info = (self.root / "bag-info.txt").read_text("utf-8")
        oxum = re.sub(r"Payload-Oxum: .*", f"Payload-Oxum: {size}.{len(payload)}", info)
        (self.root / "bag-info.txt").write_text(oxum, "utf-8")
        (self.root / "manifest-sha256.txt").write_text(sums(self.root, payload), "utf-8")
        (self.root / "tagmanifest-sha256.txt").unlink()
        seal_bag(self.root, "utf-8")
        content = self.content()
        sums_of_tags = (self.root / "tagmanifest-sha256.txt").read_bytes()
        self.edit_pakbon("waarde", hashlib.sha256(sums_of_tags).hexdigest())
        self.edit_pakbon("inhoudsbestanden", str(len(content)))
        self.edit_pakbon("inhoudsbytes", str(sum((self.root / path).stat().st_size for path in content)))
        kinds = collections.Counter(self._kinds())
        self.edit_pakbon("informatieobjecten", str(kinds["informatieobject"]))
        self.edit_pakbon("bestanden", str(kinds["bestand"]))

    def _kinds(self) -> Iterator[str]:
        for path in self.sidecars():
            try:
                yield etree.QName(self.tree(path).getroot()[0]).localname
            except (etree.XMLSyntaxError, IndexError, ValueError):
                continue

    def judge(self) -> Verdict:
        return judged(self.root, self.pakbon)


def judged(root: Path, pakbon: Path) -> Verdict:
    (report,) = validate_packages([root], pakbon=pakbon, now=NOW)
    return Verdict(
        accepted=report.accepted,
        found=collections.Counter((x.kind.id, x.place.path) for x in report.findings),
        severities={x.kind.id: x.severity.value for x in report.findings},
    )


@pytest.fixture(scope="session")
def good(
    deliver: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Path, Path, Verdict]]:
    """The package of a sample, and one that was written by hand; both as bags with a pakbon, both accepted."""
    corpus = find_corpus(None)
    case = next(one for one in read_cases(corpus, ["BAG-CHECKSUM"]) if one.title == "a sound bag")
    built = build_case(corpus, case, tmp_path_factory.mktemp("hand"))
    made = deliver("kernteam-android")
    places = {"by hand": (built.package, built.pakbon), "a sample": (made.package, made.pakbon)}
    found = {name: (root, pakbon, judged(root, pakbon)) for name, (root, pakbon) in places.items()}
    assert all(verdict.accepted for _, _, verdict in found.values())
    return found


@pytest.fixture(scope="session")
def spoilt(good: dict[str, tuple[Path, Path, Verdict]]) -> Callable[[str], Any]:
    """Give a copy of one of the good packages that is gone afterwards."""

    @contextmanager
    def copy(name: str) -> Iterator[Spoilt]:
        root, pakbon, before = good[name]
        with tempfile.TemporaryDirectory() as place:
            shutil.copytree(root, Path(place, root.name))
            shutil.copyfile(pakbon, Path(place, pakbon.name))
            yield Spoilt(Path(place, root.name), Path(place, pakbon.name), before)

    return copy


@pytest.fixture(scope="session")
def fixed() -> Callable[[int], Any]:
    """Settings for so many examples, always the same ones."""
    return lambda examples: settings(max_examples=examples, **FIXED)  # type: ignore[arg-type]
