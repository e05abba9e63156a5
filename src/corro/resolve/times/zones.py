"""Abbreviations of time zones that reports on the region use."""

_ZONES = {
    "GMT": 0,
    "UTC": 0,
    "TU": 0,
    "Z": 0,
    "WAT": 60,
    "CET": 60,
    "CEST": 120,
    "BST": 60,
    "CAT": 120,
    "EAT": 180,
    "EST": -300,
    "EDT": -240,
}
"""Minutes ahead of UTC by abbreviation.

Source: IANA time zone database, abbreviations of the European, African and New York zones; TU is temps universel.
"""


def zone_minutes(abbreviation: str) -> int | None:
    """Return how many minutes a zone is ahead of UTC, or None where the abbreviation is unknown; only capitals count."""
    return _ZONES.get(abbreviation)
