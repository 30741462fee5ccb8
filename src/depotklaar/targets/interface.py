"""What a packaging target gives: a sidecar beside each object, in one norm's form and under that norm's name."""

from typing import Protocol

from depotklaar.model.mdto import MdtoObject


class Target(Protocol):
    """A maker of sidecars. The plan describes in MDTO's nouns; a target writes them in its own norm's words."""

    @property
    def name(self) -> str:
        """What the target is called."""

    def sidecar_name(self, name: str, *, of_file: bool) -> str:
        """The name of the sidecar of a folder or file of that name."""

    def sidecar(self, described: MdtoObject) -> bytes:
        """The sidecar, checked against the norm's schema. PlanError says what in the description is not allowed."""
