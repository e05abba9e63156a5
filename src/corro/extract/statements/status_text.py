"""A text as the judgement of status reads it: sentences of small-letter words, and where a doer is named in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corro.extract.statements.status_words import StatusWords, status_words

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_SENTENCES = re.compile(r"(?<=[^\W_][.!?])[\"'»”]?\s+|(?<=[\])\"”»][.!?])\s+|(?<=\.[\"”])\s+")
_IN_BRACKETS = re.compile(r"\[([^\]]*)\]")
_ARTICLES = frozenset(["the", "a", "an", "le", "la", "les"])
_HEAD = 300
"""Characters at the head of a text in which a monitoring service says what kind of text it is ("[COMMUNIQUE]", "[INTERVIEW …]").
Source: chosen on the training texts, 2026-11; the longest such head is a little shorter."""
_LONGEST_ALIAS = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        words: Its words in small letters.
        classes: The classes of cue words that it has.
        sources: What sorts of source it names beside a verb of saying: `authority`, `insurgent`, `critic` or `other`.
    """

    words: tuple[str, ...]
    classes: frozenset[str]
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """A text, read.

    Attributes:
        text: It, in small letters.
        sentences: Its sentences.
        labels: What stands in square brackets at its head, as words.
        head: The words at its head.
        vocabulary: The cue words of its language.
    """

    text: str
    sentences: tuple[Sentence, ...]
    labels: tuple[tuple[str, ...], ...]
    head: tuple[str, ...]
    vocabulary: StatusWords


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where the doer is named.

    Attributes:
        sentence: Number of the sentence.
        start: Its first word there.
        end: The word behind its last.
    """

    sentence: int
    start: int
    end: int


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters."""
    return tuple(_WORD.findall(text.lower()))


def read_telling(text: str, language: str = "en") -> Telling:
    """Read a text.

    Args:
        text: The text, in capitals or not.
        language: Its language.
    """
    vocabulary, low = status_words(language), text.lower()
    head = low[:_HEAD]
    labels = tuple(words_of(label) for label in _IN_BRACKETS.findall(head))
    return Telling(low, tuple(_sentence(part, vocabulary) for part in _parts(low)), labels, words_of(head), vocabulary)


def _parts(text: str) -> list[str]:
    return [part for paragraph in _PARAGRAPHS.split(text) for part in _SENTENCES.split(paragraph) if part.strip()]


def _sentence(part: str, vocabulary: StatusWords) -> Sentence:
    words = words_of(part)
    return Sentence(words, frozenset(vocabulary.of(words)), frozenset(_sources(words, vocabulary)))


_REACH = 7
"""Words beside a verb of saying in which its source stands. Source: chosen on the training texts, 2026-11."""

_SORTS = ("authority", "insurgent", "critic")


def _sources(words: Sequence[str], vocabulary: StatusWords) -> set[str]:
    found: set[str] = set()
    for at, word in enumerate(words):
        if "saying" in vocabulary.classes.get(word, ()):
            found |= _sorts(words[max(0, at - _REACH) : at], vocabulary)
        elif word in ("according", "selon"):
            found |= _sorts(words[at + 1 : at + 1 + _REACH], vocabulary)
    return found


def _sorts(words: Sequence[str], vocabulary: StatusWords) -> set[str]:
    classes = vocabulary.of(words)
    if "office" in classes:
        classes.add("authority")
    return {sort for sort in _SORTS if sort in classes} or {"other"}


def forms_of(names: Sequence[str], telling: Telling) -> tuple[tuple[str, ...], ...]:
    """Return the forms of a doer's name as words, longest first, with the short forms that the text gives in brackets.

    Args:
        names: Forms that are known.
        telling: The text.
    """
    known = {_name(words_of(name)) for name in names} - {()}
    every = known | {alias for form in sorted(known) for alias in _aliases(form, telling.text)}
    return tuple(sorted(every, key=lambda form: (-len(form), form)))


def _name(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def _aliases(form: tuple[str, ...], text: str) -> set[tuple[str, ...]]:
    """Return what stands in brackets behind a name, and the short form that a name in brackets explains."""
    name = r"[\W_]+".join(map(re.escape, form))
    behind = re.findall(rf"\b{name}[\"'”»]?\s*[\[(]([^\])]{{2,{_LONGEST_ALIAS}}})[\])]", text)
    before = re.findall(rf"([\w-]{{2,14}})\s*[\[(]{name}[\])]", text)
    return {_name(words_of(alias)) for alias in (*behind, *before)} - {()}


def namings(forms: Sequence[tuple[str, ...]], telling: Telling) -> tuple[Naming, ...]:
    """Find where a doer is named; a longer form hides a shorter one in it.

    Args:
        forms: Its forms, longest first.
        telling: The text.
    """
    found = []
    for number, sentence in enumerate(telling.sentences):
        taken: set[int] = set()
        for form in forms:
            for start in _starts(form, sentence.words):
                places = range(start, start + len(form))
                if taken.isdisjoint(places):
                    taken.update(places)
                    found.append(Naming(number, start, start + len(form)))
    return tuple(sorted(found, key=lambda naming: (naming.sentence, naming.start)))


def _starts(form: tuple[str, ...], words: tuple[str, ...]) -> list[int]:
    if form[0] not in words:
        return []
    return [at for at in range(len(words) - len(form) + 1) if words[at : at + len(form)] == form]
