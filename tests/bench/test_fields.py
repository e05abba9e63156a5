"""What Corro calls a role, and what the gold calls it."""

import pytest
from bench.fields import count_field, count_text, difference_field

from corro.model import CountValue, Difference, DurationValue, Relation, TextValue
from corro.values import Bound, Count, Duration


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (Count(12, 12), 12),
        (Count(40, 40, Bound.APPROXIMATE), "~40"),
        (Count(500, None, Bound.AT_LEAST), ">=500"),
        (Count(100, None, Bound.MORE_THAN), ">100"),
        (Count(None, 8, Bound.AT_MOST), "<=8"),
        (Count(None, 8, Bound.LESS_THAN), "<8"),
        (Count(300, 400, Bound.RANGE), "300-400"),
        (Count(None, None, Bound.SEVERAL), None),
    ],
)
def test_a_figure_keeps_its_bound(count: Count, text: int | str | None) -> None:
    """Figures are written in the gold's notation, and "dozens" is no figure."""
    assert count_text(CountValue(count)) == text


def test_a_stated_length_is_hours() -> None:
    """Two days and 48 hours are both 48 hours in the gold's field; what is no figure has none."""
    assert count_text(DurationValue(Duration(days=2))) == count_text(DurationValue(Duration(hours=48))) == 48
    assert count_field("duration", DurationValue(Duration(hours=48))) == "deadline_hours"
    assert count_field("reason", TextValue("bias")) is None


def difference(field: str, rule: str) -> Difference:
    """Build a difference without positions."""
    return Difference(field, Relation.DISPUTE, (), rule=rule)


@pytest.mark.parametrize(
    ("field", "rule", "event_type", "named"),
    [
        ("time", "date.disjoint", "A3", "date"),
        ("target", "name.known_typo", "H1", "target_name"),
        ("target", "actor.versions identity.different", "H1", "target_role"),
        ("briefer", "identity.different", "C1", "briefer_role"),
        ("actor", "provenance.different", "H1", "issuer"),
        ("actor", "attribution.different", "V1", "actor"),
        ("requests", "count.unit_changed", "O1", "counted"),
        ("requests", "count.two_windows", "O1", "requests"),
        ("duration", "inside.duration.one_text", "H1", "deadline_hours"),
    ],
)
def test_a_difference_goes_by_the_golds_field(field: str, rule: str, event_type: str, named: str) -> None:
    """Role, rule and type of event together give the gold's field."""
    assert difference_field(difference(field, rule), event_type) == named
