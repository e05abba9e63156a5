"""Events of which more values are told than can be compared pair by pair: those left out are listed, and an issue says so."""

from collections.abc import Iterable, Iterator, Sequence

from corro.model import Difference, Issue, Relation
from corro.model.issue import Severity
from corro.weigh.stands import Stand

RULE = "stands.not_compared"
CODE = "values_not_compared"


def left_out(role: str, stands: Sequence[Stand], most: int) -> Difference:
    """Return the values of a role that were not compared, so that none is lost from sight.

    Args:
        role: The role.
        stands: The values left out.
        most: How many were compared.

    Returns:
        A difference that says nothing of how they stand to each other.
    """
    words = f"More than {most} values are told of this; the {most} best supported are compared, these are only listed."
    positions = tuple(stand.position() for stand in sorted(stands, key=lambda stand: (stand.printed, stand.told[0][0].id)))
    return Difference(role, Relation.INCOMPARABLE, positions, None, RULE, words)


def crowded(differences: Iterable[Difference]) -> Iterator[Issue]:
    """Yield an issue for each role of which values were not compared.

    Args:
        differences: Differences, of one event or of many.

    Yields:
        One issue a difference, on the first document that tells a value left out.
    """
    for one in differences:
        if one.rule == RULE:
            passages = sorted((passage.document_id, passage.span) for position in one.positions for passage in position.passages)
            document_id, span = passages[0]
            yield Issue(CODE, document_id, f"{one.field}: {one.explanation}", span, Severity.NOTE, one.field)
