"""Model objects as JSON and back."""

from datetime import UTC, date, datetime

import pytest

from corro.model import (
    ActorValue,
    CountValue,
    Decision,
    DecisionKind,
    DurationValue,
    Held,
    Mention,
    MentionKind,
    PlaceValue,
    TextValue,
    TimeValue,
    Value,
)
from corro.store.codec import dump, load
from corro.values import Bound, Count, Duration, Interval, Place, Span

VALUES: list[Value] = [
    ActorValue("x", candidates=("a", "b")),
    TimeValue(Interval.moment(datetime(2023, 2, 5, 20, tzinfo=UTC))),
    TimeValue(None, reason="open"),
    PlaceValue(Place("Gao", latitude=16.3, longitude=-0.1)),
    PlaceValue(None, candidates=(Place("A"), Place("B"))),
    CountValue(Count(500, None, Bound.AT_LEAST), window=Interval(date(2022, 10, 4), None)),
    DurationValue(Duration(hours=48)),
    TextValue("bias"),
    TextValue(""),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_every_kind_of_value_comes_back_as_it_was(value: Value) -> None:
    """Values say of what kind they are, so that no field has to tell them apart."""
    held = Held(value, "as shown", ("claim_1",))
    assert load(dump(held), Held) == held


def test_the_same_object_is_always_the_same_text() -> None:
    """Keys are sorted, so that digests can be compared."""
    decision = Decision(DecisionKind.CLAIM, ("a",), "accepted", "me", datetime(2023, 3, 1, tzinfo=UTC), "why")
    assert dump(decision) == dump(load(dump(decision), Decision))
    assert dump(decision).index('"at"') < dump(decision).index('"by"')


def test_a_run_of_objects_is_kept_in_order() -> None:
    """Mentions of a document are one text."""
    mentions = tuple(Mention(MentionKind.PLACE, Span(start, start + 3), "Gao") for start in (9, 2, 5))
    assert load(dump(mentions), tuple[Mention, ...]) == mentions
