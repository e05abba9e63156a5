"""How it was said, and at what occasion."""

import pytest
from tests.unit.extract.statements.sentences import a_text

from corro.extract.statements.channels import with_symbol
from corro.extract.statements.finding import find_statements
from corro.model import Channel
from corro.values import Span

PAPERS = [
    ("in its report S/2023/21, the panel said", "its report S/2023/21"),
    ("in its report (A/HRC/52/81) the panel said", "its report (A/HRC/52/81)"),
    ("in its report, S/2024/702/Add.1, it said", "its report, S/2024/702/Add.1"),
    ("in its report on AIDS it said", "its report"),
    ("in its report", "its report"),
]


@pytest.mark.parametrize(("text", "whole"), PAPERS)
def test_the_symbol_of_a_paper_belongs_to_it(text: str, whole: str) -> None:
    """A document's symbol right behind the noun is part of the occasion; other words are not."""
    first = text.index("its")
    assert with_symbol(text, Span(first, first + len("its report"))).of(text) == whole


HEARD = [
    # text, channel, speaker, why
    ("byemail", Channel.LETTER, "minister", "written, though to a reporter"),
    ("pressroom", Channel.PRESS_CONFERENCE, "minister", "a scene that a comma sets off is no part of the source"),
    ("wentonair", Channel.BROADCAST, None, "the scene of the sentence before"),
    ("noteinterne", Channel.REPORT, "note interne", "a paper that is itself the source"),
    ("jointe", Channel.INTERVIEW, "épouse du maire", "a participle that tells how somebody was reached"),
]


@pytest.mark.parametrize(("name", "channel", "speaker", "why"), HEARD)
def test_the_words_around_a_statement_tell_its_channel(name: str, channel: Channel, speaker: str | None, why: str) -> None:
    """How somebody was met, a scene, a medium and a paper tell how something was said."""
    statement = find_statements(a_text(name))[-1]
    assert (statement.channel, statement.speaker.name) == (channel, speaker), why
