"""Claims that a copy merely repeats: they go where the claim of the original goes, and bring nothing together (law 2)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from corro.model import Claim, Decision, Document, EventLink, LinkVerdict
from corro.weigh.copies.sketching import words_in

FIRST_REPEATS = "link.first_repeats_second"
SECOND_REPEATS = "link.second_repeats_first"
"""Rules of links between a claim and its repetition; the name of the rule says which is which."""

REPEATED_WEIGHT = 9.0
"""Weight of such a link. Source: as `APART` of linking, the weight of what nothing outweighs."""


def echoes(one: Document, its: Sequence[Claim], other: Document, theirs: Sequence[Claim]) -> tuple[EventLink, ...]:
    """Pair the claims that two documents of one origin tell in the same words.

    Args:
        one: A document.
        its: Its claims.
        other: Another document, which goes back to the same origin.
        theirs: The claims of that one.

    Returns:
        A link a pair. The document that came out first has the claim, the other repeats it; of two of one day that with an address
        comes first, then that with the smaller id.
    """
    original, copy = (its, theirs) if _order(one) <= _order(other) else (theirs, its)
    documents = {one.id: one, other.id: other}
    told = _by_words(original, documents)
    pairs = [pair for words, found in _by_words(copy, documents).items() for pair in zip(told.get(words, ()), found, strict=False)]
    return tuple(sorted((_echo(first.id, second.id) for first, second in pairs), key=lambda link: (link.first_id, link.second_id)))


def _order(document: Document) -> tuple[date, bool, str]:
    interval = document.published.interval
    return (interval.first if interval and interval.first else date.max, not document.address, document.id)


def _by_words(claims: Sequence[Claim], documents: Mapping[str, Document]) -> dict[tuple[str, tuple[str, ...], int], list[Claim]]:
    """Group claims by kind, words of the passage and place of the trigger in it."""
    found: dict[tuple[str, tuple[str, ...], int], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.trigger, claim.id)):
        text = documents[claim.document_id].text
        lead = words_in(text[claim.passage.start : claim.trigger.start])
        found.setdefault((claim.type, tuple(words_in(claim.passage.of(text))), len(lead)), []).append(claim)
    return found


def _echo(claim_id: str, repeated_by: str) -> EventLink:
    first, second = sorted((claim_id, repeated_by))
    rule = SECOND_REPEATS if first == claim_id else FIRST_REPEATS
    reason = f"one text repeats the other word for word ({REPEATED_WEIGHT:+.1f})"
    return EventLink(first, second, LinkVerdict.SAME, REPEATED_WEIGHT, (reason,), rule)


def repeated(links: Iterable[EventLink], decisions: Sequence[Decision] = ()) -> dict[str, str]:
    """Return, for each claim that only repeats another, that other one.

    Args:
        links: Links between claims.
        decisions: All decisions; a claim on which people decided stands for itself.

    Returns:
        The claim that is no repetition itself, by that which repeats it, directly or through others.
    """
    judged = {subject for decision in decisions for subject in decision.subjects}
    above: dict[str, str] = {}
    for link in links:
        if link.rule in (FIRST_REPEATS, SECOND_REPEATS):
            pair = (link.first_id, link.second_id)
            copy, original = pair if link.rule == FIRST_REPEATS else pair[::-1]
            if copy not in judged:
                above[copy] = min(original, above.get(copy, original))
    return {copy: _top(copy, above) for copy in above}


def _top(name: str, above: Mapping[str, str]) -> str:
    while name in above:
        name = above[name]
    return name
