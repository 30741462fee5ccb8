"""Names of checksum algorithms as people write them, and what the judge can compute."""

DIGITS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
STRONG = ("sha224", "sha256", "sha384", "sha512")


def hash_name(label: str) -> str | None:
    """Return hashlib's name for `SHA-256`, `sha256`, `SHA_256`; None for an algorithm that is not known here."""
    name = label.strip().casefold().replace("-", "").replace("_", "").replace(" ", "")
    return name if name in DIGITS else None
