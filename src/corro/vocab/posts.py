"""Known posts: what they are called, whom they belong to, and who held them when."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from corro.model import Name, Post
from corro.values import Granularity, Interval, fold
from corro.vocab.files import read_toml, reading, rows_of
from corro.vocab.words import word_list

_FILE = "posts.toml"


@dataclass(frozen=True, slots=True)
class KnownPost:
    """An office with its ways of being written and its holders.

    Attributes:
        id: Key, such as `minusma_human_rights`.
        title: What the office is called.
        organisation_id: The known organisation that it belongs to.
        names: How texts call it, with the organisation where they name it in the same breath.
        holders: Who held it, oldest first; an end that nobody reported is open.
    """

    id: str
    title: str
    organisation_id: str
    names: tuple[Name, ...] = ()
    holders: tuple[Post, ...] = ()

    def held_during(self, interval: Interval | None) -> tuple[Post, ...]:
        """Return the holders whose time overlaps the interval; all of them where it is unknown."""
        return tuple(post for post in self.holders if interval is None or post.held is None or post.held.overlaps(interval))


@cache
def posts() -> Mapping[str, KnownPost]:
    """Return all known posts by id.

    Raises:
        SetupError: The file is malformed.
    """
    rows = rows_of(read_toml(_FILE), "post", _FILE)
    return MappingProxyType({post.id: post for post in (_post(row) for row in rows)})


@cache
def post_nouns(language: str) -> Mapping[str, str]:
    """Return the nouns that head posts (`spokesman`, `directeur`) with what a post of that sort is, by lower-case lemma.

    Args:
        language: `en` or `fr`.

    Raises:
        SetupError: The file is malformed.
    """
    found: dict[str, str] = {}
    for row in rows_of(read_toml(_FILE), "noun", _FILE):
        with reading(_FILE, row):
            found |= dict.fromkeys(row[language], str(row["role"]))
    return MappingProxyType(found)


def find_posts(label: str) -> tuple[KnownPost, ...]:
    """Return the known posts that a label can mean: those with a name whose words all stand in it, longest name first.

    A post gives way to one whose name holds all its words, and a body's post to one of a part of that body (the head of a mission,
    in "head of the mission's human rights division").

    Args:
        label: Words of a text, such as `the head of MINUSMA's human rights section`.

    Returns:
        The posts, most specific first, ties by id; none where no name fits.
    """
    words = set(_words(label))
    fits = [(name, post) for post in posts().values() for name in _longest_fit(post, words)]
    kept = [(name, post) for name, post in fits if not any(name < longer or _is_part(other, post) for longer, other in fits)]
    return tuple(post for name, post in sorted(kept, key=lambda fit: (-len(fit[0]), fit[1].id)))


def _is_part(post: KnownPost, whole: KnownPost) -> bool:
    """Say whether a post belongs to a part of the body that the other belongs to."""
    return _parents().get(post.organisation_id) == whole.organisation_id


@cache
def _parents() -> Mapping[str, str]:
    rows = rows_of(read_toml("actors.toml"), "actor", "actors.toml")
    return {str(row["id"]): str(row["parent"]) for row in rows if "parent" in row}


def _longest_fit(post: KnownPost, words: set[str]) -> list[set[str]]:
    fitting = [name for name in _name_words()[post.id] if name <= words]
    return [max(fitting, key=len)] if fitting else []


@cache
def _name_words() -> Mapping[str, tuple[set[str], ...]]:
    return {post.id: tuple(set(_words(name.text)) for name in post.names) for post in posts().values()}


def _words(text: str) -> list[str]:
    small = word_list("small", "en") | word_list("small", "fr")
    return [word for word in re.findall(r"\w+", fold(text)) if word not in small]


def _post(row: Mapping[str, Any]) -> KnownPost:
    with reading(_FILE, row):
        names = [Name(text, language, "variant", str(row["source"])) for language in ("en", "fr") for text in row.get(language, ())]
        return KnownPost(
            id=str(row["id"]),
            title=str(row["title"]),
            organisation_id=str(row["organisation"]),
            names=(Name(str(row["title"]), "en", "main", str(row["source"])), *names),
            holders=tuple(_holder(row, entry) for entry in row.get("holders", ())),
        )


def _holder(row: Mapping[str, Any], entry: Mapping[str, Any]) -> Post:
    first, last = (_day(entry.get(end)) for end in ("from", "until"))
    return Post(
        title=str(row["title"]),
        organisation_id=str(row["organisation"]),
        holder_id=str(entry["person"]),
        held=Interval(first, last, Granularity.SPAN) if first or last else None,
        source=str(entry.get("source", row["source"])),
    )


def _day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    raise ValueError(f"not a date: {value!r}")
