"""What `when` finds: a time in a text with its value, its days, what it counts from, and why it stays open where it does."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corro.values import Duration, Interval, Language, Span


class TimeType(StrEnum):
    """Kind of time. Source: TIMEX3, attribute `type` (Saurí et al. 2006, TimeML annotation guidelines 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


PUBLICATION = "publication"
"""What a time counts from where that is the day of publication."""

UNKNOWN = "unknown"
"""What a time counts from where the text does not say."""


@dataclass(frozen=True, slots=True)
class TimeOptions:
    """What `when` may rest on beside the text.

    Attributes:
        published: Day of publication, or None where unknown.
        language: Whose words and patterns apply.
        zone_minutes: Minutes ahead of UTC where an hour names no zone, or None where that is unknown.
    """

    published: date | None = None
    language: Language = Language.ENGLISH
    zone_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One time in a text.

    Attributes:
        span: Its characters.
        text: The characters themselves.
        type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value; empty where nothing fixes it.
        interval: The days; None where nothing fixes them.
        anchor: `publication`, `unknown`, or the phrase that it counts from; empty where it needs none.
        anchor_span: The characters of that phrase, or None.
        rule: Id of the rule that found it.
        reason: Why it stays open, where it does.
        modifier: TIMEX3 modifier (START, MID, END, APPROX, MORE_THAN), or empty.
        range: The whole period that it is an end of, or None.
        clash: For a weekday that does not fit its date, both readings in words.
        impossible: For a date that no calendar has, which one, in words.
        duration: The stated length, for a DURATION.
        hour: For an hour beside which no day stands, what it says (`20:00`, `20:00Z`).
    """

    span: Span
    text: str
    type: TimeType
    value: str = ""
    interval: Interval | None = None
    anchor: str = ""
    anchor_span: Span | None = None
    rule: str = ""
    reason: str = ""
    modifier: str = ""
    range: Interval | None = None
    clash: str = ""
    impossible: str = ""
    duration: Duration | None = None
    hour: str = ""

    @property
    def day(self) -> date | None:
        """The one day, where the interval is no longer than that."""
        interval = self.interval
        return interval.first if interval is not None and interval.first == interval.last else None
