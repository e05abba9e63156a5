"""The event types: one data file each with frame, mappings and triggers; adding a type is adding a file.

A trigger is found by the dictionary form of its first word; further words must follow in order, alternatives are parted by `|`
(`ask|order leave`), and `…` stands for many words between. Conditions name words, or classes of words of `words.toml` by `@name`;
one of them must be met in the place that the condition names. Where several triggers fit one word, the one with most conditions
and words counts: the most specific type; one marked `wide` joins many words to a frame and counts only where no other does. A role
with `?` only fills what the other functions leave open.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from corro.errors import SetupError

CONDITIONS = ("subject", "object", "object_head", "argument", "complement", "below", "below_too", "sentence", "nearby")
"""Where a condition's words must stand: in the doer's phrase, in that of the thing done to, at its head, in any phrase of the
trigger, in the clause that completes it, below it in the tree (`dismissed for having spoken to …`; `below_too` asks for a second
word there), in its sentence, or in that and the two before and after."""

REFUSALS = ("absent", "not_object", "not_subject")
"""Conditions that refuse: no such word in the sentence, none at the head of the thing done to, none at that of the doer."""

_FLAGS = ("yields", "wide", "needs_object", "acts_through", "complement_target")
_PARTS = ("verb", "noun", "any")
_FILE_NAME = re.compile(r"^[a-z]\d_\w+\.toml$")


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words that stand for one idea in a condition.

    Attributes:
        words: Dictionary forms, lower case.
        phrases: Runs of dictionary forms.
        patterns: Regular expressions for words as written.
        kinds: Kinds of known actors that belong to it.
        ids: Known actors that belong to it.
        unless: Words beside a word that take it out of the class (`municipal council` is no Council).
    """

    words: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()
    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()

    def joined(self, other: "WordClass") -> "WordClass":
        """Return the class that holds what either holds."""
        return WordClass(
            self.words | other.words,
            self.phrases + other.phrases,
            self.patterns + other.patterns,
            self.kinds | other.kinds,
            self.ids | other.ids,
            self.unless | other.unless,
        )


ANYTHING = frozenset(["…"])
"""In a pattern: many words may stand here."""

Pattern = tuple[frozenset[str], ...]
"""The words of a trigger in order, each with its alternatives."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name an event of one type, and what must stand around them.

    Attributes:
        code: The event type.
        language: `en` or `fr`.
        part: `verb`, `noun` or `any`.
        patterns: The words, each pattern an alternative.
        conditions: Words that must stand in a place, by the place.
        refusals: Words that must not.
        roles: Grammatical function to role, where it differs from the type's own.
        when: `negated` or `passive`, where the trigger needs that; else empty.
        segments: Kinds of segment that it is limited to; empty for all.
        yields: Whether it only counts where no other event of the sentence holds it (a killing inside an attack).
        wide: Whether it joins many words to a frame, and so counts only where no closer trigger names the event.
        needs_object: Whether it needs something done to.
        acts_through: Whether the doer is the subject of the clause that the noun stands in (`said in a statement`).
        complement_target: Whether the clause that completes it gives the target.
        source: Where the list comes from.
    """

    code: str
    language: str
    part: str
    patterns: tuple[Pattern, ...]
    conditions: Mapping[str, WordClass]
    refusals: Mapping[str, WordClass]
    roles: Mapping[str, str]
    when: str = ""
    segments: tuple[str, ...] = ()
    yields: bool = False
    wide: bool = False
    needs_object: bool = False
    acts_through: bool = False
    complement_target: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class PloverCode:
    """An event type of PLOVER with its modes and contexts. Source: PLOVER manual, February 2024."""

    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AcledCode:
    """An ACLED event type with sub-types. Source: ACLED codebook, 2023."""

    event: str
    sub_events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """One kind of event.

    Attributes:
        code: `H1`.
        family: Key of the family in the list `event_families`: V, A, O, H, M or C.
        name_en: English name.
        name_fr: French name.
        title_en: How lists call one event, with roles in braces.
        title_fr: The same in French.
        definition: What counts as one.
        required: Roles that a complete event has.
        optional: Roles that it can have.
        rights_group: Key of the rights group, for violations; else None.
        plover: PLOVER codes.
        cameo: CAMEO codes.
        acled: ACLED codes; empty where out of its scope.
        ucdp: UCDP GED type_of_violence, where a death is reported; empty where out of its scope.
        roles: Grammatical function to role.
        triggers: What names it in text.
    """

    code: str
    family: str
    name_en: str
    name_fr: str
    title_en: str
    title_fr: str
    definition: str
    required: tuple[str, ...]
    optional: tuple[str, ...]
    rights_group: str | None
    plover: tuple[PloverCode, ...]
    cameo: tuple[str, ...]
    acled: tuple[AcledCode, ...]
    ucdp: tuple[int, ...]
    roles: Mapping[str, str]
    triggers: tuple[Trigger, ...] = field(repr=False, default=())

    @property
    def frame(self) -> tuple[str, ...]:
        """All roles that it can have, required ones first."""
        return (*self.required, *self.optional)


@cache
def event_types() -> Mapping[str, EventType]:
    """Return all event types by code, in the order of their codes.

    Raises:
        SetupError: A data file is malformed.
    """
    entries = [*files(__package__).iterdir(), *(folder.iterdir() if (folder := _OWN.get("folder")) else ())]
    named = sorted((entry.name, place) for place, entry in enumerate(entries) if _FILE_NAME.match(entry.name))
    found = [_event_type(_parsed(entries[place]), name) for name, place in named]
    known: dict[str, EventType] = {}
    for kind, (name, _) in zip(found, named, strict=True):
        if kind.code in known:
            raise SetupError(f"The event type file {name} gives the code {kind.code}, which another file has. Choose a free one.")
        known[kind.code] = kind
    return MappingProxyType(known)


_OWN: dict[str, Path] = {}
"""The folder of the user's own types, set once at the edge before anything is read."""


def know_types(folder: Path | None) -> None:
    """Know the event types of a folder too, from now on in this process; to be called before any text is read.

    Args:
        folder: Files like those of this package; None changes nothing.

    Raises:
        SetupError: There is no such folder, or a file of it is malformed or gives a code that is taken.
    """
    if folder is None:
        return
    if not folder.is_dir():
        raise SetupError(f"The folder of event types {folder} does not exist.")
    _OWN["folder"] = folder
    event_types.cache_clear()
    event_types()


@cache
def word_class(name: str, language: str) -> WordClass:
    """Return a class of words by its name.

    Args:
        name: A table of `words.toml`.
        language: `en` or `fr`.

    Raises:
        SetupError: There is no such class, or the file is malformed.
    """
    tables = _word_tables()
    if name not in tables:
        raise SetupError(f"The event types refer to the word class @{name}, which words.toml does not have.")
    table = tables[name]
    words = [word for word in table.get(language, ()) if " " not in word]
    return WordClass(
        words=frozenset(words),
        phrases=tuple(table.get("phrases", ())),
        patterns=tuple(re.compile(pattern) for pattern in table.get("patterns", ())),
        kinds=frozenset(table.get("kinds", ())),
        ids=frozenset(table.get("ids", ())),
        unless=frozenset(table.get("unless", ())),
    )


@cache
def _word_tables() -> Mapping[str, dict[str, Any]]:
    return _read("words.toml")


def _read(name: str) -> dict[str, Any]:
    return _parsed(files(__package__).joinpath(name))


def _parsed(entry: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(entry.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SetupError(f"The event type file {entry.name} cannot be read: {error}") from error


def _event_type(table: Mapping[str, Any], name: str) -> EventType:
    try:
        mapping = table["mapping"]
        return EventType(
            **{key: str(table[key]) for key in ("code", "family", "name_en", "name_fr", "title_en", "title_fr", "definition")},
            required=tuple(table["required"]),
            optional=tuple(table["optional"]),
            rights_group=table.get("rights_group"),
            plover=tuple(PloverCode(code["type"], tuple(code["modes"]), tuple(code["contexts"])) for code in mapping["plover"]),
            cameo=tuple(mapping["cameo"]),
            acled=tuple(AcledCode(code["event"], tuple(code["sub_events"])) for code in mapping["acled"]),
            ucdp=tuple(mapping["ucdp"]),
            roles=MappingProxyType(dict(table["roles"])),
            triggers=tuple(_trigger(row, table) for row in table.get("trigger", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise SetupError(f"The event type file {name} is wrong: {error!r}") from error


def _trigger(row: Mapping[str, Any], table: Mapping[str, Any]) -> Trigger:
    language = row["language"]
    if row["part"] not in _PARTS or language not in ("en", "fr"):
        raise ValueError(f"part or language of {row['words']}")
    known = {"language", "part", "words", "roles", "when", "segment", "source", *CONDITIONS, *REFUSALS, *_FLAGS}
    if unknown := sorted(set(row) - known):
        raise ValueError(f"unknown keys {unknown}")
    return Trigger(
        code=table["code"],
        language=language,
        part=row["part"],
        patterns=tuple(_pattern(words) for words in row["words"]),
        conditions=_classes(row, CONDITIONS, language),
        refusals=_classes(row, REFUSALS, language),
        roles=MappingProxyType({**table["roles"], **row.get("roles", {})}),
        when=row.get("when", ""),
        segments=tuple(row.get("segment", ())),
        source=row["source"],
        **{flag: bool(row.get(flag, False)) for flag in _FLAGS},
    )


def _pattern(words: str) -> Pattern:
    return tuple(frozenset(word.split("|")) for word in words.split())


def _classes(row: Mapping[str, Any], keys: Iterable[str], language: str) -> Mapping[str, WordClass]:
    return MappingProxyType({key: _class_of(row[key], language) for key in keys if key in row})


def _class_of(words: Iterable[str], language: str) -> WordClass:
    plain = [word for word in words if not word.startswith("@")]
    found = WordClass(
        words=frozenset(word for word in plain if " " not in word), phrases=tuple(word for word in plain if " " in word)
    )
    for word in words:
        if word.startswith("@"):
            found = found.joined(word_class(word[1:], language))
    return found
