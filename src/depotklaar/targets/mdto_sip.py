"""The national SIP: an MDTO sidecar for each object, checked against the XSD before it is written.

Source: MDTO SIP-specificatie (Nationaal Archief), structure and names; MDTO-XML 1.0.1 and 1.0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from depotklaar.errors import PlanError, Problem
from depotklaar.language import Text
from depotklaar.model.mdto import MdtoObject
from depotklaar.model.profile import Names
from depotklaar.standards.mdto.schema import MdtoSchema
from depotklaar.standards.mdto.writer import write_mdto
from depotklaar.standards.xml import parse_xml


@lru_cache(maxsize=8)
def _compiled(xsd: bytes) -> MdtoSchema:
    return MdtoSchema(xsd)


@dataclass(frozen=True, slots=True, kw_only=True)
class MdtoSip:
    """`schemas` leads from MDTO version to the bytes of its XSD; the first is written, all must hold."""

    names: Names
    schemas: Mapping[str, bytes]
    NAME: ClassVar[str] = "mdto-sip"

    def sidecar_name(self, name: str, *, of_file: bool) -> str:
        """`x.pdf.bestand.mdto.xml` beside a file, `naam.mdto.xml` within the folder of that name."""
        return f"{name}{self.names.file_infix if of_file else ''}{self.names.sidecar_suffix}"

    def sidecar(self, described: MdtoObject) -> bytes:
        """The MDTO document. PlanError names the element and what the schema expects there."""
        data = write_mdto(described, version=next(iter(self.schemas)))
        root = parse_xml(data)
        for version, xsd in self.schemas.items():
            schema = _compiled(xsd)
            if not schema.accepts(root):
                raise PlanError(_problems(described, version, schema, data))
        return data


def _problems(described: MdtoObject, version: str, schema: MdtoSchema, data: bytes) -> list[Problem]:
    place = f"{described.identificatie[0].kenmerk if described.identificatie else '?'} (MDTO {version})"
    return [
        Problem(
            place=f"{place} {fault.element}",
            text=fault.sentence,
            hint=Text(
                "Verbeter de waarde in de aanlevering, het profiel of de lijst waar zij vandaan komt.",
                "Mend the value in the delivery, the profile or the list that it comes from.",
            ),
        )
        for fault in schema.explain(data)
    ]
