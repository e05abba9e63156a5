"""The hour that a note above a text gives for its reading."""

import pytest
from tests.unit.resolve.builders import a_claim, a_slot, analysed, hours, times_of

from corro.model import TimeAnchor

ORDER = "The ministry expelled the envoy on Saturday 2 February 2019 and gave him 48 hours."


def due(text: str) -> list[tuple[str, str]]:
    """Return the due time of the order in a text, with the hour by the document's own clock."""
    claim = a_claim(text, a_slot(text, "time", "2 February 2019"), hours(text, "48 hours", 48), trigger="expelled")
    return [(str(value.interval), value.timex) for value in times_of(analysed(text, claim), role="deadline")]


@pytest.mark.parametrize(
    "note",
    [
        "(Read on national television, 8 p.m. news, by the spokesman)",
        "[Published at 20:00]",
        "Paper No. 6\n\n(Broadcast at 8 p.m.)",
    ],
)
def test_an_hour_without_a_zone_stays_local(note: str) -> None:
    """The term runs from the hour above the text, by the document's own clock: its zone is not guessed."""
    assert due(f"{note}\n\n{ORDER}") == [("2019-02-04", "2019-02-04T20:00")]


def test_an_hour_with_a_zone_is_a_moment() -> None:
    """With a zone the due time is one moment for everybody."""
    assert due(f"(Read on state radio at 20:00 GMT)\n\n{ORDER}")[0][0] == "2019-02-04T20:00:00Z"


@pytest.mark.parametrize(
    "text",
    [
        f"(The market closes at 8 p.m.)\n\n{ORDER}",
        f"(Read on state radio at 8 p.m. and at 9 p.m.)\n\n{ORDER}",
        f"{ORDER}\n\n(Read on state radio at 8 p.m.)",
        f"One.\n\nTwo.\n\nThree.\n\n(Read on state radio at 8 p.m.)\n\n{ORDER}",
    ],
)
def test_other_hours_start_no_term(text: str) -> None:
    """A note on something else, two hours, and a bracket that is no headnote leave the day."""
    assert due(text) == [("2019-02-04", "2019-02-04")]


def test_the_note_tells_the_announcement() -> None:
    """The hour is that of the announcement, on the measure's own day."""
    text = f"(Read on state radio at 8 p.m.)\n\n{ORDER}"
    claim = a_claim(text, a_slot(text, "time", "2 February 2019"), trigger="expelled")
    announced = [value for value in times_of(analysed(text, claim)) if value.anchor is TimeAnchor.ANNOUNCED]
    assert [value.timex for value in announced] == ["2019-02-02T20:00"]
