"""The documents hold: links lead somewhere, modules and options that are named exist, codes are those of the tool."""

import argparse
import re
from pathlib import Path

import pytest

from depotklaar.cli.help import EXIT_CODES
from depotklaar.cli.main import make_parser

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("*.md", "docs/**/*.md", "samples/**/*.md")
DOCUMENTS = sorted({path for place in PLACES for path in ROOT.glob(place)})
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)", re.MULTILINE)
FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
COMMAND = re.compile(r"^(?:\$ |    )?(?:\.venv/bin/)?depotklaar (?P<verb>[a-z]+)\b(?P<rest>.*)$", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
OF_OTHERS = {"--strict", "--regolden", "--help", "-p", "-r", "--version"}
MODULE = re.compile(r"(?:[a-z_]+/)+[a-z_]+\.py")
SOURCE = ROOT / "src" / "depotklaar"
MACHINE = re.compile(r"(?<![\w.~-])/(?:work|root|home|tmp|usr|var|mnt)/|[A-Z]:\\\\")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(text: str) -> set[str]:
    """The anchors of a document's headings, as they are made where it is shown."""
    heads = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def verbs() -> dict[str, argparse.ArgumentParser]:
    parser = make_parser("nl")
    (action,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return dict(action.choices)


def options_of(verb: str) -> set[str]:
    return set(OPTION.findall(" ".join(helps_of(verbs()[verb]))))


def helps_of(parser: argparse.ArgumentParser) -> list[str]:
    """The help of a command and of the commands in it."""
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return [
        parser.format_help(),
        *(text for action in inner for one in action.choices.values() for text in helps_of(one)),
    ]


def without_strings(words: str) -> str:
    return re.sub(r"\"[^\"]*\"|'[^']*'", "", words)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_leads_somewhere(document):
    broken = []
    for target in LINK.findall(FENCE.sub("", document.read_text("utf-8"))):
        if target.startswith(("https://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        found = (document.parent / path).resolve() if path else document
        if not found.exists() or (anchor and anchor not in anchors(found.read_text("utf-8"))):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_command_that_is_shown_takes_its_options(document):
    text = document.read_text("utf-8")
    shown = "\n".join((*FENCE.findall(text), *SPAN.findall(text)))
    wrong = []
    for match in COMMAND.finditer(shown):
        verb, rest = match["verb"], without_strings(match["rest"].partition(" #")[0])
        known = options_of(verb) if verb in verbs() else set()
        wrong += [match[0] for option in OPTION.findall(rest) if option not in known]
        wrong += [match[0]] if verb not in verbs() else []
    assert wrong == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_option_that_is_named_is_one_of_some_command(document):
    known = set().union(OF_OTHERS, *map(options_of, verbs()))
    spans = SPAN.findall(FENCE.sub("", document.read_text("utf-8")))
    named = [option for span in spans if span.startswith("-") for option in OPTION.findall(without_strings(span))]
    assert [option for option in named if option not in known] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_no_document_names_a_place_on_one_machine(document):
    assert MACHINE.findall(document.read_text("utf-8")) == []


def test_every_module_on_the_walk_exists():
    text = (ROOT / "docs" / "walk.md").read_text("utf-8")
    named = [name for span in SPAN.findall(text) for name in MODULE.findall(span) if "<" not in span]
    assert len(named) > 15
    assert [name for name in named if not (SOURCE / name).is_file() and not (ROOT / name).is_file()] == []


def test_every_name_on_the_walk_stands_in_its_module():
    text = (ROOT / "docs" / "walk.md").read_text("utf-8")
    for module, name in re.findall(r"`((?:[a-z_]+/)+[a-z_]+|api|catalogue)\.([A-Za-z_]+)(?:\.[a-z_]+)?`", text):
        path = SOURCE / f"{module}.py"
        if name == "py":
            continue
        assert re.search(rf"^(?:def |class )?{name}\b", path.read_text("utf-8"), re.MULTILINE), f"{module}.{name}"


def test_the_exit_codes_in_the_readme_are_those_of_the_tool():
    text = (ROOT / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+?) \|$", text, re.MULTILINE)
    assert [(int(code), meaning) for code, meaning in rows] == [(code, words.en) for code, words in EXIT_CODES]


def test_the_library_example_in_the_readme_runs(tmp_path, monkeypatch):
    (block,) = re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    values: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), values)
    assert (tmp_path / "out" / "WL-2024-003").is_dir()


def test_every_dutch_noun_of_the_model_is_in_the_glossary():
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8").lower()
    classes = [
        name
        for module in ("mdto", "delivery", "profile", "pakbon", "selectielijst", "appraisal")
        for name in re.findall(r"^class (\w+)", (SOURCE / "model" / f"{module}.py").read_text("utf-8"), re.MULTILINE)
    ]
    english = {"Term", "VocabularyTerm", "Names", "RestrictionList", "SelectionEntry"}
    dutch = [name for name in classes if name not in english]
    assert [name for name in dutch if f"**{name.lower()}**" not in glossary] == []
