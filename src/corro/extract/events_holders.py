"""Who puts a claim forward: the speaker of the innermost statement that holds it, those around, the credited agency, the outlet."""

from collections.abc import Iterator, Mapping, Sequence

from corro.model import Document, Holder, Statement
from corro.vocab import source_named


def statement_at(statements: Sequence[Statement], offset: int) -> Statement | None:
    """Return the innermost statement whose content holds a character: the shortest one, the later of two alike.

    Args:
        statements: The statements of the document.
        offset: The character.
    """
    best: tuple[int, Statement] | None = None
    for statement in statements:
        for span in statement.content:
            if span.start <= offset < span.end and (best is None or len(span) <= best[0]):
                best = (len(span), statement)
    return best[1] if best else None


def holders_of(document: Document, statement: Statement | None, statements_by_id: Mapping[str, Statement]) -> tuple[Holder, ...]:
    """Return who puts a claim forward, the one whose words they are first, the outlet last.

    Args:
        document: The document.
        statement: The innermost statement that holds the claim, or None where the narrator says it.
        statements_by_id: All statements of the document.
    """
    return (*_speakers(statement, statements_by_id), *_publishers(document))


def _speakers(statement: Statement | None, statements_by_id: Mapping[str, Statement]) -> Iterator[Holder]:
    seen: set[str] = set()
    while statement is not None and statement.id not in seen:
        seen.add(statement.id)
        name = statement.speaker.name or statement.speaker.label
        if name:
            yield Holder("speaker", name, statement.speaker.actor_id, statement.capacity)
        statement = statements_by_id.get(statement.inside) if statement.inside else None


def _publishers(document: Document) -> Iterator[Holder]:
    for credit in document.credits:
        if credit.text:
            known = source_named(credit.text)
            yield Holder("agency", known.name if known else credit.text, known.id if known else None)
    if document.outlet.text:
        known = source_named(document.outlet.text)
        yield Holder("outlet", document.outlet.text, known.id if known else None)
