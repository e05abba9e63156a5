"""Identifiers made of content, so that the same input has the same id on any machine.

Only for what may be public. Anything protected takes a random or keyed id (see ARCHITECTURE.md, Identity).
"""

import hashlib
import secrets

_SEPARATOR = "\x1f"
_SLUG_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Capital letters and digits without those that people confuse when reading aloud (I, O, 0, 1)."""

_ID_BYTES = 10
"""80 bits: the chance of one collision among ten million ids is below 1e-10 (birthday bound n²/2^81)."""


def content_id(kind: str, *fields: object) -> str:
    """Make the id of a public thing from the fewest stable raw fields.

    Args:
        kind: Short prefix that names the class (`doc`, `claim`, `event`).
        *fields: What the thing is; compared by their `str`.

    Returns:
        `kind_` and 20 hexadecimal digits.
    """
    joined = _SEPARATOR.join(str(field) for field in fields)
    return f"{kind}_{hashlib.blake2b(joined.encode(), digest_size=_ID_BYTES).hexdigest()}"


def slug(prefix: str, identifier: str, length: int = 6) -> str:
    """Make the short form of an id that people read and type, such as `H1-7KQ2MD`.

    Args:
        prefix: What stands before the dash, usually a type code.
        identifier: The full id.
        length: Number of characters after the dash.

    Returns:
        The slug; distinct ids can share one, so a look-up by slug may answer with several.
    """
    number = int.from_bytes(hashlib.blake2b(identifier.encode(), digest_size=8).digest(), "big")
    letters = ""
    for _ in range(length):
        number, rest = divmod(number, len(_SLUG_ALPHABET))
        letters += _SLUG_ALPHABET[rest]
    return f"{prefix}-{letters}"


def random_code(prefix: str, length: int = 8) -> str:
    """Make an id that tells nothing, such as `P-7KQ2MD9R`, for what may be guessed from a hash.

    Args:
        prefix: What stands before the dash.
        length: Number of characters after the dash, 5 bits each.

    Returns:
        The code, from the operating system's source of randomness; who keeps it looks whether it is taken.
    """
    return f"{prefix}-" + "".join(secrets.choice(_SLUG_ALPHABET) for _ in range(length))
