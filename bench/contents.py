"""What a record holds, read once through its view: the ground on which benches export and check."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corro.model import Claim, Difference, Document, Event, Issue, Lineage, Mention, RegisterEntry, Statement
from corro.model.answer import ALL
from corro.pipeline.view import RecordView, open_record

BROKEN = "analysis_failed"
"""The code of the issue that marks a document on which a stage broke."""


@dataclass(frozen=True)
class Contents:
    """A record's contents.

    Attributes:
        documents: Documents by id.
        lineages: Lineages.
        statements: Statements by document id, in order.
        mentions: Mentions by document id, in order.
        claims: Claims by id.
        events: Events.
        differences: Differences, across documents and inside one.
        entries: Lines of all registers.
        issues: Issues.
    """

    documents: Mapping[str, Document]
    lineages: tuple[Lineage, ...] = ()
    statements: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    differences: tuple[Difference, ...] = ()
    entries: tuple[RegisterEntry, ...] = ()
    issues: tuple[Issue, ...] = ()

    def label(self, document_id: str) -> str:
        """Return what people call a document; what is no document (an input that became none) is called as it is."""
        document = self.documents.get(document_id)
        return document.label if document else document_id

    def labels(self, document_ids: Iterable[str]) -> list[str]:
        """Return what people call documents, sorted."""
        return sorted({self.label(document_id) for document_id in document_ids})

    def event_of(self) -> dict[str, Event]:
        """Return for each claim that is behind an event that event."""
        return {claim: event for event in self.events for claim in event.claims}

    def named(self, label: str) -> Document | None:
        """Return the document of this label, or None."""
        return next((document for document in self.documents.values() if document.label == label), None)

    def broken(self) -> list[str]:
        """Return the documents on which a stage broke, with the place in the code."""
        return [f"{self.label(issue.document_id)}: {issue.detail}" for issue in self.issues if issue.code == BROKEN]


def contents_of(record: Path) -> Contents:
    """Read all that a record holds."""
    with open_record(record) as view:
        return read_contents(view)


def read_contents(view: RecordView) -> Contents:
    """Read all that a view shows."""
    lines = view.documents(ALL)
    ids = [line.id for line in lines]
    return Contents(
        documents=view.documents_by_id(ids),
        lineages=view.lineages(ALL).lines,
        statements={document_id: view.statements_in(document_id) for document_id in ids},
        mentions={document_id: view.mentions_in(document_id) for document_id in ids},
        claims={claim.id: claim for claim in view.claims(window=ALL)},
        events=tuple(view.event(line.id) for line in view.events(window=ALL)),
        differences=view.differences(window=ALL).lines,
        entries=view.entries(window=ALL).lines,
        issues=view.issues(window=ALL).lines,
    )
