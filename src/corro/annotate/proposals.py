"""The statistical recogniser as a proposer: it sees sentences with names that nothing else explains; its type is a proposal."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from corro.annotate.findings import Findings
from corro.annotate.pipelines import load
from corro.model import Mention, MentionKind
from corro.values import Language, Span

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc


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


_LONGEST_PIECE = 50_000
"""Characters that the recogniser reads at once. Source: own judgement: ten pages; spaCy refuses more than a million, 2026-11."""


def proposals(found: Sequence[Findings], pipeline: "Pipeline", when: Recognise) -> list[list[Mention]]:
    """Propose mentions for the names that nothing explains.

    The sentences of all documents are seen together: the recogniser costs more for each call than for a sentence.

    Args:
        found: What was found so far, with the gaps, document by document; all of one language.
        pipeline: The model, whose recogniser is loaded but off.
        when: When it runs.

    Returns:
        For each document the recogniser's mentions, and last the gaps that it passed over, as `other`.
    """
    proposed: list[list[Mention]] = [[] for _ in found]
    if when is Recognise.NEVER:
        return proposed
    asked = [(at, *one) for at, findings in enumerate(found) for one in _sentences(findings, everywhere=when is Recognise.ALWAYS)]
    recogniser: Any = pipeline.get_pipe("ner")
    for (at, start, _), doc in zip(asked, recogniser.pipe([pipeline.make_doc(text) for _, _, text in asked]), strict=True):
        proposed[at] += _recognised(found[at], start, doc)
    return [[*mentions, *_left_open(findings)] for mentions, findings in zip(proposed, found, strict=True)]


def recognised(text: str, language: Language) -> tuple[tuple[Span, str], ...]:
    """Return what the recogniser alone sees in a text, with its own labels (`GPE`, `PER`).

    Args:
        text: Plain text.
        language: English or French.

    Raises:
        ModelMissingError: No model of the language is installed.
    """
    pipeline = load(language)
    starts = _piece_starts(text)
    docs = (pipeline.make_doc(text[start:end]) for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    recogniser: Any = pipeline.get_pipe("ner")
    return tuple(
        (Span(start + entity.start_char, start + entity.end_char), entity.label_)
        for start, doc in zip(starts, recogniser.pipe(docs), strict=True)
        for entity in doc.ents
    )


def _piece_starts(text: str) -> list[int]:
    """Return where pieces of a long text begin: at ends of lines, else at spaces, none much longer than the models are used to."""
    starts = [0]
    while len(text) - starts[-1] > _LONGEST_PIECE:
        limit = starts[-1] + _LONGEST_PIECE
        cut = text.rfind("\n", starts[-1], limit)
        cut = cut if cut > starts[-1] else text.rfind(" ", starts[-1], limit)
        starts.append(cut + 1 if cut > starts[-1] else limit)
    return starts


def _recognised(findings: Findings, start: int, doc: "Doc") -> Iterator[Mention]:
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind and any(letter.isupper() for letter in entity.text):
            yield _mention(findings, kind, Span(start + entity.start_char, start + entity.end_char), "ner")


def _left_open(findings: Findings) -> Iterator[Mention]:
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
