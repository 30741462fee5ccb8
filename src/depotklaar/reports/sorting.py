"""The one script that a page of ours may hold: it lets tables be sorted, asks nothing of anyone, and can be missed.

A page allows it by its hash (Content Security Policy, level 2, 6.6.2), so that nothing else can run in the page.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


@cache
def sort_script() -> "tuple[Markup, str]":
    """Return the script as it stands in the page, and the source expression that allows it: `'sha256-...'`."""
    from markupsafe import Markup

    text = files("depotklaar.reports").joinpath("templates", "sort.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Markup(text), f"'sha256-{digest}'"  # noqa: S704 - our own file, not what came from a package
