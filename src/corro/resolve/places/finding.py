"""Finds place names in plain text through the gazetteer: longest capitalised match, and then the words around it decide."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corro.ports import Gazetteer
from corro.resolve.places import words as place_words
from corro.resolve.places.given_names import is_given_name
from corro.resolve.places.index import is_abroad
from corro.resolve.places.levels import level_beside, under_level
from corro.values import Place, PlaceKind, Span, fold

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_NAME = 6
"""Words in the longest name looked for. Source: 99.9 % of the names of the index have no more, 2026-11."""

_INNER_GAP = re.compile(r"[ \u00a0\-‑–'’]{1,2}$")
_CONTEXT = 60
"""Characters looked at on either side of a name. Source: the longest phrase of the word lists with its number, 2026-11."""

_TEXTS_KEPT = 64
"""Texts whose names are kept for the next time they are asked for. Source: a batch of the annotator, 2026-11."""

_NAMES_KEPT = 4096
"""Names whose surroundings are kept likewise. Source: as above: some 30 names a text."""

_METROPOLIS = 2
"""Importance of a city of a million people. Source: `corro.resolve.places.index`."""

_TITLE_CASE_SHARE = 0.6
_TITLE_CASE_WORDS = 4
"""A line of so many words, a larger share of them capitalised, and without a full stop is a headline in capitals.

Source: chosen on samples/mali, 2026-11.
"""


@dataclass(frozen=True, slots=True)
class Named:
    """A place name found in a text, not yet settled.

    Attributes:
        span: The name itself.
        places: What the gazetteer has under it.
        kinds: Kinds that the level word beside it asks for; empty where there is none.
        whole: The name with its level word, where that belongs to it.
        strong: Whether a word before it says that it is a place.
        plural: Whether the level word is a plural, which names joined to this one share.
    """

    span: Span
    places: tuple[Place, ...]
    kinds: tuple[PlaceKind, ...] = ()
    whole: Span | None = None
    strong: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """The text around a name, whether its line is all in capitals, whether it begins a sentence, and what says that it is a place.

    Attributes:
        before: The text before it.
        after: The text behind it.
        capitals: Whether its line is all in capitals.
        opens: Whether it begins a sentence.
        level: The level word beside it.
        behind: Whether that stands behind it.
        located: Whether a word before or behind it is one that stands beside places.
    """

    before: str
    after: str
    capitals: bool
    opens: bool
    level: re.Match[str] | None
    behind: bool
    located: bool


def find_names(text: str, gazetteer: Gazetteer, spared: Sequence[Span] = (), given: Sequence[Span] = ()) -> list[Named]:
    """Find the place names of a text.

    Args:
        text: Plain text.
        gazetteer: Where the names are looked up.
        spared: Spans that are known to be something else (persons, organisations), in order.
        given: Spans that are known to be places, in order.

    Returns:
        The names in order, without those that are part of another name, a person, a people or an everyday word.
    """
    words, capitals, matches = _matched(text, gazetteer)  # type: ignore[arg-type]  # by identity
    kept: list[Named] = []
    persons: set[str] = set()
    for first, last, places in matches:
        span = Span(words[first][0], words[last - 1][1])
        if _spared(span, spared):
            persons.add(fold(span.of(text)))
            continue
        if kept and text[kept[-1].span.end : span.start] == "-" and _one_name(text, kept[-1], span, places):
            kept.pop()
            continue
        line = _line(text, span, capitals)
        if _held(text, span, given):
            kept.append(replace(_apart(_at_site(text, _named(text, span, line, places), gazetteer), kept), strong=True))
        elif not line.capitals and first and _joins_before(text, words[first - 1], span.start, kept):
            persons.add(fold(span.of(text)))
        elif not line.capitals and last < len(words) and _joins_after(text, span.end, words[last], gazetteer):
            continue
        elif _plausible(text, span, line, places, kept):
            kept.append(_apart(_at_site(text, _named(text, span, line, places), gazetteer), kept))
    persons -= {fold(name.span.of(text)) for name in kept if name.strong}
    return _with_shared_levels(text, [name for name in kept if fold(name.span.of(text)) not in persons])


def _apart(name: Named, kept: Sequence[Named]) -> Named:
    """Return a name without the level word that belongs to the name before it (`Kayes Region of Mali`)."""
    taken = (kept[-1].whole or kept[-1].span).end if kept else 0
    return replace(name, whole=None, kinds=()) if name.whole and name.whole.start < taken else name


def _at_site(text: str, name: Named, gazetteer: Gazetteer) -> Named:
    """Return a name with what the gazetteer has under it and the word beside it: the airport of a town, a lake by its full name."""
    level = level_beside(text, name.span)
    if level is None:
        return name
    found = under_level(level.word, name.span.of(text), name.places, gazetteer)
    if not found:
        return name
    return replace(name, places=(*found, *name.places), kinds=(found[0].kind,), whole=level.whole, strong=True)


@lru_cache(maxsize=_TEXTS_KEPT)
def _matched(text: str, gazetteer: Gazetteer) -> tuple[list[tuple[int, int]], list[Span], list[tuple[int, int, tuple[Place, ...]]]]:
    """Return the words of a text, its lines in capitals and its names; kept, since a document is asked for more than once."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    return words, _capital_lines(text), list(_matches(text, words, gazetteer))


def _one_name(text: str, first: Named, span: Span, places: Sequence[Place]) -> bool:
    """Whether a hyphen makes one name of two: not both are towns, or both are hamlets and the words speak of no road."""
    if not _towns(first.places, places):
        return True
    around = text[max(0, first.span.start - _CONTEXT) : span.end + _CONTEXT]
    return not any(place.importance for place in (*first.places, *places)) and not place_words.ROAD.search(around)


def _towns(*ends: Sequence[Place]) -> bool:
    """Whether a hyphen can stand between two places (`the Gao-Kidal road`): both are towns; else the two are one name."""
    return all(any(place.kind is PlaceKind.TOWN for place in places) for places in ends)


def _capital_lines(text: str) -> list[Span]:
    """Return the lines most of whose words begin with a capital."""
    found = []
    for match in re.finditer(r"[^\n]+", text):
        starts = [word.group()[0].isupper() for word in _WORD.finditer(match.group())]
        sentence = match.group().rstrip().endswith((".", "!", "?"))
        if len(starts) >= _TITLE_CASE_WORDS and not sentence and sum(starts) > _TITLE_CASE_SHARE * len(starts):
            found.append(Span(match.start(), match.end()))
    return found


def _line(text: str, span: Span, capitals: Sequence[Span]) -> _Line:
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    return _Line(
        before,
        after,
        _in_capitals(span, capitals),
        _begins_sentence(text, span.start),
        *_level(before, after),
        _located(before, after),
    )


@lru_cache(maxsize=_NAMES_KEPT)
def _located(before: str, after: str) -> bool:
    """Whether a word before or behind a name is one that stands beside places."""
    return bool(place_words.STRONG_PLACE.search(before) or place_words.PLACE_BEHIND.match(after))


def _spared(span: Span, spared: Sequence[Span]) -> bool:
    at = bisect_right(spared, span.end, key=lambda other: other.start)
    return any(other.overlaps(span) for other in spared[max(0, at - 3) : at])


def _held(text: str, span: Span, given: Sequence[Span]) -> bool:
    """Whether a name is all of a span that is known to be a place, but for words in small letters and those for its level."""
    at = bisect_right(given, span.start, key=lambda other: other.start) - 1
    if at < 0 or not given[at].holds(span):
        return False
    rest = f"{text[given[at].start : span.start]} {text[span.end : given[at].end]}"
    return not any(word[0].isupper() and word.casefold() not in place_words.LEVEL_KINDS for word in _WORD.findall(rest))


def _in_capitals(span: Span, capitals: Sequence[Span]) -> bool:
    at = bisect_right(capitals, span.start, key=lambda line: line.start) - 1
    return at >= 0 and capitals[at].holds(span)


def _matches(text: str, words: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> Iterator[tuple[int, int, tuple[Place, ...]]]:
    """Yield first and last word and the places of the longest capitalised names, left to right."""
    at = 0
    while at < len(words):
        last, places = _longest(text, words, at, gazetteer) if text[words[at][0]].isupper() else (at, ())
        if places:
            yield at, last, places
        at = max(at + 1, last)


def _longest(text: str, words: Sequence[tuple[int, int]], first: int, gazetteer: Gazetteer) -> tuple[int, tuple[Place, ...]]:
    for last in range(_reach(text, words, first), first, -1):
        start, end = words[first][0], words[last - 1][1]
        if not text[words[last - 1][0]].isupper() and last - first > 1 and text[words[last - 1][0] - 1] not in "-'’":
            continue
        places = tuple(gazetteer.named(text[start:end])) if end - start > 1 else ()
        if places:
            return last, places
    return _beside_level(text, words, first, gazetteer)


def _beside_level(text: str, words: Sequence[tuple[int, int]], first: int, gazetteer: Gazetteer) -> tuple[int, tuple[Place, ...]]:
    """Return the places of a name that the gazetteer has only with the level word beside it (`lac Fati`)."""
    if text[words[first][0] : words[first][1]].casefold() in place_words.OPENERS:
        return first, ()
    for last in (first + 2, first + 1):
        if last > len(words) or last > _reach(text, words, first):
            continue
        span = Span(words[first][0], words[last - 1][1])
        level = level_beside(text, span)
        found = under_level(level.word, span.of(text), (), gazetteer) if level else ()
        if found:
            return last, found
    return first, ()


def _reach(text: str, words: Sequence[tuple[int, int]], first: int) -> int:
    last = first + 1
    while last < len(words) and last - first < _LONGEST_NAME and _INNER_GAP.fullmatch(text[words[last - 1][1] : words[last][0]]):
        last += 1
    return last


def _joins_before(text: str, word: tuple[int, int], start: int, kept: Sequence[Named]) -> bool:
    shown, gap = text[word[0] : word[1]], text[word[1] : start]
    if gap in (". ", " ") and shown.casefold() in place_words.TITLES:
        return True
    if gap == "-" and kept and kept[-1].span.end == word[1]:
        return False
    if gap in ("'", "’") and shown.casefold() not in place_words.OPENERS:
        return True
    if gap not in (" ", "-") or not shown[0].isupper() or shown.casefold() in place_words.OPENERS:
        return False
    if shown.casefold() in place_words.LEVEL_KINDS:
        return False
    return not _begins_sentence(text, word[0]) or (gap == " " and is_given_name(shown))


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" «“\"'’(")[-1:] if start < 200 else text[start - 200 : start].rstrip(" «“\"'’(")[-1:]
    return before in ("", ".", "!", "?", "\n", ":", ";")


def _joins_after(text: str, end: int, word: tuple[int, int], gazetteer: Gazetteer) -> bool:
    shown, gap = text[word[0] : word[1]], text[end : word[0]]
    folded = shown.casefold()
    if gap == "-" and shown[0].isupper():
        return not gazetteer.named(shown)
    if gap != " " or folded in place_words.LEVEL_KINDS or folded.removesuffix("s") in place_words.LEVEL_KINDS:
        return False
    if folded in place_words.NAME_HEADS_AFTER:
        return True
    return shown[0].isupper() and folded not in place_words.CALENDAR


def _plausible(text: str, span: Span, line: _Line, places: Sequence[Place], kept: Sequence[Named]) -> bool:
    """Whether the words around a match let it be a place."""
    key = fold(span.of(text))
    level = line.level
    strong = bool(_said_to_be_place(text, span, line) or level or _holds_level(key) or level_beside(text, span))
    if place_words.NAME_BEFORE.search(line.before) and not place_words.LEVEL_BEFORE.search(line.before):
        return False
    if place_words.BODY_BEFORE.search(line.before) and not line.capitals:
        return False
    if key in place_words.CALENDAR or _opener(key, level is not None) or _acronym(text, span, line, places):
        return False
    if (key in place_words.PEOPLES or key in place_words.SIDES or key in place_words.CONTINENTS) and not level:
        return False
    if key in place_words.COMMON_WORDS and (line.capitals or (line.opens and not strong)):
        return False
    joined = bool(kept) and bool(place_words.JOINT.fullmatch(text[kept[-1].span.end : span.start]))
    return (
        strong
        or joined
        or max(0 if _lesser_abroad(place) else place.importance for place in places) > 0
        or bool(place_words.WEAK_PLACE.search(line.before) and not line.capitals)
    )


def _said_to_be_place(text: str, span: Span, line: _Line) -> bool:
    """Whether the words before or behind a name say that it is a place; a given name after a verb is a person's."""
    if line.located:
        return True
    done = place_words.DONE_TO_PLACE.search(line.before) or place_words.PLACE_SUFFERS.match(line.after)
    return bool(done) and not is_given_name(span.of(text))


def _opener(key: str, level: bool) -> bool:
    """Whether a folded name is a word that begins sentences; a side of the compass beside its level word is a unit."""
    return key in place_words.OPENERS and not (level and key in place_words.SIDES)


def _holds_level(key: str) -> bool:
    """Whether a folded name says itself what it is (`niger river`)."""
    words = key.split()
    levelled = words[-1] in place_words.LEVEL_KINDS or words[0] in place_words.LEVEL_KINDS
    return len(words) > 1 and levelled and not all(word in place_words.LEVEL_KINDS or word in place_words.OPENERS for word in words)


def _lesser_abroad(place: Place) -> bool:
    """Whether a place is a city abroad that is no capital nor of a million people: its bare name is mostly something else."""
    return place.importance < _METROPOLIS and is_abroad(place)


def _acronym(text: str, span: Span, line: _Line, places: Sequence[Place]) -> bool:
    """Whether a name all in capitals is an acronym rather than a place: not in a headline or dateline, and no country (`UK`)."""
    shown = span.of(text)
    country = places[0].kind is PlaceKind.COUNTRY
    return shown.isupper() and not (line.capitals or line.opens or country)


@lru_cache(maxsize=_NAMES_KEPT)
def _level(before: str, after: str) -> tuple[re.Match[str] | None, bool]:
    """Return the level word beside a name, and whether it stands after it."""
    found = place_words.LEVEL_BEFORE.search(before)
    if found is not None:
        return found, False
    found = place_words.LEVEL_AFTER.match(after)
    return found, found is not None


def _named(text: str, span: Span, line: _Line, places: tuple[Place, ...]) -> Named:
    level, strong = line.level, line.level is not None or line.located
    words = span.of(text).casefold().split()
    kinds = next((place_words.LEVEL_KINDS[word] for word in (words[-1], words[0]) if word in place_words.LEVEL_KINDS), ())
    if level is None or kinds:
        return Named(span, places, kinds, span if kinds else None, strong)
    kinds = place_words.LEVEL_KINDS[level.group("level").casefold()]
    plural = bool(level.group("plural"))
    whole = None
    if not plural and kinds[0] in place_words.UNIT_KINDS:
        whole = (
            Span(span.start, span.end + level.end())
            if line.behind
            else Span(span.start - len(line.before) + level.start(), span.end)
        )
    return Named(span, places, kinds, whole, strong, plural)


def name_at(text: str, span: Span) -> Named:
    """Return a name that is known to be a place, with what the words around it ask for.

    Args:
        text: The text.
        span: The name.
    """
    return _named(text, span, _line(text, span, ()), ())


def _with_shared_levels(text: str, names: list[Named]) -> list[Named]:
    """Let names joined by `and` or a comma share a plural level word: `Ségou and Timbuktu regions`."""
    shared = list(names)
    for order in (range(len(names) - 2, -1, -1), range(1, len(names))):
        for at in order:
            other = shared[at + 1] if order.step < 0 else shared[at - 1]
            gap = text[min(shared[at].span.end, other.span.end) : max(shared[at].span.start, other.span.start)]
            if (
                other.plural
                and not shared[at].kinds
                and gap.strip().casefold() in ("and", "et", ",", "et de", "and of", "et d'", "et d’")
            ):
                one = shared[at]
                shared[at] = Named(one.span, one.places, other.kinds, None, one.strong, plural=True)
    return shared
