"""The house stands as it was drawn: captions, sizes, names, tables, floors, and what travels in the wheel."""

import ast
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "src" / "depotklaar"
CATALOGUE = HOUSE / "catalogue.py"
RULE_TABLE = HOUSE / "rules" / "table.py"
CODE = sorted([*HOUSE.rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py"), *(ROOT / "samples").rglob("*.py")])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
FILLED = [path for path in CODE if path.name != "__init__.py"]
WINGS = ("importers", "renditions", "targets", "reports")
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared"}
TEXT_SUFFIXES = {".py", ".md", ".toml", ".json", ".xsd", ".html", ".css", ".j2", ".txt", ".cfg", ""}
MAX_FILE, MAX_FUNCTION = 350, 50


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def top_names(path: Path) -> set[str]:
    """What a module defines at its top: functions, classes and assigned names."""
    names = set()
    for node in tree_of(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return names


def catalogued(table: Path = CATALOGUE) -> set[str]:
    """Every module that the catalogue, or another table, imports, by its full name."""
    modules = set()
    for node in ast.walk(tree_of(table)):
        if isinstance(node, ast.ImportFrom) and node.module:
            modules |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
    return modules


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)


def methods_of_protocols(interface: Path) -> list[set[str]]:
    """For each Protocol of a wing's interface, the functions that a plug-in must have."""
    protocols = [
        node
        for node in tree_of(interface).body
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "Protocol" for base in node.bases)
    ]
    return [{item.name for item in functions_in(node) if not item.decorator_list} for node in protocols]


def functions_in(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [item for item in node.body if isinstance(item, ast.FunctionDef)]


def fits(path: Path, methods: set[str]) -> bool:
    """Whether a module, or a class at its top, has all these functions."""
    classes = [node for node in tree_of(path).body if isinstance(node, ast.ClassDef)]
    offers = [top_names(path), *({item.name for item in functions_in(node)} for node in classes)]
    return any(methods <= offer for offer in offers)


def plugins_of(wing: str) -> list[Path]:
    wanted = [methods for methods in methods_of_protocols(HOUSE / wing / "interface.py") if methods]
    modules = [path for path in (HOUSE / wing).glob("*.py") if path.name not in {"__init__.py", "interface.py"}]
    return [path for path in modules if any(fits(path, methods) for methods in wanted)]


def rule_modules() -> list[Path]:
    return sorted(path for path in (HOUSE / "rules").rglob("*.py") if {"KIND", "check"} <= top_names(path))


def rule_ids() -> list[str]:
    ids = []
    for path in rule_modules():
        match = re.search(r'^\s+id="([^"]+)"', path.read_text("utf-8"), re.MULTILINE)
        ids.append(match.group(1) if match else name_of(path))
    return ids


def texts() -> list[Path]:
    folders = ("src", "tests", "benchmarks", "samples", "docs", "profiles", "schemas", ".ci")
    loose = [path for path in ROOT.iterdir() if path.is_file() and path.name != "LICENSE"]
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    hidden = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
    kept = [path for path in [*loose, *found] if not hidden & set(path.parts)]
    return sorted(path for path in kept if path.suffix in TEXT_SUFFIXES and path.name != ".git")


@pytest.mark.parametrize("path", [*FILLED, *TESTS], ids=name_of)
def test_the_first_line_is_a_caption(path):
    assert path.read_text("utf-8").startswith(('"""', "#!")), "the first line says what the file is"


@pytest.mark.parametrize("path", [path for path in HOUSE.rglob("__init__.py") if path.parent != HOUSE], ids=name_of)
def test_nobody_enters_through_their_own_front_door(path):
    assert path.read_bytes() == b""


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=name_of)
def test_no_file_is_too_long(path):
    assert len(path.read_text("utf-8").splitlines()) <= MAX_FILE


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_no_function_is_too_long(path):
    functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in long.items() if lines > MAX_FUNCTION} == {}


def test_no_module_is_named_after_nothing():
    stems = {name_of(path): {path.stem, *path.relative_to(ROOT).parts[:-1]} for path in [*CODE, *TESTS]}
    assert {name: sorted(parts & BANNED_NAMES) for name, parts in stems.items() if parts & BANNED_NAMES} == {}


@pytest.mark.parametrize("wing", WINGS)
def test_every_plugin_of_a_wing_stands_in_the_catalogue(wing):
    plugins = plugins_of(wing)
    assert plugins, f"no module in {wing} fits its interface"
    assert sorted({module_of(path) for path in plugins} - catalogued()) == []


def test_every_rule_stands_in_its_table():
    rules = rule_modules()
    assert rules
    assert sorted({module_of(path) for path in rules} - catalogued(RULE_TABLE)) == []


def test_no_two_rules_share_an_id():
    ids = rule_ids()
    assert sorted(ids) == sorted(set(ids))


def test_every_rule_is_explained():
    explained = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert [rule for rule in rule_ids() if rule not in explained] == []


def test_every_rule_has_a_row_that_says_where_it_is_tested():
    rows = [line for line in (ROOT / "docs" / "rules.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    told = {line.split(" | ")[0].removeprefix("| ") for line in rows if "(../tests/corpus/" in line}
    assert set(rule_ids()) - told == set()


def test_every_numbered_requirement_has_a_rule_or_a_reason():
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    answered = {int(number) for number in re.findall(r"^\| [A-Z]+-R(\d+)", page, re.MULTILINE)}
    assert set(range(1, 65)) - answered == set()


def test_every_rule_has_its_cases():
    corpus = ROOT / "tests" / "corpus"
    bare = [rule for rule in rule_ids() if not (corpus / rule / "case.toml").is_file()]
    assert bare == []


def test_every_case_belongs_to_a_rule():
    corpus = ROOT / "tests" / "corpus"
    cases = {path.parent.name for path in corpus.glob("*/case.toml")}
    assert cases - set(rule_ids()) == set()


def test_nothing_is_left_for_later():
    marks = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
    assert [name_of(path) for path in texts() if marks.search(path.read_text("utf-8", "replace"))] == []


def test_no_path_of_one_machine_is_written_down():
    paths = re.compile(r"(?<![\w.~-])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me/\w+|tm" + r"p)/\w")
    assert [name_of(path) for path in texts() if paths.search(path.read_text("utf-8", "replace"))] == []


def test_the_floors_hold():
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_term_kept_in_dutch_is_in_the_glossary():
    kept = (
        "Informatieobject Bestand Waardering Bewaartermijn BeperkingGebruik Archiefvormer Aggregatieniveau "
        "Selectielijst Begrippenlijst Besluit Aanlevering Pakbon"
    )
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    assert [term for term in kept.split() if f"**{term}**" not in glossary] == []


@pytest.mark.slow
def test_schemas_and_profiles_travel_in_the_wheel(tmp_path):
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as content:
        packed = set(content.namelist())
    for folder in ("profiles", "schemas"):
        wanted = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert wanted
        names = {f"depotklaar/_data/{path.relative_to(ROOT).as_posix()}" for path in wanted}
        assert names - packed == set()
    corpus = ROOT / "tests" / "corpus"
    cases = [path for path in corpus.rglob("*") if path.suffix in {".toml", ".xml", ".txt", ".md"}]
    assert {f"depotklaar/_data/corpus/{path.relative_to(corpus).as_posix()}" for path in cases} - packed == set()
    assert not [name for name in packed if name.startswith("depotklaar/_data/") and name.endswith(".py")]
    data = [path for path in HOUSE.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    kept = [path for path in data if not any(part.startswith(".") for part in path.relative_to(HOUSE).parts)]
    assert {path.relative_to(HOUSE.parent).as_posix() for path in kept} - packed == set()
    assert any(name.endswith("licenses/LICENSE") for name in packed)
