"""Finds which of several groups of phrases a text holds: a look-up by first word, so that a text costs its length."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

_WORD = re.compile(r"\w+")


class PhraseGroups:
    """Groups of phrases in order of preference; a phrase counts where it begins and ends as whole words do."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """Index the phrases.

        Args:
            groups: The phrases of each group. One that begins with a mark (`'s doing`) may hang on a word before it.
        """
        self._rows: dict[str, list[tuple[int, str]]] = {}
        self._hanging: list[tuple[int, str]] = []
        for rank, phrase in chain.from_iterable(((rank, phrase) for phrase in group) for rank, group in enumerate(groups)):
            first = _WORD.match(phrase)
            if first:
                self._rows.setdefault(first.group(), []).append((rank, phrase))
            else:
                self._hanging.append((rank, phrase))

    def first_in(self, text: str) -> int | None:
        """Return the number of the first group of which the text holds a phrase, or None.

        Args:
            text: A text in the letters of the phrases.
        """
        found = [rank for word in _WORD.finditer(text) for rank in self._at(text, word.group(), word.start())]
        found += [rank for rank, phrase in self._hanging if _hangs(text, phrase)]
        return min(found, default=None)

    def _at(self, text: str, word: str, start: int) -> Iterable[int]:
        rows = self._rows.get(word, ())
        return (rank for rank, phrase in rows if text.startswith(phrase, start) and _ends(text, start + len(phrase)))


def _hangs(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    while at >= 0 and not _ends(text, at + len(phrase)):
        at = text.find(phrase, at + 1)
    return at >= 0


def _ends(text: str, at: int) -> bool:
    """Say whether no letter, figure or low line stands at an offset."""
    return not (text[at : at + 1].isalnum() or text[at : at + 1] == "_")
