"""Why the system refused, in both languages."""

import errno
import os

from depotklaar.language import Text
from depotklaar.storage.reasons import is_absence, reason_of, with_reason


def test_a_known_reason_is_told_in_both_languages():
    error = OSError(errno.ENOENT, os.strerror(errno.ENOENT))
    assert reason_of(error) == Text("er is niets op dit pad", "there is nothing at this path")
    assert with_reason(Text("kan niet: {reason}", "cannot: {reason}"), error).nl == "kan niet: er is niets op dit pad"
    assert is_absence(error)


def test_an_unknown_reason_is_told_in_the_words_of_the_system():
    assert reason_of(OSError(errno.EXDEV, "odd")) == Text("odd", "odd")
    assert reason_of(OSError()) == Text("OSError", "OSError")
    assert not is_absence(OSError())
