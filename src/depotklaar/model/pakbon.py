"""The pakbon: the note beside a package that says what it is, from whom, and how to check that it arrived whole."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Pakbon:
    """All fields of the SIP norm's pakbon. Counts are whole numbers, sizes bytes, `created_at` an ISO 8601 moment.

    `hash_basis` says what the hash is of: the container file (`container`), the bag's `tagmanifest-sha256.txt`
    (`tagmanifest`), or, for a bare folder, the list of its files in manifest form (`filelist`).
    Source: MDTO SIP-specificatie, section pakbon.
    """

    id: str
    title: str
    target_location: str
    package_name: str
    hash_algorithm: Literal["SHA-256", "SHA-512"]
    hash_value: str
    hash_basis: Literal["container", "tagmanifest", "filelist"]
    created_at: str
    organisation: str
    archiefvormers: tuple[str, ...]
    contact_name: str
    contact_email: str
    informatieobjecten: int
    bestanden: int
    content_files: int
    content_bytes: int
    profile: str
    delivery_type: str
    particularities: tuple[str, ...] = ()
    software: str = ""
