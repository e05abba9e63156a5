"""Tests who is found beside an event: announcers, the Council, those who asked for a meeting."""

from tests.unit.extract.events.builders import the_claim, words


def test_the_council_is_the_target_of_what_is_told_to_it() -> None:
    """A meeting is directed at the Council that its sentence names."""
    text = (
        "The envoy presented his report on Karsa to the members, and the briefing of the Security Council ended at noon on Monday."
    )
    assert "Council" in words(text, the_claim(text, "C1"), "target")[0]


def test_who_asked_for_a_meeting_is_its_doer() -> None:
    """Consultations at the request of two members are theirs."""
    text = "Consultations were held by the Security Council on Tuesday at the request of two members."
    claim = the_claim(text, "C1")
    assert (words(text, claim, "actor"), words(text, claim, "target")) == (["two members"], ["Security Council"])


def test_a_resolution_changes_no_mandate_by_itself() -> None:
    """The doer is the Council, and not the text that it passed."""
    text = "The mandate of the mission was extended on Friday by a resolution of the Security Council."
    assert "Security Council" in words(text, the_claim(text, "M1"), "actor")[0]
