"""Rules between two passages that look at names, camps, versions, courts and what is counted."""

import pytest
from tests.unit.weigh.fields.test_relating import related

from corro.model import DisputeKind, Relation

FOUND = [
    # names and posts that changed on the way
    ("identity", "Judge Odra Vilkas left the town.", "Judge Orda Viklas left the town.", Relation.TRANSMISSION_ERROR),
    (
        "role",
        "Mila Torrance, deputy representative of Haldane, deplored it.",
        "It was deplored by Mila Torrance, deputy representative of the United Nations.",
        Relation.TRANSMISSION_ERROR,
    ),
    (
        "status",
        "The bridge is not open.",
        "fr: Le pont est ouvert, selon une traduction automatique.",
        Relation.TRANSMISSION_ERROR,
    ),
    ("identity", "Expelled: Ilva Sørbø, the police adviser.", "The expelled adviser is Ilva Soerboe.", Relation.AGREE),
    # camps
    ("actor", "The shell came from rebel lines.", "fr: L'obus a été tiré par l'armée.", Relation.DISPUTE),
    ("actor", "fr: L'armée a fermé le marché.", "fr: La 3e compagnie de l'armée a bouclé le marché.", Relation.REFINE),
    # courts, charges, nationality
    ("legal", "A military court tries the men.", "The case of the men is before the African Court.", Relation.INCOMPARABLE),
    ("legal", "fr: Il est poursuivi pour corruption.", "fr: Il est poursuivi pour subornation.", Relation.INCOMPARABLE),
    ("identity", "The dead man was a Haldane national.", "The dead man ran the depot.", Relation.INCOMPARABLE),
    # figures
    ("count", "Nineteen people died.", "The dead are eleven men, five women and three children.", Relation.AGREE),
    ("count", "No civilian died at Tolm.", "Six civilians died at Tolm.", Relation.DISPUTE),
    ("count", "It refused 40 flights in the first quarter.", "From April to June 52 flights were refused.", Relation.INCOMPARABLE),
    ("count", "The mission lost 90 members.", "Fifty members of the mission fell in hostile acts.", Relation.INCOMPARABLE),
    ("count", "At least 20 died at Kilo Forty.", "23 died at Kilo Forty.", Relation.REFINE),
    # days
    ("date", "He was arrested on 6 May.", "He had been in a cell since 2 May.", Relation.DISPUTE),
    # nothing in common
    ("place", "The premier opened a dam in Orvel.", "A delegation inspected prisons in Karsum.", Relation.UNRELATED),
]


@pytest.mark.parametrize(("field", "one", "other", "relation"), FOUND)
def test_a_pair_stands_as_its_rule_says(field: str, one: str, other: str, relation: Relation) -> None:
    """One rule a line; each in the language of its passages."""
    assert related(field, one, other).relation is relation


def test_an_office_that_changes_between_two_versions_is_a_dispute_of_versions() -> None:
    """The note behind the outlet's name tells the versions apart, and is no part of its name."""
    sources = ("River News (version of 8:00)", "River News (version of 9:30)")
    found = related("identity", "Orvel expels the head of the mission.", "Orvel expels the mission's legal head.", 0, sources)
    assert (found.relation, found.kind) == (Relation.DISPUTE, DisputeKind.VERSION)
