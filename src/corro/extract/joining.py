"""Joins what a document says in its own language with what stretches of it say in another, each read in its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corro.extract.events.finding import find_claims
from corro.extract.statements.finding import find_statements
from corro.model import Annotated, Claim, Extraction, Issue, Severity, Statement
from corro.values import Span, overlaps_one


def joined(found: Extraction, other: Annotated) -> Extraction:
    """Put what was found in the stretches of another language in place of what the document's own language made of them.

    Args:
        found: What was found in the document, read as if it were in one language.
        other: The stretches in the other language.

    Returns:
        Statements and claims of both, in order of the text, and an issue that says so. Who is quoted in the other language speaks
        what stands in the quotation.
    """
    stretches = [segment.span for segment in other.document.segments]
    around = [statement for statement in found.statements if not _told_in(statement, stretches)]
    inner = [_placed(statement, around) for statement in find_statements(other)]
    quoting = [one for one in around if any(overlaps_one(stretches, part) for part in one.content)]
    claims = (*_outside(found.claims, stretches), *find_claims(other, [*quoting, *inner]))
    return replace(
        found,
        statements=tuple(sorted((*around, *inner), key=lambda statement: statement.span)),
        claims=tuple(sorted(claims, key=lambda claim: claim.trigger)),
        issues=(*found.issues, _issue(other, stretches)),
    )


def _told_in(statement: Statement, stretches: Sequence[Span]) -> bool:
    """Say whether the words that make it a statement, its cue or its source, stand in a stretch."""
    made = [*statement.source, *([statement.cue] if statement.cue else [])]
    return any(overlaps_one(stretches, part) for part in made)


def _placed(statement: Statement, around: Sequence[Statement]) -> Statement:
    """Return a statement with the id of the shortest one around it, where none of its own language is."""
    holding = [one for one in around if any(part.holds(statement.span) for part in one.content)]
    if statement.inside is not None or not holding:
        return statement
    return replace(statement, inside=min(holding, key=lambda one: len(one.span)).id)


def _outside(claims: Sequence[Claim], stretches: Sequence[Span]) -> Iterator[Claim]:
    for claim in claims:
        if not overlaps_one(stretches, claim.trigger):
            same = tuple(one for one in claim.same_as if not overlaps_one(stretches, one))
            yield claim if same == claim.same_as else replace(claim, same_as=same)


def _issue(other: Annotated, stretches: Sequence[Span]) -> Issue:
    return Issue(
        code="two_languages",
        document_id=other.document.id,
        message="The document is in two languages, and each was read in its own.",
        span=stretches[0],
        severity=Severity.NOTE,
        detail=f"{other.document.language.value} | {len(stretches)}",
    )
