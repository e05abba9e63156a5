"""Tells which words in a place slot are no place of the event: a country that acts or is in an actor's name, an institution."""

import re

from corro.model import ActorValue, Claim, Slot
from corro.resolve.places.peoples import demonym_country
from corro.resolve.scenery import Scenery
from corro.values import Place, PlaceKind, Span, fold

_ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "iobj", "vocative"})
"""Relations in which the name of a country is who acts or is addressed. Source: Universal Dependencies v2, core arguments."""

_CAPITAL = 3
"""Importance from which a town stands for its government (`Moscow said`). Source: `corro.values.Place`, importance."""

_COMPANION = re.compile(
    r"\b(?:with|by|against|between|told|asked|urged|according to|selon|d['’]après|avec|par|contre|envers)"
    r"\s+(?:the\s+|la\s+|le\s+|l['’])?$",
    re.IGNORECASE,
)
"""Before a country, words that make it who acts, is addressed or speaks. Source: own list, 2026-11."""

_SOURCE = re.compile(r"(?:\baccording to|\bselon|\bd['’]après|\bpour)\s+$", re.IGNORECASE)
"""Before a capital, words that make it the government that speaks. Source: own list, 2026-11."""

_IN_NAME = re.compile(
    r"\b(?:missions?|forces?|operations?|opérations?|governments?|gouvernements?|authorities|autorités|junta|junte|army|armée"
    r"|presidents?|présidente?s?|ministers?|ministres?|ministry|ministère|embassy|ambassade|ambassad(?:or|eur|rice)s?|envoys?"
    r"|office|bureau|people|peuple|state|état|république|republic|chief|chef)"
    r"(?:\s+(?:of|des?)\s+(?:the\s+|l['’])?(?:UN|United Nations|ONU|Nations unies))?"
    r"\s+(?:of|in|for|du|de la|de l['’]|des?|d['’]|au|aux|en|pour le|pour la)\s*$",
    re.IGNORECASE,
)
"""Before a country, words that make it part of an actor's name (`the mission in Mali`). Source: own list, 2026-11."""

_CONTEXT = 60
_INSTITUTION_WORDS = (
    "state etat charter charte council conseil secretary general secretaire government gouvernement mission ministry ministere "
    "assembly assemblee convention resolution constitution republic republique nation union embassy ambassade"
)
_INSTITUTIONS = frozenset(_INSTITUTION_WORDS.split())
"""Words with a capital that name an institution or a text, folded. Source: own list, 2026-11."""


def names_no_place(claim: Claim, slot: Slot, place: Place | None, scenery: Scenery) -> bool:
    """Say whether the words of a place slot tell something else than where the event was.

    Args:
        claim: The claim.
        slot: Its place slot.
        place: What the words would mean as a place, or None.
        scenery: What the document gives.
    """
    words = slot.span.of(scenery.document.text)
    if place is None:
        return _is_institution(words) or demonym_country(words.strip()) is not None
    if place.kind is PlaceKind.COUNTRY:
        return _in_actor(claim, slot.span) or _acts(slot.span, scenery) or _beside_actor(slot.span, scenery)
    before = scenery.document.text[max(0, slot.span.start - _CONTEXT) : slot.span.start]
    return place.importance >= _CAPITAL and (_acts(slot.span, scenery) or _SOURCE.search(before) is not None)


def _is_institution(words: str) -> bool:
    return bool(words) and all(word in _INSTITUTIONS for word in fold(words).split())


def _in_actor(claim: Claim, span: Span) -> bool:
    """Whether the words are part of the label of somebody in the claim (`the government of Mali`)."""
    return any(isinstance(slot.value, ActorValue) and slot.span.holds(span) for slot in claim.slots)


def _acts(span: Span, scenery: Scenery) -> bool:
    token = scenery.token_in(span)
    return token is not None and token.dep in _ACTING


def _beside_actor(span: Span, scenery: Scenery) -> bool:
    before = scenery.document.text[max(0, span.start - _CONTEXT) : span.start]
    return bool(_COMPANION.search(before) or _IN_NAME.search(before))
