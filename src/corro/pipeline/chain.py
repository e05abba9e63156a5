"""What came before an event, what answered it, what is part of it: other events that a report ties to it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from corro.model import ChainKind, ChainLink, Event
from corro.pipeline.passages import Underlined, underlined
from corro.ports import Questions


@dataclass(frozen=True, slots=True)
class Chained:
    """Another event that reports tie to the one asked for.

    Attributes:
        kind: How the two stand to each other.
        outward: Whether the event asked for is the one (`preceded_by`: the later), or the other is.
        event_id: The other event.
        slug: Its short form.
        title: One line.
        links: The links between claims of the two, by document and place in it.
        words: The words of each link, in that order.
    """

    kind: ChainKind
    outward: bool
    event_id: str
    slug: str
    title: str
    links: tuple[ChainLink, ...]
    words: tuple[Underlined, ...]


def chain(questions: Questions, event: Event) -> tuple[Chained, ...]:
    """Gather the links of an event's claims to claims of other events.

    Args:
        questions: The record's answers.
        event: The event.

    Returns:
        One a kind, direction and other event; links from the event asked for first.
    """
    links = questions.chains_of(event.claims)
    event_by_claim = questions.event_of([claim for link in links for claim in (link.claim_id, link.of_claim_id)])
    grouped: dict[tuple[bool, str, ChainKind], list[ChainLink]] = defaultdict(list)
    for link in links:
        one, other = event_by_claim.get(link.claim_id, ""), event_by_claim.get(link.of_claim_id, "")
        if one and other and one != other:
            outward = one == event.id
            grouped[not outward, other if outward else one, link.kind].append(link)
    found = [_chained(questions, key, links) for key, links in grouped.items()]
    return tuple(sorted(found, key=lambda item: (not item.outward, item.kind, item.slug, item.event_id)))


def _chained(questions: Questions, key: tuple[bool, str, ChainKind], links: list[ChainLink]) -> Chained:
    inward, other_id, kind = key
    other = questions.event(other_id)
    if other is None:
        raise LookupError(other_id)
    documents = questions.documents_by_id([link.document_id for link in links])
    words = tuple(underlined(documents[link.document_id], link.passage) for link in links)
    return Chained(kind, not inward, other.id, other.slug, other.title, tuple(links), words)


def phrase(chained: Chained) -> str:
    """Return how the event asked for stands to the other, in words."""
    return (_OUTWARD if chained.outward else _INWARD)[chained.kind]


_OUTWARD: Mapping[ChainKind, str] = {kind: kind.value.replace("_", " ") for kind in ChainKind}
_INWARD: Mapping[ChainKind, str] = {
    ChainKind.PRECEDED_BY: "followed by",
    ChainKind.REPRISAL_FOR: "met with the reprisal",
    ChainKind.INVESTIGATION_OF: "subject of the inquiry",
    ChainKind.RESPONSE_TO: "answered by",
    ChainKind.PART_OF: "made up in part of",
}
"""How a link reads from its other end. Source: own words."""
