"""Documents of a closed pool are grouped by the incident that they report."""

from itertools import permutations

from tests.unit.weigh.builders import a_document

from corro.model import Document
from corro.weigh.links.averaging import average_groups
from corro.weigh.links.incidents import incidents
from corro.weigh.links.telling import telling


def pool() -> list[Document]:
    """Return two reports on a raid, two on a fire, and six on things of their own."""
    told = {
        "a": "Riders raided the market of Oumba and killed Sadio Keralta, a 34-year-old trader from Bellin, on Tuesday night.",
        "b": "The trader Sadio Keralta, 34 years, of Bellin, was killed when riders fell upon Oumba. A 34-year-old.",
        "c": "A depot of the Torvan railway burnt down in Miskar; the guard Oda Lunde, a 61-year-old man, lost 12 cats there.",
        "d": "Oda Lunde, the 61-year-old guard, wept over 12 cats when the Torvan depot in Miskar burnt down.",
    }
    alone = [f"Clerks of Village{number} counted {number}7 goats and went home under a sky without clouds." for number in range(6)]
    return [a_document(name, text) for name, text in told.items()] + [a_document(f"x{at}", text) for at, text in enumerate(alone)]


def test_reports_of_one_incident_meet() -> None:
    """Names, an age and words in common make one incident, and each other document stays by itself."""
    groups = incidents(pool())
    assert ("doc_a", "doc_b") in groups
    assert ("doc_c", "doc_d") in groups
    assert len(groups) == 8


def test_the_order_of_the_pool_does_not_matter() -> None:
    """Whatever comes first, the groups are the same."""
    documents = pool()
    assert len({incidents([*order, *documents[3:]]) for order in permutations(documents[:3])}) == 1


def test_months_part_what_is_told_alike() -> None:
    """The same kind of news half a year later is another incident, though some of the names are the same."""
    documents = pool()
    later = a_document("later", "Riders raided the market of Oumba again and took cattle.", published="2023-03-01")
    assert ("doc_later",) in incidents([*documents, later])


def test_an_empty_pool_has_no_incidents() -> None:
    """Nothing in, nothing out."""
    assert incidents([]) == ()


def test_a_telling_counts_names_figures_and_ages() -> None:
    """A word with a capital is a name, digits are a figure, and an age is known by its phrase in both languages."""
    counts = telling(a_document("a", "Le trader Sadio, 34 ans, saw 1,200 riders; Sadio's cousin is a 19-year-old.")).counts
    assert counts["names"]["sadio"] == 2
    assert counts["figures"]["1200"] == 1
    assert set(counts["ages"]) == {"34", "19"}


def test_groups_join_by_their_average() -> None:
    """Two things that fit one third alike do not become one with it where they do not fit each other."""
    assert sorted(map(sorted, average_groups(3, {(0, 1): 3.0, (1, 2): 1.0, (0, 2): -5.0}, 0.0))) == [[0, 1], [2]]
    assert sorted(map(sorted, average_groups(3, {(0, 1): 3.0, (1, 2): 1.0, (0, 2): 2.0}, 0.0))) == [[0, 1, 2]]


def test_what_was_not_compared_speaks_against() -> None:
    """A third thing that fits one of a group a little and was not compared with the other stays out."""
    assert sorted(map(sorted, average_groups(3, {(0, 1): 3.0, (1, 2): 1.0}, 0.0))) == [[0, 1], [2]]
