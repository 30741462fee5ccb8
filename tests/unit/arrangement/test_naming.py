"""Names: safe everywhere, short, and never two alike."""

import re

from hypothesis import given
from hypothesis import strategies as st

from depotklaar.arrangement.naming import digest_of, safe_extension, shown_name, slug
from depotklaar.arrangement.outline import NameBook

SAFE = re.compile(r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$")


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_a_slug_is_safe_and_short(text, length):
    name = slug(text, length)
    assert SAFE.match(name)
    assert len(name) <= max(length, 5) + 2


def test_slugs_people_can_read():
    assert slug("Crisisteam 'Hoogwater' – Één", 40) == "crisisteam-hoogwater-een"
    assert slug("مجموعة", 40) == "x"
    assert slug("CON", 14) == "con-x"


@given(st.text())
def test_an_extension_is_safe_or_absent(name):
    assert re.match(r"^(\.[a-z0-9]{1,8})?$", safe_extension(name))


def test_extensions():
    assert [safe_extension(n) for n in ("A.JPG", "x.tar.gz", ".bashrc", "DOC-1.", "a.b c", "a.bestand", "geen")] == [
        *(".jpg", ".gz", "", "", "", ".bestand", ""),
    ]


def test_parts_are_not_run_together():
    assert digest_of("a", "bc", length=12) != digest_of("ab", "c", length=12)
    assert digest_of("a\x1f", "b", length=12) != digest_of("a", "\x1fb", length=12)


def test_a_name_is_never_given_twice():
    book = NameBook()
    names = [book.claim("kernteam", str(n)) for n in range(9000)]
    assert len({name.casefold() for name in names}) == 9000


def test_a_name_that_nobody_can_see_is_shown_by_its_code_points():
    assert shown_name("\u200b\ufeff") == "U+200B U+FEFF"
    assert shown_name("\u200bRiet") == "\u200bRiet"
    assert shown_name(" ") == "U+0020"
    assert shown_name("") == "zonder naam"
