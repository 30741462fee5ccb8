"""A file that is no TOML is refused with line, column and a sentence; a hostile one with a sentence too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from depotklaar.errors import ProfileError
from depotklaar.profiles.delivery import read_delivery

Content = dict[str, Any] | str | bytes
Faults = Callable[[Content], list[str]]

SYNTAX = {
    "no equals sign": ("a = 1\nsleutel waarde\n", "regel 2, kolom 9: Na een sleutel hoort een is-teken."),
    "no quotes": ("a = waarde\n", "regel 1, kolom 5: Hier staat geen geldige waarde. Zet tekst tussen"),
    "half quotes": ('a = "waarde\nb = 1\n', "regel 1, kolom 12: Deze tekst is niet afgesloten."),
    "open to the end": ('a = """waarde\n', "regel 2: Deze tekst is niet afgesloten."),
    "key twice": ("a = 1\na = 2\n", "regel 2, kolom 6: Deze sleutel staat er twee keer."),
    "table twice": ("[a]\n[a]\n", "regel 2, kolom 3: Deze tabel staat er twee keer."),
    "table and list": ("[a]\n[[a]]\n", "regel 2, kolom "),
    "Windows path": ('pad = "C:\\map"\n', "regel 1, kolom 12: Een backslash heeft een eigen betekenis."),
    "Windows user": ('pad = "C:\\Users"\n', "regel 1, kolom 12: Een backslash heeft een eigen betekenis."),
    "no such day": ("a = 2022-02-30\n", "regel 1, kolom 5: Deze datum bestaat niet."),
    "day first": ("a = 30-02-2022\n", "regel 1, kolom 7: Na deze waarde hoort een nieuwe regel."),
    "open list": ('a = ["x"\n', "regel 2: Een lijst of tabel is niet afgesloten."),
    "open bracket": ("[a\nb = 1\n", "regel 1, kolom 3: De haken van deze tabel sluiten niet."),
    "nothing of the kind": ("%PDF-1.7\n", "regel 1, kolom 1: Hier begint geen sleutel"),
    "control character": ('a = "\x07"\n', "regel 1, kolom 6: Hier staat een stuurteken."),
    "null byte": ("a = 1\0\n", "regel 1, kolom 6: Na deze waarde hoort een nieuwe regel."),
}

HOSTILE = {
    "deep list": "a = " + "[" * 100_000,
    "deep list, closed": "a = " + "[" * 400 + "]" * 400,
    "deep table": "a = " + "{a = " * 100_000,
    "long dotted key": ".".join("a" * 200_000) + " = 1\n",
    "long dotted table": "[" + " . ".join("a" * 200_000) + "]\n",
    "long number": "a = " + "9" * 100_000,
    "large file": "#" * (5 << 20),
}


@pytest.mark.parametrize("name", SYNTAX)
def test_the_fault_has_its_place(faults: Faults, name: str) -> None:
    text, expected = SYNTAX[name]
    told = faults(text)
    assert len(told) == 1
    assert told[0].startswith(expected), told


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_too_much_is_refused(faults: Faults, name: str) -> None:
    told = faults(HOSTILE[name])
    assert told == [": Dit bestand is te groot of te diep genest. Controleer of dit het juiste bestand is."]


@pytest.mark.parametrize("raw", [b'a = "caf\xe9"\n', b"\xff\xfea\x00", b"# \xed\xa0\x80\n"])
def test_what_is_no_utf8_is_refused_with_its_line(faults: Faults, raw: bytes) -> None:
    assert faults(b"schema = 1\n" + raw) == [
        "regel 2: Hier staat een teken dat geen UTF-8 is. Bewaar het bestand met codering UTF-8."
    ]


@pytest.mark.parametrize("text", ["", "\n# niets\n"])
def test_an_empty_file_lacks_everything(faults: Faults, text: str) -> None:
    assert len(faults(text)) == 8


def test_a_key_that_does_not_show_is_written_as_codes(faults: Faults) -> None:
    told = "\n".join(faults('"\\u202E\\u0007" = 1\n"{nl}" = 2\n'))
    assert "\\u202e\\u0007: Deze sleutel bestaat hier niet." in told
    assert "\u202e" not in told


def test_an_unreadable_file_is_no_crash(tmp_path: Path) -> None:
    with pytest.raises(ProfileError):
        read_delivery(tmp_path / ("a" * 300))
