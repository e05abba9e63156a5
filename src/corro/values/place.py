"""Where something was: a place with the precision it really has."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
"""Mean earth radius. Source: IUGG, Geodetic Reference System 1980 (Moritz 2000), R1."""


class PlaceKind(StrEnum):
    """What sort of place a name stands for."""

    TOWN = "town"
    COMMUNE = "commune"
    CERCLE = "cercle"
    REGION = "region"
    COUNTRY = "country"
    FACILITY = "facility"
    TERRAIN = "terrain"
    WATER = "water"
    AREA = "area"
    UNKNOWN = "unknown"


class PlacePrecision(StrEnum):
    """How near the point is to where it happened, in plain words; finest first.

    Source: UCDP GED codebook 23.1, where_prec 1 to 6, to which each member maps in `corro.vocab`.
    """

    EXACT = "exact"
    NEAR = "near"
    DISTRICT = "district"
    PROVINCE = "province"
    AREA = "area"
    COUNTRY = "country"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a gazetteer, or one derived from it.

    Attributes:
        name: Main name in the gazetteer.
        kind: What sort of place it is.
        precision: How near the point is to where it happened.
        latitude: Degrees north, or None where only a name is known.
        longitude: Degrees east, or None.
        gazetteer_id: Id of the entry, with its gazetteer (`geonames:2453345`), or None.
        country: ISO 3166-1 alpha-2 code, or None.
        admin1: Name of the first-level unit (region), or None.
        admin2: Name of the second-level unit (cercle, province), or None.
        radius_km: How far off the point may be, or None where the gazetteer says nothing.
        importance: Among namesakes: 4 country, 3 capital, 2 seat of a region, 1 seat of a lower unit or of known population, 0.
    """

    name: str
    kind: PlaceKind = PlaceKind.UNKNOWN
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    latitude: float | None = None
    longitude: float | None = None
    gazetteer_id: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    radius_km: float | None = None
    importance: int = 0

    @property
    def located(self) -> bool:
        """Whether the place has a point."""
        return self.latitude is not None and self.longitude is not None

    def __str__(self) -> str:
        """Return the name."""
        return self.name


def distance_km(one: Place, other: Place) -> float | None:
    """Return the great-circle distance of two places.

    Args:
        one: A place.
        other: Another place.

    Returns:
        Kilometres, or None where one of them has no point.

    Source: the haversine formula; Sinnott, R. W. (1984), Virtues of the Haversine, Sky and Telescope 68 (2), 159.
    """
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, south = radians(one.latitude), radians(other.latitude)
    half_lat, half_lon = (south - north) / 2, radians(other.longitude - one.longitude) / 2
    chord = sin(half_lat) ** 2 + cos(north) * cos(south) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
