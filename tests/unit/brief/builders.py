"""Small drafts for tests."""

from dataclasses import replace

from corro.brief.draft import Block, BlockKind, Draft, Note, digest_of
from corro.model.brief import Citation
from corro.values import Span

HEAD = {"corro": "1", "kind": "chronology", "language": "en", "cut_off": "2023-02-08T12:00:00+00:00", "audience": "section"}


def composed(kind: BlockKind, text: str, key: str, *cited: Citation, plain: bool = False) -> Block:
    """Return a block as composing makes it."""
    block = Block(kind, text, key, cited=tuple(one.key for one in cited), level=2 * (kind is BlockKind.HEADING), plain=plain)
    return replace(block, digest=digest_of(block))


def cite(first: int, last: int, document: str = "doc_a") -> Citation:
    """Return a citation of a report."""
    return Citation(document, Span(first, last), f"claim_{first}")


def draft(*blocks: Block, notes: tuple[Citation, ...] = ()) -> Draft:
    """Return a draft of these blocks."""
    known = {one.key: Note(one, f"a1: Wireboard, 5 February 2023. Characters {one.span.start} to {one.span.end}.") for one in notes}
    keys = tuple(block.key for block in blocks if block.key)
    return Draft(HEAD, "Chronology", (("Classification", "UNCLASSIFIED"), ("Cut-off", "8 February 2023")), blocks, known, {}, keys)
