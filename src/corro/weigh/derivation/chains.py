"""How one value went from telling to telling: who has it from where, and what was done to it on the way.

The tellings of one event are put in the order in which they can have been said; each goes back to one earlier telling at the most,
so that they form a forest. `derivation_tellings` says what a telling is, `derivation_rules` what was done between two.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corro.model import ActorKind, ActorValue, Claim, Derivation, Document, Step, Value
from corro.values import Span, fold
from corro.weigh.derivation.rules import is_aggregated, is_verbatim, rounds, transformations
from corro.weigh.derivation.tellings import RARE_FIGURE, Telling, cites, dates_told, figures_told, in_order
from corro.weigh.derivation.words import post_of

__all__ = ["RARE_FIGURE", "Derivation", "Step", "derivations"]

ORIGIN = "origin"

SHIFTED = "date_shifted"

_TWO = 2

_LOOKED_BACK = 16
"""Earlier tellings among which a telling's source is sought: the first and the latest. Source: our own judgement; it keeps the cost
linear, and a figure told more often is told from the first report or from a recent one."""

_QUOTED_WORDS = 5
"""Words in a row that two quotations share when one repeats the other. Source: our own judgement; fewer recur by chance."""

_QUOTE = re.compile(r"[«“\"]([^«»“”\"]{15,400})[»”\"]")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’']+(?:[ -][A-ZÀ-ÖØ-Þ][\w’']+)+")


@dataclass(slots=True)
class _Forest:
    """Tellings in order, each with the number of the one that it goes back to."""

    tellings: list[Telling]
    lineage_of: Mapping[str, str]
    source: dict[int, int] = field(default_factory=dict)

    def lineage(self, telling: Telling) -> str:
        return self.lineage_of.get(telling.document.id, telling.document.id)

    def trees(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        roots: dict[int, int] = {}
        for number in range(len(self.tellings)):
            roots[number] = roots[self.source[number]] if number in self.source else number
            found[roots[number]].append(number)
        return [found[root] for root in sorted(found)]


def derivations(
    claims: Sequence[Claim], documents_by_id: Mapping[str, Document], lineage_of: Mapping[str, str]
) -> tuple[Derivation, ...]:
    """Follow the figures, the target's name and post, the quotations and the shifted dates that documents give of one event.

    Args:
        claims: The claims of one event, in any order.
        documents_by_id: Their documents.
        lineage_of: Lineage id by document id.

    Returns:
        One derivation for each value told in two documents or more, in order; a telling stands after the one that it goes back to.
        A date is followed where a text that goes back to another gives another day: that all say the same day is no news.

    Source: docs/codebook.md, lists, transformations; D01, D02, D06, D17, D19. The cost grows with the tellings.
    """
    figures = _Forest(in_order(figures_told(claims, documents_by_id)), lineage_of)
    _join_figures(figures)
    targets = _Forest(in_order(_targets_told(claims, documents_by_id)), lineage_of)
    _join_targets(targets)
    quoted = _Forest(in_order(_quotations_told(claims, documents_by_id)), lineage_of)
    _join_quotations(quoted)
    dated = _Forest(in_order(dates_told(claims, documents_by_id)), lineage_of)
    _join_dates(dated)
    shifted = (chain for chain in _chains(dated) if any(SHIFTED in step.transformations for step in chain.steps))
    found = [*_chains(figures), *_chains(targets), *_chains(quoted), *shifted]
    return tuple(sorted(found, key=lambda chain: (chain.figure is None, chain.role, chain.figure or 0, chain.steps[0].claim_id)))


def _chains(forest: _Forest) -> Iterable[Derivation]:
    for tree in forest.trees():
        if len({forest.tellings[number].document.id for number in tree}) > 1:
            first = forest.tellings[tree[0]]
            role = first.slot.role if first.slot else "quotation"
            place = {number: at for at, number in enumerate(tree)}
            yield Derivation(role, first.figure, tuple(_step(forest, number, place) for number in tree))


def _step(forest: _Forest, number: int, place: Mapping[int, int]) -> Step:
    telling, source = forest.tellings[number], forest.source.get(number)
    before = forest.tellings[source] if source is not None else None
    return Step(
        claim_id=telling.claim.id,
        document_id=telling.document.id,
        value=telling.printed,
        from_claim_id=before.claim.id if before else None,
        transformations=transformations(before, telling) if before else (ORIGIN,),
        words=telling.words,
        number=place[number],
        from_number=None if source is None else place[source],
        given=telling.count or (telling.slot.value if telling.slot else None),
    )


def _join_figures(forest: _Forest) -> None:
    """Tie each figure to an earlier one: the same, a finer one that it rounds, figures that it adds up, or its copy's own."""
    same: dict[int, list[int]] = defaultdict(list)
    of_role: dict[str, list[int]] = defaultdict(list)
    told = {(telling.document.id, telling.role, telling.figure) for telling in forest.tellings}
    for number, telling in enumerate(forest.tellings):
        known = _known(forest, telling, same[telling.figure]) if telling.figure is not None else []
        source = _source(forest, telling, known) if known else _changed(forest, telling, of_role[telling.role], told)
        if source is not None:
            forest.source[number] = source
        if telling.figure is not None:
            same[telling.figure].append(number)
        of_role[telling.role].append(number)


def _known(forest: _Forest, telling: Telling, earlier: list[int]) -> list[int]:
    """Return the earlier tellings of the same figure; a figure that may recur by chance is followed within its lineage alone."""
    if telling.figure is not None and telling.figure >= RARE_FIGURE:
        return earlier
    kin = [number for number in _some(earlier) if forest.lineage(forest.tellings[number]) == forest.lineage(telling)]
    return [number for number in kin if forest.tellings[number].role == telling.role]


_Told = set[tuple[str, str, int | None]]


def _changed(forest: _Forest, telling: Telling, earlier: list[int], told: _Told) -> int | None:
    """Return the latest earlier telling of the same role that this one rounds, adds up, or miscopies."""
    for number in reversed(_some(earlier)):
        before = forest.tellings[number]
        if before.document.id != telling.document.id and _derives(forest, before, telling, told):
            return number
    return None


def _derives(forest: _Forest, before: Telling, after: Telling, told: _Told) -> bool:
    if before.count is None or after.count is None or before.count.unit != after.count.unit:
        return False
    if before.count.count == after.count.count and before.figure is None:
        return True
    return rounds(before.count.count, after.count.count) or is_aggregated(before, after) or _miscopied(forest, before, after, told)


def _miscopied(forest: _Forest, before: Telling, after: Telling, told: _Told) -> bool:
    """Say whether a copy has another figure where its original has this one: neither text has the other's."""
    if forest.lineage(before) != forest.lineage(after) or before.figure is None or after.figure is None:
        return False
    crossed = {(before.document.id, before.role, after.figure), (after.document.id, after.role, before.figure)}
    return _alone(before) and _alone(after) and crossed.isdisjoint(told)


def _alone(telling: Telling) -> bool:
    """Say whether a claim holds one figure of the role only, so that a copy's other figure can be no other one."""
    return telling.slot is not None and len(telling.claim.slots_of(telling.slot.role)) == 1


def _some(numbers: list[int]) -> list[int]:
    return numbers if len(numbers) <= _LOOKED_BACK else [numbers[0], *numbers[1 - _LOOKED_BACK :]]


def _source(forest: _Forest, telling: Telling, earlier: list[int]) -> int:
    """Return the telling that this one goes back to.

    That is sought in its own lineage; else in its own document, unless that has given the figure another unit;
    else in the earliest document whose outlet or whose person it
    names, for who names his source goes back to it; else among all. `_closest` chooses among several.
    """
    some = _some(earlier)
    own = [number for number in some if forest.tellings[number].document.id == telling.document.id]
    kin = [number for number in some if number not in own and forest.lineage(forest.tellings[number]) == forest.lineage(telling)]
    alike = [number for number in some if _unit(forest.tellings[number]) == _unit(telling)]
    own = own if not alike or not set(alike).isdisjoint(own) else []
    named = [number for number in some if _names(telling, forest.tellings[number])]
    first = forest.tellings[named[0]].document.id if named else ""
    choice = kin or own or [number for number in named if forest.tellings[number].document.id == first] or some
    return _closest(forest, telling, choice)


def _closest(forest: _Forest, telling: Telling, choice: Iterable[int]) -> int:
    """Return the telling with the same words, else of one unit, bound or language, in this order; of equal ones the latest."""

    def nearness(number: int) -> tuple[bool, bool, bool, bool, int]:
        before = forest.tellings[number]
        tongue = before.document.language is telling.document.language
        same = is_verbatim(before, telling)
        return (same, _unit(before) == _unit(telling), _bound(before) == _bound(telling), tongue, number)

    return max(choice, key=nearness)


def _unit(telling: Telling) -> str:
    return telling.count.unit if telling.count else ""


def _bound(telling: Telling) -> str:
    return telling.count.count.bound.value if telling.count else ""


def _names(telling: Telling, before: Telling) -> bool:
    """Say whether a telling names the outlet, the speaker or a person of the document of an earlier one."""
    text = fold(telling.text)
    sources = [before.document.outlet.text, *(holder.name for holder in before.claim.holders)]
    if any(name in _beginnings(source) for source in sources for name in _proper(telling.text)):
        return True
    beside = before.document.text[max(0, before.words.end - _BESIDE) : before.words.end]
    return any(person in text for person in _proper(beside))


_BESIDE = 600
"""Characters before a telling's end in which its speaker is named. Source: chosen on samples/mali, 2026-11."""


def _proper(text: str) -> list[str]:
    return [fold(match.group()) for match in _NAME.finditer(text)]


def _beginnings(source: str) -> set[str]:
    """Return every run of two words or more of a name, folded: by "United States" a text names the United States Mission."""
    words = fold(source).split()
    runs = {" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 2, len(words) + 1)}
    return runs | {word for word in words if "-" in word}


def _targets_told(claims: Sequence[Claim], documents_by_id: Mapping[str, Document]) -> list[Telling]:
    found: dict[str, Telling] = {}
    for claim in sorted(claims, key=lambda claim: (claim.background, claim.trigger, claim.id)):
        document = documents_by_id.get(claim.document_id)
        slots = claim.slots_of("target")
        if document is not None and len(slots) == 1 and _is_somebody(slots[0].value):
            found.setdefault(document.id, Telling(claim, document, claim.passage, slots[0]))
    return list(found.values())


def _is_somebody(value: Value | None) -> bool:
    return isinstance(value, ActorValue) and (value.kind is ActorKind.PERSON or post_of(value.label) is not None)


def _join_targets(forest: _Forest) -> None:
    """Tie each text's naming of the target to one of its own lineage before it, or of the wire that it credits."""
    known: dict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(forest.tellings):
        own, credited = forest.lineage(telling), sorted(_wires(telling.document))
        earlier = known[own] or sorted({other for wire in credited for other in known[wire]})
        if earlier:
            forest.source[number] = _closest(forest, telling, _some(earlier))
        for key in (own, *credited):
            known[key].append(number)


def _join_dates(forest: _Forest) -> None:
    """Tie each text's date to that of a text before it: of its own lineage, of the wire it credits, or that it cites."""
    days = {telling.slot.value for telling in forest.tellings if telling.slot}
    if len(days) < _TWO:
        return
    for number, telling in enumerate(forest.tellings):
        earlier = [before for before in _some(list(range(number))) if _goes_back(forest, telling, forest.tellings[before])]
        if earlier:
            forest.source[number] = _closest(forest, telling, earlier)


def _goes_back(forest: _Forest, telling: Telling, before: Telling) -> bool:
    """Say whether a text has what it tells from another: it is a version of it, credits its agency, or names it as its source."""
    if forest.lineage(before) == forest.lineage(telling):
        return True
    outlet = fold(before.document.outlet.text)
    if not outlet or outlet == fold(telling.document.outlet.text):
        return False
    credited = any(fold(credit.text) == outlet for credit in telling.document.credits)
    return credited or cites(telling.document, outlet)


def _wires(document: Document) -> set[str]:
    return {f"wire:{fold(name)}" for name in (document.outlet.text, *(credit.text for credit in document.credits)) if name}


def _quotations_told(claims: Sequence[Claim], documents_by_id: Mapping[str, Document]) -> list[Telling]:
    found: dict[tuple[str, Span], Telling] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        document = documents_by_id.get(claim.document_id)
        for match in _QUOTE.finditer(claim.passage.of(document.text)) if document else ():
            words = Span(*match.span(1)).moved(claim.passage.start)
            if document and len(fold(words.of(document.text)).split()) >= _QUOTED_WORDS:
                found.setdefault((document.id, words), Telling(claim, document, words))
    return list(found.values())


def _join_quotations(forest: _Forest) -> None:
    """Tie each quotation to an earlier one with which it shares a run of words."""
    known: dict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(forest.tellings):
        runs = _runs(telling.text)
        earlier = sorted({other for run in runs for other in _some(known[run])})
        others = [other for other in earlier if forest.tellings[other].document.id != telling.document.id]
        if others:
            forest.source[number] = _source(forest, telling, others)
        for run in runs:
            known[run].append(number)


def _runs(text: str) -> list[str]:
    words = re.findall(r"\w+", fold(text))
    return [" ".join(words[at : at + _QUOTED_WORDS]) for at in range(len(words) - _QUOTED_WORDS + 1)]
