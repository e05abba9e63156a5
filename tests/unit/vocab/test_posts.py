"""Known posts, their holders over time, and which post a label means."""

from datetime import date

import pytest

from corro.values import Interval
from corro.vocab import actors, find_posts, post_nouns, posts


def test_posts_belong_to_known_bodies_and_known_holders() -> None:
    """No post hangs in the air."""
    for post in posts().values():
        assert post.organisation_id in actors()
        assert all(held.holder_id in actors() for held in post.holders)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("head of MINUSMA’s human rights section", ["minusma_human_rights"]),
        ("directeur de la division des droits de l'homme de la MINUSMA", ["minusma_human_rights"]),
        ("the head of MINUSMA", ["minusma_head"]),
        ("MINUSMA Spokesman", ["minusma_spokesperson"]),
        ("porte-parole du gouvernement malien", ["mali_government_spokesperson"]),
        ("Malian foreign minister", ["mali_foreign_minister"]),
        ("ministre russe des Affaires étrangères", ["russia_foreign_minister"]),
        ("government spokesman", []),
        ("spokesman", []),
        ("", []),
    ],
)
def test_a_label_means_a_post_when_it_has_all_its_words(label: str, expected: list[str]) -> None:
    """A division's head is not the mission's head, and a spokesman of no named government is nobody's."""
    assert [post.id for post in find_posts(label)] == expected


def test_holders_follow_each_other() -> None:
    """In December 2020 the president was another than in December 2021; without a date all are possible."""
    president = posts()["mali_president"]
    assert [held.holder_id for held in president.held_during(Interval.month(2020, 12))] == ["bah_ndaw"]
    assert [held.holder_id for held in president.held_during(Interval.day(date(2021, 12, 1)))] == ["assimi_goita"]
    assert len(president.held_during(None)) == len(president.holders)


def test_a_spokesman_who_was_ordered_out_holds_the_post_no_longer() -> None:
    """The end that a reference gives is kept; an end that nobody gave is open."""
    spokesperson = posts()["minusma_spokesperson"]
    assert spokesperson.held_during(Interval.day(date(2023, 2, 5))) == ()
    assert posts()["minusma_human_rights"].holders[0].held is None


def test_post_nouns_tell_what_a_post_is() -> None:
    """A `porte-parole` is a spokesperson, a `chief` a head."""
    assert post_nouns("fr")["porte-parole"] == "spokesperson"
    assert post_nouns("en")["chief"] == "head"
