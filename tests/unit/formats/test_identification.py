"""Whose opinion counts, and when a second one is asked."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from depotklaar.errors import ToolError
from depotklaar.formats.identification import identify_files
from depotklaar.model.format import Basis, Opinion


class Fake:
    """An identifier that knows the answers beforehand and remembers what it was asked."""

    def __init__(self, name: str, answers: dict[str, tuple[str, Basis]], version: str = "1") -> None:
        self.name = name
        self.answers = answers
        self.version = version
        self.asked: list[str] = []

    def versions(self) -> tuple[str, str]:
        return self.version, "125"

    def identify(self, paths: Sequence[Path]) -> list[Opinion]:
        self.asked += [path.name for path in paths]
        return [self._answer(*self.answers[path.name]) for path in paths if path.name in self.answers]

    def _answer(self, puid: str, basis: Basis) -> Opinion:
        fixed = {"name": "", "version": "", "mime": "", "warning": ""}
        return Opinion(
            tool=self.name, tool_version=self.version, signature_version="125", puid=puid, basis=basis, **fixed
        )


FIRST: dict[str, tuple[str, Basis]] = {
    "a.png": ("fmt/11", "signature"),
    "b.json": ("fmt/817", "extension"),
    "c.zip": ("x-fmt/263", "container"),
    "d.txt": ("x-fmt/111", "text"),
    "e": ("UNKNOWN", "none"),
    "f.svg": ("fmt/92", "xml"),
}
PATHS = [Path(name) for name in FIRST]


def fakes() -> tuple[Fake, Fake]:
    return Fake("first", FIRST), Fake("second", dict.fromkeys(FIRST, ("fmt/1", "signature")))


@pytest.mark.parametrize(
    ("policy", "asked"),
    [("without-signature", ["b.json", "d.txt", "e"]), ("always", list(FIRST)), ("never", [])],
)
def test_policy_says_when_the_second_is_asked(policy, asked):
    first, second = fakes()
    found = identify_files(PATHS, policy=policy, first=first, second=second)
    assert [f.puid for f in found] == [puid for puid, _ in FIRST.values()]
    assert second.asked == asked
    assert [path.name for path, f in zip(PATHS, found, strict=True) if f.second] == asked


def test_our_own_files_need_no_second_opinion():
    first, second = fakes()
    identify_files(PATHS, policy="always", ours=PATHS[1:], first=first, second=second)
    assert second.asked == ["a.png"]


def test_nothing_asked_nothing_loaded():
    first, second = fakes()
    assert identify_files([], first=first, second=second) == []
    assert first.asked == second.asked == []


@pytest.mark.parametrize(
    ("puid", "basis", "version"),
    [("fmt/11", "signature", ""), ("png", "signature", "1"), ("UNKNOWN", "text", "1"), ("fmt/1", "none", "1")],
)
def test_an_unsound_answer_stops_the_job(puid, basis, version):
    with pytest.raises(ToolError):
        identify_files([Path("a")], policy="never", first=Fake("first", {"a": (puid, basis)}, version))


def test_a_missing_answer_stops_the_job():
    with pytest.raises(ToolError) as caught:
        identify_files([Path("a")], policy="never", first=Fake("first", {}))
    assert "0 / 1" in str(caught.value)


def test_an_answer_from_the_name_is_a_hint_and_no_disagreement(make, odt):
    tweet, text, disputed, picture = identify_files(
        [make("json", "a.json"), make("txt", "a.txt"), odt, make("png", "a.png")]
    )
    assert tweet.second is not None
    assert (tweet.puid, tweet.second.puid, tweet.disagrees) == ("fmt/817", "fmt/1311", False)
    assert text.second is not None
    assert not text.disagrees
    assert picture.second is None
    assert disputed.first.puid == "x-fmt/263"


def test_two_readings_of_the_content_that_differ_are_a_disagreement(odt):
    [found] = identify_files([odt], policy="always")
    assert found.second is not None
    assert (found.puid, found.second.puid, found.disagrees) == ("x-fmt/263", "fmt/291", True)
