"""What a packaging target gives: a sidecar beside each object, in one norm's form and under that norm's name."""

from collections.abc import Mapping
from typing import Protocol

from depotklaar.model.mdto import MdtoObject
from depotklaar.model.profile import Names


class Target(Protocol):
    """A maker of sidecars. The plan describes in MDTO's nouns; a target writes them in its own norm's words."""

    def sidecar_name(self, name: str, *, of_file: bool) -> str:
        """The name of the sidecar of a folder or file of that name."""

    def sidecar(self, described: MdtoObject) -> bytes:
        """The sidecar, checked against the norm's schema. PlanError says what in the description is not allowed."""


class TargetMaker(Protocol):
    """Makes a target for a receiver: how names must be, and the schemas by version, the first of which is written."""

    def __call__(self, *, names: Names, schemas: Mapping[str, bytes]) -> Target:
        """Return the target."""
