"""Everybody whom a document speaks of as a possible speaker, with the names, posts and nicknames that it gives them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corro.extract.statements_grammar import PERSONAL_SUBJECTS, Grammar
from corro.extract.statements_names import Label, read_label
from corro.extract.statements_phrases import is_post, subtree_phrase
from corro.extract.statements_prepared import Prepared
from corro.values import fold

_SMALL = frozenset(
    [
        "d",
        "de",
        "des",
        "du",
        "l",
        "la",
        "le",
        "les",
        "of",
        "the",
        "and",
        "et",
        "a",
        "an",
        "un",
        "une",
        "s",
        "for",
        "en",
        "au",
        "aux",
        "in",
        "on",
    ]
)
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w'’-]*[a-zà-öø-ÿ][\w'’-]*(?: (?:(?:ag|ould|ben|bin|walet|el|al|de|von|van) )?[A-ZÀ-ÖØ-Þ][\w'’-]*)+"
)
"""Two capitalised words or more, with the small words of names between them. Source: own pattern, 2026-11."""


@dataclass(slots=True)
class Somebody:
    """One who may speak.

    Attributes:
        name: Fullest name, or the fullest description where there is no name.
        named: Whether it has a proper name.
        capacity: Post as the text has it, or empty.
        rank: Military or police rank, or empty.
        words: Folded words by which later mentions may take it up.
        name_words: Folded words of its names.
        aliases: Folded nicknames.
        gender: `m`, `f` or empty.
        plural: Whether it is several.
        personal: Whether it is a person.
        spoke: Whether a statement is attributed to it.
        subject: Whether it is the subject of a clause somewhere.
        seen: Tokens at which it is spoken of, in order.
    """

    name: str
    named: bool = False
    capacity: str = ""
    rank: str = ""
    words: set[str] = field(default_factory=set)
    name_words: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    personal: bool = False
    spoke: bool = False
    subject: bool = False
    seen: list[int] = field(default_factory=list)

    def learn(self, label: Label, at: int, *, plural: bool = False) -> None:
        """Take in what another mention says of the same."""
        if label.name and (not self.named or len(label.name.split()) > len(self.name.split())):
            self.name = label.name
        self.named = self.named or bool(label.name)
        self.capacity = self.capacity or label.capacity
        self.rank = self.rank or label.rank
        self.gender = self.gender or label.gender
        self.personal = self.personal or label.personal
        self.plural = (self.plural or plural) and not (self.named and self.personal)
        self.words |= content_words(label.text)
        self.name_words |= content_words(label.name)
        self.aliases |= {fold(alias) for alias in label.aliases}
        self.seen.append(at)


def content_words(text: str) -> set[str]:
    """Return the folded words of a text that are no function words.

    Args:
        text: Any words.
    """
    return {word for word in re.findall(r"\w+", fold(text)) if word not in _SMALL}


@dataclass(slots=True)
class People:
    """The register of one document.

    Attributes:
        everybody: All of them, in order of first mention.
    """

    everybody: list[Somebody] = field(default_factory=list)

    def named(self, label: Label) -> list[Somebody]:
        """Return those whose name or nickname holds all words of the label's name."""
        words = content_words(label.name)
        if not words:
            return []
        return [body for body in self.everybody if _bears(body, label, words)]

    def add(self, label: Label, at: int, *, plural: bool = False) -> Somebody:
        """Enter somebody new."""
        body = Somebody(name=label.name or label.description or label.text)
        body.learn(label, at, plural=plural)
        self.everybody.append(body)
        return body

    def meet(self, label: Label, at: int, *, plural: bool = False) -> Somebody:
        """Enter a mention: with the one person who has that name and does not contradict it, else as somebody new."""
        found = [body for body in self.named(label) if not contradicts(label, body)]
        if len(found) == 1:
            found[0].learn(label, at, plural=plural)
            return found[0]
        return self.add(label, at, plural=plural)


def _bears(body: Somebody, label: Label, words: set[str]) -> bool:
    """Say whether somebody has a name that holds these words; a body may also be called by its sort ("the NGO")."""
    if fold(label.name) in body.aliases:
        return True
    return body.named and (words <= body.name_words or (not label.personal and not body.personal and words <= body.words))


def contradicts(label: Label, body: Somebody) -> bool:
    """Say whether a mention cannot be of somebody: another gender, or another first name.

    Args:
        label: The mention.
        body: Who it might be.
    """
    genders = {label.gender, body.gender} == {"m", "f"}
    words = content_words(label.name)
    other_name = bool(words) and bool(body.name_words) and not (words <= body.name_words or body.name_words <= words)
    ranks = content_words(label.rank) and content_words(body.rank) and not content_words(label.rank) & content_words(body.rank)
    return bool((genders and label.personal and body.personal) or ranks) or (other_name and fold(label.name) not in body.aliases)


def people_in(prepared: Prepared) -> Iterator[tuple[int, int]]:
    """Find the phrases that name persons or bodies, or speak of a post as the subject of a clause.

    Args:
        prepared: The document.

    Yields:
        First token of each phrase and the index past its last, in order.
    """
    grammar = prepared.grammar
    found = {_phrase_of_name(grammar, match.start(), match.end()) for match in _NAME.finditer(grammar.text)}
    found |= {subtree_phrase(grammar, index) for index in range(len(grammar.tokens)) if _subject_with_post(prepared, index)}
    yield from sorted(phrase for phrase in found if phrase is not None)


def _phrase_of_name(grammar: Grammar, start: int, end: int) -> tuple[int, int] | None:
    """Return the whole phrase that a run of capitalised words belongs to, with the post before or behind it."""
    first, last = grammar.at(start), grammar.at(end)
    if first >= last or grammar.tokens[first].start != start:
        return None
    top = next((index for index in range(first, last) if not first <= grammar.tokens[index].head < last), first)
    head = grammar.tokens[top].head
    if grammar.tokens[top].dep in ("appos", "flat", "flat:name", "compound") and grammar.tokens[head].pos in ("NOUN", "PROPN"):
        top = head
    phrase = subtree_phrase(grammar, top)
    return (min(phrase[0], first), max(phrase[1], last)) if phrase[1] - phrase[0] < 25 else (first, last)


def _subject_with_post(prepared: Prepared, index: int) -> bool:
    grammar = prepared.grammar
    return (
        grammar.tokens[index].dep in PERSONAL_SUBJECTS
        and grammar.tokens[index].pos == "NOUN"
        and is_post(grammar, prepared.cues, index)
    )


def label_of(prepared: Prepared, phrase: tuple[int, int]) -> Label:
    """Read the label of a phrase.

    Args:
        prepared: The document.
        phrase: First token and index past the last.
    """
    return read_label(prepared.grammar.words(*phrase), prepared.cues)


def plural_of(grammar: Grammar, phrase: tuple[int, int]) -> bool:
    """Say whether a phrase speaks of several.

    Args:
        grammar: The document.
        phrase: First token and index past the last.
    """
    head = next((index for index in range(*phrase) if not phrase[0] <= grammar.tokens[index].head < phrase[1]), phrase[0])
    return "Number=Plur" in grammar.tokens[head].morph
