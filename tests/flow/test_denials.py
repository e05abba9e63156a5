"""What a denial denies, in texts as the models parse them."""

import pytest

from corro import analyse
from corro.model import Polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The mission rejected the expulsion of its spokesman, Ada Lonn, by Kanda.", Polarity.AFFIRMED),
        ("The mission denied the expulsion of its spokesman, Ada Lonn, by Kanda.", Polarity.DENIED),
    ],
)
def test_who_rejects_a_measure_does_not_deny_it(text: str, polarity: Polarity) -> None:
    """To reject an act of authority is to object to it: it was done all the same."""
    assert [claim.polarity for claim in analyse(text).claims if claim.type == "H1"] == [polarity]
