"""Figures and the events that they belong to."""

import pytest
from tests.unit.extract.events.builders import annotated, claims_in

from corro.extract.events.finding import find_claims
from corro.extract.statements.finding import find_statements
from corro.model import Claim, CountValue


def counted(claims: tuple[Claim, ...], role: str) -> list[tuple[int | None, int | None]]:
    """Return the ends of all counts of a role, in order."""
    values = [slot.value for claim in claims for slot in claim.slots_of(role)]
    return [(value.count.minimum, value.count.maximum) for value in values if isinstance(value, CountValue)]


def told(text: str, language: str) -> tuple[Claim, ...]:
    """Return the claims of a text whose speakers are known."""
    parsed = annotated(text, language=language)
    return find_claims(parsed, find_statements(parsed))


@pytest.mark.parametrize(
    ("language", "text", "killed"),
    [
        ("en", "Gunmen raided Karsa on Monday. The toll is unclear. Dozens, according to residents.", [(None, None)]),
        ("fr", "Des hommes armés ont attaqué Karsa. Combien de morts ? Entre 120 et 150, selon nos sources.", [(120, 150)]),
        ("fr", "Le bilan de la tuerie de Karsa reste incertain. Une trentaine, selon l'hôpital.", [(30, 30)]),
    ],
)
def test_a_figure_without_a_verb_answers_the_sentence_before(
    language: str, text: str, killed: list[tuple[int | None, int | None]]
) -> None:
    """A sentence without a verb counts the dead where the one before asks or speaks of them."""
    assert counted(claims_in(text, language=language), "killed") == killed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two witnesses said that gunmen killed eight traders in the village of Karsa."),
        ("en", "Gunmen killed eight traders in Karsa, three residents told a local radio."),
        ("fr", "Deux témoins ont raconté que des hommes armés avaient tué huit commerçants à Karsa."),
        ("fr", "Huit commerçants ont été tués lundi par des hommes armés, selon deux élus locaux."),
    ],
)
def test_speakers_are_not_counted_as_dead(language: str, text: str) -> None:
    """How many tell of an event counts nothing of it."""
    assert counted(told(text, language), "killed") == [(8, 8)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Armed men attacked the market on Monday, killing at least 12 people and wounding seven."),
        ("fr", "Des hommes armés ont attaqué lundi le marché, tuant au moins 12 personnes et en blessant sept."),
    ],
)
def test_participles_count_dead_and_wounded(language: str, text: str) -> None:
    """Killing … and wounding … tell both figures, also where the second has no noun."""
    claims = claims_in(text, language=language)
    assert (counted(claims, "killed"), counted(claims, "injured")) == ([(12, None)], [(7, 7)])


@pytest.mark.parametrize(
    ("language", "text", "role", "count"),
    [
        ("en", "Soldiers shot dead nine bakers on Monday. The mayor estimated the dead at no more than four.", "killed", (None, 4)),
        ("en", "The government suspended the mission's rotations. A relief of 90 soldiers is stuck.", "troops", (90, 90)),
        ("fr", "La relève du contingent a été suspendue mardi. Ses 300 hommes attendent.", "troops", (300, 300)),
        ("en", "A battle between the army and rebels left three soldiers and nine rebels dead.", "killed", (3, 3)),
        ("en", "Gunmen raided Karsa on Monday. Between two and four women are missing.", "missing", (2, 4)),
        ("fr", "Deux étudiantes attendaient le bac. Des inconnus les ont violées.", "persons", (2, 2)),
        ("fr", "Arrêtés mardi, quatre maçons attendent à la gendarmerie.", "arrested", (4, 4)),
    ],
)
def test_figures_around_an_event(language: str, text: str, role: str, count: tuple[int | None, int | None]) -> None:
    """A figure put on the dead, troops of the sentence after, both sides' dead, a range as subject and counted persons belong."""
    assert count in counted(claims_in(text, language=language), role)


def test_no_votes_against_are_counted() -> None:
    """By 11 votes to none tells both figures."""
    claims = claims_in("By 11 votes to none, with four abstentions, the Security Council extended the mandate of the mission.")
    assert (counted(claims, "votes_for"), counted(claims, "votes_against")) == ([(11, 11)], [(0, 0)])
