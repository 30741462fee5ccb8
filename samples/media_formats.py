"""Tiny valid files of six formats, written byte by byte with the standard library, the same on every machine."""

import struct
import zlib
from collections.abc import Iterator, Sequence

Rows = Sequence[Sequence[int]]

_DC_LENGTHS = (0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0)
_SILENCE = b"\xf8\xff\xfe"


class Bits:
    """A row of bits that becomes bytes, the first bit highest or lowest."""

    def __init__(self) -> None:
        self.text = ""

    def put(self, value: int, width: int) -> None:
        """Add a number, highest bit first."""
        self.text += f"{value:0{width}b}" if width else ""

    def put_low(self, value: int, width: int) -> None:
        """Add a number, lowest bit first."""
        self.text += f"{value:0{width}b}"[::-1]

    def as_bytes(self, *, fill: str, low_first: bool = False) -> bytes:
        """The bits in bytes, filled up with `0` or `1`."""
        text = self.text + fill * (-len(self.text) % 8)
        step = -1 if low_first else 1
        return bytes(int(text[at : at + 8][::step], 2) for at in range(0, len(text), 8))


def mosaic(columns: int, rows: int, seed: int) -> Rows:
    """Brightnesses from 0 to 255 that differ by seed, so that no two pictures are the same."""
    return [[(40 + 23 * x + 31 * y + 57 * seed + 5 * x * y) % 256 for x in range(columns)] for y in range(rows)]


def jpeg(blocks: Rows) -> bytes:
    """A grey baseline JPEG (JFIF 1.01) in which each number is one block of 8 by 8 pixels."""
    height, width = len(blocks) * 8, len(blocks[0]) * 8
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    parts = (
        b"\xff\xd8",
        _segment(0xE0, b"JFIF\x00\x01\x01\x01" + struct.pack(">HH", 72, 72) + b"\x00\x00"),
        _segment(0xDB, b"\x00" + bytes([8] * 64)),
        _segment(0xC0, frame),
        _segment(0xC4, b"\x00" + bytes(_DC_LENGTHS) + bytes(range(12))),
        _segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\x00"),
        _segment(0xDA, b"\x01\x01\x00\x00\x3f\x00"),
        _scan(blocks).replace(b"\xff", b"\xff\x00"),
        b"\xff\xd9",
    )
    return b"".join(parts)


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _dc_codes() -> dict[int, tuple[int, int]]:
    """Category -> (code, width), by the canonical rule of JPEG annex C."""
    codes: dict[int, tuple[int, int]] = {}
    code = 0
    for width, count in enumerate(_DC_LENGTHS, start=1):
        for _ in range(count):
            codes[len(codes)] = (code, width)
            code += 1
        code <<= 1
    return codes


def _scan(blocks: Rows) -> bytes:
    bits, codes, before = Bits(), _dc_codes(), 0
    for value in (value - 128 for row in blocks for value in row):
        difference, before = value - before, value
        category = abs(difference).bit_length()
        bits.put(*codes[category])
        bits.put(difference if difference >= 0 else difference + (1 << category) - 1, category)
        bits.put(0, 1)
    return bits.as_bytes(fill="1")


def png(rows: Rows) -> bytes:
    """A grey PNG of 8 bits a pixel, its data stored without compression."""
    raw = b"".join(b"\x00" + bytes(row) for row in rows)
    stored = (
        b"\x78\x01\x01" + struct.pack("<HH", len(raw), 0xFFFF ^ len(raw)) + raw + struct.pack(">I", zlib.adler32(raw))
    )
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", stored), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def webp(rows: Rows) -> bytes:
    """A lossless WebP (VP8L) in two greens: even numbers dark, odd numbers light."""
    bits = Bits()
    bits.put_low(len(rows[0]) - 1, 14)
    bits.put_low(len(rows) - 1, 14)
    bits.put_low(0, 1 + 3 + 1 + 1 + 1)
    bits.put_low(0b111, 3)
    bits.put_low(60, 8)
    bits.put_low(200, 8)
    for symbol in (30, 90, 255, 0):
        bits.put_low(0b101, 3)
        bits.put_low(symbol, 8)
    for row in rows:
        for value in row:
            bits.put_low(value % 2, 1)
    body = b"\x2f" + bits.as_bytes(fill="0", low_first=True)
    chunk = b"VP8L" + struct.pack("<I", len(body)) + body + b"\x00" * (len(body) % 2)
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def opus(seconds: int, serial: int) -> bytes:
    """A silent voice note: Opus in Ogg, mono, packets of 20 ms, one page a second."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 16000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 10) + b"depotklaar" + struct.pack("<I", 0)
    pages = [_page([head], 0, serial, 0, first=True), _page([tags], 0, serial, 1)]
    for second in range(1, seconds + 1):
        last = second == seconds
        pages.append(_page([_SILENCE] * 50, second * 48_000, serial, second + 1, last=last))
    return b"".join(pages)


def _page(
    packets: Sequence[bytes], position: int, serial: int, number: int, *, first: bool = False, last: bool = False
) -> bytes:
    flags = (2 if first else 0) | (4 if last else 0)
    sizes = bytes(len(packet) for packet in packets)
    head = b"OggS\x00" + struct.pack("<BqII", flags, position, serial, number)
    tail = bytes([len(sizes)]) + sizes + b"".join(packets)
    return head + struct.pack("<I", _ogg_sum(head + bytes(4) + tail)) + tail


def _ogg_sum(data: bytes) -> int:
    """The checksum of an Ogg page: CRC-32 with polynomial 04c11db7, unreflected, from zero (RFC 3533)."""
    value = 0
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = ((value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


def pdf(pages: Sequence[str]) -> bytes:
    """A PDF 1.4 with one line of text a page (ASCII, without brackets or backslashes)."""
    objects = list(_pdf_objects(pages))
    content, offsets = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(content))
    return content + table + trailer


def _pdf_objects(pages: Sequence[str]) -> Iterator[bytes]:
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(len(pages)))
    yield b"<< /Type /Catalog /Pages 2 0 R >>"
    yield b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    yield b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    for index, line in enumerate(pages):
        text = b"BT /F1 14 Tf 72 760 Td (%s) Tj ET" % line.encode("ascii")
        yield (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (5 + 2 * index)
        )
        yield b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)


def vcard(family: str, given: str, phone: str, organisation: str) -> bytes:
    """A contact card (vCard 3.0, RFC 2426)."""
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{family};{given};;;",
        f"FN:{given} {family}",
        f"ORG:{organisation}",
        f"TEL;TYPE=CELL:{phone}",
        "END:VCARD",
    )
    return "".join(f"{line}\r\n" for line in lines).encode()
