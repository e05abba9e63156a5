"""The queue is in order of what an answer would change, and the same on any machine."""

from itertools import permutations

from corro.review import Change, Proposal, ProposalKind, ReviewState, in_order

NOTHING = Change()


def asked(name: str, change: Change = NOTHING, state: ReviewState = ReviewState.OPEN) -> Proposal:
    """Return a question about an event."""
    return Proposal(ProposalKind.EVENT, (f"claim_{name}",), name, change=change, state=state)


def test_what_came_back_first_then_what_changes_most_and_the_unsure_last() -> None:
    """A deadline before two register lines, these before three events, whatever the number of claims."""
    listed = [
        asked("back", NOTHING, ReviewState.RETURNED),
        asked("due", Change(deadlines=1)),
        asked("lines", Change(lines=2)),
        asked("events", Change(events=3, claims=90)),
        asked("unsure", Change(deadlines=5), ReviewState.UNSURE),
    ]
    for given in permutations(listed):
        assert [one.what for one in in_order(given)] == ["back", "due", "lines", "events", "unsure"]


def test_what_is_settled_waits_no_more() -> None:
    """Accepted, edited and rejected are settled; unsure is not."""
    waiting = {state for state in ReviewState if asked("x", state=state).waits}
    assert waiting == {ReviewState.OPEN, ReviewState.RETURNED, ReviewState.UNSURE}


def test_a_change_is_told_in_words() -> None:
    """Nothing is left out, and nothing that is none is named."""
    assert Change(1, 2, 1, 5).words == "1 deadline, 2 register lines, 1 event, 5 claims"
    assert Change().words == "nothing else"
