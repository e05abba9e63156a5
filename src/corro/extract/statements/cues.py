"""The words that attribute, as the rules look them up; the words themselves stand in `corro/vocab/cues.toml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from corro.model import SpeechAct
from corro.vocab.files import read_toml, reading, rows_of

_FILE = "cues.toml"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun that attributes, in one of its senses.

    Attributes:
        act: What the speaker does by it.
        frames: How what is said stands beside it; `cues.toml` says what each means.
        following: Words of which one must follow for it to mean this.
        through: Prepositions that lead to what is said.
        subjects: Head nouns of which its subject must have one; empty where any will do.
        objects: Head nouns of which its object must have one; empty where any will do.
        unless: Head nouns of objects with which it tells a deed and no statement ("denied the request").
    """

    act: SpeechAct
    frames: frozenset[str] = frozenset()
    following: tuple[str, ...] = ()
    through: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CueIndex:
    """All attributing words of one language.

    Attributes:
        verbs: Senses of each verb, by lemma.
        nouns: Senses of each noun, by lemma.
        passive: Verbs that say "it is believed to" without a source.
        impersonal: Verbs that say "it was claimed that" without a source.
        adverbs: Words that mark hearsay.
        prepositions: Fixed phrases that name a source, as words, longest first.
        lists: The other lists of words by name (`posts`, `ranks`, `bodies`, ...).
        narrower: For a word such as "officer" the posts that it can take up.
        forms: Forms of verbs that taggers take for other words, with their lemma.
    """

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    passive: frozenset[str]
    impersonal: frozenset[str]
    adverbs: frozenset[str]
    prepositions: tuple[tuple[str, ...], ...]
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    narrower: Mapping[str, frozenset[str]] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)

    def verb(self, lemma: str, *frames: str) -> Cue | None:
        """Return the first sense of a verb that takes one of these frames (any frame where none is named)."""
        senses = self.verbs.get(lemma, ())
        return next((cue for cue in senses if not frames or cue.frames & set(frames)), None)


@cache
def cues(language: str) -> CueIndex:
    """Return the attributing words of a language.

    Args:
        language: `en` or `fr`; any other has none.

    Raises:
        SetupError: The file is missing or malformed.
    """
    tables = read_toml(_FILE)
    return CueIndex(
        verbs=_by_lemma(_rows(tables, "verbs", language)),
        nouns=_by_lemma(_rows(tables, "nouns", language)),
        passive=_words(row for row in _rows(tables, "hearsay", language) if row["form"] == "passive"),
        impersonal=_words(row for row in _rows(tables, "hearsay", language) if row["form"] == "impersonal"),
        adverbs=_words(_rows(tables, "adverbs", language)),
        prepositions=_phrases(_rows(tables, "prepositions", language)),
        lists=MappingProxyType({row["name"]: frozenset(row["words"]) for row in _rows(tables, "lists", language)}),
        narrower=MappingProxyType(
            {word: frozenset(row["narrower"]) for row in _rows(tables, "broader", language) for word in row["words"]}
        ),
        forms=MappingProxyType({form: row["lemma"] for row in _rows(tables, "forms", language) for form in row["words"]}),
    )


def _rows(tables: Mapping[str, Any], key: str, language: str) -> list[dict[str, Any]]:
    return [row for row in rows_of(tables, key, _FILE) if row.get("language") in (language, "both")]


def _words(rows: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(word for row in rows for word in row["words"])


def _phrases(rows: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(phrase.split()) for row in rows for phrase in row["words"]), key=lambda words: (-len(words), words)))


def _by_lemma(rows: Iterable[dict[str, Any]]) -> Mapping[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for row in rows:
        with reading(_FILE, row):
            cue = _cue(row)
            for lemma in row["words"]:
                found[lemma] = (*found.get(lemma, ()), cue)
    return MappingProxyType(found)


def _cue(row: Mapping[str, Any]) -> Cue:
    return Cue(
        act=SpeechAct(row["act"]),
        frames=frozenset(row.get("frames", ())),
        following=tuple(row.get("with", ())),
        through=frozenset(row.get("through", ())),
        subjects=frozenset(row.get("subjects", ())),
        objects=frozenset(row.get("objects", ())),
        unless=frozenset(row.get("unless", ())),
    )
