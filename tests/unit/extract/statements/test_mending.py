"""What is put right about verbs of saying before the rules read the grammar."""

import pytest

from corro.extract.statements.cues import cues
from corro.extract.statements.mending import mended
from corro.model import Token

FORMS = [
    # form that is its own lemma, infinitive
    ("réclame", "réclamer"),
    ("demandent", "demander"),
    ("avertissons", "avertir"),
    ("espère", "espérer"),
]


@pytest.mark.parametrize(("form", "infinitive"), FORMS)
def test_a_form_left_as_its_own_lemma_gets_its_infinitive(form: str, infinitive: str) -> None:
    """A verb of saying whose personal form the tagger took for a lemma has its infinitive afterwards."""
    token = Token(0, len(form), form, form, "VERB", "root", 0, "VerbForm=Fin")
    (found,) = mended((token,), {}, frozenset(cues("fr").verbs))
    assert found.lemma == infinitive


def test_other_verbs_stay_as_they_are() -> None:
    """A verb that is none of saying keeps its lemma, whatever its ending."""
    token = Token(0, 5, "court", "courir", "VERB", "root", 0, "VerbForm=Fin")
    assert mended((token,), {}, frozenset(cues("fr").verbs)) == (token,)


def test_a_whole_infinitive_with_an_ending_of_the_future_is_the_future() -> None:
    """A form that is its infinitive with « ons » tells of what will be, though the tagger took it for the present."""
    token = Token(0, 10, "frapperons", "frapper", "VERB", "root", 0, "Mood=Ind|Tense=Pres|VerbForm=Fin")
    (found,) = mended((token,), {}, frozenset(cues("fr").verbs))
    assert "Tense=Fut" in found.morph
