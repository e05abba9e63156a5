"""Chooses among the world's namesakes: by how many live there, by what the text names around them, and by nearness."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log10

from corro.resolve.places.states import STATE_AFTER
from corro.resolve.places.world import Candidate
from corro.values import Place, PlaceKind, Span, distance_km, fold

_PEOPLE = 1.0
"""Weight of a tenfold population.

Source of this and of the weights below: chosen on geovirus-dev, lgl-dev, trnews-dev and geowebnews-dev together, 2026-11, by going
through them one by one; half or double of any changes the mean of the four by less than two points.
"""
_LEVEL_WEIGHT = {PlaceKind.COUNTRY: 3.5, PlaceKind.CERCLE: -1.5, PlaceKind.AREA: -1.0}
_VARIANT = -2.5
_VARIANT_OF_CITY = -1.5
"""Other names are mostly other languages'; those of the world's cities are known (`Londres`)."""
_CAPITAL = 1.0
_WORLD_CITY = 1.5
_METROPOLIS = 1_000_000
_SAID = 4.0
"""The text says the unit right behind the name (`Paris, Texas`)."""
_LEVEL_SAID = 4.0
"""A word beside the name says the level (`Dallas County`)."""
_COUNTRY_NAMED = 2.0
_UNIT_NAMED = 1.5
_SAME_UNIT = 4.0
_SAME_COUNTRY = 1.6
_BESIDE = 2.0
"""A name beside it in a list is of its kind and country."""
_NEAR = 4.0
_NEAR_KM = 200.0
_SHARPNESS = 1.2
"""How strongly the better of a name's candidates speaks for its unit."""
_MOST_CANDIDATES = 40
_MOST_NEIGHBOURS = 100
"""Candidates of a name, and names that it is measured against, which keeps long texts linear. Source: own judgement, 2026-11."""
_ROUNDS = 2
_LISTED = re.compile(r",\s+|,?\s+(?:and|or|et|ou)\s+")
_APPOSED = re.compile(r",\s+|\s+\(|\s+in\s+(?:the\s+)?|\s+(?:en|au|aux|dans le|dans la)\s+")


Key = tuple[str, tuple[PlaceKind, ...], str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A name whose place is asked for.

    Attributes:
        span: Where it stands.
        name: As written.
        kinds: Kinds that a word beside it asks for.
        candidates: What bears the name.
    """

    span: Span
    name: str
    kinds: tuple[PlaceKind, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a name.

    Attributes:
        candidate: The place, or None where nothing bears the name.
        margin: How far it leads the next one that lies elsewhere; large where there is none.
        others: The other candidates, best first.
        rule: What decided.
    """

    candidate: Candidate | None
    margin: float
    others: tuple[Candidate, ...] = ()
    rule: str = ""


@dataclass(slots=True)
class _Sense:
    """One distinct name of the text, with the standing of its candidates."""

    asked: Asked
    candidates: tuple[Candidate, ...]
    standing: list[float]
    said: str = ""
    times: int = 1
    joined: list["_Sense"] = field(default_factory=list)
    support: list[float] = field(default_factory=list)

    @property
    def best(self) -> int:
        return max(range(len(self.candidates)), key=lambda at: (self.total(at), -at))

    def total(self, at: int) -> float:
        return self.standing[at] + (self.support[at] if self.support else 0.0)


def choose(text: str, asked: Sequence[Asked], countries: Mapping[str, int]) -> list[Choice]:
    """Choose a place for each name.

    Args:
        text: The text.
        asked: Its names, in order.
        countries: How often the text names each country by other means (peoples), by code.

    Returns:
        One choice a name.
    """
    said = [_said(text, asked, at) for at in range(len(asked))]
    senses = _senses(asked, said)
    _join(text, asked, said, senses)
    named = _named_units(senses.values(), countries)
    for _ in range(_ROUNDS):
        _support(list(senses.values()), named)
    return [_choice(senses[key]) if key in senses else Choice(None, 0.0) for key in map(_key, asked, said)]


def _key(one: Asked, said: str) -> Key:
    return fold(one.name), one.kinds, said


def _senses(asked: Sequence[Asked], said: Sequence[str]) -> dict[Key, _Sense]:
    """Return the distinct names; what one mention says of its country or state holds for the others of the name."""
    told: dict[str, str] = {}
    for one, unit in zip(asked, said, strict=True):
        if unit:
            told.setdefault(fold(one.name), unit)
    senses: dict[Key, _Sense] = {}
    for one, unit in zip(asked, said, strict=True):
        key = _key(one, unit)
        if key in senses:
            senses[key].times += 1
        elif one.candidates:
            candidates = one.candidates[:_MOST_CANDIDATES]
            where = unit or told.get(key[0], "")
            senses[key] = _Sense(one, candidates, [_standing(each, one, where) for each in candidates], where)
    return senses


def _join(text: str, asked: Sequence[Asked], said: Sequence[str], senses: Mapping[Key, _Sense]) -> None:
    """Note which names stand side by side in a list: such names mostly are of one kind and one country."""
    for at in range(len(asked) - 1):
        one, other = (senses.get(_key(asked[place], said[place])) for place in (at, at + 1))
        gap = text[asked[at].span.end : asked[at + 1].span.start]
        if one is not None and other is not None and one is not other and not said[at] and _LISTED.fullmatch(gap):
            one.joined.append(other)
            other.joined.append(one)


def _standing(candidate: Candidate, asked: Asked, said: str) -> float:
    """Return what speaks for a candidate by itself."""
    kind = candidate.place.kind
    score = _PEOPLE * log10(candidate.people + 10) + _LEVEL_WEIGHT.get(kind, 0.0)
    city = kind is PlaceKind.TOWN and candidate.people >= _METROPOLIS
    listed = candidate.place.gazetteer_id is not None and candidate.place.gazetteer_id.startswith("world:")
    score += 0.0 if candidate.exact or listed else _VARIANT_OF_CITY if city else _VARIANT
    score += _CAPITAL if candidate.place.importance == 3 else 0.0
    score += _WORLD_CITY if city and candidate.exact else 0.0
    if asked.kinds:
        score += _LEVEL_SAID if kind in asked.kinds else -_LEVEL_SAID / 2
    if said and _inside(candidate, said):
        score += _SAID
    return score


def _inside(candidate: Candidate, unit: str) -> bool:
    """Whether a candidate lies in a unit and is not that unit itself."""
    own = candidate.unit == unit and candidate.place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)
    return not own and (candidate.unit == unit or candidate.unit.startswith(f"{unit}."))


def _said(text: str, asked: Sequence[Asked], at: int) -> str:
    """Return the unit or country that stands right behind a name (`Paris, Texas`), as a code, or the empty string."""
    if _lists_units(text, asked, at):
        return ""
    state = STATE_AFTER.match(text, asked[at].span.end)
    if state is not None:
        code = state.lastgroup or ""
        if any(_inside(each, code.replace("_", ".")) for each in asked[at].candidates):
            return code.replace("_", ".")
    if at + 1 == len(asked):
        return ""
    gap = text[asked[at].span.end : asked[at + 1].span.start]
    if not _APPOSED.fullmatch(gap):
        return ""
    for unit in asked[at + 1].candidates:
        code = unit.unit
        wide = unit.place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)
        if wide and any(_inside(each, code) for each in asked[at].candidates):
            return code
    return ""


def _lists_units(text: str, asked: Sequence[Asked], at: int) -> bool:
    """Whether a name begins a list of units (`Washington, Oregon and California`), so that the next does not hold it."""
    if at + 2 >= len(asked) or not _LISTED.fullmatch(text[asked[at + 1].span.end : asked[at + 2].span.start]):
        return False
    regions = [
        {each.place.country for each in asked[place].candidates if each.place.kind is PlaceKind.REGION}
        for place in (at, at + 1, at + 2)
    ]
    return bool(regions[0] & regions[1] & regions[2])


def _named_units(senses: Iterable[_Sense], countries: Mapping[str, int]) -> Counter[str]:
    """Return how often each country and first-level unit is named, by code."""
    named: Counter[str] = Counter(countries)
    for sense in senses:
        top = sense.candidates[sense.best]
        if top.place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION):
            named[top.unit] += sense.times
            named[top.unit.partition(".")[0]] += top.place.kind is PlaceKind.REGION
        if sense.said:
            named[sense.said] += sense.times
    return named


def _support(senses: Sequence[_Sense], named: Counter[str]) -> None:
    """Let the other names of the text speak for the candidates that lie where they lie."""
    masses = [_masses(sense) for sense in senses]
    total: defaultdict[str, float] = defaultdict(float)
    for mass in masses:
        for unit, share in mass.items():
            total[unit] += share
    picks = [sense.candidates[sense.best].place for sense in senses[:_MOST_NEIGHBOURS]]
    supports = [
        [
            _support_of(each, mass, total, named) + _nearness(each.place, picks, own) + _likeness(each, sense)
            for each in sense.candidates
        ]
        for own, (sense, mass) in enumerate(zip(senses, masses, strict=True))
    ]
    for sense, support in zip(senses, supports, strict=True):
        sense.support = support


def _masses(sense: _Sense) -> dict[str, float]:
    """Return how much of a name's likelihood lies in each unit and country."""
    top = sense.total(sense.best)
    weights = [exp(_SHARPNESS * (sense.total(at) - top)) for at in range(len(sense.candidates))]
    whole = sum(weights)
    found: defaultdict[str, float] = defaultdict(float)
    for candidate, weight in zip(sense.candidates, weights, strict=True):
        if candidate.unit:
            found[candidate.unit] += weight / whole
            country = candidate.unit.partition(".")[0]
            if country != candidate.unit:
                found[country] += weight / whole
    return found


def _support_of(candidate: Candidate, own: Mapping[str, float], total: Mapping[str, float], named: Mapping[str, int]) -> float:
    unit, country = candidate.unit, candidate.unit.partition(".")[0]
    score = 0.0
    others_country = total.get(country, 0.0) - own.get(country, 0.0)
    score += _SAME_COUNTRY * log10(1 + others_country)
    if unit != country:
        score += _SAME_UNIT * log10(1 + total.get(unit, 0.0) - own.get(unit, 0.0))
    kind = candidate.place.kind
    if named.get(country) and kind is not PlaceKind.COUNTRY:
        score += _COUNTRY_NAMED
    if unit != country and named.get(unit) and kind is not PlaceKind.REGION:
        score += _UNIT_NAMED
    return score


def _likeness(candidate: Candidate, sense: _Sense) -> float:
    """Return how well a country or region fits the names beside it in a list: countries too, or regions of its country."""
    kind, country = candidate.place.kind, candidate.place.country
    if kind not in (PlaceKind.COUNTRY, PlaceKind.REGION):
        return 0.0
    for other in sense.joined:
        best = other.candidates[other.best].place
        if best.kind is kind and (kind is PlaceKind.COUNTRY or best.country == country):
            return _BESIDE
    return 0.0


def _nearness(place: Place, picks: Sequence[Place], own: int) -> float:
    """Return how near the place lies to what is chosen for the other names."""
    if place.kind in (PlaceKind.COUNTRY, PlaceKind.AREA):
        return 0.0
    total = 0.0
    for at, pick in enumerate(picks):
        if at != own and pick.kind in (PlaceKind.TOWN, PlaceKind.CERCLE, PlaceKind.COMMUNE):
            distance = distance_km(place, pick)
            total += exp(-(distance if distance is not None else 1e9) / _NEAR_KM)
    return _NEAR * log10(1 + total)


def _choice(sense: _Sense) -> Choice:
    order = sorted(range(len(sense.candidates)), key=lambda at: (-sense.total(at), at))
    best = sense.candidates[order[0]]
    elsewhere = [at for at in order[1:] if (distance_km(sense.candidates[at].place, best.place) or 0.0) > 50.0]
    margin = sense.total(order[0]) - sense.total(elsewhere[0]) if elsewhere else 9.0
    rule = "only_one" if not elsewhere else "unit_behind" if sense.said else "evidence"
    return Choice(best, margin, tuple(sense.candidates[at] for at in order[1:]), rule)
