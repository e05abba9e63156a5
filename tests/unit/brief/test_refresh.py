"""Bringing a draft up to date."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.brief.builders import cite, composed, draft

from corro.brief.draft import Block, BlockKind, Draft
from corro.brief.refresh import refresh

ONE = cite(10, 40)


def made(*texts: str) -> Draft:
    """Return a composed draft whose blocks are keyed by the first word of their text."""
    return draft(*(composed(BlockKind.POINT, text, f"{text.split()[0]}/x", ONE) for text in texts), notes=(ONE,))


def test_composed_sentences_follow_the_record_and_own_ones_stay() -> None:
    """What nobody touched is renewed, what is new is put in its place, what somebody wrote stays where it stands."""
    own = Block(BlockKind.PARAGRAPH, "My own words.", cited=(ONE.key,))
    old = made("A was.", "C was.")
    mine = replace(old, blocks=(old.blocks[0], own, old.blocks[1]))
    done = refresh(mine, made("A is.", "B is.", "C was."))
    assert [block.text for block in done.draft.blocks] == ["A is.", "B is.", "My own words.", "C was."]
    assert (done.renewed, done.added, done.gone) == (("A/x",), ("B/x",), ())


def test_an_edited_sentence_stays_and_is_told_when_the_record_moves() -> None:
    """The record moves under an edited sentence: it stays, and its name is told."""
    old = made("A was.")
    edited = replace(old, blocks=(replace(old.blocks[0], text="A was, they say."),))
    same = refresh(edited, old)
    moved = refresh(edited, made("A is."))
    assert same.draft.blocks[0].text == moved.draft.blocks[0].text == "A was, they say."
    assert (same.moved_underneath, moved.moved_underneath) == ((), ("A/x",))


def test_what_the_record_lost_is_taken_out() -> None:
    """A composed sentence goes when its event goes."""
    done = refresh(made("A was.", "B was."), made("B was."))
    assert [block.key for block in done.draft.blocks] == ["B/x"]
    assert done.gone == ("A/x",)


@given(
    st.lists(st.sampled_from("ABCDEFG"), unique=True), st.lists(st.sampled_from("ABCDEFG"), unique=True), st.sets(st.integers(0, 6))
)
def test_no_refresh_changes_a_word_that_somebody_wrote(before: list[str], after: list[str], touched: set[int]) -> None:
    """Whatever the record does, every edited sentence is there afterwards, word for word, and a second refresh changes nothing."""
    old = made(*(f"{name} was." for name in before))
    blocks = [replace(block, text=f"{block.text} Mine.") if number in touched else block for number, block in enumerate(old.blocks)]
    edited = [block.text for block in blocks if block.edited]
    fresh = made(*(f"{name} is." for name in after))
    done = refresh(replace(old, blocks=tuple(blocks)), fresh)
    assert [block.text for block in done.draft.blocks if block.edited] == edited
    assert refresh(done.draft, fresh).draft == done.draft
