"""Tells namesakes apart by what the words beside a name say of where it lies: in a unit, near a town, so far from one."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from corro.resolve.places import words as place_words
from corro.resolve.places.finding import Named
from corro.resolve.places.settling import offset_place
from corro.resolve.times.words import number_words
from corro.values import Language, Place, PlaceKind, distance_km, fold

_IN = (
    r",?\s+(?:in\s+(?:the\s+)?|en\s+|au\s+|aux\s+|dans\s+(?:le\s+|la\s+|l['’])"
    r"|of\s+the\s+|du\s+|de\s+la\s+|relevant\s+(?:du\s+|de\s+la\s+))|\s+\((?:in\s+(?:the\s+)?)?|,\s+(?:le\s+|la\s+)?"
)
_IN_UNIT = re.compile(_IN, re.IGNORECASE)
_IN_COUNTRY = re.compile(
    r",?\s+(?:in\s+(?:the\s+)?|en\s+|au\s+|aux\s+|dans\s+(?:le\s+|la\s+|l['’]))|\s+\((?:in\s+(?:the\s+)?)?", re.IGNORECASE
)
"""What joins a place to the unit or country that it lies in, which stands right behind. Source: own lists, 2026-11."""

_CERCLE_KM = 130.0
"""How far a village may lie from the middle of its cercle, where no row says which cercle it is in.

Source: half the longest way across a cercle of northern Mali by its villages in the packaged index, 2026-11.
"""

_LEAD = (
    r"\s*[,(–-]?\s*(?:(?:a|the|un|une|le|la)\s+(?:small\s+|petit\s+|petite\s+)?"
    r"(?:village|town|hamlet|locality|commune|localité|hameau|ville|bourgade)\s+)?"
    r"(?:(?:située?s?|sise?s?|located|lying|which lies|qui se trouve)\s+)?"
)
_SIDES = "|".join(sorted(place_words.BEARINGS, key=len, reverse=True))
_FAR = re.compile(_LEAD + place_words.DISTANCE.pattern, re.IGNORECASE)
_NEAR = re.compile(
    _LEAD + r"(?:near|outside|not far from|close to|next to|just outside|on the outskirts of|in the commune of|commune (?:de|d['’])"
    r"|près (?:de|d['’])|non loin (?:de|d['’])|à proximité (?:de|d['’])|à côté (?:de|d['’])|aux environs (?:de|d['’])"
    r"|dans la commune (?:de|d['’])|dans les environs (?:de|d['’])|à la périphérie (?:de|d['’]))\s*",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    _LEAD + rf"(?:to the |just |au |à l['’])?(?P<direction>{_SIDES})\s+(?:of|de|du|d['’])\s*",
    re.IGNORECASE,
)
_NEAR_KM = 75.0
_BESIDE_KM = 150.0
"""How far off a place may lie that is called near another, or on one side of it without a figure.

Source: own judgement, 2026-11.
"""

_LEAST_OFF_KM = 15.0
_OFF_SHARE = 0.4
"""How far a place may lie from the point that a distance gives: roads are longer than lines, and figures are rounded.

Source: own judgement; villages of the development sets lie within a quarter, 2026-11.
"""


def in_unit_behind(text: str, names: Sequence[Named]) -> list[Named]:
    """Keep of each name's places those of the country or unit that stands right behind it (`Bosso, in Niger`), where there are any.

    Args:
        text: The text.
        names: Its names, in order.
    """
    kept = list(names)
    for at, (name, wide) in enumerate(pairwise(names)):
        joint = _IN_UNIT if wide.kinds and wide.kinds[0] in _UNITS else _IN_COUNTRY
        if joint.fullmatch(text[name.span.end : (wide.whole or wide.span).start]):
            kept[at] = replace(name, places=_inside(name.places, wide) or name.places)
    return kept


_UNITS = frozenset({PlaceKind.REGION, PlaceKind.CERCLE})


def _inside(places: Sequence[Place], wide: Named) -> tuple[Place, ...]:
    """Return the places that lie in what another name means, which is a country or asks for a region or cercle."""
    top = wide.places[0]
    if top.kind is PlaceKind.COUNTRY and not wide.kinds:
        return tuple(place for place in places if place.country == top.country and place.kind is not PlaceKind.COUNTRY)
    if not wide.kinds or wide.kinds[0] not in _UNITS:
        return ()
    units = {(place.country, fold(place.name)) for place in wide.places if place.kind in wide.kinds}
    units |= {(country, name.removesuffix(" region").removeprefix("cercle de ")) for country, name in units}
    inside = (
        place for place in places if {(place.country, fold(place.admin1 or "")), (place.country, fold(place.admin2 or ""))} & units
    )
    return tuple(inside) or _about_cercle(places, wide)


def _about_cercle(places: Sequence[Place], wide: Named) -> tuple[Place, ...]:
    cercles = [place for place in wide.places if place.kind is PlaceKind.CERCLE and PlaceKind.CERCLE in wide.kinds]
    return tuple(place for place in places if any(_distance(place, cercle) <= _CERCLE_KM for cercle in cercles))


def said_to_lie(text: str, names: Sequence[Named], settled: Sequence[Place | None]) -> list[Named]:
    """Keep of each name's places those that lie as the words behind it say (`Bossey, 30 km west of Dori`), where there are any.

    What is said of one mention holds for the others of the same name.

    Args:
        text: The text.
        names: Its names, in order.
        settled: What each was settled to so far, or None.
    """
    told: dict[str, tuple[Place, ...]] = {}
    for at, (name, behind) in enumerate(pairwise(names)):
        anchor = settled[at + 1]
        if len(name.places) < 2 or anchor is None or anchor.kind is PlaceKind.COUNTRY:
            continue
        kept = _as_told(text[name.span.end : (behind.whole or behind.span).start], _asked_for(name), anchor)
        if kept:
            told[fold(name.span.of(text))] = kept
    return [replace(name, places=told.get(fold(name.span.of(text)), name.places)) for name in names]


def _asked_for(name: Named) -> tuple[Place, ...]:
    """Return a name's places of the kind that its words ask for, or its towns, where there are any."""
    kinds = name.kinds or (PlaceKind.TOWN,)
    return tuple(place for place in name.places if place.kind in kinds) or name.places


def _as_told(gap: str, places: Sequence[Place], anchor: Place) -> tuple[Place, ...]:
    """Return the places that lie to the anchor as the words between say; none where they say nothing or nothing fits."""
    far = _FAR.fullmatch(gap)
    if far is not None:
        return _at_distance(far, places, anchor)
    if _NEAR.fullmatch(gap):
        within = tuple(place for place in places if _distance(place, anchor) <= _NEAR_KM)
        known = any(place.importance for place in within)
        return within if known else _nearest(within, lambda place: _distance(place, anchor), _NEAR_KM)
    beside = _BESIDE.fullmatch(gap)
    if beside is None:
        return ()
    bearing = bearing_of(beside.group("direction"))
    fitting = [place for place in places if bearing is None or _on_side(place, anchor, bearing)]
    return _nearest(fitting, lambda place: _distance(place, anchor), _BESIDE_KM)


def _at_distance(phrase: "re.Match[str]", places: Sequence[Place], anchor: Place) -> tuple[Place, ...]:
    distance = kilometres_of(phrase, Language.ENGLISH) or kilometres_of(phrase, Language.FRENCH)
    if distance is None:
        return ()
    most = max(_LEAST_OFF_KM, _OFF_SHARE * distance)
    bearing = bearing_of(phrase.group("direction") or "")
    point = offset_place(anchor, distance, bearing, "") if bearing is not None else None
    if point is not None:
        return _nearest(places, lambda place: _distance(place, point), most)
    return _nearest(places, lambda place: abs(_distance(place, anchor) - distance), most)


def _nearest(places: Sequence[Place], far: Callable[[Place], float], most: float) -> tuple[Place, ...]:
    """Return the places that are not too far; where one is clearly nearest, that one and what lies by it."""
    ranked = sorted(((far(place), at, place) for at, place in enumerate(places)), key=lambda item: item[:2])
    within = [(off, place) for off, _, place in ranked if off <= most]
    if not within:
        return ()
    least = within[0][0]
    return tuple(place for off, place in within if off <= 2 * least + _SAME_KM)


_SAME_KM = 5.0
"""Points so near to each other are one place's. Source: precision of a village's point in the gold sets, 2026-11."""


def _on_side(place: Place, anchor: Place, bearing: float) -> bool:
    """Whether a place lies on a side of another: nearer to a point on that side than a right angle would be."""
    distance = _distance(place, anchor)
    point = offset_place(anchor, distance, bearing, "") if distance < _BESIDE_KM else None
    return point is not None and _distance(place, point) <= 2 * distance * _HALF_CHORD


_HALF_CHORD = 0.5556
"""Sine of half of 67.5 degrees, to either side of which a direction still holds.

Source: three of the eight points of the compass.
"""


def bearing_of(words: str) -> float | None:
    """Return the degrees of a direction in words, or None.

    Args:
        words: `north-east`, `nord est`.
    """
    key = words.casefold().replace(" ", "-")
    return place_words.BEARINGS.get(key, place_words.BEARINGS.get(key.replace("-", "")))


def kilometres_of(phrase: "re.Match[str]", language: Language) -> float | None:
    """Return the kilometres of a distance phrase, or None where its number is none.

    Args:
        phrase: A match of `DISTANCE`.
        language: Whose number words are read.
    """
    number = _number(phrase.group("number").casefold(), language)
    if number is None:
        return None
    return number * place_words.MILE_KM if phrase.group("unit").casefold().startswith("mile") else number


def _number(shown: str, language: Language) -> float | None:
    if shown[0].isdigit():
        return float(shown.replace(",", "."))
    from corro.resolve.times.tokens import cut

    words = [word for word in cut(shown, language) if word.name in ("NUM", "DAY", "ROUND")]
    return float(words[0].number) if words and (words[0].number or shown in number_words(language)) else None


def _distance(one: Place, other: Place) -> float:
    distance = distance_km(one, other)
    return float("inf") if distance is None else distance
