"""Which single characters show."""

import pytest

from depotklaar.model.visibility import is_visible


@pytest.mark.parametrize("sign", ["a", "0", "-", ".", "\u0301", "\u6f22", "\U0001f469"])
def test_shows(sign):
    assert is_visible(sign)


@pytest.mark.parametrize("sign", [" ", "\t", "\u200b", "\u00ad", "\ufeff", "\ufe0f", "\u3164", "\u115f", "\u2800"])
def test_does_not_show(sign):
    assert not is_visible(sign)
