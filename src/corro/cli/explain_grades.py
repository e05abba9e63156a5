"""Shows how a claim and its source are graded, where anything but "cannot be judged" can be said."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corro.model import Credibility, Reliability

if TYPE_CHECKING:
    from corro.model import ClaimGrade, Decision
    from corro.pipeline.grades import Graded


def graded_words(graded: "Graded") -> Iterator[str]:
    """Yield a line on how a claim and its source are graded; none where nothing was judged and nothing is proposed.

    Args:
        graded: The grades.
    """
    grade = graded.credibility
    if graded.rated_by is None and not grade.decision_id and grade.proposed is Credibility.CANNOT_BE_JUDGED:
        return
    source = _source(graded.reliability, graded.rated_by)
    yield f"    graded {graded.code}: source {source}; claim {_claim(grade, graded.graded_by)}"


def _source(reliability: Reliability, by: "Decision | None") -> str:
    words = _label("reliability_grades", reliability)
    return f"{words} ({_by(by)})" if by else words


def _claim(grade: "ClaimGrade", by: "Decision | None") -> str:
    words = _label("credibility_grades", grade.credibility)
    proposed = f"proposed: {grade.lineages} independent lineage{'' if grade.lineages == 1 else 's'} behind who, whom and how many"
    if by is None:
        return f"{words} ({proposed})"
    if grade.without_ground:
        return f"{words} ({proposed}; the 1 given {_by(by)} has lost its ground)"
    return f"{words} ({_by(by)}; proposed {grade.proposed.value})"


def _by(decision: "Decision") -> str:
    reason = f": {decision.reason}" if decision.reason else ""
    return f"by {decision.by} on {decision.at:%Y-%m-%d}{reason}"


def _label(name: str, key: str) -> str:
    from corro.vocab import terms

    return terms(name)[key].en
