"""`corro.when`, the door for times alone."""

from datetime import UTC, date, datetime

import pytest

import corro
from corro.errors import BadOptionError


class Noon:
    """A clock that stands at noon on 6 May 2022."""

    def now(self) -> datetime:
        """Return that moment."""
        return datetime(2022, 5, 6, 12, tzinfo=UTC)

    def today(self) -> date:
        """Return that day."""
        return self.now().date()


def test_times_of_a_text() -> None:
    """A text and its day are enough; the language is found."""
    (found,) = corro.when("Le pont a été détruit hier par des hommes armés.", date(2022, 5, 6), clock=Noon())
    assert (found.text, found.value, str(found.interval), found.anchor) == ("hier", "2022-05-05", "2022-05-05", "publication")


def test_publication_in_the_future_is_not_used() -> None:
    """A publication date after today counts for nothing: what rests on it stays open and says why; the rest does not."""
    relative, full = corro.when("He left yesterday, and came back on 3 May 2022.", date(2022, 5, 7), "en", clock=Noon())
    assert relative.interval is None
    assert "2022-05-07 lies in the future" in relative.reason
    assert str(full.interval) == "2022-05-03"


def test_published_today_is_used() -> None:
    """Today is no future."""
    (found,) = corro.when("He left yesterday.", date(2022, 5, 6), "en", clock=Noon())
    assert found.value == "2022-05-05"


def test_hour_of_a_known_zone() -> None:
    """With the zone of the place an hour is a moment."""
    found = corro.when("It was read out on 3 May 2022 at 20:00.", date(2022, 5, 6), "en", zone_minutes=0, clock=Noon())
    assert str(found[0].interval) == "2022-05-03T20:00:00Z"


@pytest.mark.parametrize(("language", "zone"), [("de", None), ("", None), ("en", 15 * 60), ("en", -15 * 60)])
def test_wrong_use(language: str, zone: int | None) -> None:
    """A language that is not read, and a zone that no clock has, are refused with what to do."""
    with pytest.raises(BadOptionError, match="Give"):
        corro.when("He left yesterday.", None, language, zone_minutes=zone)
