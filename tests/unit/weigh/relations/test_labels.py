"""Rival labels of one event by two speakers are a dispute of characterisation; none is decided."""

from tests.unit.weigh.builders import a_claim, a_document

from corro.model import DisputeKind, Holder, Relation
from corro.values import Span
from corro.weigh.relations.labels import rival_labels
from corro.weigh.relations.stands import scene_of


def disputes(*told: tuple[str, str]) -> list[tuple[Relation, DisputeKind | None, list[str]]]:
    """Return the disputes on an event that speakers tell in these words."""
    documents = {f"doc_{index}": a_document(str(index), text) for index, (_, text) in enumerate(told)}
    claims = [
        a_claim(str(index), "A4", trigger=Span(0, len(text)), holders=(Holder("speaker", speaker),))
        for index, (speaker, text) in enumerate(told)
    ]
    found = rival_labels(claims, scene_of(claims, documents, {}))
    return [(one.relation, one.kind, [position.value for position in one.positions]) for one in found]


def test_a_coup_and_a_renewal() -> None:
    """Both labels stand with their holders."""
    found = disputes(("Junta", "It was a patriotic renewal."), ("Opposition", "It was a coup."))
    assert found == [(Relation.DISPUTE, DisputeKind.CHARACTERISATION, ["coup", "transition"])]


def test_one_holder_and_a_label_refused_make_no_dispute() -> None:
    """Who denies the rival's word says nothing new, and who uses both takes no side."""
    assert not disputes(("Junta", "It was a renewal."), ("Union", "It was a renewal and no coup."))
    assert not disputes(("Junta", "It was a renewal."), ("Junta", "It was a coup."))
