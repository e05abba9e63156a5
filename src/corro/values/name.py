"""Names as they are compared: without case, accents, apostrophes, hyphens and doubled spaces."""

import re
import unicodedata

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
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _JOINERS.sub(" ", bare.casefold()).strip()


def initials(name: str) -> str:
    """Return the capital initials of a name's words, the form that an acronym may take."""
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
