"""Values that were not compared are listed."""

from tests.unit.weigh.builders import a_claim, a_document, a_person

from corro.weigh import differences
from corro.weigh.relations.crowded import RULE
from corro.weigh.relations.differing import MOST_STANDS


def test_no_value_is_dropped_silently() -> None:
    """Those beyond the most that are compared stand in a difference of their own."""
    names = [f"n{index:02}" for index in range(MOST_STANDS + 3)]
    claims = [a_claim(name, "H1", target=a_person(f"{chr(65 + index % 26) * 9} Bo{index}")) for index, name in enumerate(names)]
    documents = {f"doc_{name}": a_document(name) for name in names}
    found = [one for one in differences(claims, documents, {}) if one.rule == RULE]
    assert [len(one.positions) for one in found] == [3]
