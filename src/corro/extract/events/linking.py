"""Links the mentions of one event inside a document: repeated words, definite nouns, `this measure`, `the last such briefing`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from corro.extract.events.comparing import conflict, shared
from corro.extract.events.drafts import Draft
from corro.extract.events.found import Found
from corro.extract.events.governing import arguments_of
from corro.extract.events.grammar import Grammar
from corro.extract.events.signs import Signs
from corro.extract.events.words import EVENT_NOUNS, MEASURE_NOUNS, MEETING_NOUNS, PAPER_NOUNS, word_set
from corro.values import Span
from corro.vocab.event_types import Trigger

_DEFINITE = word_set("the this that these those such le la l' l’ les ce cet cette ces")
_POINTING = word_set("this that these those such ce cet cette ces")
_OTHER = word_set(
    "another second other third new further also additional autre second seconde deuxième nouveau nouvelle nouvel également "
    "aussi troisième"
)
"""Words that set an event apart from the one before. Source: own list, 2026-11."""

_MEASURES = ("H1", "H2", "H6", "O3", "O7", "O8", "M2", "H5", "H3", "H4")
"""Types to which `this measure`, `the move` can refer."""

_KIN = {"C2": "C1"}
"""Types whose mentions are compared with those of another: what is said at a meeting tells of the meeting."""

_ONCE = frozenset(["H1", "H2", "H6"])
"""Types of which two mentions in one text that nothing tells apart are one event: a State takes few such measures in a year.
Source: docs/facts.md, dates, 2013 to 2023."""

_REFERRING = (
    (MEASURE_NOUNS, _MEASURES),
    (MEETING_NOUNS, ("C1", "C2")),
    (PAPER_NOUNS, ("C3",)),
    (EVENT_NOUNS, ("A1", "A2", "A3", "V1", "V2", "V6", "V7")),
)
"""Nouns that refer back, and to which types."""

_GROUPS_BACK = 20
"""Earlier events of the same type that a mention is compared with, so that a long list costs its length.
Source: chosen on a list of 2,000 incidents, 2026-11; texts of 350 words have at most five."""

_FELLOWS = 50
"""Mentions of one event that are compared and named. Source: chosen on a list of 2,000 incidents, 2026-11."""

_SENTENCES_APART = 3
"""How far a definite noun without arguments in common reaches back. Source: chosen on samples/mali and kasanda-dev, 2026-11."""


def find_anaphors(grammar: Grammar, drafts: Sequence[Draft]) -> tuple[tuple[Found, Draft], ...]:
    """Find nouns that refer back to a measure, with the mention that they refer to.

    Args:
        grammar: The text's tree.
        drafts: The mentions found by triggers, in order.
    """
    taken = {word for draft in drafts for word in draft.found.words}
    current = [draft for draft in drafts if draft.judgement.modality.current]
    found: list[tuple[Found, Draft]] = []
    for index, token in enumerate(grammar.tokens):
        if token.pos != "NOUN" or index in taken:
            continue
        codes = next((codes for nouns, codes in _REFERRING if not nouns.isdisjoint(grammar.words[index])), ())
        if not codes or not _refers(grammar, index):
            continue
        if Signs(grammar, referring_to(grammar, index, codes[0])).supposed():
            continue
        earlier = [draft for draft in current if draft.index < index and draft.code in codes]
        if earlier:
            antecedent = _antecedent(grammar, index, earlier)
            found.append((referring_to(grammar, index, antecedent.code), antecedent))
    return tuple(found)


def _refers(grammar: Grammar, index: int) -> bool:
    """Say whether a noun stands alone with `the` or with `this`: `the decision of the court` brings its own content."""
    determiners = {grammar.tokens[child].text.lower() for child in grammar.children(index, "det")}
    if determiners & _POINTING:
        return True
    own_content = [
        child
        for child in grammar.children(index, "nmod", "acl", "acl:relcl", "amod", "compound")
        if grammar.words[child].isdisjoint(("dater", "date", "dated", "daté"))
    ]
    return bool(determiners & _DEFINITE) and not own_content


def _antecedent(grammar: Grammar, index: int, earlier: list[Draft]) -> Draft:
    """Return the measure of the sentence before, else the first of the document, whose subject it is."""
    number = grammar.sentence_numbers[index]
    near = [draft for draft in earlier if number - grammar.sentence_numbers[draft.index] <= 1]
    return near[-1] if near else earlier[0]


def referring_to(grammar: Grammar, index: int, code: str) -> Found:
    """Return a mention of an event by a word that is no trigger.

    Args:
        grammar: The text's tree.
        index: The word.
        code: The event's type.
    """
    trigger = Trigger(code, grammar.language, "noun", (), {}, {}, {}, source="reference back")
    return Found(trigger, index, (index,), arguments_of(grammar, index), 0)


def link(grammar: Grammar, drafts: Sequence[Draft]) -> None:
    """Give each mention the trigger spans of the other mentions of its event.

    Args:
        grammar: The text's tree.
        drafts: All mentions in order of the text; their `same_as` is filled.
    """
    by_code: dict[str, _Groups] = {}
    for at, draft in enumerate(drafts):
        groups = by_code.setdefault(_KIN.get(draft.code, draft.code), _Groups())
        groups.add(drafts, at, _group_for(grammar, drafts, at, groups))
    for groups in by_code.values():
        for fellows in groups.members.values():
            for at in fellows:
                drafts[at].same_as = [drafts[other].trigger for other in _shown(fellows) if other != at]


@dataclass(slots=True)
class _Groups:
    """The events of one type met so far, the one mentioned last at the end.

    Attributes:
        members: The numbers of each event's mentions, by the number of the first.
        group_of: The event of each mention, by the mention's identity.
        first: The first event of the document, or None.
    """

    members: dict[int, list[int]] = field(default_factory=dict)
    group_of: dict[int, int] = field(default_factory=dict)
    first: int | None = None

    def add(self, drafts: Sequence[Draft], at: int, group: int | None) -> None:
        """Add a mention to an event, or as a new one where none is given."""
        key = at if group is None else group
        self.first = key if self.first is None else self.first
        fellows = self.members.pop(key, [])
        fellows.append(at)
        self.members[key] = fellows
        self.group_of[id(drafts[at])] = key

    def latest_first(self) -> list[int]:
        """Return the events mentioned last, at most `_GROUPS_BACK`, and the document's first."""
        nearest = list(islice(reversed(self.members), _GROUPS_BACK))
        return nearest if self.first is None or self.first in nearest else [*nearest, self.first]


def _shown(fellows: list[int]) -> list[int]:
    """Return the mentions that each mention of an event names: all, or the first ones where there are very many."""
    return fellows[:_FELLOWS]


def _group_for(grammar: Grammar, drafts: Sequence[Draft], at: int, groups: _Groups) -> int | None:
    draft = drafts[at]
    if draft.refers_to is not None:
        return groups.group_of.get(id(draft.refers_to))
    for group in groups.latest_first():
        fellows = groups.members[group]
        compared = fellows if len(fellows) <= _FELLOWS else [fellows[0], *fellows[-_FELLOWS:]]
        if _same_event(grammar, [drafts[other] for other in compared], draft):
            return group
    return None


def _same_event(grammar: Grammar, fellows: list[Draft], draft: Draft) -> bool:
    if fellows[0].segment == "caption" or draft.segment == "caption" or _set_apart(grammar, draft):
        return False
    if any(conflict(grammar, fellow, draft) for fellow in fellows):
        return False
    if fellows[-1].judgement.modality.current != draft.judgement.modality.current and not _definite(grammar, draft):
        return False
    common = any(shared(grammar, fellow, draft) for fellow in fellows)
    apart = grammar.sentence_numbers[draft.index] - grammar.sentence_numbers[fellows[-1].index]
    if apart == 0:
        return True
    headline = fellows[0].segment in ("headline", "subheading")
    return common or headline or draft.code in _ONCE or (_definite(grammar, draft) and apart <= _SENTENCES_APART)


def _set_apart(grammar: Grammar, draft: Draft) -> bool:
    return any(not _OTHER.isdisjoint(grammar.words[child]) for child in grammar.children(draft.index, "det", "amod", "advmod"))


def _definite(grammar: Grammar, draft: Draft) -> bool:
    determiners = {grammar.tokens[child].text.lower() for child in grammar.children(draft.index, "det", "amod")}
    return bool(determiners & _DEFINITE) or any(slot.inferred for slot in draft.slots)


__all__ = ["Span", "find_anaphors", "link"]
