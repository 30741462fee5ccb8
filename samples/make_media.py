"""Makes the media of the samples and packs the iOS zip, the same bytes on every machine: `python make_media.py`."""

import struct
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path

from media_formats import jpeg, mosaic, opus, pdf, png, vcard, webp

HERE = Path(__file__).resolve().parent
ANDROID = "kernteam-android/WhatsApp-chat met Kernteam Deltaplan"
IOS = "een-op-een-ios"
CRISIS = "crisisgroep-genormaliseerd/crisisgroep-hoogwater/media"
APPRAISED = "bewindspersonen-met-hotspot"


def android_media() -> dict[str, bytes]:
    """The loose media of the Android group; IMG-20230325-WA0011.jpg is missing on purpose."""
    return {
        "IMG-20230313-WA0004.jpg": jpeg(mosaic(16, 12, 1)),
        "IMG-20230313-WA0005.jpg": jpeg(mosaic(16, 12, 2)),
        "DOC-20230314-WA0002.pdf": pdf(["Conceptbrief over de dijk bij Oosterwaard"]),
        "Gemaal Noord.vcf": vcard("Noord", "Gemaal", "+31 6 55500199", "Waterschap Oosterwaard"),
        "STK-20230326-WA0001.webp": webp(mosaic(64, 64, 3)),
        "PTT-20230404-WA0003.opus": opus(4, 20230404),
    }


def ios_media() -> dict[str, bytes]:
    """The media of the one-to-one conversation, as they stand in the zip."""
    pages = [f"Begroting Waterfonds 2024, blad {page}" for page in (1, 2, 3)]
    return {
        "00000005-Begroting Waterfonds.pdf": pdf(pages),
        "00000008-PHOTO-2024-01-09-12-20-01.jpg": jpeg(mosaic(12, 16, 4)),
        "00000010-AUDIO-2024-01-09-12-31-14.opus": opus(7, 20240109),
    }


def crisis_media() -> dict[str, bytes]:
    """The media of the normalized conversation."""
    return {
        "peilschaal-0310.jpg": jpeg(mosaic(12, 9, 5)),
        "kaart-afzetting.png": png(mosaic(48, 36, 6)),
        "spraakbericht-0342.opus": opus(3, 20231103),
        "draaiboek.pdf": pdf(["Draaiboek hoogwater", "Bellijst en rolverdeling"]),
    }


def appraised_media() -> dict[str, bytes]:
    """The media of the conversations that are appraised, each in the folder of its export."""
    group, dike = "WhatsApp-chat met Bestuurlijk overleg Rivieren", "WhatsApp-chat met Kees Dijkgraaf"
    roorda, crisis = "WhatsApp Chat - Niels Roorda", "WhatsApp Chat - Crisisteam Dijkweg"
    water = ["Drinkwater in het zuiden", "Bijlage: de negen bronnen"]
    return {
        f"{group}/DOC-20221004-WA0001.pdf": pdf(["Drie varianten voor de Oosterwaard"]),
        f"{group}/IMG-20221102-WA0003.jpg": jpeg(mosaic(16, 12, 7)),
        f"{group}/IMG-20221114-WA0002.jpg": jpeg(mosaic(16, 12, 8)),
        f"{roorda}/00000005-Drinkwater zuid.pdf": pdf(water),
        f"{roorda}/00000026-PHOTO-2022-07-14-14-10-02.jpg": jpeg(mosaic(16, 12, 9)),
        f"{roorda}/00000031-AUDIO-2022-07-14-21-40-15.opus": opus(5, 20220714),
        f"{dike}/DOC-20220920-WA0000.pdf": pdf(["Planning van het maaien, najaar 2022"]),
        f"{dike}/IMG-20221114-WA0001.jpg": jpeg(mosaic(12, 16, 10)),
        f"{crisis}/00000010-PHOTO-2022-11-14-06-10-31.jpg": jpeg(mosaic(12, 16, 11)),
        f"{crisis}/00000016-Evacuatieplan.pdf": pdf(["Evacuatie Dijkweg, Molenveld"]),
    }


def stored_zip(files: Mapping[str, bytes]) -> bytes:
    """A zip without compression, its names in UTF-8, every time 1 February 2024 at 09:00, in the order given."""
    local, central, stamp = b"", b"", struct.pack("<HH", 9 << 11, (2024 - 1980) << 9 | 2 << 5 | 1)
    for name, content in files.items():
        path = name.encode()
        sizes = struct.pack("<III", zlib.crc32(content), len(content), len(content))
        common = struct.pack("<HHH", 20, 0x800, 0) + stamp + sizes + struct.pack("<HH", len(path), 0)
        central += b"PK\x01\x02\x14\x00" + common + bytes(10) + struct.pack("<I", len(local)) + path
        local += b"PK\x03\x04" + common + path + content
    count = len(files)
    return local + central + struct.pack("<4s4HIIH", b"PK\x05\x06", 0, 0, count, count, len(central), len(local), 0)


def all_files(root: Path = HERE) -> dict[str, bytes]:
    """Every made file by its path below `root`; the text of the iOS chat is read from there."""
    chat = {"_chat.txt": (root / IOS / "inhoud" / "_chat.txt").read_bytes()}
    made = {f"{ANDROID}/{name}": content for name, content in android_media().items()}
    made |= {f"{CRISIS}/{name}": content for name, content in crisis_media().items()}
    made |= {f"{APPRAISED}/{name}": content for name, content in appraised_media().items()}
    made[f"{IOS}/WhatsApp Chat - Marieke Aalbers.zip"] = stored_zip(ios_media() | chat)
    return made


def main() -> int:
    """Write the files that are not there yet or differ, and name them."""
    for name, content in all_files().items():
        path = HERE / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            sys.stdout.write(f"{name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
