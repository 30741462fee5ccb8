"""Makes the material: normalized conversations with photographs, and a delivery file; the same seed, the same bytes."""

import datetime as dt
import hashlib
import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from depotklaar.model.conversation import (
    Attachment,
    Capture,
    Conversation,
    Document,
    Head,
    Identifier,
    Participant,
)
from depotklaar.model.event import Event, Occurrence, Quote, Reaction, Time
from depotklaar.resources import read_profile
from depotklaar.standards.conversation.writer import encode_record, write_jsonl

YEAR = dt.datetime(2023, 1, 1, tzinfo=ZoneInfo("Europe/Amsterdam"))
DAYS = 364.9
PROFILE = "nationaal-archief"
_TEXT = (
    "de het een en van voor met over naar door bij dijk begroting brief Kamer overleg advies besluit stukken agenda "
    "morgen vanmiddag graag akkoord nog niet wel eerst daarna even kort samen ambtelijk minister directie planning "
    "gemaal waterschap gemeente vergadering verslag reactie vraag antwoord concept definitief versie pagina bedrag"
)
WORDS = _TEXT.split()
SMILEYS = ("👍", "🙏", "✅", "👀")
PEOPLE = 6

_PICTURE = bytes.fromhex(
    "ffdb0043000808080808080808080808080808080808080808080808080808080808080808080808080808080808080808080808"
    "0808080808080808080808080808080808ffc0000b080008000801011100ffc4001f000001050101010101010000000000000000"
    "0102030405060708090a0bffc40014100100000000000000000000000000000000ffda0008010100003f00e31fffd9"
)
_HEAD = bytes.fromhex("ffd8ffe000104a46494600010101004800480000")
_COMMENT = 65_000

_DELIVERY = """schema = "depotklaar-aanlevering-1"

[aanlevering]
id = "METING-2023"
titel = "Chatberichten om te meten"
soort = "overbrenging"
profiel = "profiel.toml"
doellocatie = "2.99.004"

[archiefvormer]
naam = "Ministerie van Meten en Wegen"
kenmerk = "voorbeeld-mmw"
bron = "Voorbeeldregister van organisaties"

[contact]
naam = "Afdeling Informatiebeheer"
email = "informatiebeheer@example.nl"

[archief]
naam = "Archief van het ministerie van Meten en Wegen, chatberichten"
kenmerk = "MMW-CHAT"

[waardering]
selectielijst = "voorbeeld-ministerie"
categorie = "1.1"
besloten_door = "Archivaris"
datum = 2026-01-05

[beperking_gebruik]
label = "Nader te bepalen"

[[bron]]
pad = "gesprekken"
houder = "P. Passer"

[[functionaris]]
naam = "P. Passer"
functie = "Minister van Meten en Wegen"
van = 2022-01-10
tot = 2024-07-02
herkend_aan = ["Deelnemer 1"]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much material: messages and media over all conversations, and the bytes of one photograph."""

    messages: int = 100_000
    media: int = 10_000
    media_bytes: int = 20_000
    conversations: int = 100


@dataclass(frozen=True, slots=True)
class Material:
    """Where the material lies: the delivery file and the folder with the sources; bytes of everything in it."""

    delivery: Path
    sources: Path
    amount: Amount
    size: int


def make_material(folder: Path, amount: Amount, algorithms: tuple[str, ...] = ("sha256", "sha512")) -> Material:
    """Make it in a new folder. `algorithms` are those of the manifests that the package is to have."""
    sources = folder / "gesprekken"
    sources.mkdir(parents=True)
    for number in range(amount.conversations):
        _make_conversation(sources / f"gesprek-{number + 1:04d}", number, amount)
    wanted = ", ".join(f'"{name}"' for name in algorithms)
    profile = read_profile(PROFILE).decode().replace('manifesten = ["sha256"]\n', f"manifesten = [{wanted}]\n")
    assert f"manifesten = [{wanted}]" in profile
    (folder / "profiel.toml").write_text(profile, "utf-8")
    delivery = folder / "aanlevering.toml"
    delivery.write_text(_DELIVERY, "utf-8")
    size = sum(path.stat().st_size for path in sources.rglob("*") if path.is_file())
    return Material(delivery, sources, amount, size)


def photograph(size: int, chance: random.Random) -> bytes:
    """A whole JPEG of 8 by 8 pixels with seeded noise as comment, of exactly `size` bytes when that is enough."""
    room = max(0, size - len(_HEAD) - len(_PICTURE))
    parts = [_HEAD]
    while room > 4:
        length = min(room, _COMMENT) - 4
        parts.append(b"\xff\xfe" + struct.pack(">H", length + 2) + chance.randbytes(length))
        room -= length + 4
    return b"".join((*parts, _PICTURE))


def _share(total: int, number: int, parts: int) -> int:
    """The part of `total` that falls to this number when it is divided as evenly as can be."""
    return total * (number + 1) // parts - total * number // parts


def _make_conversation(folder: Path, number: int, amount: Amount) -> None:
    chance = random.Random(number)
    messages = _share(amount.messages, number, amount.conversations)
    photographs = min(messages, _share(amount.media, number, amount.conversations))
    (folder / "media").mkdir(parents=True)
    attachments = tuple(_attachment(folder, n, amount.media_bytes, chance) for n in range(photographs))
    head = _head(number, attachments)
    with (folder / "conversation.jsonl").open("xb") as out:
        write_jsonl(out, head, map(encode_record, _events(messages, photographs, chance)))


def _attachment(folder: Path, number: int, size: int, chance: random.Random) -> Attachment:
    name = f"IMG-2023-WA{number + 1:05d}.jpg"
    data = photograph(size, chance)
    (folder / "media" / name).write_bytes(data)
    return Attachment(
        id=f"a{number + 1}",
        presence="present",
        display=name,
        name_in_text=name,
        name_on_disk=name,
        path=f"media/{name}",
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="image/jpeg",
        kind="image",
    )


def _head(number: int, attachments: tuple[Attachment, ...]) -> Head:
    people = tuple(
        Participant(
            id=f"p{n}",
            display=f"Deelnemer {n}",
            type="person",
            is_custodian=n == 1,
            identifiers=(Identifier(scheme="e164", value=f"+3160000{n:04d}"),),
        )
        for n in range(1, PEOPLE + 1)
    )
    return Head(
        document=Document(schema="depotklaar-conversation-1.0", id=f"meting-{number + 1}"),
        conversation=Conversation(
            id=f"gesprek-{number + 1}",
            platform="whatsapp",
            type="group",
            display=f"Overleg {number + 1}",
            custodian="p1",
            participants=tuple(person.id for person in people),
        ),
        captures=(Capture(id="c1", custodian="p1", language="nl", method="app_export", completeness="unknown"),),
        participants=people,
        attachments=attachments,
    )


def _events(messages: int, photographs: int, chance: random.Random) -> Iterator[Event]:
    """Messages spread evenly over a year, each with one photograph as long as there are any, some of them replies."""
    step = dt.timedelta(seconds=DAYS * 86_400 / max(1, messages))
    start, sent = YEAR.astimezone(dt.UTC), 0
    for number in range(1, messages + 1):
        due = photographs * number // messages
        names = tuple(f"a{n + 1}" for n in range(sent, due))
        sent = due
        is_reply = number > 1 and chance.random() < 0.1
        yield Event(
            id=f"e{number}",
            type="message",
            order=number,
            timestamp=_moment(start + step * (number - 1)),
            participant=f"p{chance.randrange(PEOPLE) + 1}",
            body=" ".join(chance.choices(WORDS, k=chance.randrange(3, 25))),
            parent=f"e{number - 1}" if is_reply else None,
            quote=Quote(text="eerder bericht", author="Deelnemer 2") if is_reply else None,
            attachments=names,
            reactions=(Reaction(value=chance.choice(SMILEYS), participants=("p3",)),) if number % 20 == 0 else (),
            occurrences=(Occurrence(capture="c1", record_key=f"line {number}"),),
        )


def _moment(instant: dt.datetime) -> Time:
    local = instant.astimezone(YEAR.tzinfo).isoformat(timespec="seconds")
    return Time(
        local=local[:19],
        precision="second",
        zone="Europe/Amsterdam",
        offset=local[19:],
        utc=instant.strftime("%Y-%m-%dT%H:%M:%SZ"),
        certainty="exact",
        basis="sender_clock",
    )
