"""Texts in odd shapes are analysed without a broken stage, and what they plainly tell is still found."""

import pytest
from bench.contents import BROKEN

from corro import analyse
from corro.model import Analysis

PLAIN = "Gunmen killed six farmers in Tessit on Monday."
TWENTY = " ".join(f"On {day} March, gunmen killed {day + 1} farmers near Tessit." for day in range(1, 21))
LONG = "Gunmen killed six farmers in Tessit on Monday, " + ", ".join(f"a witness of the village {n} said" for n in range(57)) + "."
TABLE = "Date | Place | What\n1 March | Gao | Gunmen killed six farmers\n2 March | Kidal | Soldiers arrested two men\n"
MIXED = f"{PLAIN} Les forces armées ont arrêté deux hommes à Gao mardi. {PLAIN}"


def broken(analysis: Analysis) -> list[str]:
    """Return the details of issues that tell of a broken stage."""
    return [issue.detail for issue in analysis.issues if issue.code == BROKEN]


@pytest.mark.parametrize(
    "text",
    [PLAIN.upper(), PLAIN.lower(), PLAIN.rstrip("."), LONG, TWENTY],
    ids=["capitals", "small letters", "no full stop", "400 words", "twenty incidents"],
)
def test_the_killing_is_found(text: str) -> None:
    """Whatever the shape, some claim tells of the killing or attack."""
    analysis = analyse(text)
    assert not broken(analysis)
    assert {claim.type for claim in analysis.claims} & {"V1", "A3"}


def test_two_languages_in_one_paragraph() -> None:
    """The arrest of the paragraph's one language is found; the other's sentences are not read yet, and break nothing."""
    analysis = analyse(MIXED)
    assert not broken(analysis)
    assert "V5" in {claim.type for claim in analysis.claims}


def test_a_table_pasted_as_text_breaks_nothing() -> None:
    """Cells parted by strokes make no sentence: events in them are not found yet, and none of another kind is made up."""
    analysis = analyse(TABLE)
    assert not broken(analysis)
    assert not {claim.type for claim in analysis.claims} & {"V2", "A1", "A4"}


def test_twenty_incidents_stay_twenty() -> None:
    """A list in one paragraph gives a claim for nearly each of its incidents, not one for all."""
    killings = [claim for claim in analyse(TWENTY).claims if claim.type in ("V1", "A3")]
    assert len(killings) >= 18


def test_a_scornful_headline_breaks_nothing() -> None:
    """A headline in scorn is analysed like any other; nobody is said to be dead."""
    analysis = analyse("Yes, of course: the junta 'loves' the press. What a peaceful week!")
    assert not broken(analysis)
    assert not {claim.type for claim in analysis.claims} & {"V1", "V2", "A1"}
