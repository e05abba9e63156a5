"""Who puts a claim forward: the speaker of the innermost statement that holds it, those around, the credited agency, the outlet."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from corro.extract.events.words import word_set
from corro.model import Document, Holder, Labelled, SegmentKind, Statement, Token
from corro.values import fold
from corro.vocab import source_named

UNKNOWN_OUTLET = "unknown outlet"
"""Stands last in the chain where nobody says who published a text, so that no agency is taken for its narrator."""

_CONTRIBUTED = re.compile(r"\bcontribut(?:ed|ions?)\b|\bcontribué\b|\badditional reporting\b|[(\s](?:with|avec)\s*$", re.IGNORECASE)
"""Words by which a credit tells of help: the text is the outlet's own. Source: own list, 2026-11."""

_CREDIT_REACH = 60
"""Characters around an agency's name in which such words belong to its credit. Source: longest credits of samples/mali, 2026-11."""

_NO_SPEAKERS = frozenset(
    fold(word)
    for word in word_set(
        "correction clarification measure move decision order step article headline text document report statement communiqué "
        "communique memorandum note letter paper summary resolution story piece office bureau cabinet service mesure décision "
        "ordre annonce texte rapport déclaration mémorandum lettre papier résumé dépêche titre geste "
        "january february march april may june july august september october november december "
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    )
)
"""Nouns that alone name no person and no body: papers without an issuer, measures, rooms, months. Source: own list, 2026-11."""

_ARTICLES = word_set("the a an this that his her its their le la les l un une ce cette son sa ses leur")
_PARTICIPLES = word_set("published issued released dated seen read today publié publiée diffusé daté lu rendu hier yesterday")


class Voices:
    """Tells which statement holds a token: the innermost one.

    Attributes:
        speakers: The words that name who speaks, of all statements.
    """

    def __init__(self, tokens: Sequence[Token], statements: Sequence[Statement]) -> None:
        """Lay the statements over the tokens, the longest first, so that the shortest is seen.

        Args:
            tokens: The tokens of the document, in order.
            statements: Its statements; of two alike the later one is seen.
        """
        self.speakers = tuple(span for statement in statements for span in statement.source)
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
        if statement.speaker.actor_id or is_somebody(name):
            yield Holder("speaker", name, statement.speaker.actor_id, statement.capacity)
        statement = statements_by_id.get(statement.inside) if statement.inside else None


def is_somebody(name: str) -> bool:
    """Say whether a name is that of a person, a body or a paper with an issuer, and not of a bare paper, measure or month.

    Args:
        name: How the speaker is called.
    """
    words = [word for word in fold(name).split() if word not in _ARTICLES and word not in _PARTICIPLES]
    return bool(words) and not all(word in _NO_SPEAKERS for word in words)


def _publishers(document: Document) -> Iterator[Holder]:
    """Yield the agency whose text it is, and the outlet; agencies that only contributed are no holders."""
    agency = narrating_agency(document)
    if agency:
        known = source_named(agency)
        yield Holder("agency", known.name if known else agency, known.id if known else None)
    outlet = document.outlet.text or ("" if agency else UNKNOWN_OUTLET)
    if outlet:
        known = source_named(document.outlet.text) if document.outlet.text else None
        yield Holder("outlet", outlet, known.id if known else None)


def narrating_agency(document: Document) -> str:
    """Return the agency whose text a document is: the one of its dateline, else the only one credited; empty for an outlet's own.

    Args:
        document: The document; agencies that `contributed`, and several beside each other, are not its narrator.
    """
    signed = [credit.text for credit in document.credits if credit.text and _in_dateline(document, credit)]
    credited = [credit.text for credit in document.credits if credit.text]
    if len(signed) == 1:
        return signed[0]
    return credited[0] if len(credited) == 1 and not _contributed(document, document.credits[0]) else ""


def _in_dateline(document: Document, credit: Labelled) -> bool:
    segment = document.segment_at(credit.span.start) if credit.span is not None else None
    return segment is not None and segment.kind is SegmentKind.DATELINE


def _contributed(document: Document, credit: Labelled) -> bool:
    """Say whether the line of a credit tells that somebody only helped (`AFP contributed to this report`, `with AFP`)."""
    if credit.span is None:
        return False
    before = document.text[max(0, credit.span.start - _CREDIT_REACH) : credit.span.start].rpartition("\n")[2]
    after = document.text[credit.span.end : credit.span.end + _CREDIT_REACH].partition("\n")[0]
    return bool(_CONTRIBUTED.search(before) or _CONTRIBUTED.search(after))
