"""Who puts a claim forward: the speaker of the innermost statement that holds it, those around, the credited agency, the outlet."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from corro.model import Document, Holder, Statement, Token
from corro.vocab import source_named


class Voices:
    """Tells which statement holds a token: the innermost one."""

    def __init__(self, tokens: Sequence[Token], statements: Sequence[Statement]) -> None:
        """Lay the statements over the tokens, the longest first, so that the shortest is seen.

        Args:
            tokens: The tokens of the document, in order.
            statements: Its statements; of two alike the later one is seen.
        """
        self._by_token: dict[int, Statement] = {}
        starts = [token.start for token in tokens]
        spans = [(span, statement) for statement in statements for span in statement.content]
        for span, statement in sorted(spans, key=lambda pair: -len(pair[0])):
            for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                self._by_token[index] = statement

    def at(self, index: int) -> Statement | None:
        """Return the statement that holds a token, or None where the narrator speaks."""
        return self._by_token.get(index)


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
