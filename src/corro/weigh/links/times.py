"""What the dates of two claims, and the days on which their texts came out, say for or against one event."""

from collections.abc import Iterator

from corro.model import Modality
from corro.values import Duration, Interval
from corro.weigh.calendar_words import fits
from corro.weigh.links.context import ClaimInContext
from corro.weigh.links.kinship import loosely_dated
from corro.weigh.links.reasons import Reason

WEEK_DAYS = 7
"""Days up to which a stated interval counts as precise. Source: UCDP GED codebook 23.1, date_prec 1 to 3 (up to a week)."""

MONTH_DAYS = 31
"""Days of a month; dates further apart are of two events, unless the kind is rare. Source: chosen on kasanda-dev, 2026-11."""

APART = -9.0
"""Weight of what no other evidence outweighs. Source: chosen on samples/mali and kasanda-dev, 2026-11, as all weights here."""


def time_reasons(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    """Weigh when two claims say that it was.

    Args:
        one: A claim with its document's metadata.
        other: Another.

    Yields:
        At most one reason, whichever of dates, days of the year and publication tells most.
    """
    left, right = one.interval, other.interval
    if left and right:
        if left.bounded and right.bounded:
            yield _both_dated(left, right, rare=loosely_dated(one.claim.type, other.claim.type))
    elif one.year_day and other.year_day:
        yield _days_of_year(one, other)
    elif left or right:
        dated, undated = (one, other) if left else (other, one)
        yield from _one_dated(dated, undated)
    else:
        yield from _published_near(one, other)


def excluded_by_dates(left: Interval, right: Interval) -> bool:
    """Say whether two short intervals are so far apart that no slip explains it, whatever else speaks for one event."""
    return left.gap_days(right) > 2 * MONTH_DAYS and not other_year(left, right)


def _both_dated(left: Interval, right: Interval, *, rare: bool) -> Reason:
    width = max(left.days or 1, right.days or 1)
    if left.overlaps(right):
        return _overlapping(width, rare=rare)
    gap = left.gap_days(right)
    if other_year(left, right):
        return Reason(-0.6, "the same days of two years: one may be a slip", timely=True)
    if rare:
        return _singular_gap(gap, coarse=width > WEEK_DAYS)
    if gap > MONTH_DAYS:
        return Reason(APART, f"{gap} days apart", timely=True)
    return Reason(-3.0 if width <= WEEK_DAYS else -2.0, f"dates exclude each other by {gap} days", timely=True)


def _overlapping(width_days: int, *, rare: bool) -> Reason:
    for limit, weight, words in (
        (1, 2.0, "same day"),
        (WEEK_DAYS, 1.8, "same days"),
        (MONTH_DAYS, 1.4, "within one month"),
        (366, 1.0 if rare else 0.4, "within one year"),
    ):
        if width_days <= limit:
            return Reason(weight, words, timely=True)
    return Reason(0.1, "dates do not exclude each other", timely=True)


def other_year(left: Interval, right: Interval) -> bool:
    """Say whether two short intervals have days in common, but for the year."""
    if left.first is None or right.first is None or max(left.days or 0, right.days or 0) > MONTH_DAYS:
        return False
    if abs(left.first.year - right.first.year) != 1:
        return False
    ends = [((one.first.month, one.first.day), (one.last.month, one.last.day)) for one in (left, right) if one.first and one.last]
    (first, last), (begin, end) = ends
    return first <= end and begin <= last


def _singular_gap(gap: int, *, coarse: bool) -> Reason:
    """Weigh a gap between dates of a rare kind: reports of one expulsion or suspension differ by days, in months even by weeks."""
    if gap <= (MONTH_DAYS if coarse else WEEK_DAYS):
        return Reason(-0.3, f"dates differ by {gap} days", timely=True)
    if gap <= 2 * MONTH_DAYS:
        return Reason(-1.0, f"dates differ by {gap} days", timely=True)
    return Reason(APART, f"{gap} days apart", timely=True)


def _days_of_year(one: ClaimInContext, other: ClaimInContext) -> Reason:
    if one.year_day == other.year_day:
        return Reason(1.2, "same day of the year, the year left open", timely=True)
    return Reason(-1.5, "two days of the year, the years left open", timely=True)


def _one_dated(dated: ClaimInContext, undated: ClaimInContext) -> Iterator[Reason]:
    interval, published = dated.interval, undated.published
    if interval is None or not interval.bounded:
        return
    if _foretold(interval, undated):
        slip = _year_too_late(interval, undated)
        yield (
            Reason(-0.6, "dated as the other text, but a year later: the year may be a slip", timely=True)
            if slip
            else Reason(-4.0, "dated after the other text came out", timely=True)
        )
    elif undated.year_day:
        weight = 1.2 if fits(undated.year_day, interval) else -1.5
        yield Reason(weight, f"the other names {'the same' if weight > 0 else 'another'} day of the year", timely=True)
    elif published is not None and not undated.claim.background:
        gap = interval.gap_days(published)
        if gap <= WEEK_DAYS:
            yield Reason(0.8, "undated news of the days after", timely=True)
        elif gap > MONTH_DAYS and not _topic(dated, undated):
            yield Reason(-0.4, "undated, in news of another time", timely=True)


def _topic(dated: ClaimInContext, undated: ClaimInContext) -> bool:
    """Say whether a report is about the dated event, and tells of the other further down."""
    return dated.leading and not undated.leading and dated.claim.document_id == undated.claim.document_id


def _foretold(interval: Interval, undated: ClaimInContext) -> bool:
    """Say whether a text would have told of a day after it came out, as news."""
    if undated.published is None or undated.published.last is None or interval.first is None:
        return False
    return interval.first > undated.published.last and undated.claim.modality is not Modality.FUTURE


def _year_too_late(interval: Interval, undated: ClaimInContext) -> bool:
    """Say whether a short interval, a year earlier, lies in the month before the other text came out."""
    if (interval.days or 0) > MONTH_DAYS or undated.published is None:
        return False
    earlier = interval.shifted(Duration(days=-DAYS_OF_YEAR))
    return earlier.gap_days(undated.published) <= MONTH_DAYS and not _foretold(earlier, undated)


DAYS_OF_YEAR = 365
"""Days of a common year; a day more or less matters nothing here."""


def _published_near(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    """Weigh publication where neither text dates the event, and both tell it as news."""
    if one.claim.background or other.claim.background or not (one.published and other.published):
        return
    gap = one.published.gap_days(other.published)
    if gap <= 3:
        yield Reason(1.0, "both undated, told as news within three days", timely=True)
    elif gap <= 10:
        yield Reason(0.4, "both undated, told as news within ten days", timely=True)
    elif gap > 2 * MONTH_DAYS:
        yield Reason(-1.5, "told as news months apart", timely=True)
    elif gap > MONTH_DAYS:
        yield Reason(-0.6, "told as news weeks apart", timely=True)
