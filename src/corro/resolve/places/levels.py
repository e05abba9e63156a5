"""Names that a gazetteer has only together with the word for what they are: lakes, ranges, parks, airports, in either language."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corro.ports import Gazetteer
from corro.resolve.places.before import Before, endings
from corro.values import Place, PlaceKind, Span, fold

_CONTEXT = 40
"""Characters looked at on either side of a name. Source: the longest level words with an article, 2026-11."""

_NAMES_KEPT = 4096
"""Names beside which the word is kept for the next time it is asked for. Source: own choice: those of a batch of texts, 2026-11."""

_LAKE = ("lac {}", "lake {}", "lac de {}", "{} lake", "mare de {}", "mare d'{}")
_WADI = ("oued {}", "wadi {}")
_MOUNT = ("mont {}", "mount {}", "monts {}", "mont de {}")
_RANGE = ("massif de {}", "massif du {}", "massif d'{}", "massif de l'{}", "{} massif", "{} mountains", "monts {}", "adrar {}")
_PLATEAU = ("plateau de {}", "plateau du {}", "plateau {}", "{} plateau", "plateau d'{}")
_CLIFF = ("falaise de {}", "falaise d'{}", "{} cliffs", "{} escarpment")
_VALLEY = ("vallée du {}", "vallée de {}", "vallée d'{}", "{} valley")
_RIVER = ("{} river", "river {}", "fleuve {}")
_DELTA = ("{} inner delta", "delta intérieur du {}", "{} delta", "delta du {}")
_FOREST = ("forêt de {}", "forêt du {}", "forêt classée de {}", "forêt classée du {}", "{} forest")
_AIRPORT = ("{} airport", "aéroport de {}", "aéroport d'{}", "{} international airport", "aéroport international de {}")
_DAM = ("barrage de {}", "{} dam", "barrage du {}", "barrage d'{}", "{} barrage")
_PARK = ("parc national du {}", "parc national de {}", "parc national d'{}", "parc national de l'{}", "{} national park")
_FORMS: dict[str, tuple[str, ...]] = {
    "lac": _LAKE,
    "lake": _LAKE,
    "mare": _LAKE,
    "oued": _WADI,
    "wadi": _WADI,
    "mont": _MOUNT,
    "mount": _MOUNT,
    "monts": _MOUNT,
    "mountains": _RANGE,
    "massif": _RANGE,
    "plateau": _PLATEAU,
    "falaise": _CLIFF,
    "falaises": _CLIFF,
    "cliffs": _CLIFF,
    "escarpment": _CLIFF,
    "vallée": _VALLEY,
    "valley": _VALLEY,
    "fleuve": _RIVER,
    "rivière": _RIVER,
    "river": _RIVER,
    "delta": _DELTA,
    "delta intérieur": _DELTA,
    "inner delta": _DELTA,
    "forest": _FOREST,
    "forêt": _FOREST,
    "forêt classée": _FOREST,
    "airport": _AIRPORT,
    "international airport": _AIRPORT,
    "airstrip": _AIRPORT,
    "aéroport": _AIRPORT,
    "aéroport international": _AIRPORT,
    "aérodrome": _AIRPORT,
    "dam": _DAM,
    "barrage": _DAM,
    "park": _PARK,
    "parc": _PARK,
    "national park": _PARK,
    "parc national": _PARK,
}
"""The ways in which a gazetteer may write a name with each word. Source: names of the packaged index, GeoNames 2026."""

_SITES = frozenset(word for word, forms in _FORMS.items() if forms in (_AIRPORT, _DAM, _PARK))
_LAND = (PlaceKind.TERRAIN, PlaceKind.AREA, PlaceKind.WATER)
_WATER = (PlaceKind.WATER, PlaceKind.TERRAIN, PlaceKind.AREA)
_BUILT = (PlaceKind.FACILITY, PlaceKind.AREA, PlaceKind.WATER)
_WATERS = frozenset(word for word, forms in _FORMS.items() if forms in (_LAKE, _WADI, _RIVER))
_WORDS = "|".join(sorted(_FORMS, key=len, reverse=True))
_BEFORE = Before(
    re.compile(rf"\b(?P<word>{_WORDS})(?: (?:of|de la|du|des|de)| d['’]| de l['’])?\s*$", re.IGNORECASE),
    endings(_FORMS, "of la du des de d l"),
)
_AFTER = re.compile(
    r"\s+(?P<word>(?:international )?airport|airstrip|lake|wadi|mountains|massif|plateau|forest"
    r"|cliffs|escarpment|valley|river|(?:inner )?delta|dam|(?:national )?park)\b"
    r"(?!\s(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Level:
    """The word beside a name that says what it is.

    Attributes:
        word: The word, lower case.
        whole: The name with it.
    """

    word: str
    whole: Span


@lru_cache(maxsize=_NAMES_KEPT)
def level_beside(text: str, span: Span) -> Level | None:
    """Return the word for a lake, a range, a park, an airport or the like beside a name, or None.

    Args:
        text: The text.
        span: The name.
    """
    start = max(0, span.start - _CONTEXT)
    before = _BEFORE.search(text[start : span.start])
    if before is not None:
        return Level(before.group("word").lower(), Span(start + before.start(), span.end))
    after = _AFTER.match(text[span.end : span.end + _CONTEXT])
    return Level(after.group("word").lower(), Span(span.start, span.end + after.end())) if after else None


def under_level(word: str, name: str, places: Sequence[Place], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return what a gazetteer has under a name with the word beside it.

    Args:
        word: The word, as `Level` has it.
        name: The name without it.
        places: What bears the bare name: an airport may bear the name of its town, and another name of the town counts too.
        gazetteer: Where the names are looked up.

    Returns:
        The places of the kind that the word asks for, without repetition.
    """
    kinds = _BUILT if word in _SITES else _WATER if word in _WATERS else _LAND
    names = dict.fromkeys([name, *(place.name for place in places if place.kind is PlaceKind.TOWN and place.importance)])
    found = (place for each in names for form in _FORMS[word] for place in gazetteer.named(form.format(each)))
    own = (place for place in places if word in _SITES and place.kind is PlaceKind.FACILITY)
    return _of_kinds((*found, *own), kinds, fold(name))


def _of_kinds(places: Iterable[Place], kinds: Sequence[PlaceKind], key: str) -> tuple[Place, ...]:
    """Return the places of the first of the kinds that any of them is of."""
    distinct = tuple(dict.fromkeys(places)) if key else ()
    return next((fitting for kind in kinds if (fitting := tuple(place for place in distinct if place.kind is kind))), ())
