"""How an event is told."""

import pytest
from tests.unit.extract.events.builders import annotated, codes, the_claim

from corro.extract.events.finding import find_claims
from corro.extract.statements.finding import find_statements
from corro.model import AttributionStatus, Modality, Polarity


@pytest.mark.parametrize(
    ("language", "text", "code", "expected"),
    [
        ("en", "Soldiers arrested a baker on Friday.", "V5", Modality.HAPPENED),
        ("en", "Soldiers did not arrest the baker.", "V5", Modality.NEGATED),
        ("en", "No baker was arrested.", "V5", Modality.NEGATED),
        ("en", "The army denied that its men had arrested the baker.", "V5", Modality.NEGATED),
        ("en", "The army may arrest the baker.", "V5", Modality.HYPOTHETICAL),
        ("en", "If soldiers arrest the baker, the market will close.", "V5", Modality.HYPOTHETICAL),
        ("en", "Soldiers will arrest the baker.", "V5", Modality.FUTURE),
        ("en", "The general vowed to arrest the baker.", "V5", Modality.FUTURE),
        ("en", "Ghana announced that it will withdraw its troops from the mission in May.", "M2", Modality.ANNOUNCED),
        ("en", "Traders demanded the release of the prisoners.", "H5", Modality.DEMANDED),
        ("en", "Soldiers allegedly arrested a baker.", "V5", Modality.ALLEGED),
        ("en", "The union accuses soldiers of torturing a baker.", "V4", Modality.ALLEGED),
        ("en", "Militants kidnapped the baker in 2012.", "V6", Modality.HISTORICAL),
        ("en", "The airspace has been closed to the mission since Monday.", "O3", Modality.ONGOING),
        ("fr", "Les soldats ont arrêté un boulanger vendredi.", "V5", Modality.HAPPENED),
        ("fr", "Les soldats n'ont pas arrêté le boulanger.", "V5", Modality.NEGATED),
        ("fr", "L'armée a démenti avoir arrêté le boulanger.", "V5", Modality.NEGATED),
        ("fr", "Des soldats auraient arrêté un boulanger.", "V5", Modality.ALLEGED),
        ("fr", "Les soldats arrêteront le boulanger.", "V5", Modality.FUTURE),
        ("fr", "Le Togo annonce qu'il retirera ses soldats de la mission en mai.", "M2", Modality.ANNOUNCED),
        ("fr", "Les commerçants réclament la libération des otages.", "H5", Modality.DEMANDED),
        ("fr", "Des djihadistes ont enlevé le boulanger en 2012.", "V6", Modality.HISTORICAL),
        ("en", "The prisoners must be released in Karsa on Monday.", "H5", Modality.DEMANDED),
        ("en", "The union called the arrest of the baker a scandal.", "V5", Modality.HAPPENED),
        ("en", "The minister insisted that soldiers had arrested the baker.", "V5", Modality.HAPPENED),
        ("en", "The guards would not let the patrol through on Monday.", "O4", Modality.HAPPENED),
        ("fr", "La patrouille a dû rebrousser chemin lundi à Karsa.", "O4", Modality.HAPPENED),
        ("fr", "Le ministère dément que le boulanger ait été arrêté.", "V5", Modality.NEGATED),
        ("fr", "Le syndicat réclame que les soldats libèrent le boulanger.", "H5", Modality.DEMANDED),
        ("en", "Were soldiers to arrest the baker, the market would close.", "V5", Modality.HYPOTHETICAL),
    ],
)
def test_the_manner_of_telling(language: str, text: str, code: str, expected: Modality) -> None:
    """Only what is told as happened, ongoing, announced or alleged is current."""
    assert the_claim(text, code, language).modality is expected


def test_a_denial_is_a_denied_proposition() -> None:
    """What its source denies has the polarity denied."""
    assert the_claim("The army denied that its men had arrested the baker.", "V5").polarity is Polarity.DENIED


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "The minister denied that he had ever denied the killing of nine villagers.", "V1"),
        ("en", "The army denies having denied that soldiers arrested the baker.", "V5"),
        ("fr", "Le ministre nie avoir démenti que des soldats ont tué neuf villageois.", "V1"),
    ],
)
def test_a_denial_that_is_denied_leaves_the_deed_open(language: str, text: str, code: str) -> None:
    """Who denies having denied a deed has neither denied it nor said that it was done."""
    claim = the_claim(text, code, language)
    assert claim.polarity is Polarity.AFFIRMED
    assert (claim.modality, claim.status) == (Modality.HYPOTHETICAL, AttributionStatus.POSSIBLE)


def test_history_is_background() -> None:
    """An event of a year long before publication is told as background; one of last year is not."""
    assert the_claim("The mission was set up in 2013 by the Council.", "M1").background
    assert not the_claim("In August 2022 the authorities expelled the spokesman of the mission.", "H1").background


def test_a_call_has_happened_once_it_is_uttered() -> None:
    """To demand an inquiry, or that somebody leave, is itself the event."""
    assert the_claim("The experts demanded an investigation.", "C4").modality is Modality.HAPPENED
    assert the_claim("The junta asked the mission's spokesman to leave.", "H1").modality is Modality.HAPPENED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the exercise, an imaginary convoy is ambushed near the river."),
        ("en", "The film about the coup opens in Paris."),
        ("en", "Flash floods killed nine people."),
        ("en", "Expulsion: the act by which a State removes a diplomat."),
        ("en", "The prisoner of a price suffered cardiac arrest."),
        ("fr", "Le roman raconte l'enlèvement d'une reine."),
        ("fr", "Les pluies ont tué huit personnes."),
    ],
)
def test_what_is_no_event(language: str, text: str) -> None:
    """Fiction, exercises, accidents, definitions and other senses of the words give nothing."""
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No group has claimed responsibility for the attack on Karsa on 11 March."),
        ("fr", "Aucun groupe n'a revendiqué l'attaque de Karsa du 11 mars."),
        ("fr", "L'attaque de Karsa, qui n'a pas été revendiquée, a fait douze morts."),
    ],
)
def test_an_attack_that_nobody_claims_has_happened(language: str, text: str) -> None:
    """That nobody claims a deed denies nothing of it, and ties nobody to it."""
    claim = the_claim(text, "A3", language)
    assert (claim.modality, claim.polarity, claim.status) == (Modality.HAPPENED, Polarity.AFFIRMED, AttributionStatus.FACT)


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "The briefing planned for last week at the Security Council was cancelled.", "C1"),
        ("fr", "L'exposé prévu la semaine dernière au Conseil de sécurité a été annulé.", "C1"),
        ("en", "The ministry denied that foreign instructors had taken part in the killing of the herders.", "V1"),
        ("fr", "L'armée dément l'existence d'une fosse commune près de Karsa.", "V1"),
    ],
)
def test_what_is_called_off_or_denied_is_negated(language: str, text: str, code: str) -> None:
    """A meeting that is called off, a part in a killing or a mass grave that is denied did not happen, says the source."""
    parsed = annotated(text, language=language)
    modalities = [claim.modality for claim in find_claims(parsed, find_statements(parsed)) if claim.type == code]
    assert modalities == [Modality.NEGATED]


@pytest.mark.parametrize(
    ("language", "text", "code", "expected"),
    [
        ("en", "The panel found no evidence that the women were raped by soldiers in Karsa.", "V3", Modality.NEGATED),
        ("en", "The ministers stopped short of expelling the ambassador.", "H1", Modality.NEGATED),
        ("en", "The lawyer should have briefed the Security Council on Monday.", "C2", Modality.NEGATED),
        ("fr", "L'avocate aurait dû témoigner lundi devant le Conseil de sécurité.", "C2", Modality.NEGATED),
        ("fr", "Le ministre n'exclut pas d'expulser l'ambassadeur.", "H1", Modality.HYPOTHETICAL),
        ("fr", "La base de la mission à Karsa fermera le 30 septembre au plus tard.", "M3", Modality.FUTURE),
    ],
)
def test_what_nothing_shows_or_what_stays_open(language: str, text: str, code: str, expected: Modality) -> None:
    """No evidence and stopping short deny; what is not excluded is supposed; `au plus tard` denies nothing."""
    assert the_claim(text, code, language).modality is expected
