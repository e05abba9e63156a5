"""Known actors: organs, forces, groups and public persons with all their names, and the head nouns that tell an actor's kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from corro.model import Actor, ActorKind, Name, Post
from corro.values import fold
from corro.vocab.files import read_toml, reading, rows_of
from corro.vocab.posts import posts

_FILE = "actors.toml"
_CLASSES = "actor_classes.toml"
_FORMS = {
    "en": ("en", "variant"),
    "fr": ("fr", "variant"),
    "acronyms": ("", "acronym"),
    "former": ("", "former"),
    "typos": ("", "typo"),
}
"""Array of names in the file: the language that it gives, and the form."""


@dataclass(frozen=True, slots=True)
class ActorClass:
    """A head noun that names actors by what they are, not by who they are.

    Attributes:
        kind: What sort of actor it names.
        en: English head nouns and phrases, lower case, singular.
        fr: French head nouns and phrases, lower case, singular.
        names: What a capitalised name with the noun names: `bodies` (`Front`, `Ministry`), `persons` (`activist`) or nothing.
        source: Where the list comes from.
    """

    kind: ActorKind
    en: tuple[str, ...]
    fr: tuple[str, ...]
    names: str = ""
    source: str = ""

    def nouns(self, language: str) -> tuple[str, ...]:
        """Return the head nouns of a language."""
        return self.fr if language == "fr" else self.en


@cache
def actors() -> Mapping[str, Actor]:
    """Return all known actors by id, persons with their posts.

    Raises:
        SetupError: The file is malformed.
    """
    rows = rows_of(read_toml(_FILE), "actor", _FILE)
    held = _posts_by_holder()
    return MappingProxyType({actor.id: actor for actor in (_actor(row, held) for row in rows)})


def actor(actor_id: str) -> Actor | None:
    """Return a known actor, or None."""
    return actors().get(actor_id)


@cache
def actor_ids_by_name() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the actors that bear each name, by folded name; ids in the order of the file.

    Look names up by `corro.values.fold`. To find names in running text use `find_names`, which heeds capitals and acronyms.
    """
    found: dict[str, dict[str, None]] = {}
    for known in actors().values():
        for name in known.names:
            found.setdefault(fold(name.text), {})[known.id] = None
    return MappingProxyType({name: tuple(ids) for name, ids in found.items()})


@cache
def actor_classes() -> tuple[ActorClass, ...]:
    """Return the head nouns that tell an actor's kind.

    Raises:
        SetupError: The file is malformed.
    """
    return tuple(_actor_class(row) for row in rows_of(read_toml(_CLASSES), "class", _CLASSES))


@cache
def kinds_by_noun(language: str) -> Mapping[str, ActorKind]:
    """Return the kind that each head noun or phrase of a language tells, by lower-case noun; the first class that has it counts.

    Args:
        language: `en` or `fr`.
    """
    found: dict[str, ActorKind] = {}
    for group in actor_classes():
        for noun in group.nouns(language):
            found.setdefault(noun, group.kind)
    return MappingProxyType(found)


@cache
def naming_nouns(language: str, names: str) -> Mapping[str, ActorKind]:
    """Return the head nouns beside which a capitalised name is the name of a body or a person, with the kind that they tell.

    Args:
        language: `en` or `fr`.
        names: `bodies` or `persons`.
    """
    found: dict[str, ActorKind] = {}
    for group in actor_classes():
        if group.names == names:
            for noun in group.nouns(language):
                found.setdefault(noun, group.kind)
    return MappingProxyType(found)


def actor_kind(phrase: str, language: str) -> ActorKind:
    """Return the kind of actor that a noun phrase names by its longest known run of words, the last such run in the phrase.

    Args:
        phrase: Words or lemmas, such as `soldiers`, `armed men`, `the Kasandan army`.
        language: `en` or `fr`.

    Returns:
        The kind, UNKNOWN where no head noun is known.
    """
    kinds = kinds_by_noun(language)
    words = fold_keeping_accents(phrase)
    for length in (3, 2, 1):
        starts = range(len(words) - length, -1, -1) if language == "en" else range(len(words) - length + 1)
        for start in starts:
            kind = kinds.get(" ".join(words[start : start + length])) or kinds.get(_singular(words[start : start + length]))
            if kind:
                return kind
    return ActorKind.UNKNOWN


def fold_keeping_accents(phrase: str) -> list[str]:
    """Return the lower-case words of a phrase, apostrophes and hyphens taken as spaces."""
    return phrase.lower().replace("’", " ").replace("'", " ").replace("-", " ").split()


def _singular(words: list[str]) -> str:
    """Return the words without a plural ending each: enough for head nouns that were not lemmatised."""
    return " ".join(_bare(word) for word in words)


def _bare(word: str) -> str:
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith(("s", "x")) and not word.endswith("ss") else word


def _actor(row: Mapping[str, Any], held: Mapping[str, tuple[Post, ...]]) -> Actor:
    with reading(_FILE, row):
        return Actor(
            id=str(row["id"]),
            name=str(row["name"]),
            kind=ActorKind(row["kind"]),
            names=tuple(_names(row)),
            parent_id=row.get("parent"),
            country=row.get("country"),
            party_to_conflict=row.get("party_to_conflict"),
            posts=held.get(row["id"], ()),
            public_figure=bool(row.get("public_figure", False)),
        )


def _names(row: Mapping[str, Any]) -> Iterator[Name]:
    source = str(row["source"])
    yield Name(str(row["name"]), form="acronym" if row.get("name_is_acronym") else "main", source=source)
    for key, (language, form) in _FORMS.items():
        for entry in row.get(key, ()):
            text, own = (entry["text"], entry.get("source", source)) if isinstance(entry, dict) else (entry, source)
            yield Name(str(text), language, form, str(own))


def _actor_class(row: Mapping[str, Any]) -> ActorClass:
    with reading(_CLASSES, row):
        return ActorClass(
            kind=ActorKind(row["kind"]),
            en=tuple(row.get("en", ())),
            fr=tuple(row.get("fr", ())),
            names=str(row.get("names", "")),
            source=str(row["source"]),
        )


def _posts_by_holder() -> dict[str, tuple[Post, ...]]:
    found: dict[str, tuple[Post, ...]] = {}
    for known in posts().values():
        for held in known.holders:
            if held.holder_id:
                found[held.holder_id] = (*found.get(held.holder_id, ()), held)
    return found
