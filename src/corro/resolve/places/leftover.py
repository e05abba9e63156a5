"""Names in a text about the Sahel that its finder passed over: places over the border, other spellings, villages on no list."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corro.model import PlaceValue
from corro.ports import Gazetteer
from corro.resolve.claims.places import respelled
from corro.resolve.places import stops
from corro.resolve.places import words as place_words
from corro.resolve.places.given_names import is_given_name
from corro.resolve.places.index import COVERED
from corro.resolve.places.peoples import demonym_country
from corro.resolve.places.settling import Surroundings
from corro.resolve.places.where import PlaceMention
from corro.resolve.places.world import load_world
from corro.values import Place, PlaceKind, Span, distance_km, fold

_NAME = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
_CONTEXT = 60
"""Characters looked at before a name. Source: the longest phrase of the patterns below, 2026-11."""

_OVER_THE_BORDER_KM = 150.0
"""How near a town abroad lies to a place of the text, where no words say that it is one; else twice as far.

Source: own judgement, half the way between two regional seats of the Sahel, 2026-11.
"""

_SHORTEST = 3
_PEOPLE_SAID = (
    r"inhabitants|residents|villagers|people|houses|huts|market|wells?|track|road|hamlets?|villages?|outskirts|mayor|elders"
    r"|habitants|villageois|populations?|maisons|cases|marché|puits|piste|route|hameaux?|bourg|abords|maire|notables|terroir"
)
_OF_VILLAGE = re.compile(
    rf"\b(?:{_PEOPLE_SAID})\s+(?:of\s+|to\s+|de\s+|d['’])$|\b(?:raid|attack|assault|attaque|assaut|descente)s?\s+(?:on|against|de|sur|contre)\s+$",
    re.IGNORECASE,
)
_AT_VILLAGE = re.compile(
    r"(?:^|\W)(?:reached|entered|fled (?:to|from)|gagné|atteint|fui|at|near|towards|north of|south of|east of|west of"
    r"|à|près de|vers|au nord de|au sud de|à l['’](?:est|ouest) de)\s+$",
    re.IGNORECASE,
)
"""Words after which a name that no gazetteer has is a place's all the same. Source: own lists, 2026-11."""

_CAMP_BEFORE = re.compile(r"\bcamp(?: de réfugiés| de déplacés)?(?: de| du| d['’]| of)\s*$", re.IGNORECASE)
_CAMP_AFTER = re.compile(r"\s+(?:refugee |displacement )?camp\b")
_JOINT = re.compile(r"(?:,| et| and| ou| or)(?: de| d['’]| à| of| in)?\s*$")


class Leftover:
    """Finds what a text about the Sahel names beside the places that are found."""

    def __init__(self, text: str, gazetteer: Gazetteer, known: Sequence[PlaceMention]) -> None:
        """Keep what is needed.

        Args:
            text: The text.
            gazetteer: The index of the Sahel.
            known: The places found, in order.
        """
        self._text = text
        self._gazetteer = gazetteer
        self._settled = list(dict.fromkeys(mention.value.place for mention in known if mention.value.place is not None))
        self._possible = [place for mention in known if mention.value.place is None for place in mention.value.candidates]
        self._taken = [mention.span for mention in known]
        self._around = Surroundings(Counter(place.country for place in self._settled if place.country), self._settled)

    def find(self) -> list[PlaceMention]:
        """Return the places among the names that are left, in order."""
        found: list[PlaceMention] = []
        for span in self._names():
            mention = self._mention(span, found)
            if mention is not None:
                found.append(mention)
        return found

    def _names(self) -> Iterator[Span]:
        """Yield the names of one word, hyphens included, that stand by themselves and are no person's."""
        words = [Span(match.start(), match.end()) for match in _NAME.finditer(self._text)]
        alone = [(at, span) for at, span in enumerate(words) if self._stands_alone(words, at)]
        persons = {fold(span.of(self._text)) for at, span in enumerate(words) if at and self._follows_name(words, at)}
        yield from (span for _, span in alone if fold(span.of(self._text)) not in persons)

    def _stands_alone(self, words: Sequence[Span], at: int) -> bool:
        span = words[at]
        name = span.of(self._text)
        if not name[0].isupper() or name.isupper() or len(name) < _SHORTEST or any(span.overlaps(other) for other in self._taken):
            return False
        if at and (self._follows_name(words, at) or words[at - 1].of(self._text).casefold() in place_words.TITLES):
            return False
        return not (self._begins_longer(words, at) or self._opens(span)) and self._may_be_place(name)

    def _begins_longer(self, words: Sequence[Span], at: int) -> bool:
        """Whether a name goes on behind a word, with a capital or with what makes a body of it (`Kidal front`)."""
        if at + 1 == len(words) or self._text[words[at].end : words[at + 1].start] != " ":
            return False
        behind = words[at + 1].of(self._text)
        return behind[0].isupper() or behind.casefold() in place_words.NAME_HEADS_AFTER

    def _follows_name(self, words: Sequence[Span], at: int) -> bool:
        before = words[at - 1]
        shown = before.of(self._text)
        return self._text[before.end : words[at].start] == " " and shown[0].isupper() and words[at].of(self._text)[0].isupper()

    def _opens(self, span: Span) -> bool:
        before = self._text[max(0, span.start - _CONTEXT) : span.start].rstrip(" «“\"'’(")
        return not before or before[-1] in ".!?\n:;"

    def _may_be_place(self, name: str) -> bool:
        key = fold(name)
        stop = (stops.NO_PLACE, place_words.CALENDAR, place_words.OPENERS, place_words.PEOPLES, place_words.CONTINENTS)
        return not (any(key in words for words in stop) or is_given_name(name) or demonym_country(name))

    def _mention(self, span: Span, found: Sequence[PlaceMention]) -> PlaceMention | None:
        name = span.of(self._text)
        before = self._text[max(0, span.start - _CONTEXT) : span.start]
        if self._gazetteer.named(name) or place_words.NAME_BEFORE.search(before) or place_words.BODY_BEFORE.search(before):
            return None
        told = place_words.STRONG_PLACE.search(before) or place_words.WEAK_PLACE.search(before)
        value = self._over_the_border(name, bool(place_words.STRONG_PLACE.search(before)))
        value = value or (respelled(name, self._gazetteer, self._around) if told else None)
        if value is not None:
            return PlaceMention(span, name, value, PlaceKind.TOWN)
        said = _OF_VILLAGE.search(before) or _AT_VILLAGE.search(before)
        if not (said or camp_at(self._text, span) or self._joined(span, found)):
            return None
        value = PlaceValue(None, rule="not_listed", reason=f"no gazetteer has {name}", name=name)
        return PlaceMention(span, name, value, PlaceKind.TOWN)

    def _joined(self, span: Span, found: Sequence[PlaceMention]) -> bool:
        """Whether a name follows one that was found just so, in a list (`de X et de Y`)."""
        return bool(found) and bool(_JOINT.fullmatch(self._text[found[-1].span.end : span.start]))

    def _over_the_border(self, name: str, told: bool) -> PlaceValue | None:
        """Return the town of a country beside the Sahel's that lies by its places, or further off where words say a place."""
        towns = [each.place for each in load_world().candidates(name) if each.exact and each.place.kind is PlaceKind.TOWN]
        near = [place for place in towns if place.country not in COVERED and self._is_near(place, told)]
        return PlaceValue(near[0], "exact_name", tuple(near[1:]), "over_the_border") if near else None

    def _is_near(self, place: Place, told: bool) -> bool:
        reach = _OVER_THE_BORDER_KM * (2 if told else 1)
        others = (*self._settled, *self._possible)
        return any(_distance(place, other) <= reach for other in others if other.kind is not PlaceKind.COUNTRY)


def _distance(one: Place, other: Place) -> float:
    distance = distance_km(one, other)
    return float("inf") if distance is None else distance


def camp_at(text: str, span: Span) -> Span | None:
    """Return a name with the word `camp` beside it, which belongs to it as to every site, or None.

    Args:
        text: The text.
        span: The name.
    """
    start = max(0, span.start - _CONTEXT)
    before = _CAMP_BEFORE.search(text[start : span.start])
    if before is not None:
        return Span(start + before.start(), span.end)
    after = _CAMP_AFTER.match(text, span.end)
    return Span(span.start, after.end()) if after else None


def as_camp(text: str, mention: PlaceMention) -> PlaceMention:
    """Return a mention that no gazetteer has as the camp that the words beside it make of it (`Zabrantou camp`).

    Args:
        text: The text.
        mention: A mention, as found.
    """
    whole = camp_at(text, mention.span) if mention.value.rule == "not_listed" else None
    return replace(mention, span=whole, text=whole.of(text), kind=PlaceKind.FACILITY) if whole else mention


def outside_organisations(spans: Iterable[Span], organisations: Sequence[Span]) -> list[Span]:
    """Return the spans that are no part of the name of an organisation: it may speak of anywhere (`Radio Kidal`).

    Args:
        spans: What a recogniser proposes for places.
        organisations: What it takes for organisations.
    """
    return [span for span in spans if not any(other.holds(span) and other != span for other in organisations)]
