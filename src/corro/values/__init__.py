"""The arithmetic of doubt: spans, intervals, durations, counts, places, names. Standard library only; no input, output or clock."""

from corro.values.chain import EMPTY_CHAIN, chained
from corro.values.count import Bound, Count
from corro.values.duration import Duration
from corro.values.edtf import read_edtf
from corro.values.identity import content_id, random_code, slug
from corro.values.interval import Granularity, Interval
from corro.values.language import Language
from corro.values.name import fold
from corro.values.place import Place, PlaceKind, PlacePrecision, distance_km
from corro.values.span import Span, overlaps_one

__all__ = [
    "EMPTY_CHAIN",
    "Bound",
    "Count",
    "Duration",
    "Granularity",
    "Interval",
    "Language",
    "Place",
    "PlaceKind",
    "PlacePrecision",
    "Span",
    "chained",
    "content_id",
    "distance_km",
    "fold",
    "overlaps_one",
    "random_code",
    "read_edtf",
    "slug",
]
