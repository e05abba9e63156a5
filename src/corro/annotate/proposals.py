"""The statistical recogniser as a proposer: it sees sentences with names that nothing else explains; its type is a proposal."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from corro.annotate.findings import Findings
from corro.model import Mention, MentionKind
from corro.values import Span

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline


class Recognise(StrEnum):
    """When the recogniser runs."""

    GAPS = "gaps"
    NEVER = "never"
    ALWAYS = "always"


_KINDS = {
    "PERSON": MentionKind.PERSON,
    "PER": MentionKind.PERSON,
    "ORG": MentionKind.ORGANISATION,
    "NORP": MentionKind.DEMONYM,
    "GPE": MentionKind.PLACE,
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.PLACE,
    "MISC": MentionKind.OTHER,
    "EVENT": MentionKind.OTHER,
    "LAW": MentionKind.OTHER,
    "PRODUCT": MentionKind.OTHER,
    "WORK_OF_ART": MentionKind.OTHER,
}
"""Mention kinds by the models' labels; dates and numbers are left to rules. Source: labels of OntoNotes 5 and WikiNER."""


def proposals(findings: Findings, pipeline: "Pipeline", when: Recognise) -> Iterator[Mention]:
    """Propose mentions for the names that nothing explains.

    Args:
        findings: What was found so far, with the gaps.
        pipeline: The model, whose recogniser is loaded but off.
        when: When it runs.

    Yields:
        The recogniser's mentions, and last the gaps that it passed over, as `other`.
    """
    if when is Recognise.NEVER:
        return
    sentences = _sentences(findings, everywhere=when is Recognise.ALWAYS)
    recogniser: Any = pipeline.get_pipe("ner")
    for (start, _), doc in zip(sentences, recogniser.pipe([pipeline.make_doc(text) for _, text in sentences]), strict=True):
        for entity in doc.ents:
            kind = _KINDS.get(entity.label_)
            if kind and any(letter.isupper() for letter in entity.text):
                yield _mention(findings, kind, Span(start + entity.start_char, start + entity.end_char), "ner")
    for number, run in findings.gaps:
        yield _mention(findings, MentionKind.OTHER, run.span_in(findings.parses[number]), "capitals")


def _sentences(findings: Findings, *, everywhere: bool) -> list[tuple[int, str]]:
    """Return the sentences that the recogniser is to see, with their offsets in the document: those with a gap, or all."""
    gaps = {(number, run.first) for number, run in findings.gaps}
    found = []
    for number, parse in enumerate(findings.parses):
        for low, high in parse.sentences:
            if everywhere or any((number, index) in gaps for index in range(low, high)):
                start = parse.starts[low]
                found.append((parse.piece.start + start, parse.piece.parsed[start : parse.ends[high - 1]]))
    return found


def _mention(findings: Findings, kind: MentionKind, span: Span, rule: str) -> Mention:
    return Mention(kind, span, span.of(findings.document.text), None, rule)
