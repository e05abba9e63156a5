"""Resolve: what times, places and actors mean, with the precision that they really have; doubt stays open, with its reason."""

from corro.resolve.place_everywhere import Names, where_anywhere
from corro.resolve.place_index import PlaceIndex, load_gazetteer
from corro.resolve.place_proposing import Proposal, Proposed
from corro.resolve.resolving import resolve
from corro.resolve.time_absolute import NO_PUBLICATION
from corro.resolve.time_mention import TimeMention, TimeType
from corro.resolve.when import when
from corro.resolve.where import PlaceMention, place_spans, where

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
