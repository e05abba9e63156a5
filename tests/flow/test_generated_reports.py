"""Reports that nobody wrote by hand: whatever they say, none is beyond analysis."""

from itertools import islice

import pytest
from bench.speed.generate import reports

from corro import analyse


@pytest.mark.parametrize("number", [0, 113, 181, 355])
def test_a_generated_report_is_analysed(number: int) -> None:
    """Among them some whose figures refer to an event that was not founded after all."""
    report = next(islice(reports(number + 1), number, None)).line()
    analysis = analyse(report["text"])
    assert not [issue for issue in analysis.issues if issue.code == "analysis_failed"]
    assert analysis.claims
