"""Who a pronoun, a post or part of a name is."""

from tests.unit.extract.statements_sentences import a_text

from corro.extract.statements import find_statements


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
