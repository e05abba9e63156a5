"""A value is overtaken or taken back where all who put it forward are; order has no say."""

from itertools import permutations

from tests.unit.record.builders import a_claim, counting

from corro.model import Difference, DisputeKind, Position, Relation, Support
from corro.record.standing import standings

EARLY, LATE, OTHER = a_claim(1, counting(3)), a_claim(2, counting(5)), a_claim(3, counting(3))


def difference(relation: Relation, *earlier: str, kind: DisputeKind | None = None) -> Difference:
    """Return a difference on the dead, with the claims of its earlier side."""
    positions = (Position("3", earlier, earlier=True), Position("5", (LATE.id,)))
    return Difference("killed", relation, positions, kind)


def test_the_earlier_side_of_an_update_is_superseded() -> None:
    """The later side is not."""
    known = standings([difference(Relation.UPDATE, EARLY.id)])
    assert known.of("killed", [EARLY]) is Support.SUPERSEDED
    assert known.of("killed", [LATE]) is None
    assert known.of("injured", [EARLY]) is None


def test_a_value_that_somebody_still_holds_is_not_superseded() -> None:
    """All who put it forward must have been overtaken."""
    assert standings([difference(Relation.UPDATE, EARLY.id)]).of("killed", [EARLY, OTHER]) is None


def test_what_an_outlet_put_right_is_retracted_and_its_correction_contested() -> None:
    """The difference stays on show."""
    known = standings([difference(Relation.DISPUTE, EARLY.id, kind=DisputeKind.VERSION)])
    assert known.of("killed", [EARLY]) is Support.RETRACTED
    assert known.of("killed", [LATE]) is Support.CONTESTED


def test_order_has_no_say() -> None:
    """Taken back comes before overtaken, and that before contested."""
    differences = [difference(Relation.UPDATE, EARLY.id), difference(Relation.DISPUTE, OTHER.id)]
    for ordered in permutations(differences):
        known = standings(ordered, frozenset({(OTHER.id, "killed")}))
        assert [known.of("killed", [claim]) for claim in (EARLY, OTHER)] == [Support.SUPERSEDED, Support.RETRACTED]


def test_an_event_of_which_everything_is_taken_back_is_retracted() -> None:
    """One value that stands is enough to keep it."""
    known = standings((), frozenset({(EARLY.id, "killed"), (OTHER.id, "killed")}))
    assert known.of_event([EARLY, OTHER]) is Support.RETRACTED
    assert known.of_event([EARLY, LATE]) is None
