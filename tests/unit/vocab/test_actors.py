"""Known actors and the head nouns that tell an actor's kind."""

import pytest

from corro.model import ActorKind
from corro.values import fold
from corro.vocab import actor, actor_classes, actor_ids_by_name, actor_kind, actors, kinds_by_noun, naming_nouns, posts
from corro.vocab.files import read_toml, rows_of

ROWS = rows_of(read_toml("actors.toml"), "actor", "actors.toml")


def test_no_id_stands_twice() -> None:
    """An id is one actor."""
    assert len(actors()) == len(ROWS)


def test_every_actor_has_a_reference_and_a_known_parent() -> None:
    """Each row says where it comes from, and no parent is missing from the table."""
    for row in ROWS:
        assert row["source"]
        assert row.get("parent") is None or row["parent"] in actors()


def test_ids_are_plain_ascii() -> None:
    """Ids travel in addresses and file names."""
    assert all(known.isascii() and known == known.lower() for known in actors())


def test_whether_an_actor_is_a_party_stays_open_where_nobody_said() -> None:
    """True, false and unknown are three things."""
    assert actors()["jnim"].party_to_conflict is True
    assert actors()["minusma"].party_to_conflict is None


def test_persons_of_the_table_are_public_figures() -> None:
    """No private person stands in the table."""
    assert all(known.public_figure for known in actors().values() if known.kind is ActorKind.PERSON)


@pytest.mark.parametrize(
    "spelling",
    [
        "Guillaume Ngefa",
        "Guillaume Ngefa-Atondoko Andali",
        "Guillaume Ngefa Atonodok Andali",
        "N'Gefa Andali",
        "Guillaume Nguefa",
        "guillaume  ngefa atondoko andali",
    ],
)
def test_spellings_of_one_name_lead_to_one_person(spelling: str) -> None:
    """Variants and slips, with or without accents, hyphens and capitals."""
    assert actor_ids_by_name()[fold(spelling)] == ("guillaume_ngefa",)


def test_slips_are_marked_as_slips() -> None:
    """A shared slip is evidence of common origin, so it is told apart from a variant."""
    forms = {name.text: name.form for name in actors()["guillaume_ngefa"].names}
    assert forms["Atonodok"] == "typo"
    assert forms["Guillaume Nguefa"] == "variant"


def test_the_two_ministers_with_one_first_name_are_two() -> None:
    """The first name alone leads to nobody."""
    assert actor_ids_by_name()["abdoulaye diop"] != actor_ids_by_name()["abdoulaye maiga"]
    assert "abdoulaye" not in actor_ids_by_name()


def test_persons_carry_their_posts() -> None:
    """A holder's posts come from the table of posts."""
    held = {post.title for post in actors()["abdoulaye_maiga"].posts}
    assert held == {posts()["mali_government_spokesperson"].title, posts()["mali_territorial_administration_minister"].title}


def test_an_unknown_id_is_nobody() -> None:
    """There is no default actor."""
    assert actor("nobody") is None


@pytest.mark.parametrize(
    ("phrase", "language", "kind"),
    [
        ("armed men", "en", ActorKind.ARMED_GROUP),
        ("the gunmen", "en", ActorKind.ARMED_GROUP),
        ("Kasandan armed forces", "en", ActorKind.STATE_FORCE),
        ("UN peacekeepers", "en", ActorKind.UN_FORCE),
        ("foreign military personnel", "en", ActorKind.PRIVATE_MILITARY),
        ("authorities", "en", ActorKind.GOVERNMENT),
        ("twelve villagers", "en", ActorKind.CIVILIANS),
        ("des hommes armés", "fr", ActorKind.ARMED_GROUP),
        ("forces armées kasandaises", "fr", ActorKind.STATE_FORCE),
        ("casques bleus", "fr", ActorKind.UN_FORCE),
        ("les autorités", "fr", ActorKind.GOVERNMENT),
        ("une avocate", "fr", ActorKind.CIVIL_SOCIETY),
        ("a blue sky", "en", ActorKind.UNKNOWN),
        ("", "fr", ActorKind.UNKNOWN),
    ],
)
def test_a_head_noun_tells_the_kind(phrase: str, language: str, kind: ActorKind) -> None:
    """The longest known words decide; a phrase without one stays unknown."""
    assert actor_kind(phrase, language) is kind


def test_head_nouns_are_no_known_names() -> None:
    """Words such as "soldiers" or "hommes armés" name nobody in particular."""
    named = {noun for language in ("en", "fr") for noun in kinds_by_noun(language)}
    assert not {noun for noun in named if noun in actor_ids_by_name()}


def test_classes_name_bodies_or_persons_or_nothing() -> None:
    """`Front` makes names of bodies, `avocat` stands before names of persons; every class has a source."""
    assert {group.names for group in actor_classes()} == {"bodies", "persons", ""}
    assert "front" in naming_nouns("en", "bodies")
    assert "avocat" in naming_nouns("fr", "persons")
    assert all(group.source for group in actor_classes())
