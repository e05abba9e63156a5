"""The words around a doer's name by which a text says how firmly it ties a deed to him, from `corro/vocab/status_cues.toml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from corro.errors import SetupError
from corro.vocab.files import read_toml

_FILE = "status_cues.toml"

OTHER_DOER = "other"
"""Kind of a doer whose name tells nothing of its kind."""


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The words of one language.

    Attributes:
        classes: The classes of each word.
        kinds: For each kind of doer the words of a name that tell it, in the order of the file.
    """

    classes: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]

    def of(self, words: Iterable[str]) -> set[str]:
        """Return the classes of all these words together."""
        found: set[str] = set()
        for word in words:
            found |= self.classes.get(word, frozenset())
        return found

    def kind(self, name: Iterable[str]) -> str:
        """Return the kind of doer that a name tells."""
        words = set(name)
        return next((kind for kind, telling in self.kinds.items() if words & telling), OTHER_DOER)


@cache
def status_words(language: str) -> StatusWords:
    """Return the words of a language.

    Args:
        language: `en` or `fr`; any other has none.

    Raises:
        SetupError: The file is missing or malformed.
    """
    tables = read_toml(_FILE)
    try:
        classes = {name: frozenset(row.get(language, "").split()) for name, row in tables["classes"].items()}
        kinds = {name: frozenset(row.get(language, "").split()) for name, row in tables["names"].items()}
    except (KeyError, AttributeError) as error:
        raise SetupError(f"The vocabulary file {_FILE} is malformed: {error}") from error
    every = sorted(set().union(*classes.values()))
    return StatusWords({word: frozenset(name for name in classes if word in classes[name]) for word in every}, kinds)
