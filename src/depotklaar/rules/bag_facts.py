"""The bag's own files as facts, read strictly, each fault with its line. Source: RFC 8493, sections 2.1 to 2.2."""

import re
from collections.abc import Iterable, Iterator

from depotklaar.language import Text
from depotklaar.rules.algorithms import DIGITS, hash_name
from depotklaar.rules.interface import BagFacts, Fault, ManifestFacts

_MANIFEST = re.compile(r"(?P<tag>tag)?manifest-(?P<algorithm>[^/]+)\.txt")
_LINE = re.compile(r"(?P<digest>[0-9A-Fa-f]+)[ \t]+\*?(?P<path>.+)")
_DECLARATION = re.compile(
    r"BagIt-Version: (?P<version>\d+\.\d+)\r?\nTag-File-Character-Encoding: (?P<encoding>\S+)\s*", re.ASCII
)
_LABEL = re.compile(r"(?P<label>[^\s:][^:]*?)\s*:\s?(?P<value>.*)")
_FETCH = re.compile(r"\S+[ \t]+(?:\d+|-)[ \t]+(?P<path>.+)")
_ENCODED = re.compile("%(0[AaDd]|25)")
_VERSIONS = ("0.93", "0.94", "0.95", "0.96", "0.97", "1.0")

_BAD_DECLARATION = Text(
    "de twee regels met versie en tekencodering staan er niet precies zoals het hoort",
    "the two lines with version and character encoding are not exactly as they should be",
)
_BAD_VERSION = Text("de BagIt-versie is onbekend", "the BagIt version is unknown")
_NOT_UTF8 = Text("het bestand is niet in UTF-8", "the file is not in UTF-8")
_BAD_LINE = Text("deze regel is niet te lezen", "this line cannot be read")
_BAD_DIGEST = Text(
    "de checksum op deze regel heeft niet de lengte van het algoritme",
    "the checksum on this line has not the length of its algorithm",
)
_TWICE = Text("deze regel noemt een pad dat al genoemd is", "this line names a path that was named before")


def is_bag_file(path: str) -> bool:
    """Whether a path is that of one of the files that make a bag a bag."""
    return path in ("bagit.txt", "bag-info.txt", "fetch.txt") or _MANIFEST.fullmatch(path) is not None


def find_algorithms(paths: Iterable[str]) -> tuple[str, ...]:
    """The algorithms, by hashlib name, of all manifests among the paths; unknown ones are left out."""
    named = (_MANIFEST.fullmatch(path) for path in paths if "/" not in path)
    return tuple(sorted({name for match in named if match and (name := hash_name(match["algorithm"]))}))


class ManifestReader:
    """Takes the bag's own files one by one and gives the facts."""

    def __init__(self) -> None:
        self._version: str | None = None
        self._manifests: list[ManifestFacts] = []
        self._info: tuple[tuple[str, str], ...] = ()
        self._faults: list[tuple[str, Fault]] = []
        self._unsafe: list[tuple[str, str, int | None]] = []
        self._fetch: tuple[str, ...] = ()

    def add(self, path: str, data: bytes) -> None:
        """Take in one file; a file that is not UTF-8 is a fault and gives nothing else."""
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            self._fault(path, _NOT_UTF8)
            return
        match = _MANIFEST.fullmatch(path)
        if match is not None:
            self._add_manifest(path, text, match["algorithm"], payload=match["tag"] is None)
        elif path == "bagit.txt":
            self._add_declaration(path, text)
        elif path == "bag-info.txt":
            self._info = tuple(self._labels(path, text))
        elif path == "fetch.txt":
            self._fetch = tuple(self._fetched(path, text))

    def facts(self) -> BagFacts:
        """What was taken in."""
        return BagFacts(
            version=self._version,
            manifests=tuple(self._manifests),
            info=self._info,
            faults=tuple(self._faults),
            unsafe=tuple(self._unsafe),
            fetch=self._fetch,
        )

    def _add_declaration(self, path: str, text: str) -> None:
        match = _DECLARATION.fullmatch(text)
        if match is None or match["encoding"].upper() != "UTF-8":
            self._fault(path, _BAD_DECLARATION)
            return
        self._version = match["version"]
        if self._version not in _VERSIONS:
            self._fault(path, _BAD_VERSION, 1)

    def _add_manifest(self, path: str, text: str, algorithm: str, *, payload: bool) -> None:
        known = hash_name(algorithm)
        entries: dict[str, str] = {}
        for number, line in _lines(text):
            match = _LINE.fullmatch(line)
            if match is None:
                self._fault(path, _BAD_LINE, number)
                continue
            listed = self._safe(path, match["path"], number)
            if known and len(match["digest"]) != DIGITS[known]:
                self._fault(path, _BAD_DIGEST, number)
            if listed is not None and listed in entries:
                self._fault(path, _TWICE, number)
            if listed is not None:
                entries.setdefault(listed, match["digest"].lower())
        name = known or algorithm
        facts = ManifestFacts(path=path, algorithm=name, payload=payload, known=known is not None, entries=entries)
        self._manifests.append(facts)

    def _labels(self, path: str, text: str) -> Iterator[tuple[str, str]]:
        label, value = "", ""
        for number, line in _lines(text):
            match = _LABEL.fullmatch(line)
            if line[0] in " \t" and label:
                value += " " + line.strip()
            elif match is None:
                self._fault(path, _BAD_LINE, number)
            else:
                if label:
                    yield label, value
                label, value = match["label"], match["value"].strip()
        if label:
            yield label, value

    def _fetched(self, path: str, text: str) -> Iterator[str]:
        for number, line in _lines(text):
            match = _FETCH.fullmatch(line)
            if match is None:
                self._fault(path, _BAD_LINE, number)
                continue
            listed = self._safe(path, match["path"], number)
            if listed is not None:
                yield listed

    def _safe(self, path: str, listed: str, number: int) -> str | None:
        """Return a listed path decoded, or None after noting that it leads out of the bag."""
        decoded = _ENCODED.sub(lambda found: chr(int(found[1], 16)), listed).removeprefix("./")
        climbs = ".." in re.split(r"[/\\]", decoded)
        if climbs or decoded.startswith(("/", "\\", "~")) or re.match("[A-Za-z]:", decoded):
            self._unsafe.append((path, listed, number))
            return None
        return decoded

    def _fault(self, path: str, text: Text, line: int | None = None) -> None:
        self._faults.append((path, Fault(text, line)))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of each line that is not empty; LF, CR and CRLF end a line, nothing else does."""
    for number, line in enumerate(re.split("\r\n|\n|\r", text), 1):
        if line.strip():
            yield number, line
