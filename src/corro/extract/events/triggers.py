"""Finds the words that name events: an index by dictionary form, so that a text costs its length and not the number of triggers."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from corro.extract.events.arguments import Arguments, counted_before, is_number
from corro.extract.events.forms import VERBAL
from corro.extract.events.found import Found
from corro.extract.events.governing import arguments_of
from corro.extract.events.grammar import NOMINAL, Grammar
from corro.extract.events.signs import Signs
from corro.extract.events.words import word_set
from corro.vocab.event_types import ANYTHING, Pattern, Trigger, WordClass, event_types

_GAP, _LONG_GAP = 15, 40
"""Tokens that may stand between two words of one trigger (`asked the head of the mission to leave`), and where the pattern has `…`.
Source: chosen on the development passages and kasanda-dev, 2026-11."""

_MARGINS = {"sentence": 0, "nearby": 2}
"""Conditions that look at whole sentences, and at how many on either side."""

_NOUN_ENDINGS = ("age", "ation", "ition", "ade", "ture", "ance", "rie", "ement")
"""Endings of French event nouns, which the tagger reads as verbs where a note begins with one (`06 h : accrochage à …`).
Source: Grevisse, Le bon usage, § 168, suffixes of action."""

_RECALLING = frozenset({"rappeler", "reprendre", "recall"})
_THAT = frozenset({"que", "qu'", "qu’", "that"})
"""Verbs that are deeds with an object and sayings with a clause, and the words that open one. Source: closed lists, 2026-11."""

_WIDE = 50
"""What a wide trigger's weight is less, so that any closer one on the same word goes before it. Source: more than any weight."""

_FORMS_KEPT = 65536
"""Words whose patterns are kept; a language's news uses few more. Source: own judgement, as for folded names."""

_CLAUSE_MARKS = word_set("; : . ? ! |")


@cache
def _index(language: str) -> Mapping[str, tuple[tuple[Pattern, Trigger], ...]]:
    found: dict[str, list[tuple[Pattern, Trigger]]] = {}
    for kind in event_types().values():
        for trigger in kind.triggers:
            if trigger.language != language:
                continue
            for pattern in trigger.patterns:
                for word in sorted(pattern[0]):
                    found.setdefault(word, []).append((pattern, trigger))
    return {word: tuple(rows) for word, rows in found.items()}


def find_triggers(grammar: Grammar) -> tuple[Found, ...]:
    """Find the triggers of a text, one for each governing word: the one with most words and conditions.

    Args:
        grammar: The text's tree.

    Returns:
        The triggers in order of the text.
    """
    best: dict[int, Found] = {}
    for index in range(len(grammar.tokens)):
        for found in _candidates(grammar, index):
            known = best.get(found.index)
            if known is None or found.weight > known.weight:
                best[found.index] = found
    return tuple(best[index] for index in sorted(best))


def _candidates(grammar: Grammar, index: int) -> Iterator[Found]:
    for pattern, trigger in _rows(grammar.words[index], grammar.language):
        words = _match(grammar, index, pattern)
        if words and (found := _checked(grammar, trigger, words)):
            yield found


@lru_cache(maxsize=_FORMS_KEPT)
def _rows(forms: frozenset[str], language: str) -> tuple[tuple[Pattern, Trigger], ...]:
    """Return the patterns that one of these forms of a word may open, each once; words recur."""
    table = _index(language)
    rows = (row for form in sorted(forms) for row in table.get(form, ()))
    return tuple({(id(pattern), id(trigger)): (pattern, trigger) for pattern, trigger in rows}.values())


def _match(grammar: Grammar, first: int, pattern: Pattern) -> tuple[int, ...]:
    """Return the tokens that meet a pattern from its first word on, or nothing."""
    found, gap = [first], _GAP
    last = grammar.sentence_of(first).last
    for alternatives in pattern[1:]:
        if alternatives == ANYTHING:
            gap = _LONG_GAP
            continue
        follower = _next_of(grammar, alternatives, found[-1] + 1, min(last, found[-1] + 1 + gap))
        if follower is None:
            return ()
        found.append(follower)
        gap = _GAP
    return tuple(found)


def _next_of(grammar: Grammar, alternatives: frozenset[str], start: int, end: int) -> int | None:
    for index in range(start, end):
        if not alternatives.isdisjoint(grammar.words[index]):
            return index
        if grammar.tokens[index].text in _CLAUSE_MARKS:
            return None
    return None


def _checked(grammar: Grammar, trigger: Trigger, words: tuple[int, ...]) -> Found | None:
    """Return the trigger with its arguments where its part of speech and its conditions hold."""
    index = _governing(grammar, words)
    if not _is_part(grammar, trigger, index if len(words) > 1 else words[0]):
        return None
    if trigger.segments and not _in_segment(grammar, index, trigger.segments):
        return None
    if not _surroundings_hold(grammar, trigger, index):
        return None
    arguments = arguments_of(grammar, index, words)
    if not _conditions_hold(grammar, trigger, index, arguments):
        return None
    near = len(trigger.conditions.keys() & {"subject", "object", "object_head", "argument", "complement", "below", "below_too"})
    weight = near + len(trigger.conditions) + 2 * (len(words) - 1) + bool(trigger.when) - 3 * trigger.yields - _WIDE * trigger.wide
    found = Found(trigger, index, words, arguments, weight)
    if trigger.when == "negated" and Signs(grammar, found).negated():
        return None
    return found


def _governing(grammar: Grammar, words: tuple[int, ...]) -> int:
    inside = set(words)
    return next((word for word in words if grammar.tokens[word].head not in inside or grammar.head(word) is None), words[0])


def _is_part(grammar: Grammar, trigger: Trigger, index: int) -> bool:
    token = grammar.tokens[index]
    if trigger.part == "any":
        return True
    if trigger.part == "noun":
        read_as_verb = token.pos in VERBAL and grammar.language == "fr" and token.text.lower().endswith(_NOUN_ENDINGS)
        return token.pos in NOMINAL or read_as_verb or (token.pos == "ADJ" and token.dep in ("nsubj", "obj", "obl", "root"))
    verbal = grammar.is_verbal(index) and not token.dep.startswith("aux") and not only_tells(grammar, index)
    return verbal or (token.pos == "ADJ" and token.text.lower().endswith(("ed", "é", "és", "ée", "ées")))


def only_tells(grammar: Grammar, index: int) -> bool:
    """Say whether a verb of recalling or resuming brings in what is said (« rappelle que », "recalls that"), and is no deed.

    Args:
        grammar: The text's tree.
        index: The verb.
    """
    following = grammar.tokens[index + 1].text.lower() if index + 1 < len(grammar.tokens) else ""
    clause = grammar.children(index, "ccomp") or following in _THAT
    return grammar.tokens[index].lemma in _RECALLING and bool(clause)


def _in_segment(grammar: Grammar, index: int, kinds: tuple[str, ...]) -> bool:
    segment = grammar.annotated.document.segment_at(grammar.tokens[index].start)
    return segment is not None and str(segment.kind) in kinds


def _surroundings_hold(grammar: Grammar, trigger: Trigger, index: int) -> bool:
    """Say whether the words around it are there: asked first, since it needs no arguments."""
    for place, margin in _MARGINS.items():
        group = trigger.conditions.get(place)
        if group and not grammar.holds((at for at in grammar.sentence_tokens(index, margin=margin) if at != index), group):
            return False
    return True


def _conditions_hold(grammar: Grammar, trigger: Trigger, index: int, arguments: Arguments) -> bool:
    if trigger.needs_object and arguments.object is None:
        return False
    if trigger.when == "passive" and not grammar.is_passive(index):
        return False
    places = _Places(grammar, index, arguments)
    asked = ((place, group) for place, group in trigger.conditions.items() if place not in _MARGINS)
    met = all(grammar.holds(places.tokens(place), group) for place, group in asked)
    return met and not any(_refused(grammar, places, place, group) for place, group in trigger.refusals.items())


def _refused(grammar: Grammar, places: "_Places", place: str, group: WordClass) -> bool:
    return grammar.holds(places.tokens("sentence" if place == "absent" else place.removeprefix("not_") + "_head"), group)


class _Places:
    """The tokens that stand where a condition looks."""

    def __init__(self, grammar: Grammar, index: int, arguments: Arguments) -> None:
        self.grammar, self.index, self.arguments = grammar, index, arguments

    def tokens(self, place: str) -> list[int]:
        """Return the tokens of a place, without the trigger itself."""
        found = self._tokens(place)
        return [index for index in found if index != self.index]

    def _tokens(self, place: str) -> list[int]:
        if place == "subject":
            return self._phrases([self.arguments.subject])
        if place == "object":
            return self._phrases([self.arguments.object, self.arguments.second_object])
        if place in ("object_head", "subject_head"):
            head = self.arguments.object if place == "object_head" else self.arguments.subject
            return [head] if head is not None else []
        if place == "argument":
            return self._phrases([*self.arguments.heads, self._counted_of()])
        if place in ("below", "below_too"):
            return self.grammar.subtree(self.index, outside=("conj", "parataxis", "nsubj", "punct"))
        if place == "complement":
            return [token for clause in self.arguments.clauses for token in self.grammar.subtree(clause)]
        return list(self.grammar.sentence_tokens(self.index, margin=2 if place == "nearby" else 0))

    def _counted_of(self) -> int | None:
        """Return the noun counted before in the sentence that a bare figure as the thing done to takes up, or None.

        `31 requests, of which 14 were refused`, `of the 31 requests, 14 were refused`.
        """
        figure = self.arguments.object
        if figure is None or not is_number(self.grammar, figure):
            return None
        relative = self.grammar.head(self.index) if self.grammar.tokens[self.index].dep == "acl:relcl" else None
        counted = counted_before(self.grammar, figure)
        return relative if counted is None else counted

    def _phrases(self, heads: list[int | None]) -> list[int]:
        return [
            token
            for head in heads
            if head is not None
            for token in self.grammar.subtree(head, outside=("acl:relcl", "parataxis", "conj"))
        ]
