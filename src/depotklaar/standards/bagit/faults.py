"""What can be wrong in the tag files of a bag, as codes with a sentence in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from depotklaar.language import Text

BagFaultCode = Literal[
    "declaration-form",
    "version-missing",
    "version-unknown",
    "encoding-missing",
    "encoding-unknown",
    "byte-order-mark",
    "not-encoded",
    "line-too-long",
    "line-form",
    "path-outside",
    "path-not-payload",
    "path-not-tag",
    "path-not-encoded",
    "path-twice",
    "checksum-length",
    "info-form",
    "fetch-form",
    "mark-superfluous",
    "declaration-more",
    "path-again",
    "asterisk",
    "dot-slash",
    "more",
]

SENTENCES: Mapping[BagFaultCode, Text] = {
    "declaration-form": Text(
        "bagit.txt hoort uit precies twee regels te bestaan, zonder extra witruimte: {detail}",
        "bagit.txt has to consist of exactly two lines, without extra white space: {detail}",
    ),
    "version-missing": Text("de versie van BagIt ontbreekt", "the version of BagIt is missing"),
    "version-unknown": Text("onbekende versie van BagIt: {detail}", "unknown version of BagIt: {detail}"),
    "encoding-missing": Text("de tekencodering ontbreekt", "the character encoding is missing"),
    "encoding-unknown": Text("onbekende tekencodering: {detail}", "unknown character encoding: {detail}"),
    "byte-order-mark": Text(
        "het bestand begint met een byte order mark, wat hier niet mag",
        "the file begins with a byte order mark, which it must not have here",
    ),
    "not-encoded": Text("de regel is geen geldige {detail}", "the line is not valid {detail}"),
    "line-too-long": Text(
        "de regel is langer dan {detail} tekens; de rest is niet gelezen",
        "the line is longer than {detail} characters; the rest was not read",
    ),
    "line-form": Text(
        "de regel heeft niet de vorm 'controlesom pad': {detail}",
        "the line is not of the form 'checksum path': {detail}",
    ),
    "path-outside": Text("het pad wijst buiten de bag: {detail}", "the path points outside the bag: {detail}"),
    "path-not-payload": Text(
        "het pad ligt niet in de map data: {detail}", "the path is not in the folder data: {detail}"
    ),
    "path-not-tag": Text(
        "het pad hoort niet in een tagmanifest: {detail}", "the path does not belong in a tag manifest: {detail}"
    ),
    "path-not-encoded": Text(
        "een procentteken in het pad is niet als %25 geschreven: {detail}",
        "a percent sign in the path is not written as %25: {detail}",
    ),
    "path-twice": Text("het pad staat er meer dan eens: {detail}", "the path is listed more than once: {detail}"),
    "checksum-length": Text(
        "de controlesom heeft niet de lengte van dit algoritme: {detail}",
        "the checksum has not the length of this algorithm: {detail}",
    ),
    "info-form": Text(
        "de regel heeft niet de vorm 'naam: waarde': {detail}", "the line is not of the form 'label: value': {detail}"
    ),
    "fetch-form": Text(
        "de regel heeft niet de vorm 'url lengte pad': {detail}",
        "the line is not of the form 'url length path': {detail}",
    ),
    "mark-superfluous": Text(
        "het bestand begint met een overbodige byte order mark",
        "the file begins with a superfluous byte order mark",
    ),
    "declaration-more": Text(
        "bagit.txt heeft meer dan twee regels: {detail}", "bagit.txt has more than two lines: {detail}"
    ),
    "path-again": Text(
        "het pad staat er meer dan eens, met dezelfde controlesom: {detail}",
        "the path is listed more than once, with the same checksum: {detail}",
    ),
    "asterisk": Text(
        "voor paden staat een sterretje, zoals md5sum die schrijft",
        "paths begin with an asterisk, as md5sum writes them",
    ),
    "dot-slash": Text("paden beginnen met ./", "paths begin with ./"),
    "more": Text("nog {detail} fouten in dit bestand", "{detail} more faults in this file"),
}

TOLERATED: frozenset[BagFaultCode] = frozenset(
    {"mark-superfluous", "declaration-more", "path-again", "asterisk", "dot-slash"}
)
"""What leaves no doubt about what is meant, and does not make a bag invalid."""


@dataclass(frozen=True, slots=True)
class BagFault:
    """A fault in a tag file: code, path of the tag file, line from 1 (None: the whole file), what was found."""

    code: BagFaultCode
    path: str
    line: int | None
    detail: str = ""

    @property
    def text(self) -> Text:
        """The fault as a sentence."""
        return SENTENCES[self.code].fill(detail=self.detail)
