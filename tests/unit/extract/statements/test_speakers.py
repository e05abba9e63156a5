"""Who a pronoun, a post or part of a name is."""

import pytest
from tests.unit.extract.statements.sentences import a_text

from corro.extract.statements.actors import known_actor
from corro.extract.statements.finding import find_statements
from corro.extract.statements.prepared import prepare


def test_a_pronoun_is_the_speaker_before_it() -> None:
    """“He” is the spokesman of the sentence before, by full name and post, and is marked as inferred."""
    first, second = find_statements(a_text("two"))
    assert (first.speaker.name, first.speaker.inferred) == ("Issa Baro", False)
    assert (second.speaker.label, second.speaker.name, second.speaker.inferred) == ("He", "Issa Baro", True)
    assert second.capacity == "spokesman"


def test_a_pronoun_without_anybody_before_it_stays_open() -> None:
    """A pronoun that takes up nobody gives no name: nobody is invented."""
    (statement,) = find_statements(a_text("pronoun"))
    assert (statement.speaker.label, statement.speaker.name) == ("she", None)


def test_two_of_one_name_stay_two() -> None:
    """A family name that two persons bear stays open between both."""
    (statement,) = find_statements(a_text("likenames"))
    assert statement.speaker.name is None
    assert statement.speaker.candidates == ("Lamin Conte", "Bado Conte")


def test_a_post_takes_up_its_holder() -> None:
    """« La ministre » is the minister named before."""
    _, second = find_statements(a_text("deux"))
    assert (second.speaker.name, second.speaker.inferred) == ("Solange Nikem", True)


def test_a_broader_word_takes_up_a_rank() -> None:
    """« L'officier » is the colonel named before."""
    _, second = find_statements(a_text("officier"))
    assert (second.speaker.name, second.speaker.inferred) == ("Idrissa Danko", True)


def test_whose_the_director_is_names_nobody() -> None:
    """“According to its director, Aline Mercy”: the director speaks, and no “its”."""
    (statement,) = find_statements(a_text("owned"))
    assert (statement.speaker.name, statement.capacity) == ("Aline Mercy", "director")


def test_a_paper_speaks_for_whoever_signed_it() -> None:
    """The signer of a statement speaks in it, also where it is called “the text” afterwards, and is marked as inferred."""
    first, second = find_statements(a_text("signed"))
    assert (first.speaker.name, second.speaker.name) == ("Issa Baro", "Issa Baro")
    assert (second.speaker.label, second.speaker.inferred) == ("The text", True)


def test_a_paper_speaks_for_whoever_read_it() -> None:
    """« Le communiqué, lu par le colonel » is the colonel's."""
    (statement,) = find_statements(a_text("lu"))
    assert (statement.speaker.name, statement.capacity) == ("Issa Baro", "colonel")


def test_a_post_is_its_holder_who_is_named_further_on() -> None:
    """“The mayor of Sobane” is the only mayor whom the text names, though it does so in the next sentence."""
    first, second = find_statements(a_text("laterholder"))
    assert (first.speaker.name, first.speaker.inferred) == ("Idrissa Danko", True)
    assert second.speaker.name == "Idrissa Danko"


@pytest.mark.parametrize("name", ["decision", "office"])
def test_a_thing_is_no_speaker(name: str) -> None:
    """A decision and an office say nothing by themselves: the words are kept, and no name is given."""
    (statement,) = find_statements(a_text(name))
    assert statement.speaker.label in ("The decision", "His office")
    assert statement.speaker.name is None


def test_the_day_of_saying_is_no_part_of_the_speaker() -> None:
    """“The junta on Saturday” is the junta."""
    (statement,) = find_statements(a_text("onsaturday"))
    assert (statement.speaker.label, statement.speaker.name) == ("The junta", "junta")


def test_a_known_person_is_known_by_the_resolved_name() -> None:
    """A pronoun has the key of the person it stands for; a body that only bears a known name in its own has none."""
    prepared = prepare(a_text("two"))
    assert known_actor(prepared, (0, 1), "Abdoulaye Maïga") == "abdoulaye_maiga"
    assert known_actor(prepared, (0, 1), "UN mission") is None
    assert known_actor(prepared, (0, 1), None) is None


def test_she_is_not_an_officer_of_unknown_gender_where_somebody_named_is_in_reach() -> None:
    """“She” is the mayor who has a name, not the nearer colonel of whom nothing tells that he is a woman."""
    _, second = find_statements(a_text("whichshe"))
    assert (second.speaker.label, second.speaker.name) == ("She", "Aminata Sow")
