"""Documents know their parts and where their characters come from."""

from corro.model import Document, OffsetMap, Segment, SegmentKind
from corro.values import Span


def test_offsets_lead_back_to_the_raw_text() -> None:
    """Where characters were dropped, later offsets move by as many."""
    offsets = OffsetMap(shown=(0, 10), raw=(0, 13))
    assert [offsets.to_raw(offset) for offset in (0, 9, 10, 12)] == [0, 9, 13, 15]


def test_a_segment_is_found_by_offset() -> None:
    """Between segments there is none."""
    headline, body = Segment(SegmentKind.HEADLINE, Span(0, 5)), Segment(SegmentKind.BODY, Span(7, 20))
    document = Document("doc_1", "doc_1", "0" * 64, "a.txt", "a", "x" * 20, (headline, body))
    assert document.segment_at(4) == headline
    assert document.segment_at(5) is None
    assert document.segment_at(7) == body
    assert document.segment_at(20) is None
