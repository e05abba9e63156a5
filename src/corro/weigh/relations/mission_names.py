"""A mission called by another mission's initials: one report alone has them, where others tell of the same event."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from corro.model import Claim, Difference, DisputeKind, Relation, Slot, TextValue
from corro.values import Span, fold
from corro.vocab import actor_ids_by_name
from corro.weigh.relations.stands import Scene, Stand, outlier, retold

_INITIALS = re.compile(r"\b(?:MIN|UN|ONU)[A-Z]{2,7}\b")
"""Initials of missions of the United Nations in English and French (MINUSMA, UNMISS, ONUCI). Source: list of `slips`, 2026-11."""

_AGENCIES = frozenset(
    ["UNHCR", "UNICEF", "UNDP", "UNESCO", "UNPOL", "UNOPS", "UNFPA", "UNODC", "UNMAS", "UNRWA", "UNEP", "UNSC", "UNGA", "UNHRC"]
)
"""Initials that begin alike and name no mission. Source: www.un.org, list of funds, programmes and agencies."""


def mission_names(claims: Sequence[Claim], scene: Scene) -> Iterator[Difference]:
    """Find missions called by other initials than in the other reports of one event.

    Args:
        claims: The claims of one event.
        scene: What is known around them.

    Yields:
        Slips of transmission.

    Source: docs/codebook.md, D07, D10, D40.
    """
    stands = list(_stands(claims, scene))
    for one, other in combinations(stands, 2):
        if one.documents & other.documents or _one_mission(one.printed, other.printed):
            continue
        wrong = outlier(one, other) or retold(one, other, scene)
        positions = tuple(stand.position(error=stand is wrong) for stand in (one, other))
        words = f"“{one.printed}” and “{other.printed}” are two missions; one event has one of them, so a name was mixed up."
        yield Difference("mission_name", Relation.TRANSMISSION_ERROR, positions, DisputeKind.IDENTITY, "name.other_mission", words)


def _stands(claims: Sequence[Claim], scene: Scene) -> Iterator[Stand]:
    told: dict[str, list[tuple[Claim, Slot]]] = {}
    for claim in sorted(claims, key=lambda item: item.id):
        for initials, span in _initials(claim, scene):
            told.setdefault(initials, []).append((claim, Slot("mission_name", span, TextValue(initials))))
    for initials in sorted(told):
        claims_of = [claim for claim, _ in told[initials]]
        yield Stand("mission_name", TextValue(initials), initials, tuple(told[initials]), scene.count(claims_of))


def _initials(claim: Claim, scene: Scene) -> Iterator[tuple[str, Span]]:
    """Yield the initials of a claim's passage, once each."""
    document = scene.documents_by_id.get(claim.document_id)
    found: dict[str, Span] = {}
    for match in _INITIALS.finditer(claim.passage.of(document.text)) if document else ():
        at = claim.passage.start + match.start()
        found.setdefault(match.group(), Span(at, at + len(match.group())))
    yield from ((initials, span) for initials, span in found.items() if initials not in _AGENCIES)


def _one_mission(one: str, other: str) -> bool:
    """Say whether two initials are one known mission in two languages."""
    known = actor_ids_by_name()
    mine, theirs = known.get(fold(one)), known.get(fold(other))
    return mine is not None and mine == theirs
