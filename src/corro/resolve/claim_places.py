"""Gives the place slots of a claim their values; a fuzzy match proposes candidates and never decides."""

import re
from dataclasses import replace

from corro.model import Issue, PlaceValue, Slot
from corro.ports import Gazetteer
from corro.resolve.place_index import PlaceIndex
from corro.resolve.place_settling import Surroundings, settle
from corro.resolve.scenery import Scenery
from corro.resolve.where import PlaceMention
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
_FINAL_H = re.compile(r"(?<=[aeiouéèAEIOU])h$")
"""A silent letter that retellings put behind a last vowel (`Mourah`). Source: gazetteer's README, Spelling; own rule, 2026-11."""

_LIKENESS = 86.0
"""Least likeness (0 to 100, Levenshtein ratio) at which a name is proposed: Moura and Mora, Diabaly and Diabali lie above.

Source: pairs named in the gazetteer's README, measured with rapidfuzz 3, 2026-11.
"""

_MOST_PROPOSALS = 3
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
    respelled = _FINAL_H.sub("", name)
    places = gazetteer.named(respelled) if respelled != name else ()
    if places:
        value = settle(respelled, places, (PlaceKind.TOWN,), _around(scenery))
        return replace(value, matched="variant", rule="respelled") if value.place is not None else value
    return _unlisted(name, gazetteer)


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
    """Return the doubt about a place slot that stays open although its words name a place."""
    if value.place is not None or value.rule == "no_name":
        return []
    words = slot.span.of(scenery.document.text)
    code = "place_ambiguous" if value.rule == "namesakes" else "place_unresolved"
    detail = "; ".join(
        [value.reason, *(f"{place.name} ({place.kind}, {place.admin1 or ''} {place.country or ''})" for place in value.candidates)]
    )
    return [Issue(code, scenery.document.id, f"The place {words!r} stays open.", slot.span, detail=detail)]
