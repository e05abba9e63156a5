"""`corro.when`: the times of a text, with the days that they mean, without a record."""

from dataclasses import replace
from datetime import date

from corro.errors import BadOptionError
from corro.pipeline.clock import SystemClock
from corro.ports import Clock
from corro.read.language import tell
from corro.resolve import NO_PUBLICATION, TimeMention
from corro.resolve import when as find_times
from corro.values import Language

_FARTHEST_ZONE = 14 * 60
"""Minutes by which a clock can differ from UTC. Source: IANA time zone database, Pacific/Kiritimati (UTC+14)."""


def when(
    text: str,
    published: date | None = None,
    language: str | None = None,
    *,
    zone_minutes: int | None = None,
    clock: Clock | None = None,
) -> tuple[TimeMention, ...]:
    """Find the times of a text and say what days they mean, or why that stays open.

    Args:
        text: Plain text.
        published: The day that `yesterday` counts from. Without it, and where it lies after today, such times stay open.
        language: `en` or `fr`; found from the words if left out.
        zone_minutes: Minutes ahead of UTC for hours that name no zone (Mali: 0); without it their moment stays open.
        clock: Tells today; that of the machine if left out.

    Returns:
        The times in order of the text: type and value as in TIMEX3, `interval` (its `str` is EDTF), `anchor`, `rule`, and
        `reason` where a time stays open; `clash` for a weekday that does not fit, `impossible` for a date no calendar has.

    Raises:
        BadOptionError: The language is not English or French, or no clock is so far from UTC.
    """
    if zone_minutes is not None and abs(zone_minutes) > _FARTHEST_ZONE:
        raise BadOptionError(f"No clock is {zone_minutes} minutes from UTC. Give at most {_FARTHEST_ZONE}, or leave it out.")
    spoken = _language(text, language)
    today = (clock or SystemClock()).today()
    if published is not None and published > today:
        found = find_times(text, None, spoken, zone_minutes)
        return tuple(_told_why(mention, published) for mention in found)
    return find_times(text, published, spoken, zone_minutes)


def _told_why(mention: TimeMention, published: date) -> TimeMention:
    if mention.reason != NO_PUBLICATION:
        return mention
    return replace(mention, reason=f"the publication date {published} lies in the future, and is not used")


def _language(text: str, named: str | None) -> Language:
    if named is not None and named not in (Language.ENGLISH.value, Language.FRENCH.value):
        raise BadOptionError(f"Times are found in English and French, not in {named!r}. Give `en` or `fr`, or leave it out.")
    found = Language(named) if named else tell(text).language
    return found if found is Language.FRENCH else Language.ENGLISH
