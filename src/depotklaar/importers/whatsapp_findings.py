"""What the reader noticed, collected with a limit for each code, so that a strange file does not fill the memory."""

from depotklaar.importers.interface import noticed
from depotklaar.importers.whatsapp_notices.table import NOTICES
from depotklaar.model.conversation import SourceFinding

MOST_OF_A_CODE = 100


class FindingList:
    """Adds findings to a list, at most `MOST_OF_A_CODE` of each code; `close` tells how many there were in all."""

    def __init__(self) -> None:
        self.found: list[SourceFinding] = []
        self._counts: dict[str, int] = {}

    def add(self, code: str, event: str | None = None, evidence: str | None = None) -> None:
        """Add a finding; `evidence` never quotes a message."""
        count = self._counts[code] = self._counts.get(code, 0) + 1
        if count <= MOST_OF_A_CODE:
            self.found.append(noticed(NOTICES, f"whatsapp.{code}", event, evidence))

    def close(self) -> None:
        """Add one finding for each code of which there were too many to list."""
        for code, count in sorted(self._counts.items()):
            if count > MOST_OF_A_CODE:
                evidence = f"{NOTICES[f'whatsapp.{code}'].id} {count}"
                self.found.append(noticed(NOTICES, "whatsapp.more-than-listed", None, evidence))
        self._counts.clear()
