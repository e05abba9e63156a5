"""Gives the place slots of a claim their values; a fuzzy match proposes candidates and never decides."""

import re
from collections.abc import Iterable
from dataclasses import replace

from corro.model import Issue, PlaceValue, Severity, Slot
from corro.ports import Gazetteer
from corro.resolve.places.changes import region_change
from corro.resolve.places.index import COVERED, PlaceIndex
from corro.resolve.places.settling import Surroundings, settle
from corro.resolve.places.where import PlaceMention
from corro.resolve.places.world import load_world
from corro.resolve.scenery import Scenery
from corro.values import Place, PlaceKind, Span, fold

_FINEST = (
    PlaceKind.TOWN,
    PlaceKind.FACILITY,
    PlaceKind.TERRAIN,
    PlaceKind.WATER,
    PlaceKind.AREA,
    PlaceKind.COMMUNE,
    PlaceKind.CERCLE,
    PlaceKind.REGION,
    PlaceKind.COUNTRY,
    PlaceKind.UNKNOWN,
)
_ARTICLES = re.compile(
    r"^(?:the|le|la|les|l['’]|d['’]|de la|du|des|de|in|at|near|à|au|dans|en)\b\s*"
    r"|^(?:town|village|city|ville|localité) (?:of|de|d['’])\s*",
    re.IGNORECASE,
)
_TIED_BEFORE, _TIED_AFTER = re.compile(r"(?:[^\W\d_]+[-‑])+$"), re.compile(r"(?:[-‑][^\W\d_]+)+")
_LONGEST_TIE = 40
_LIKENESS = 86.0
"""Least likeness (0 to 100, Levenshtein ratio) at which a name is proposed: Moura and Mora, Diabaly and Diabali lie above.

Source: pairs named in the gazetteer's README, measured with rapidfuzz 3, 2026-11.
"""

_MOST_PROPOSALS = 3
_SHORTEST = 5
"""Shorter names have other spellings that are other villages. Source: own judgement on the packaged index, 2026-11."""

_NO_NAME = "the words name no place"


def place_value(slot: Slot, scenery: Scenery, gazetteer: Gazetteer) -> PlaceValue:
    """Return the value of a place slot.

    Args:
        slot: The slot, whose words tell a place.
        scenery: What the document gives.
        gazetteer: Where names are looked up that stand by themselves in the slot.

    Returns:
        The finest place that the words name, a derived point where they give a distance; open with reason and candidates otherwise.
    """
    mentions = scenery.places_in(slot.span)
    if mentions:
        return _of_mention(min(mentions, key=lambda mention: (mention.value.place is None, _FINEST.index(mention.kind))))
    name = _bare_name(_whole_words(slot.span, scenery.document.text).of(scenery.document.text))
    if not name[:1].isupper():
        return PlaceValue(None, rule="no_name", reason=_NO_NAME)
    places = gazetteer.named(name)
    if places:
        return settle(name, places, (), _around(scenery))
    return respelled(name, gazetteer, _around(scenery)) or _in_other_country(name, scenery.country) or _unlisted(name, gazetteer)


def _in_other_country(name: str, country: str | None) -> PlaceValue | None:
    """Return the town or unit of the country that the document is about, where it is none that the packaged index knows well."""
    if country is None or country in COVERED:
        return None
    found = sorted(
        (each for each in load_world().candidates(name) if each.place.country == country),
        key=lambda each: (each.place.kind is not PlaceKind.TOWN, not each.exact, -each.people),
    )
    if not found:
        return None
    best, others = found[0], tuple(each.place for each in found[1 : _MOST_PROPOSALS + 1])
    return PlaceValue(best.place, "exact_name" if best.exact else "variant", others, "country")


def respelled(name: str, gazetteer: Gazetteer, around: Surroundings) -> PlaceValue | None:
    """Return the value of a name that the gazetteer has in another spelling, or None.

    Args:
        name: The name as written.
        gazetteer: The place index; other gazetteers know no spellings.
        around: What the document says about where it is.
    """
    places = gazetteer.respelled(name) if isinstance(gazetteer, PlaceIndex) and len(name) >= _SHORTEST else ()
    if not any(place.kind is PlaceKind.TOWN for place in places):
        return None
    value = settle(name, places, (PlaceKind.TOWN,), around)
    return replace(value, matched="variant", rule="respelled") if value.place is not None else None


def _unlisted(name: str, gazetteer: Gazetteer) -> PlaceValue:
    """Return the open value of a name that no gazetteer has; like names are proposed and never taken."""
    return PlaceValue(None, candidates=proposals(name, gazetteer), rule="not_listed", reason=f"no gazetteer has {name}", name=name)


def _whole_words(span: Span, text: str) -> Span:
    """Return a span with the rest of the hyphenated name that it is a part of (`Fitini` in `Woro-Fitini`)."""
    before, after = _TIED_BEFORE.search(text[max(0, span.start - _LONGEST_TIE) : span.start]), _TIED_AFTER.match(text, span.end)
    return Span(span.start - len(before.group()) if before else span.start, after.end() if after else span.end)


def _of_mention(mention: PlaceMention) -> PlaceValue:
    if mention.offset is None or mention.value.place is None:
        return mention.value
    return replace(mention.value, place=mention.offset, matched="offset", candidates=(mention.value.place,), rule="offset")


def _bare_name(words: str) -> str:
    for _ in range(3):
        words = _ARTICLES.sub("", words).strip(" ,.;:")
    return words


def _around(scenery: Scenery) -> Surroundings:
    around = Surroundings(places=[mention.value.place for mention in scenery.places if mention.value.place is not None])
    if scenery.country:
        around.countries[scenery.country] = 1
    return around


def proposals(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return places whose names are like a name that no gazetteer has; they are for a person to judge.

    Args:
        name: The name as written.
        gazetteer: The place index; other gazetteers propose nothing.
    """
    from rapidfuzz import fuzz, process

    key = fold(name)
    if not isinstance(gazetteer, PlaceIndex) or len(key) < 4:
        return ()
    like = process.extract(key, gazetteer.names_like(key), scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=_MOST_PROPOSALS)
    return tuple(gazetteer.named(found)[0] for found, _, _ in sorted(like, key=lambda item: (-item[1], item[0])))


def place_issues(slot: Slot, value: PlaceValue, scenery: Scenery) -> list[Issue]:
    """Return the doubts about a place slot: it stays open although its words name a place, or has no point, or an old region."""
    if value.place is not None:
        return [*_point_issues(slot, value.place, scenery), *_region_issues(slot, value.place, scenery)]
    if value.rule == "no_name":
        return []
    words = slot.span.of(scenery.document.text)
    code = "place_ambiguous" if value.rule == "namesakes" else "place_unresolved"
    detail = "; ".join(
        [value.reason, *(f"{place.name} ({place.kind}, {place.admin1 or ''} {place.country or ''})" for place in value.candidates)]
    )
    message = f"The place {words!r} stays open. {_ADVICE[code]}"
    return [Issue(code, scenery.document.id, message, slot.span, detail=detail)]


_ADVICE = {
    "place_ambiguous": "Choose among the candidates in the detail, or put the right one into a gazetteer of your own (`--places`).",
    "place_unresolved": "If you know where it lies, put it into a gazetteer of your own (`--places`); else leave it open.",
}
"""What a person can do about a place that stays open."""


def once_a_place(issues: Iterable[Issue]) -> list[Issue]:
    """Return issues with what is said of one place of a report once, where it stands first.

    Args:
        issues: The issues of one report.
    """
    first: dict[tuple[str, ...], Issue] = {}
    for issue in sorted(issues, key=lambda issue: issue.span or Span(0, 0)):
        own = (issue.code, issue.message) if issue.code.startswith("place_") else (issue.id,)
        first.setdefault(own, issue)
    return list(first.values())


def _point_issues(slot: Slot, place: Place, scenery: Scenery) -> list[Issue]:
    """Return the issue of a place that a person's own table has without a point, or with one outside the world."""
    if place.located:
        return []
    message = f"The gazetteer that names {place.name} has no coordinates for it, or some that lie outside the world."
    return [Issue("place_without_point", scenery.document.id, message, slot.span, detail=f"gazetteer id {place.gazetteer_id}")]


def _region_issues(slot: Slot, place: Place, scenery: Scenery) -> list[Issue]:
    change = region_change(place, scenery.document.text)
    if change is None:
        return []
    message = f"{place.name} lay in {change.old} Region until {change.since} and lies in {change.new} Region since."
    detail = f"the gazetteer says {place.admin1 or 'nothing'}"
    return [Issue("place_changed_region", scenery.document.id, message, slot.span, Severity.NOTE, detail)]
