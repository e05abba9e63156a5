"""Chained digests: each entry of a log vouches for all before it, so that no entry can be changed or left out unseen."""

import hashlib

EMPTY_CHAIN = "0" * 64
"""What the first entry of a chain has before it."""


def chained(before: str, *fields: str) -> str:
    """Return the digest of an entry that follows another.

    Every field goes in with its length, so that no two lists of fields give the same bytes.

    Args:
        before: The digest of the entry before, or `EMPTY_CHAIN`.
        *fields: What the entry says.

    Returns:
        64 hexadecimal digits (SHA-256).

    Source: Haber and Stornetta, How to Time-Stamp a Digital Document, 1991 (linking); FIPS 180-4 (SHA-256).
    """
    state = hashlib.sha256()
    for field in (before, *fields):
        encoded = field.encode()
        state.update(len(encoded).to_bytes(8, "big"))
        state.update(encoded)
    return state.hexdigest()
