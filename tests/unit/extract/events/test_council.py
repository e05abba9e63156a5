"""What a text tells of a Council meeting: who chose a briefer, who presided, by what means and as what somebody spoke."""

from tests.unit.extract.events.builders import claims_in, words

from corro.model import TextValue


def told(text: str, role: str, language: str = "en") -> list[str]:
    """Return the words of a role over all claims on meetings."""
    claims = [claim for claim in claims_in(text, language=language) if claim.type in ("C1", "C2")]
    return [said for claim in claims for said in words(text, claim, role)]


def keys(text: str, role: str, language: str = "en") -> list[str]:
    """Return the keys of a role in words over all claims on meetings."""
    slots = [slot for claim in claims_in(text, language=language) for slot in claim.slots_of(role)]
    return [slot.value.key for slot in slots if isinstance(slot.value, TextValue)]


MEETING = "The Security Council held a briefing on Ruritania on 3 March. "


def test_whoever_proposed_a_briefer_is_told() -> None:
    """The agent of proposing is kept as a claim, apart from who endorsed."""
    text = MEETING + "The briefer, Mira Sol, was proposed by the Ombudsman's Office and endorsed by Norland."
    assert told(text, "proposed_by") == ["Ombudsman's Office"]
    assert told(text, "endorsed_by") == ["Norland"]


def test_an_accusation_of_a_biased_choice_names_the_chooser() -> None:
    """The accused is who chose, as the accuser has it."""
    text = MEETING + "The government accused Nadia Holt of bias in the choice of witnesses."
    assert told(text, "proposed_by") == ["Nadia Holt"]


def test_a_french_reproach_names_the_chooser() -> None:
    """`reprochent au directeur d'avoir choisi` tells who chose."""
    text = "Le Conseil de sécurité a tenu une séance le 3 mars. Les autorités reprochent au directeur d'avoir choisi les témoins."
    assert told(text, "proposed_by", "fr") == ["directeur"]


def test_a_denied_choice_names_nobody() -> None:
    """Who is denied to have chosen did not choose, for the one who says so."""
    text = MEETING + "The mission denied having chosen the witness."
    assert told(text, "proposed_by") == []


def test_the_presidency_is_told_in_several_ways() -> None:
    """A president as such, or who presided over the Council."""
    text = "The Security Council was briefed on Ruritania on 3 March, with Norland as president."
    assert told(text, "presidency") == ["Norland"]
    text = MEETING + "Norland presided over the Council that month."
    assert told(text, "presidency") == ["Norland"]


def test_the_means_of_speaking_have_keys() -> None:
    """By video link and in person exclude each other, so each has its key."""
    assert keys(MEETING + "The activist Mira Sol spoke by video link.", "mode") == ["video_link"]
    text = MEETING + "The activist Mira Sol addressed the Council at UN headquarters."
    assert keys(text, "mode") == ["in_person"]


def test_the_post_beside_a_briefer_s_name_is_kept() -> None:
    """A vice-president is no president."""
    text = MEETING + "The activist Mira Sol, vice-president of the Sol Observatory, spoke by video link."
    assert keys(text, "briefer_role") == ["vice_president"]


def test_a_plural_of_witnesses_is_no_briefer() -> None:
    """Witnesses in general are nobody's name."""
    assert told("The government attacks the witnesses who brief the Security Council.", "briefer") == []


def test_who_chose_is_who_is_charged_with_it() -> None:
    """The charge is no part of the name, and the accuser chose nobody."""
    en = "The government accuses the mission of bias in the choice of the witnesses who brief the UN Security Council."
    fr = "Le ministère lui fait grief d'avoir sélectionné avec partialité les témoins que le Conseil de sécurité entend."
    told = [slot.span.of(en) for claim in claims_in(en) for slot in claim.slots_of("proposed_by")]
    assert [words.removeprefix("the ") for words in told] == ["mission"]
    assert "ministère" not in {slot.span.of(fr) for claim in claims_in(fr, language="fr") for slot in claim.slots_of("proposed_by")}
