"""Which mentions bear one name."""

from tests.unit.annotate.builders import a_mention

from corro.annotate.names import fullest_names, with_names
from corro.model import MentionKind


def test_a_surname_leads_to_the_full_name() -> None:
    """Before or after it, with the known actor of the full name."""
    mentions = [a_mention("Ilombe"), a_mention("Nadège Ilombe", known_id="n"), a_mention("Ilombe")]
    assert fullest_names(mentions) == {0: "Nadège Ilombe", 1: "Nadège Ilombe", 2: "Nadège Ilombe"}
    assert [mention.known_id for mention in with_names(mentions, {})] == ["n", "n", "n"]
    assert [mention.name for mention in with_names(mentions, {})] == ["Nadège Ilombe", "", "Nadège Ilombe"]


def test_two_ministers_with_one_first_name_stay_two() -> None:
    """The first name alone fits both, so it belongs to neither."""
    mentions = [a_mention("Abdoulaye Diop"), a_mention("Abdoulaye Maïga"), a_mention("Abdoulaye"), a_mention("Maiga")]
    assert fullest_names(mentions) == {0: "Abdoulaye Diop", 1: "Abdoulaye Maïga", 3: "Abdoulaye Maïga"}


def test_spellings_of_one_known_actor_share_the_fullest() -> None:
    """The longest form of the document stands for all."""
    mentions = [a_mention("N'Gefa Andali", known_id="g"), a_mention("Guillaume Ngefa Atonodok Andali", known_id="g")]
    assert fullest_names(mentions)[0] == "Guillaume Ngefa Atonodok Andali"


def test_known_actors_never_share_a_name() -> None:
    """The surname of one known person is not another known person."""
    mentions = [a_mention("Abdoulaye Maïga", known_id="a"), a_mention("Maïga", known_id="c")]
    assert fullest_names(mentions) == {0: "Abdoulaye Maïga", 1: "Maïga"}


def test_bodies_share_a_name_only_when_it_is_the_same() -> None:
    """A part of a body's name is another body; an explained acronym is the same one."""
    body = MentionKind.ORGANISATION
    mentions = [a_mention("Conseil national Tumaini", body), a_mention("Conseil", body), a_mention("CNT", body)]
    names = fullest_names(mentions, {"CNT": "Conseil national Tumaini"})
    assert names == {0: "Conseil national Tumaini", 1: "Conseil", 2: "Conseil national Tumaini"}


def test_places_bear_no_names_of_actors() -> None:
    """Only persons, organisations and groups are led to a name."""
    assert fullest_names([a_mention("Gao", MentionKind.PLACE)]) == {}
