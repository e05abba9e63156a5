"""What the per-document stages make of one document: pure, and independent of every other document."""

from dataclasses import dataclass

from corro.model.annotated import Annotated, Mention
from corro.model.claim import Claim
from corro.model.document import Document
from corro.model.evidence import Receipt
from corro.model.issue import Issue
from corro.model.link import ChainLink, Difference
from corro.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """What `read` makes of one input.

    Attributes:
        documents: The documents in it; none where it was rejected.
        issues: Doubts met on the way.
        rejected: Why nothing could be read, or empty.
        code: Short name of that reason.
        rejections: For an input of several rows, each an input of its own: a receipt for each row that became no document.
    """

    documents: tuple[Document, ...] = ()
    issues: tuple[Issue, ...] = ()
    rejected: str = ""
    code: str = ""
    rejections: tuple[Receipt, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What `extract` finds: claims whose slots still lack their values.

    Attributes:
        annotated: The text that it was found in.
        statements: Speech acts, in order of the text.
        claims: Propositions, in order of the text.
        issues: Doubts met on the way.
    """

    annotated: Annotated
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """One document, wholly analysed.

    Attributes:
        document: The document.
        mentions: Named mentions, in order.
        statements: Speech acts, in order.
        claims: Claims with their values, in order.
        differences: Contradictions inside the document.
        issues: All doubts met on the way.
        chains: How events stand to each other that are not the same, where the document says so.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    issues: tuple[Issue, ...] = ()
    chains: tuple[ChainLink, ...] = ()
