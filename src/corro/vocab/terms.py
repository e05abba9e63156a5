"""The controlled lists: each a TOML file in `lists/`, each term with both languages' labels and a meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from corro.vocab.files import read_toml, reading, rows_of


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a controlled list.

    Attributes:
        key: How the record stores it.
        en: English label.
        fr: French label.
        meaning: What it means, in a sentence.
        source: Where it comes from; the list's source where the term names none.
        en_words: English words that say it in texts, lower case, where the list has them.
        fr_words: French words that say it in texts, lower case.
        fields: What else the list says of it (`stronger_than`, `code`, `what_to_do`).
    """

    key: str
    en: str
    fr: str
    meaning: str = ""
    source: str = ""
    en_words: tuple[str, ...] = ()
    fr_words: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def label(self, language: str) -> str:
        """Return the label in a language, English where there is none."""
        return self.fr if language == "fr" else self.en

    def words(self, language: str) -> tuple[str, ...]:
        """Return the words of a language that say it in texts."""
        return self.fr_words if language == "fr" else self.en_words


_PLAIN = frozenset({"key", "en", "fr", "meaning", "source", "en_words", "fr_words"})


@cache
def list_names() -> tuple[str, ...]:
    """Return the names of all controlled lists, sorted."""
    found = files("corro.vocab").joinpath("lists").iterdir()
    return tuple(sorted(path.name.removesuffix(".toml") for path in found if path.name.endswith(".toml")))


@cache
def terms(list_name: str) -> Mapping[str, Term]:
    """Return a controlled list, in its own order.

    Args:
        list_name: Name of the file without its ending, such as `relations`.

    Returns:
        The terms by key.

    Raises:
        SetupError: There is no such list, or it is malformed.
    """
    name = f"lists/{list_name}.toml"
    tables = read_toml(name)
    rows = rows_of(tables, "term", name)
    return MappingProxyType({term.key: term for term in (_term(row, str(tables.get("source", "")), name) for row in rows)})


def _term(row: Mapping[str, Any], source: str, name: str) -> Term:
    with reading(name, row):
        return Term(
            key=str(row["key"]),
            en=str(row["en"]),
            fr=str(row["fr"]),
            meaning=str(row.get("meaning", "")),
            source=str(row.get("source", source)),
            en_words=tuple(row.get("en_words", ())),
            fr_words=tuple(row.get("fr_words", ())),
            fields=MappingProxyType({key: value for key, value in row.items() if key not in _PLAIN}),
        )


@cache
def keys_by_word(list_name: str, language: str) -> Mapping[str, str]:
    """Return which term each word of a list says in a language.

    Args:
        list_name: Name of the list.
        language: `en` or `fr`.

    Returns:
        Keys by word, lower case; where two terms share a word the first in the list has it.
    """
    found: dict[str, str] = {}
    for term in terms(list_name).values():
        for word in term.words(language):
            found.setdefault(word, term.key)
    return MappingProxyType(found)
