"""Who did what to whom: roles through voices, relatives, light verbs and pronouns, in both languages."""

import pytest
from tests.unit.extract.events.builders import the_claim, words

from corro.model import ActorKind, ActorValue


@pytest.mark.parametrize(
    ("language", "text", "code", "role", "expected"),
    [
        ("en", "The police arrested three teachers in Sikasso.", "V5", "actor", "police"),
        ("en", "The police arrested three teachers in Sikasso.", "V5", "victim", "three teachers"),
        ("en", "Three teachers were arrested by the police.", "V5", "victim", "Three teachers"),
        ("en", "Three teachers were arrested by the police.", "V5", "actor", "police"),
        ("en", "The men who kidnapped the priest fled.", "V6", "actor", "men"),
        ("en", "Gunmen attacked the village of Sama.", "A3", "target", "village of Sama"),
        ("en", "Gunmen attacked two shepherds.", "A3", "victim", "two shepherds"),
        ("en", "The militia carried out the massacre of forty villagers.", "V1", "actor", "militia"),
        ("en", "The clash between soldiers and rebels lasted an hour.", "A1", "target", "rebels"),
        ("en", "The government has ordered the spokesman of the mission to leave.", "H1", "target", "spokesman of the mission"),
        ("en", "The court sentenced the colonel to ten years in prison.", "H4", "actor", "court"),
        ("fr", "Le boulanger a été arrêté lundi sur ordre du gouverneur.", "V5", "actor", "gouverneur"),
        ("fr", "L'assaut de miliciens contre le hameau de Sama a duré deux heures.", "A3", "actor", "miliciens"),
        ("en", "Soldiers and rebels traded fire near Sama on Monday.", "A1", "target", "rebels"),
        ("fr", "L'armée n'a pas l'intention de suspendre la relève du contingent.", "H2", "actor", "armée"),
        ("en", "The union wants the baker set free.", "H5", "target", "baker"),
        ("en", "Gunmen attacked the fair at Sama on Monday.", "A3", "target", "fair"),
        ("fr", "La police a arrêté trois enseignants à Sikasso.", "V5", "victim", "trois enseignants"),
        ("fr", "Trois enseignants ont été arrêtés par la police.", "V5", "actor", "police"),
        ("fr", "Des hommes armés ont attaqué le village de Sama.", "A3", "target", "village de Sama"),
        ("fr", "Le gouvernement a expulsé le porte-parole de la mission.", "H1", "target", "porte-parole de la mission"),
        ("fr", "Le gouvernement a suspendu les relèves de la mission.", "H2", "actor", "gouvernement"),
    ],
)
def test_roles_are_filled(language: str, text: str, code: str, role: str, expected: str) -> None:
    """Doer and thing done to are found whatever the construction, numbers in and articles out."""
    assert words(text, the_claim(text, code, language), role) == [expected]


def test_a_pronoun_leads_to_its_noun_and_is_marked() -> None:
    """What a pronoun stands for fills the role, marked as inferred."""
    text = "Two nurses left the clinic on Monday. Gunmen abducted them near the bridge."
    (slot,) = the_claim(text, "V6").slots_of("victim")
    assert slot.span.of(text) == "Two nurses"
    assert slot.inferred


def test_the_label_is_the_sources_own() -> None:
    """A known actor has an id, an unknown label keeps its words and only a kind."""
    text = "MINUSMA closed its camp while foreign military personnel arrested two herders."
    closed = the_claim(text, "M3").slots_of("actor")[0].value
    arrested = the_claim(text, "V5").slots_of("actor")[0].value
    assert isinstance(closed, ActorValue)
    assert closed.actor_id == "minusma"
    assert isinstance(arrested, ActorValue)
    assert arrested.label == "foreign military personnel"
    assert arrested.actor_id is None
    assert arrested.kind is not ActorKind.PERSON


def test_the_task_is_kept_as_the_text_joins_it() -> None:
    """And, or and as well as stay in the words of the task that was blocked."""
    text = "The authorities prevented the mission from landing or carrying fuel on 40 occasions."
    claim = the_claim(text, "O1")
    assert words(text, claim, "task") == ["landing or carrying fuel"]


def test_reason_and_condition_are_the_sources_words() -> None:
    """A clause that gives a reason, and one that sets a condition, fill their slots."""
    text = "The ministry suspended troop rotations until a coordination meeting is held."
    assert words(text, the_claim(text, "H2"), "condition") == ["until a coordination meeting is held"]
    text = "The ministry expelled the envoy because he had insulted the army."
    assert words(text, the_claim(text, "H1"), "reason") == ["he had insulted the army"]


def test_a_call_names_those_whose_acts_it_is_about() -> None:
    """Each of those accused has a slot of its own, with the label of the text."""
    text = "UN experts called for an inquiry into crimes committed by the army and a private security firm."
    assert words(text, the_claim(text, "C4"), "accused") == ["army", "private security firm"]


@pytest.mark.parametrize(
    ("language", "text", "code", "role", "expected"),
    [
        ("en", "UN patrol turned back near Karsa on Monday.", "O4", "target", "UN patrol"),
        ("en", "It was the fourth flight request refused since 1 March.", "O1", "target", "fourth flight request"),
        (
            "en",
            "Of the 40 flight requests that it filed, the aviation authority turned down 12.",
            "O1",
            "actor",
            "aviation authority",
        ),
        ("en", "Five soldiers were killed on Sunday in a clash with gunmen near Karsa.", "A1", "actor", "Five soldiers"),
        ("fr", "Deux obus se sont abattus jeudi sur l'école de Karsa.", "V2", "instrument", "Deux obus"),
        ("fr", "Des inconnus ont enlevé lundi l'infirmier de Karsa.", "V6", "victim", "infirmier de Karsa"),
        ("fr", "Un accrochage a opposé lundi une patrouille à des rebelles.", "A1", "target", "rebelles"),
    ],
)
def test_who_is_held_up_struck_or_opposed(language: str, text: str, code: str, role: str, expected: str) -> None:
    """What is held up is the target without an auxiliary too; `se`, a day before the object and two subjects mislead nobody."""
    assert words(text, the_claim(text, code, language), role)[:1] == [expected]


def test_a_pronoun_for_a_person_stands_for_one() -> None:
    """Who is kept from entering is a person of the sentence before, and not the airport."""
    text = "Le journaliste tenait une invitation. Des agents l'ont empêché d'entrer dans le pays jeudi à l'aéroport de Karsa."
    assert words(text, the_claim(text, "O7", "fr"), "target") == ["journaliste"]


@pytest.mark.parametrize(
    ("language", "text", "code", "role", "expected"),
    [
        ("en", "The colonel went on trial in Karsa on Monday for war crimes.", "H4", "target", "colonel"),
        ("fr", "Le colonel a écopé de dix ans de prison devant le tribunal de Karsa.", "H4", "target", "colonel"),
        ("en", "Two girls suffered sexual violence at the hands of guards in Karsa.", "V3", "actor", "guards"),
        ("en", "The junta has shut the skies of the north to aircraft of the mission.", "O3", "target", "aircraft of the mission"),
    ],
)
def test_who_undergoes_and_who_stands_behind(language: str, text: str, code: str, role: str, expected: str) -> None:
    """Who goes on trial or gets ten years is no doer; who stands behind hands is; what is shut to somebody is shut to a target."""
    assert words(text, the_claim(text, code, language), role) == [expected]


def test_nobody_is_no_doer() -> None:
    """Where nobody did it, no doer is named, and the denial is told."""
    text = "Personne n'a pillé le marché de Karsa."
    assert words(text, the_claim(text, "V7", "fr"), "actor") == []


@pytest.mark.parametrize(
    ("language", "text", "code", "expected"),
    [
        ("en", "No baker was arrested at Sama, the ministry said.", "V5", "ministry"),
    ],
)
def test_an_authority_that_denies_answers_for_itself(language: str, text: str, code: str, expected: str) -> None:
    """Where a text names no doer of what is denied, the authority that denies it stands as doer, marked as inferred."""
    from tests.unit.extract.events.builders import annotated

    from corro.extract.events.finding import find_claims
    from corro.extract.statements.finding import find_statements

    read = annotated(text, language)
    claim = next(claim for claim in find_claims(read, find_statements(read)) if claim.type == code)
    (slot,) = claim.slots_of("actor")
    assert slot.inferred
    assert expected in slot.span.of(text)
