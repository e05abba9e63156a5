"""Phrases that mean one thing put together: fuller and shorter names, and names with their acronyms."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from bench.muc4.signs import Phrase, Text

_SHORTEST, _LONGEST, _AFTER, _NEAR = 3, 9, 12, 9
"""Letters of an acronym; words behind a head that may give letters, and that a bracket may stand behind it.
Source: own judgement, 2026-11; not tuned."""

_BRACKETED = 5
"""What a name with its acronym in brackets counts against names that only have its letters. Source: as above."""


def things(text: Text, found: Sequence[Phrase]) -> list[list[int]]:
    """Return the phrases of each thing: those whose words are among those of exactly one fuller phrase, and its acronyms.

    Args:
        text: The text.
        found: Its phrases.
    """
    groups = _by_words(text, found)
    owner = {one: number for number, group in enumerate(groups) for one in group}
    short: dict[str, list[int]] = defaultdict(list)
    for number, phrase in enumerate(found):
        word = text.annotated.tokens[phrase.head].text
        if phrase.name and 2 <= len(word) <= _LONGEST and len(_words(text, phrase)) == 1:
            short[word.lower()].append(number)
    above = {number: number for number in range(len(groups))}
    for acronym, votes in _spelled(text, found, short, owner).items():
        fuller = max(votes, key=lambda one: (votes[one], -one))
        for number in short[acronym]:
            one, other = sorted((_top(above, owner[number]), _top(above, fuller)))
            above[other] = one
    merged: dict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        merged[_top(above, number)] += group
    return [sorted(group) for group in merged.values()]


def _top(above: Mapping[int, int], one: int) -> int:
    while above[one] != one:
        one = above[one]
    return one


def _by_words(text: Text, found: Sequence[Phrase]) -> list[list[int]]:
    by_key: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, phrase in enumerate(found):
        by_key[_words(text, phrase)].append(number)
    fullest: list[frozenset[str]] = []
    members: dict[frozenset[str], list[int]] = defaultdict(list)
    for key in sorted(by_key, key=lambda one: (-len(one), by_key[one][0])):
        fuller = [one for one in fullest if key < one]
        if len(fuller) == 1 or (fuller and not found[by_key[key][0]].name):
            members[fuller[0]] += by_key[key]
        else:
            fullest.append(key)
            members[key] += by_key[key]
    return [sorted(members[key]) for key in fullest]


def _words(text: Text, phrase: Phrase) -> frozenset[str]:
    tokens = text.annotated.tokens
    first = phrase.choices[0].first if phrase.choices else phrase.head
    inside = [at for at in range(first, phrase.head) if tokens[at].pos in (("PROPN",) if phrase.name else ("NOUN", "PROPN", "ADJ"))]
    head = tokens[phrase.head].text.lower() if phrase.name else tokens[phrase.head].lemma
    return frozenset([head, *(tokens[at].text.lower() for at in inside if text.names[at] or not phrase.name)])


def _spelled(
    text: Text, found: Sequence[Phrase], short: Mapping[str, Sequence[int]], owner: Mapping[int, int]
) -> dict[str, Counter[int]]:
    """Return for each acronym how often each thing has its letters, or has it in brackets."""
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for number, phrase in enumerate(found):
        if phrase.name and phrase.choices:
            for acronym in sorted(_letters(text, phrase) & short.keys()):
                votes[acronym][owner[number]] += 1
            bracketed = _bracketed(text, phrase)
            if bracketed in short:
                votes[bracketed][owner[number]] += _BRACKETED
    return votes


def _letters(text: Text, phrase: Phrase) -> set[str]:
    """Return the first letters of every run of words of a name, as its acronym would have them."""
    found, first = set(), phrase.choices[0].first
    for last in {choice.last for choice in phrase.choices if choice.last <= phrase.head + _AFTER}:
        words = [word for token in text.annotated.tokens[first:last] for word in token.text.split("-")]
        letters = "".join(word[0].lower() for word in words if word and word[0].isupper())
        found |= {letters[start:end] for start in range(len(letters)) for end in range(start + _SHORTEST, len(letters) + 1)}
    return found


def _bracketed(text: Text, phrase: Phrase) -> str:
    """Return the acronym in brackets behind a name."""
    tokens = text.annotated.tokens
    for at in range(phrase.head + 1, min(phrase.head + _NEAR, len(tokens) - 2)):
        if tokens[at].text in "([":
            short, closed = tokens[at + 1].text, tokens[at + 2].text in ")]"
            ends = at == phrase.head + 1 or any(choice.last == at for choice in phrase.choices)
            return short.lower() if closed and ends and short.isupper() else ""
    return ""
