"""The status bench predicts from names and text alone, and copes with lines that hold neither."""

from bench.status.__main__ import QUESTION
from bench.status.predict import FACT, LABELS, always_fact, channel, predict

LINE = {
    "id": "one",
    "text": "MBELORA, 3 JAN 89 (RADIO ECHO) -- [TEXT] THE RED HILLS FRONT CLAIMED RESPONSIBILITY FOR THE BOMB ATTACK ON A BRIDGE.",
    "perpetrators": [{"name": ["RED HILLS FRONT", "RHF"], "status": "POSSIBLE"}, {"name": "ARMY"}],
}


def test_a_line_is_judged_without_its_answers() -> None:
    """The name comes back as it was given, with a status of the scorer's, and no answer of the line goes in."""
    (found,) = predict([LINE])
    assert [doer["name"] for doer in found["perpetrators"]] == [["RED HILLS FRONT", "RHF"], "ARMY"]
    assert found["perpetrators"][0]["status"] == "CLAIMED OR ADMITTED"
    assert {doer["status"] for doer in found["perpetrators"]} <= set(LABELS.values())
    assert found["dateline_channel"] == "RADIO ECHO"
    assert QUESTION.inputs == ("id", "text", "perpetrators")


def test_lines_without_names_or_text() -> None:
    """Nothing to judge is no error."""
    assert list(predict([{"id": "two", "text": ""}])) == [{"id": "two", "perpetrators": [], "dateline_channel": None}]
    assert channel("\n\nTHE FRONT STRUCK.") is None


def test_the_constant_peer() -> None:
    """The peer calls everything a fact and names no channel."""
    (found,) = always_fact([LINE])
    assert {doer["status"] for doer in found["perpetrators"]} == {FACT}
    assert "dateline_channel" not in found
