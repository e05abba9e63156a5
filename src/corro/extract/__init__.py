"""Finds who says what has happened: statements and claims of one annotated document; it knows no parser and no other document."""

from corro.extract.events.finding import find_claims
from corro.extract.joining import joined
from corro.extract.statements.finding import find_statements
from corro.model import Annotated, Extraction

__all__ = ["extract", "find_claims", "find_statements"]


def extract(annotated: Annotated) -> Extraction:
    """Find the statements and claims of a document.

    Args:
        annotated: The document with its grammar; one without tokens gives neither.

    Returns:
        Both in order of the text. Slots of time and place carry their words; `resolve` gives them values.
    """
    statements = find_statements(annotated)
    found = Extraction(annotated, statements, find_claims(annotated, statements))
    for other in annotated.others:
        found = joined(found, other)
    return found
