"""What a job tells while it runs: methods named after events, which do nothing unless a face fills them in."""

from depotklaar.language import Text


class Progress:
    """Hears of the work; the command line shows a bar, a pipeline plain lines, a test nothing."""

    def started(self, stage: Text, *, items: int | None = None, size: int | None = None) -> None:
        """A stage begins, with as many items and bytes as are known to come."""

    def advanced(self, *, items: int = 0, size: int = 0) -> None:
        """So many items and bytes more are done."""

    def finished(self) -> None:
        """The stage is over."""

    def noted(self, text: Text) -> None:
        """Something happened that the user wants to know (a staging folder cleared, a tool missing)."""
