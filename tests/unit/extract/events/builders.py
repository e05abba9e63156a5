"""Claims of short texts in our own words, and short views of them."""

from datetime import date
from functools import cache

from corro.annotate import Annotator
from corro.extract.events.finding import find_claims
from corro.extract.events.grammar import Grammar
from corro.model import Annotated, Basis, Claim, Dated, Document, Segment, SegmentKind, Slot, Statement
from corro.values import Interval, Language, Span

PUBLISHED = date(2023, 2, 6)


@cache
def _annotator() -> Annotator:
    return Annotator()


def a_text(*paragraphs: str, language: str = "en", kinds: tuple[SegmentKind, ...] = ()) -> Document:
    """Return a document of these paragraphs, all body where no kinds are given."""
    text, segments = "", []
    for place, paragraph in enumerate(paragraphs):
        text += "\n" if place else ""
        segments.append(Segment(kinds[place] if kinds else SegmentKind.BODY, Span(len(text), len(text) + len(paragraph))))
        text += paragraph
    published = Dated(Interval.day(PUBLISHED), Basis.OPTION)
    return Document("doc_1", "doc_1", "00", "t.txt", "t", text, tuple(segments), Language(language), published=published)


def annotated(*paragraphs: str, language: str = "en", kinds: tuple[SegmentKind, ...] = ()) -> Annotated:
    """Return the grammar of these paragraphs."""
    return _annotator().annotate(a_text(*paragraphs, language=language, kinds=kinds))


def grammar_of(text: str, language: str = "en") -> Grammar:
    """Return the tree of one paragraph."""
    return Grammar(annotated(text, language=language))


def claims_in(*paragraphs: str, language: str = "en", statements: tuple[Statement, ...] = ()) -> tuple[Claim, ...]:
    """Return the claims of these paragraphs."""
    return find_claims(annotated(*paragraphs, language=language), statements)


def the_claim(text: str, code: str, language: str = "en") -> Claim:
    """Return the one claim of a type; fail where there is none or more."""
    found = [claim for claim in claims_in(text, language=language) if claim.type == code]
    assert len(found) == 1, [(claim.type, claim.trigger) for claim in claims_in(text, language=language)]
    return found[0]


def codes(text: str, language: str = "en") -> list[str]:
    """Return the types of the claims of a text, in order."""
    return [claim.type for claim in claims_in(text, language=language)]


def words(text: str, claim: Claim, role: str) -> list[str]:
    """Return the words of a role's values."""
    return [slot.span.of(text) for slot in claim.slots_of(role)]


def the_slot(claim: Claim, role: str) -> Slot:
    """Return the one value of a role."""
    (slot,) = claim.slots_of(role)
    return slot
