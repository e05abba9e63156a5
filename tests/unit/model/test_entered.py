"""People's entries into registers."""

from dataclasses import replace
from datetime import UTC, datetime

from corro.model import Entered, EnteredKind

OPENED = Entered("R-1", "access", EnteredKind.OPENED, "amina", datetime(2023, 2, 5, 20, tzinfo=UTC), (("outcome", "denied"),))


def test_an_act_is_known_by_all_that_it_says() -> None:
    """Two acts that differ in anything at all are two."""
    others = [
        replace(OPENED, item="R-2"),
        replace(OPENED, values=(("outcome", "approved"),)),
        replace(OPENED, reason="a letter"),
        replace(OPENED, rests_on=("c1",)),
        replace(OPENED, kind=EnteredKind.CLOSED),
    ]
    assert len({one.id for one in (OPENED, *others)}) == 6
    assert replace(OPENED).id == OPENED.id
