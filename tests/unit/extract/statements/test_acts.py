"""What is done by a plain saying: by what its content tells, and of whom."""

import pytest
from tests.unit.extract.statements.sentences import a_text

from corro.extract.statements.finding import find_statements
from corro.model import SpeechAct

ACTS = [
    # text, act, why
    ("clause", SpeechAct.ALLEGES, "a wrong that others have done"),
    ("according", SpeechAct.ASSERTS, "a wrong without anybody who did it"),
    ("ownkilling", SpeechAct.ASSERTS, "the speaker's own doing"),
    ("spared", SpeechAct.DENIES, "a wrong that is negated"),
    ("only", SpeechAct.DENIES, "harm to some, and so to no others"),
    ("dapres", SpeechAct.ASSERTS, "what has ended, without a wrong"),
    ("wouldkill", SpeechAct.THREATENS, "harm that armed forces will do"),
    ("law", SpeechAct.CHARACTERISES, "what something is in law"),
    ("mustgo", SpeechAct.DEMANDS, "what others must do"),
    ("isclosing", SpeechAct.ANNOUNCES, "a step that the speaker is taking"),
    ("anyvehicle", SpeechAct.THREATENS, "harm to anybody who does something"),
    ("unless", SpeechAct.THREATENS, "a promise that hangs on what others do"),
    ("forgery", SpeechAct.DENIES, "a label that calls a paper false"),
    ("figure", SpeechAct.ASSERTS, "a mere figure, though the verb is one of claiming"),
    ("ownloss", SpeechAct.ASSERTS, "a loss, without anybody who did it"),
    ("theorder", SpeechAct.ALLEGES, "an order that somebody gave"),
    ("pasun", SpeechAct.THREATENS, "what nobody at all will do"),
    ("rendez", SpeechAct.DEMANDS, "an order, though the tagger reads a noun"),
    ("rectifier", SpeechAct.RETRACTS, "a correction behind a colon"),
]


@pytest.mark.parametrize(("name", "act", "why"), ACTS)
def test_a_plain_saying_takes_its_act_from_the_content(name: str, act: SpeechAct, why: str) -> None:
    """A neutral verb asserts, unless its content blames somebody of a wrong, denies one, or says what something is in law."""
    (statement,) = find_statements(a_text(name))
    assert statement.act is act, why


def test_a_refusal_denies_nothing() -> None:
    """Who says that he will not do something denies no deed."""
    (statement,) = find_statements(a_text("wontresign"))
    assert statement.act is not SpeechAct.DENIES
