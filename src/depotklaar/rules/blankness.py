"""What a reader would see as nothing: white space, and characters that leave no mark on paper."""

from depotklaar.model.visibility import is_visible


def is_blank(text: str | None) -> bool:
    """Whether a text shows nothing at all; None and the empty text show nothing."""
    left = text.strip() if text else ""
    first = left[:1]
    if first.isascii() and first.isalnum():
        return False
    return not any(map(is_visible, left))
