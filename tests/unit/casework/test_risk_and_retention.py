"""Risk reviews that are due, events that touch somebody, and days until which things are kept."""

from datetime import date, timedelta

from corro.casework import Retained, RiskLevel, RiskReview, due, is_due, next_review, touching
from corro.model import Event
from corro.model.claim import ActorValue
from corro.model.event import EventValue, Held
from corro.values import Interval

TODAY = date(2026, 11, 24)


def an_event(event_type: str, target: str, day: date | None = TODAY) -> Event:
    """An event with a target."""
    value = EventValue("target", (Held(ActorValue(target), target, ("claim_1",)),))
    return Event("event_1", event_type, ("claim_1",), (), (value,), interval=Interval.day(day) if day else None)


def test_a_person_whose_risk_nobody_looked_at_is_due() -> None:
    """And so is one whose day has come."""
    review = RiskReview(RiskLevel.HIGH, TODAY, next_review(RiskLevel.HIGH, TODAY), "ada")
    assert is_due([], TODAY)
    assert not is_due([review], TODAY)
    assert is_due([review], TODAY + timedelta(30))


def test_higher_risks_are_looked_at_sooner() -> None:
    """Each level before the one below."""
    days = [next_review(level, TODAY) for level in RiskLevel]
    assert days == sorted(days, reverse=True)


def test_an_arrest_touches_whoever_is_named_in_it() -> None:
    """By whole words, accents and case aside, and only of types that alert."""
    arrest, council = an_event("V5", "Aïssa of the women's union"), an_event("C1", "aissa")
    assert touching([arrest, council], ["AISSA"], TODAY) == (arrest,)
    assert touching([arrest], ["Aiss"], TODAY) == ()
    assert touching([arrest], ["aissa"], TODAY + timedelta(1)) == ()
    assert touching([an_event("V5", "Aissa", None)], ["aissa", ""], TODAY)


def test_what_is_to_be_destroyed_is_listed_by_its_day() -> None:
    """Overdue, soon, held for a court, and without any day."""
    kept = [
        Retained("C-1", TODAY + timedelta(10)),
        Retained("C-2", TODAY - timedelta(1)),
        Retained("C-3", None),
        Retained("C-4", TODAY + timedelta(400)),
        Retained("C-5", TODAY, "asked for by a court"),
    ]
    assert [(one.code, one.what) for one in due(kept, TODAY)] == [
        ("C-2", "overdue"),
        ("C-5", "held"),
        ("C-1", "soon"),
        ("C-3", "no day set"),
    ]
