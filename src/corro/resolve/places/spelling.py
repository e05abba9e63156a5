"""Spellings: names that differ only as French, English and local writing differ are one name; nearer likeness only proposes.

Source: the spellings of the packaged index and what its README says of transliteration (`ou`/`u`, `y`/`i`, `k`/`kh`/`c`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from corro.values import fold

_DROPPED = str.maketrans("", "", " 0123456789()/,.;:\"'’ʼ`´-_")
_ALIKE = (
    ("ou", "u"),
    ("oo", "u"),
    ("w", "u"),
    ("kh", "k"),
    ("ck", "k"),
    ("q", "k"),
    *((f"c{letter}", f"k{letter}") for letter in "aoulr"),
    *((f"gh{letter}", f"g{letter}") for letter in "aou"),
    *((f"gu{letter}", f"g{letter}") for letter in "ei"),
    ("dj", "j"),
    ("ph", "f"),
    ("y", "i"),
)
"""Rewritings under which two spellings of one name come out alike, in order."""

_DOUBLED = re.compile(r"(.)\1+")
_SILENT_END = re.compile(r"(?<=[aeiou])h?e?$")

_LENGTHS_APART = 2
"""Letters by which two spellings of one name may differ. Source: pairs of the index's own variants, 2026-11."""


def skeleton(name: str) -> str:
    """Return what is left of a name when the differences of spelling are taken away.

    Args:
        name: A name, as written or folded.

    Returns:
        Letters only; two names with the same skeleton are spellings of one name.
    """
    return _skeleton(fold(name))


def _skeleton(key: str) -> str:
    """Return the skeleton of a folded name."""
    key = key.translate(_DROPPED)
    for spelling, by in _ALIKE:
        key = key.replace(spelling, by)
    key = f"{key[:-1]}k" if key.endswith("c") else key
    return _SILENT_END.sub("", _DOUBLED.sub(r"\1", key))


class Spellings:
    """Folded names by first letter and length, so that a likeness is looked for among few."""

    def __init__(self, names: Iterable[str]) -> None:
        """Sort the names.

        Args:
            names: Folded names.
        """
        self._names: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        self._skeletons: dict[str, dict[str, list[str]]] = {}
        for name in names:
            self._names[_first(name), len(name)].append(name)

    def near(self, key: str) -> list[str]:
        """Return the names with the same first letter (c and k are one) and nearly the same length.

        Args:
            key: A folded name.
        """
        lengths = range(len(key) - _LENGTHS_APART, len(key) + _LENGTHS_APART + 1)
        return [name for length in lengths for name in self._names.get((_first(key), length), ())]

    def respelled(self, name: str) -> Sequence[str]:
        """Return the folded names that are other spellings of a name.

        Args:
            name: A name, as written.
        """
        return self._by_skeleton(_first(fold(name))).get(skeleton(name), ())

    def _by_skeleton(self, first: str) -> dict[str, list[str]]:
        """Return the names of a first letter by what is left of them, made when the first of them is asked for."""
        if first not in self._skeletons:
            found: defaultdict[str, list[str]] = defaultdict(list)
            for name in (name for (letter, _), names in self._names.items() if letter == first for name in names):
                found[_skeleton(name)].append(name)
            self._skeletons[first] = dict(found)
        return self._skeletons[first]


def _first(name: str) -> str:
    return "k" if name[:1] in ("c", "q") else name[:1]
