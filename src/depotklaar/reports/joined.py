"""Several reports in one document, for the forms that can hold more than one package."""

from collections.abc import Callable, Mapping, Sequence

from depotklaar.reports import json_report, junit_report, text_report


def _array(pages: Sequence[bytes]) -> bytes:
    return b"[\n" + b",\n".join(page.rstrip(b"\n") for page in pages) + b"\n]\n"


_JOINERS: Mapping[str, Callable[[Sequence[bytes]], bytes]] = {
    text_report.NAME: b"".join,
    json_report.NAME: _array,
    junit_report.NAME: junit_report.join,
}


def join_pages(form: str, pages: Sequence[bytes]) -> bytes | None:
    """One document of several pages of a form, the page itself when there is one; None when the form holds only one."""
    if len(pages) == 1:
        return pages[0]
    joiner = _JOINERS.get(form)
    return joiner(pages) if joiner else None
