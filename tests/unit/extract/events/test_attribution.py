"""How firmly a claim ties a deed to its doer, in English and French."""

import pytest
from tests.unit.extract.events.builders import annotated

from corro.extract.events.finding import find_claims
from corro.extract.statements.finding import find_statements
from corro.model import Modality

TOLD = [
    ("en", "fact", "Gunmen of the Harun Front killed four herders at Karsa on Friday."),
    ("fr", "fact", "Des hommes du Front Harun ont tué quatre éleveurs à Karsa vendredi."),
    ("en", "fact", "No group has claimed responsibility for the attack on the barracks at Karsa."),
    ("en", "claimed", "The Harun Front said that its fighters attacked the barracks at Karsa."),
    ("en", "claimed", "The Harun Front claimed responsibility for the attack on the barracks at Karsa."),
    ("en", "claimed", "The attack on the barracks was claimed by the Harun Front."),
    ("en", "claimed", '"We attacked the barracks at Karsa," the Harun Front said in a statement.'),
    ("fr", "claimed", "Le Front Harun a revendiqué l'attaque contre la caserne de Karsa."),
    ("fr", "claimed", "L'attaque contre la caserne de Karsa a été revendiquée par le Front Harun."),
    ("fr", "claimed", "Le Front Harun affirme que ses combattants ont attaqué la caserne de Karsa."),
    ("en", "admitted", "The army admitted that its soldiers killed two porters at Karsa."),
    ("en", "admitted", "The army acknowledged having killed two porters at Karsa."),
    ("fr", "admitted", "L'armée a reconnu que ses soldats avaient tué deux porteurs à Karsa."),
    ("fr", "admitted", "L'armée a reconnu avoir tué deux porteurs à Karsa."),
    ("en", "suspected", "Suspected fighters of the Harun Front killed four herders at Karsa."),
    ("en", "suspected", "The Harun Front is suspected of killing four herders at Karsa."),
    ("en", "suspected", "Fighters believed to belong to the Harun Front killed four herders at Karsa."),
    ("fr", "suspected", "Le Front Harun est soupçonné d'avoir tué quatre éleveurs à Karsa."),
    ("fr", "suspected", "Des jihadistes présumés ont enlevé une infirmière à Karsa."),
    ("en", "accused", "Residents accused soldiers of killing two porters at Karsa."),
    ("en", "accused", "Villagers blamed the Harun Front for the killing of four herders at Karsa."),
    ("en", "accused", "Soldiers are accused of torturing a baker at Karsa."),
    ("en", "accused", "A shopkeeper said that soldiers killed two porters at Karsa."),
    ("fr", "accused", "Des habitants accusent des soldats d'avoir tué deux porteurs à Karsa."),
    ("fr", "accused", "Des soldats sont accusés d'avoir torturé un boulanger à Karsa."),
    ("fr", "accused", "Selon un commerçant, des soldats ont tué deux porteurs à Karsa."),
    ("en", "accused_by_authorities", "The police accused the Harun Front of killing four herders at Karsa."),
    ("en", "accused_by_authorities", "The governor blamed the Harun Front for the attack on the barracks at Karsa."),
    ("en", "accused_by_authorities", "The Harun Front was accused by the government of kidnapping a nurse at Karsa."),
    ("fr", "accused_by_authorities", "La police accuse le Front Harun d'avoir tué quatre éleveurs à Karsa."),
    ("fr", "accused_by_authorities", "Le gouverneur a imputé l'attaque de la caserne au Front Harun."),
    ("fr", "accused_by_authorities", "Le Front Harun est accusé par le gouvernement d'avoir enlevé une infirmière à Karsa."),
    ("en", "denied", "The army denied that its soldiers killed two porters at Karsa."),
    ("en", "denied", "The army denied having killed two porters at Karsa."),
    ("en", "denied", "The Harun Front denied responsibility for the attack on the barracks at Karsa."),
    ("fr", "denied", "L'armée dément que ses soldats aient tué deux porteurs à Karsa."),
    ("fr", "denied", "L'armée nie avoir tué deux porteurs à Karsa."),
    ("fr", "denied", "Le Front Harun a nié toute responsabilité dans l'attaque de la caserne de Karsa."),
    ("en", "possible", "The Harun Front may have killed four herders at Karsa."),
    ("en", "possible", "Soldiers reportedly killed two porters at Karsa."),
    ("en", "possible", "The governor said that the Harun Front might have attacked the barracks at Karsa."),
    ("fr", "possible", "Le Front Harun aurait tué quatre éleveurs à Karsa."),
    ("fr", "possible", "Le Front Harun pourrait avoir tué quatre éleveurs à Karsa."),
    ("fr", "possible", "Des soldats ont peut-être tué deux porteurs à Karsa."),
]


@pytest.mark.parametrize(("language", "status", "text"), TOLD)
def test_a_deed_is_tied_to_its_doer_as_the_text_ties_it(language: str, status: str, text: str) -> None:
    """Who speaks, what he does by it, and words of doubt decide the status of every deed of the sentence."""
    parsed = annotated(text, language=language)
    deeds = [claim for claim in find_claims(parsed, find_statements(parsed)) if claim.type[0] in "VA"]
    assert {str(claim.status) for claim in deeds} == {status}


def test_a_french_denial_of_a_clause_negates_its_event() -> None:
    """`dément que … aient tué` denies the killing as `nie avoir tué` does."""
    parsed = annotated("L'armée dément que ses soldats aient tué deux porteurs à Karsa.", language="fr")
    assert [claim.modality for claim in find_claims(parsed, find_statements(parsed)) if claim.type == "V1"] == [Modality.NEGATED]
