"""Labels name one actor, a class of it, or another one; doubt stays doubt."""

import pytest
from tests.unit.weigh.builders import a_person, somebody

from corro.model import ActorKind, ActorValue
from corro.weigh.identity import Sameness, sameness, words_of


@pytest.mark.parametrize(
    "spelling",
    ["Guillaume Ngefa Atonodok Andali", "Guillaume Nguefa-Atondoko Andali", "Guillaume N'Gefa Andali", "Ngefa", "Guillaume Ngefa"],
)
def test_spellings_of_a_name_are_one_person(spelling: str) -> None:
    """Hyphens, apostrophes, transliteration and a slip in a long word make no other person."""
    assert sameness(a_person("Guillaume Ngefa-Atondoko Andali"), a_person(spelling)) is Sameness.SAME


def test_two_ministers_with_one_first_name_stay_two() -> None:
    """Abdoulaye Diop is not Abdoulaye Maïga."""
    assert sameness(a_person("Abdoulaye Diop"), a_person("Abdoulaye Maïga")) is Sameness.DIFFERENT


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (somebody("army", actor_id="fama"), somebody("soldiers", actor_id="fama"), Sameness.SAME),
        (somebody("army", actor_id="fama"), somebody("police", actor_id="gendarmerie"), Sameness.DIFFERENT),
        (somebody("contractor", inferred_id="wagner"), somebody("Wagner", actor_id="wagner"), Sameness.CLASS),
        (somebody("UN official"), somebody("head of the UN mission"), Sameness.CLASS),
        (somebody("head of the UN mission"), somebody("head of the UN mission's rights section"), Sameness.DIFFERENT),
        (somebody("vice-president of Kisal"), somebody("president of Kisal"), Sameness.DIFFERENT),
        (somebody("gunmen"), somebody("armed men"), Sameness.UNKNOWN),
        (somebody("soldiers", ActorKind.STATE_FORCE), somebody("rebels", ActorKind.ARMED_GROUP), Sameness.DIFFERENT),
    ],
)
def test_labels(one: ActorValue, other: ActorValue, expected: Sameness) -> None:
    """Known ids decide first, then names, posts and kinds; what nothing tells apart stays unknown, from both sides."""
    assert sameness(one, other) is expected
    assert sameness(other, one) is expected


def test_the_united_nations_are_no_article() -> None:
    """“UN” is read as the organisation in both languages, in any of its forms."""
    assert words_of("head of the UN mission") == words_of("head of the United Nations mission")
    assert "onu" in words_of("mission de l'ONU")
