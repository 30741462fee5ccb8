"""Paths from the command line and from standard input, whatever bytes their names are."""

import io
import os
from pathlib import Path

import pytest

from depotklaar.cli.named_paths import paths_of
from depotklaar.errors import UsageError


@pytest.fixture
def stdin(monkeypatch):
    def give(content):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    return give


def read(*named, from_stdin=False, null=False):
    return paths_of([Path(name) for name in named], from_stdin=from_stdin, null=null, place="x")


def test_named_paths_leave_standard_input_alone(stdin):
    stdin(b"niet lezen\n")

    assert read("a", "b") == [Path("a"), Path("b")]


def test_a_dash_and_the_option_read_lines(stdin):
    stdin(b"a b\r\n\nc")
    assert read("-") == [Path("a b"), Path("c")]

    stdin(b"c\n")
    assert read("a", from_stdin=True) == [Path("a"), Path("c")]


def test_null_characters_leave_line_ends_in_names(stdin):
    stdin(b"a\nb\0\xe9\0")

    assert [os.fsencode(path) for path in read("-", null=True)] == [b"a\nb", b"\xe9"]


def test_a_file_called_dash_has_a_folder(stdin):
    stdin(b"")

    assert read(f"{os.curdir}/-/x") == [Path("-/x")]


@pytest.mark.parametrize("named", [[], ["-"]])
def test_nothing_named_is_a_mistake(stdin, named):
    stdin(b"\n\n")

    with pytest.raises(UsageError):
        read(*named, from_stdin=bool(named))
