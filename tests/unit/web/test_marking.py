"""Texts with marks: nothing is lost, nothing is marked that is not, and every offset is on a page."""

from hypothesis import given
from hypothesis import strategies as st

from corro.values import Span
from corro.web.marking import Mark, part_of, pieces

TEXTS = st.text(alphabet="ab \n<", min_size=1, max_size=120)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 120), st.integers(1, 40)), max_size=6), st.integers(0, 130), st.integers(10, 50))
def test_the_pieces_are_the_text(text: str, found: list[tuple[int, int]], at: int, most: int) -> None:
    """Put together they are the part, and a character has a mark exactly where a mark holds it."""
    marks = [Mark(Span(start, start + length), f"m{number}", "") for number, (start, length) in enumerate(found)]
    part = part_of(text, at, most)
    cut = pieces(text, part, marks)
    assert "".join(piece.text for piece in cut) == part.of(text)
    place = part.start
    for piece in cut:
        for _ in piece.text:
            assert piece.layers == tuple(sorted(m.layer for m in marks if m.span.start <= place < m.span.end))
            place += 1


@given(TEXTS, st.integers(10, 50))
def test_the_parts_follow_each_other(text: str, most: int) -> None:
    """Going from part to part one sees the whole text once, and each offset is in the part that is shown for it."""
    at, seen = 0, ""
    while at < len(text):
        part = part_of(text, at, most)
        assert part.start == at
        assert all(part_of(text, inside, most) == part for inside in range(part.start, part.end))
        seen += part.of(text)
        at = part.end
    assert seen == text
