"""Words right before a name: a pattern that ends where the name begins, tried only where the last word there can end it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Before:
    """A pattern that ends where a text does, and the words by which alone it can end.

    Searching such a pattern tries every word of the text before the last one decides; most names have none of these words before
    them.

    Attributes:
        pattern: The pattern; it ends with `$`, before which it may leave blanks and an apostrophe.
        endings: The last words of all that it matches, lower case.
    """

    pattern: re.Pattern[str]
    endings: frozenset[str]

    def search(self, text: str) -> re.Match[str] | None:
        """Return the match at the end of a text, or None."""
        return self.pattern.search(text) if last_word(text) in self.endings else None


def last_word(text: str) -> str:
    """Return the letters at the end of a text, lower case, before blanks and apostrophes."""
    told = text.rstrip().rstrip("'’")
    at = len(told)
    while at and told[at - 1].isalpha():
        at -= 1
    return told[at:].lower()


def endings(phrases: Iterable[str], *further: str) -> frozenset[str]:
    """Return the last words of phrases.

    Args:
        phrases: Phrases as they are written.
        *further: More phrases, each word of which is taken.
    """
    return frozenset([*(last_word(phrase) for phrase in phrases), *(word for words in further for word in words.split())])
