"""Names as they are compared: without case, accents, apostrophes, hyphens and doubled spaces."""

import re
import unicodedata
from functools import lru_cache

_LONGEST_KEPT = 60
"""Characters up to which a folded text is kept for the next time: names and words recur, passages do not.

Source: measured on generated reports, 2026-11: of 2,300 foldings a report one in twenty is of a text not folded before.
"""

_JOINERS = re.compile(r"[\s'’ʼ`´\-‐‑–_.]+")


def fold(text: str) -> str:
    """Fold a name or phrase to the form in which spellings are compared.

    Accents and case go; apostrophes, hyphens, dots and runs of spaces become one space.
    Transliteration variants (`ou`/`u`) are not folded: that is the resolver's judgement.

    Args:
        text: Any text.

    Returns:
        The folded form; two spellings that differ only in the above fold to the same.
    """
    return _kept(text) if len(text) <= _LONGEST_KEPT else _folded(text)


def _folded(text: str) -> str:
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return _JOINERS.sub(" ", text.casefold()).strip()


_kept = lru_cache(maxsize=65536)(_folded)


def initials(name: str) -> str:
    """Return the capital initials of a name's words, the form that an acronym may take."""
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
