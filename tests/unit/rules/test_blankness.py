"""What shows nothing, and what does."""

import pytest

from depotklaar.rules.blankness import is_blank


@pytest.mark.parametrize(
    "text", [None, "", " \t\n", "\u200b", "\u200b\u200d\ufeff \u00ad", "\u3164\uffa0", "\u2800", "\ufe0f"]
)
def test_nothing_to_see(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "\u200ba", "-", "\U0001f469\u200d\U0001f4bb", "\u0301", "\u6f22"])
def test_something_to_see(text):
    assert not is_blank(text)
