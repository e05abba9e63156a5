"""One sentence holds all positions of a difference, in a monitor's words."""

from tests.unit.weigh.builders import a_claim, a_document, number

from corro.values import Bound
from corro.weigh import differences


def explained(*figures: tuple[int, Bound]) -> str:
    """Return how the tolls of one event are explained."""
    claims = [a_claim(str(index), killed=number(*figure)) for index, figure in enumerate(figures)]
    documents = {claim.document_id: a_document(claim.document_id.removeprefix("doc_")) for claim in claims}
    (found,) = [one for one in differences(claims, documents, {}) if one.field == "killed"]
    return found.explanation


def test_four_rival_tolls_stand_in_one_sentence() -> None:
    """And none is told pair by pair."""
    words = explained((10, Bound.EXACT), (40, Bound.EXACT), (90, Bound.EXACT), (300, Bound.EXACT))
    assert words.count(".") == 1
    assert all(figure in words for figure in ("10", "40", "90", "300"))
    assert words.endswith("these figures cannot all be right.")


def test_a_figure_that_holds_another_is_called_no_contradiction() -> None:
    """A bound and a figure above it are no quarrel."""
    assert explained((12, Bound.AT_LEAST), (17, Bound.AT_LEAST)).endswith("no contradiction.")
