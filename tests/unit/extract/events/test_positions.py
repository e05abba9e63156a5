"""What parties hold about a measure: its basis in law, and where its target was."""

from tests.unit.extract.events.builders import claims_in

from corro.model import Modality, TextValue

ORDER = "The ministry gave Nadia Holt, the head of the UN mission, 48 hours to leave the country. "


def positions(text: str, role: str, language: str = "en") -> list[str]:
    """Return the keys of a role over all claims on orders to leave."""
    claims = [claim for claim in claims_in(text, language=language) if claim.type == "H1"]
    return [slot.value.key for claim in claims for slot in claim.slots_of(role) if isinstance(slot.value, TextValue)]


def test_a_doctrine_that_does_not_apply_is_a_position_and_no_denial() -> None:
    """Who says that the doctrine does not apply denies no order."""
    text = ORDER + "The United Nations said that persona non grata does not apply to its staff."
    assert positions(text, "legal_basis") == ["not_applicable"]
    assert {claim.modality for claim in claims_in(text) if claim.type == "H1"} == {Modality.HAPPENED}


def test_grounds_in_law_are_told_by_what_they_are() -> None:
    """Agreement and convention are told apart."""
    text = ORDER + "The minister relied on the status of forces agreement. He cited the Vienna Convention."
    assert positions(text, "legal_basis") == ["status_of_forces", "vienna_convention"]


def test_a_french_ground_in_law() -> None:
    """`fondée en droit` is a position on the measure."""
    text = "L'expulsion du directeur de la mission de l'ONU est fondée en droit, a répondu le ministre."
    assert positions(text, "legal_basis", "fr") == ["law"]


def test_where_the_target_was() -> None:
    """Already abroad, and has left since, exclude each other."""
    assert positions(ORDER + "Mr Holt was already outside the country, a colleague said.", "whereabouts") == ["already_abroad"]
    assert positions(ORDER + "Nadia Holt has since left the country.", "whereabouts") == ["has_left"]


def test_others_who_leave_say_nothing_of_the_target() -> None:
    """A convoy that left is no person who was told to leave."""
    assert positions(ORDER + "The convoy has left the country.", "whereabouts") == []
