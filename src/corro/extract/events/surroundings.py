"""The times and places of a text by sentence and token, so that an event asks only about its own sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from corro.extract.events.grammar import Grammar
from corro.extract.events.places import find_places
from corro.extract.events.times import find_times
from corro.model import MentionKind
from corro.values import Span

_SMALL = "two|three|four|five|six|seven|ten|deux|trois|quatre|cinq|sept|dix"
_LENGTH = re.compile(rf"(?:\d+|{_SMALL}) (?:hours?|days?|weeks?|months?|heures?|jours?|semaines?|mois)", re.IGNORECASE)
"""A bare length of time, which dates nothing."""

_WITHIN = re.compile(r"\b(?:within|sous|délai de|inside)\s+$")

Placed = tuple[int, Span]
"""A span with the token that governs it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Times, places and events of a text.

    Attributes:
        times: By number of the sentence.
        places: By number of the sentence.
        time_tokens: All tokens that stand in words of a time.
        place_tokens: All tokens that stand in words of a place.
        triggers: The governing tokens of all events.
    """

    times: dict[int, list[Placed]] = field(default_factory=dict)
    places: dict[int, list[Placed]] = field(default_factory=dict)
    time_tokens: frozenset[int] = frozenset()
    place_tokens: frozenset[int] = frozenset()
    triggers: frozenset[int] = frozenset()


def surroundings(grammar: Grammar) -> Surroundings:
    """Return the times and places of a text.

    Args:
        grammar: The text's tree.
    """
    given = [mention.span for mention in grammar.annotated.mentions if mention.kind is MentionKind.TIME]
    spans = given or find_times(grammar.annotated.document.text, grammar.language)
    spans = [span for span in spans if not _is_length(grammar, span)]
    times = [(head, span) for span in spans if (head := _governor(grammar, span)) is not None]
    time_tokens = _tokens_of(grammar, times)
    places = [(head, span) for head, span in find_places(grammar) if time_tokens.isdisjoint(_tokens_in(grammar, span))]
    return Surroundings(_by_sentence(grammar, times), _by_sentence(grammar, places), time_tokens, _tokens_of(grammar, places))


def _is_length(grammar: Grammar, span: Span) -> bool:
    """Say whether words tell how long something may take (`within 48 hours after …`), and not when it was."""
    before = grammar.annotated.document.text[max(0, span.start - 12) : span.start].lower()
    return bool(_LENGTH.fullmatch(grammar.text(span))) or bool(_WITHIN.search(before) and _LENGTH.match(grammar.text(span)))


def _tokens_in(grammar: Grammar, span: Span) -> list[int]:
    at = bisect_left(grammar.tokens, span.start, key=lambda token: token.start)
    inside = []
    while at < len(grammar.tokens) and grammar.tokens[at].start < span.end:
        inside.append(at)
        at += 1
    return inside


def _tokens_of(grammar: Grammar, placed: Iterable[Placed]) -> frozenset[int]:
    return frozenset(index for _, span in placed for index in _tokens_in(grammar, span))


def _by_sentence(grammar: Grammar, placed: Iterable[Placed]) -> dict[int, list[Placed]]:
    found: dict[int, list[Placed]] = {}
    for head, span in placed:
        found.setdefault(grammar.sentence_numbers[head], []).append((head, span))
    return found


def _governor(grammar: Grammar, span: Span) -> int | None:
    """Return the token of a span whose head lies outside it."""
    inside = _tokens_in(grammar, span)
    held = set(inside)
    return next((index for index in inside if grammar.head(index) not in held), None)
