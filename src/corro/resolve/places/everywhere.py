"""Where, anywhere in the world: the names that a recogniser proposes or a caller gives, beside those of the Sahel."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain

from corro.model import PlaceValue
from corro.ports import Gazetteer
from corro.resolve.claims.places import respelled
from corro.resolve.places import words as place_words
from corro.resolve.places.candidates import candidates_of
from corro.resolve.places.choosing import Asked, Choice, choose
from corro.resolve.places.finding import Named, name_at
from corro.resolve.places.index import COVERED
from corro.resolve.places.leftover import Leftover, as_camp, outside_organisations
from corro.resolve.places.peoples import demonym_country, peoples_in
from corro.resolve.places.proposing import Proposal, Proposed, Proposer
from corro.resolve.places.settling import Surroundings, settle
from corro.resolve.places.where import PlaceMention, mention_of, where
from corro.resolve.places.world import Candidate, load_world
from corro.values import Language, PlaceKind, Span, fold

_CLEAR = 2.0
"""A choice that leads the next place by less is flagged as uncertain.

Source: measured on the four sets of news, 2026-11: of the choices that lead by less 56 % lie within 161 km, of the others 93 %.
"""

NAMED_AFTER = "named_after"
_AT_TOWN = re.compile(r"(?:^|\W)à $", re.IGNORECASE)
"""In French a bare `à` stands before towns, `en` and `au` before countries and regions. Source: own judgement, 2026-11."""

_STATE_BEHIND, _STATE_BEFORE = re.compile(r"\s+[Ss]tate(?! [Dd]epartment| [Uu]niversity)\b"), re.compile(r"\b[Ss]tate of $")
"""`Washington state`, `the state of Washington`. Source: own judgement, 2026-11."""

_MOST_CANDIDATES = 5
_HAMLET = 0.34
_WEIGHT_OF_HERE = 2.0
"""A place of the Sahel that is no seat and has no known population speaks for it by a third, and a report on the Sahel may name
twice as many places abroad.

Source: chosen on the development sets, 2026-11: all texts of sahel-dev are told, and five of 568 others are taken for such.
"""


_NEIGHBOURS = frozenset({"NG", "TD"})
_BESIDE = 0.5
"""Chad and northern Nigeria share their border lands with the Sahel. Source: chosen on the development sets, 2026-11."""


@dataclass(frozen=True, slots=True)
class Names:
    """Which names of a text are asked for.

    Attributes:
        proposals: What a recogniser proposes; places are then found.
        spans: The names themselves, where the caller has them; nothing is then looked for.
    """

    proposals: tuple[Proposal, ...] = ()
    spans: tuple[Span, ...] | None = None


def where_anywhere(text: str, language: Language, gazetteer: Gazetteer, names: Names) -> tuple[PlaceMention, ...]:
    """Find places of a text, or resolve given names, anywhere in the world.

    A text that speaks of Mali or its neighbours is read with their gazetteer first, which leaves open what is not certain;
    elsewhere the likeliest place is chosen, and flagged where another is nearly as likely.

    Args:
        text: Plain text.
        language: English or French.
        gazetteer: The place index of the Sahel, with a user's own rows.
        names: What a recogniser proposes, or the names themselves.

    Returns:
        The places in order of the text, one a name where names are given; open ones have a reason and candidates.
    """
    known = where(text, language, gazetteer)
    if names.spans is not None:
        at_home = _speaks_of_sahel(text, known, names.spans)
        known = where(text, language, gazetteer, given=sorted(names.spans)) if at_home else known
        known = _with_towns_abroad(text, gazetteer, known)
        whole = _with_left(text, gazetteer, known) if at_home else known
        return _of_given(text, language, gazetteer, _Known(whole, at_home), names.spans)
    proposed = Proposer(text, names.proposals, gazetteer, load_world()).spans()
    if not _speaks_of_sahel(text, known, proposed):
        return _chosen(text, language, gazetteer, proposed)
    bodies = [proposal.span for proposal in names.proposals if proposal.kind is Proposed.ORGANISATION]
    named = [span for span in outside_organisations(proposed, bodies) if not place_words.BODY.match(span.of(text))]
    listed = sorted(span for span in named if _at(known, span) is None and _stands_for_place(text, span, gazetteer))
    known = where(text, language, gazetteer, given=listed) if listed else known
    known = _with_towns_abroad(text, gazetteer, known)
    further = [span for span in named if _at(known, span) is None]
    return _with_left(text, gazetteer, _in_order(known, _further(text, language, gazetteer, known, further)))


def _with_left(text: str, gazetteer: Gazetteer, found: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """Return mentions with what the text names beside them, and with namesakes that those settle."""
    found = tuple(as_camp(text, mention) for mention in found)
    left = [as_camp(text, mention) for mention in Leftover(text, gazetteer, found).find()]
    return _in_order([_settled_by(mention, left) for mention in found], left) if left else found


def _settled_by(mention: PlaceMention, others: Sequence[PlaceMention]) -> PlaceMention:
    """Return a mention that namesakes leave open, settled where one of them lies near places that were found after it."""
    near = [other.value.place for other in others if other.value.place is not None]
    if mention.value.rule != "namesakes" or not near or not mention.value.candidates:
        return mention
    value = settle(mention.text, mention.value.candidates, (), Surroundings(places=near))
    return mention if value.place is None else replace(mention, value=value, kind=value.place.kind)


def _in_order(*mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    return tuple(sorted(chain(*mentions), key=lambda mention: mention.span))


def _at(mentions: Sequence[PlaceMention], span: Span) -> PlaceMention | None:
    """Return the first of the mentions, which stand in order and apart, that shares characters with a span."""
    first = bisect_right(mentions, span.start, key=lambda mention: mention.span.end)
    return mentions[first] if first < len(mentions) and mentions[first].span.overlaps(span) else None


def _speaks_of_sahel(text: str, known: Sequence[PlaceMention], spans: Sequence[Span]) -> bool:
    """Say whether the names of a text speak for the Sahel rather than for anywhere else; each name counts once."""
    peoples = peoples_in(text)
    here = float(sum(1 for code in peoples if code in COVERED))
    away = sum(_weight_abroad({code}) for code in peoples if code not in COVERED)
    settled = {mention.value.place for mention in known if mention.value.place is not None}
    here += sum(1.0 if place.importance else _HAMLET for place in settled if place.country in COVERED)
    here += _HAMLET * len({fold(mention.text) for mention in known if _only_here(mention)})
    covered = [mention for mention in known if mention.value.place is not None and mention.value.place.country in COVERED]
    elsewhere = {fold(span.of(text)) for span in spans if _at(covered, span) is None}
    away += sum(_weight_abroad({each.place.country for each in load_world().candidates(name)}) for name in elsewhere)
    return here > 0 and _WEIGHT_OF_HERE * here >= away


def _only_here(mention: PlaceMention) -> bool:
    """Whether namesakes of the Sahel leave a mention open, and nowhere else is called so."""
    return mention.value.rule == "namesakes" and not load_world().candidates(mention.text)


def _weight_abroad(countries: Set[str | None]) -> float:
    """Return how much a name speaks for anywhere else: by half where it may lie right beside the Sahel."""
    return 0.0 if not countries else _BESIDE if countries & _NEIGHBOURS else 1.0


@dataclass(frozen=True, slots=True)
class _Known:
    mentions: tuple[PlaceMention, ...]
    at_home: bool


def _of_given(
    text: str, language: Language, gazetteer: Gazetteer, known: _Known, spans: Sequence[Span]
) -> tuple[PlaceMention, ...]:
    """Resolve given names: in a text about the Sahel as the finder found them, else each by itself, else in the world."""
    chosen = _chosen(text, language, gazetteer, spans)
    if not known.at_home:
        return chosen
    return tuple(_given(text, language, gazetteer, known, other) for other in chosen)


def _given(text: str, language: Language, gazetteer: Gazetteer, known: _Known, chosen: PlaceMention) -> PlaceMention:
    span = chosen.span
    found = _at(known.mentions, span)
    if found is not None:
        return replace(found, span=span, text=span.of(text))
    alone = where(span.of(text), language, gazetteer)
    if alone:
        return replace(alone[0], span=span, text=span.of(text))
    chosen = _respelled(chosen, gazetteer, known.mentions)
    listed_at_home = chosen.value.rule != "respelled" and _listed_at_home(span.of(text), gazetteer)
    return (
        replace(chosen, value=replace(chosen.value, place=None, reason=_nothing_decides(chosen.text))) if listed_at_home else chosen
    )


def _with_towns_abroad(text: str, gazetteer: Gazetteer, known: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """Return mentions with those that only hamlets of the Sahel bear as towns of a country abroad that the text names (`Mao`)."""
    named = {mention.value.place.country for mention in known if mention.value.place and mention.kind is PlaceKind.COUNTRY}
    countries = frozenset(code for code in (*named, *peoples_in(text)) if code and code not in COVERED)
    return tuple(_town_abroad(mention, gazetteer, countries) for mention in known) if countries else known


def _town_abroad(mention: PlaceMention, gazetteer: Gazetteer, countries: Set[str]) -> PlaceMention:
    place = mention.value.place
    hamlets = place.kind is PlaceKind.TOWN if place else mention.value.rule == "namesakes"
    if not hamlets or any(each.importance for each in gazetteer.named(mention.text)):
        return mention
    towns = (each.place for each in load_world().candidates(mention.text) if each.exact and each.place.kind is PlaceKind.TOWN)
    town = next((town for town in towns if town.country in countries), None)
    return replace(mention, value=PlaceValue(town, "exact_name", rule="country"), kind=PlaceKind.TOWN) if town else mention


def _stands_for_place(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a name that is proposed for a place is one of the Sahel, and no part of another name (`Comité de Ménaka`)."""
    before = text[max(0, span.start - _CONTEXT) : span.start]
    part = place_words.BODY_BEFORE.search(before) or place_words.NAME_BEFORE.search(before)
    return _listed_at_home(span.of(text), gazetteer) and not part


_CONTEXT = 60
"""Characters looked at before a name. Source: the longest phrase of the patterns, 2026-11."""


def _listed_at_home(name: str, gazetteer: Gazetteer) -> bool:
    return any(place.country in COVERED for place in gazetteer.named(name))


def _nothing_decides(name: str) -> str:
    return f"places of the Sahel are called {name}, and nothing says that one of them is meant"


def _further(
    text: str, language: Language, gazetteer: Gazetteer, known: Sequence[PlaceMention], spans: Sequence[Span]
) -> list[PlaceMention]:
    """Return the places abroad, and those that no gazetteer has, of a text about the Sahel."""
    chosen = (_respelled(mention, gazetteer, known) for mention in _chosen(text, language, gazetteer, spans))
    return [
        mention
        for mention in chosen
        if mention.value.place is None or mention.value.rule == "respelled" or mention.value.place.country not in COVERED
    ]


def _respelled(mention: PlaceMention, gazetteer: Gazetteer, known: Sequence[PlaceMention]) -> PlaceMention:
    """Return a mention that no gazetteer has with the place of the Sahel whose name it spells otherwise, if there is one."""
    if mention.value.place is not None:
        return mention
    places = [other.value.place for other in known if other.value.place is not None]
    around = Surroundings(Counter(place.country for place in places if place.country), places)
    value = respelled(mention.text, gazetteer, around)
    return replace(mention, value=value, kind=PlaceKind.TOWN) if value else mention


def _chosen(text: str, language: Language, gazetteer: Gazetteer, spans: Sequence[Span]) -> tuple[PlaceMention, ...]:
    named = [name_at(text, span) for span in spans]
    asked = [_asked(text, name, gazetteer, language) for name in named]
    choices = choose(text, asked, peoples_in(text))
    return tuple(
        mention_of(text, replace(name, whole=None), _value(one, choice), language)
        for name, one, choice in zip(named, asked, choices, strict=True)
    )


def _asked(text: str, name: Named, gazetteer: Gazetteer, language: Language) -> Asked:
    shown = name.span.of(text)
    at_town = language is Language.FRENCH and _AT_TOWN.search(text[max(0, name.span.start - 4) : name.span.start])
    state = _STATE_BEHIND.match(text, name.span.end) or _STATE_BEFORE.search(text[max(0, name.span.start - 10) : name.span.start])
    kinds = name.kinds or ((PlaceKind.TOWN,) if at_town else (PlaceKind.REGION,) if state else ())
    return Asked(name.span, shown, kinds, candidates_of(shown, gazetteer, load_world()))


def _value(asked: Asked, choice: Choice) -> PlaceValue:
    """Return a choice as a value; one that another place nearly equals says so."""
    others = tuple(other.place for other in choice.others[:_MOST_CANDIDATES])
    if choice.candidate is None:
        return PlaceValue(None, rule="not_listed", reason=f"no gazetteer has {asked.name}", name=asked.name)
    place, rule = choice.candidate.place, choice.rule
    reason = ""
    if _matched(asked, choice.candidate) == NAMED_AFTER:
        rule, reason = "uncertain", f"no gazetteer has {asked.name}; it is taken to lie by the town that it is named after"
    elif choice.margin < _CLEAR:
        rule, reason = "uncertain", f"{len(choice.others) + 1} places are called {asked.name}; another is nearly as likely"
    return PlaceValue(place, _matched(asked, choice.candidate), others, rule, reason)


def _matched(asked: Asked, candidate: Candidate) -> str:
    if candidate.place.kind is PlaceKind.COUNTRY and demonym_country(asked.name):
        return "demonym"
    if candidate.place.kind is PlaceKind.FACILITY and candidate.place.gazetteer_id is None:
        return NAMED_AFTER
    return "exact_name" if fold(asked.name) == fold(candidate.place.name) else "variant"
