"""A draft as Markdown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.brief.builders import cite, composed, draft

from corro.brief import markdown
from corro.brief.draft import Block, BlockKind, clean
from corro.errors import BadDraftError

ONE, TWO = cite(10, 40), cite(50, 90)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co"))
WORDS = st.text(LETTERS, min_size=1).map(clean).filter(bool)


@given(WORDS, WORDS)
def test_whatever_a_sentence_says_is_read_back(sentence: str, heading: str) -> None:
    """Marks of Markdown, of HTML and of our own inside a sentence change nothing of what is read."""
    blocks = (
        composed(BlockKind.HEADING, heading, "section/facts"),
        composed(BlockKind.POINT, sentence, "H1-AAAAAA/time", ONE),
        composed(BlockKind.PARAGRAPH, sentence, "H1-AAAAAA/lead", ONE, TWO),
    )
    whole = draft(*blocks, notes=(ONE, TWO))
    back = markdown.read(markdown.write(whole, "Citations"))
    assert [replace(block, number=0) for block in back.blocks] == list(blocks)
    assert back.notes == whole.notes
    assert not any(block.edited for block in back.blocks)


def test_a_table_is_read_back_with_its_bars() -> None:
    """Cells with bars and backslashes come back as they were."""
    block = Block(BlockKind.TABLE, key="table/x", cited=(ONE.key,), columns=("a", "b"), rows=((("x | y", "\\n"), (ONE.key,)),))
    back = markdown.read(markdown.write(draft(block, notes=(ONE,)), "Citations"))
    assert back.blocks[0].rows == block.rows
    assert back.blocks[0].columns == block.columns


def test_a_paragraph_that_an_editor_wrapped_is_one() -> None:
    """Lines that an editor broke belong together, and keep their citations and mark."""
    whole = draft(composed(BlockKind.PARAGRAPH, "One two three four.", "H1-AAAAAA/lead", ONE), notes=(ONE,))
    text = markdown.write(whole, "Citations").replace("two three", "two\nthree")
    (block,) = markdown.read(text).blocks
    assert (block.text, block.cited, block.edited) == ("One two three four.", (ONE.key,), False)


def test_an_edit_shows() -> None:
    """A changed word and a removed citation both make a block an edited one."""
    whole = draft(composed(BlockKind.POINT, "He left.", "H1-AAAAAA/time", ONE), notes=(ONE,))
    text = markdown.write(whole, "Citations")
    assert markdown.read(text.replace("He left", "She left")).blocks[0].edited
    assert markdown.read(text.replace(f" [^{ONE.key}] <!--", " <!--")).blocks[0].edited


def test_what_is_no_draft_is_refused() -> None:
    """A text without our head, and a draft of another form, get a clear answer."""
    for text in ("", "# Title\n\nWords.", "---\ntitle: x\n", "---\ncorro: 99\n---\n# T\n"):
        with pytest.raises(BadDraftError):
            markdown.read(text)
