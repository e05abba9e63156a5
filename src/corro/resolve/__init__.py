"""Resolve: what times, places and actors mean, with the precision that they really have; doubt stays open, with its reason."""

from corro.resolve.places.everywhere import Names, where_anywhere
from corro.resolve.places.index import PlaceIndex, load_gazetteer
from corro.resolve.places.proposing import Proposal, Proposed
from corro.resolve.places.where import PlaceMention, place_spans, where
from corro.resolve.resolving import resolve
from corro.resolve.times.absolute import NO_PUBLICATION
from corro.resolve.times.mention import TimeMention, TimeType
from corro.resolve.times.when import when

__all__ = [
    "NO_PUBLICATION",
    "Names",
    "PlaceIndex",
    "PlaceMention",
    "Proposal",
    "Proposed",
    "TimeMention",
    "TimeType",
    "load_gazetteer",
    "place_spans",
    "resolve",
    "when",
    "where",
    "where_anywhere",
]
