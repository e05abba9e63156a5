"""What the trained trees add to the rules, and what rules keep from them."""

import pytest
from tests.unit.extract.statements.sentences import ENGLISH, a_text

from corro.extract.statements.finding import find_by_rules, find_drafts, find_statements
from corro.extract.statements.prepared import prepare
from corro.model import SpeechAct

MARKED = ("direct.before", "direct.colon", "direct.signed")


def test_an_attitude_that_no_rule_knows_is_found() -> None:
    """“Is confident that” attributes, though no list has it: to its subject, and without saying how firmly."""
    (statement,) = find_statements(a_text("confident"))
    text = a_text("confident").document.text
    assert statement.rule == "trained.adjective"
    assert [span.of(text) for span in statement.content] == ["that the bridge will open in May"]
    assert (statement.speaker.name, statement.act) == ("mayor", SpeechAct.ASSERTS)


@pytest.mark.parametrize("name", ["wouldnotsay", "feeds"])
def test_what_is_not_said_is_not_proposed(name: str) -> None:
    """A verb of saying that is negated, and a verb that has nothing to do with saying, give no statement."""
    assert find_statements(a_text(name)) == ()


def test_a_signed_quotation_belongs_to_its_signature() -> None:
    """A quotation alone on its line with a dash and a name behind it was said by whoever bears the name."""
    (statement,) = find_statements(a_text("dashed"))
    assert (statement.rule, statement.speaker.name) == ("direct.signed", "Awa Sanogo")


@pytest.mark.parametrize("name", sorted(ENGLISH))
def test_quotations_beside_a_word_of_saying_are_never_left_out(name: str) -> None:
    """What rules read in quotation marks stays, however unlikely the trees find it."""
    prepared = prepare(a_text(name))
    marked = {
        draft.content for draft in find_by_rules(prepared) if draft.rule in ("direct.before", "direct.colon", "direct.signed")
    }
    assert marked <= {draft.content for draft in find_drafts(prepared)}
