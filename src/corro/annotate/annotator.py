"""Parses documents, a batch a language at a time, and joins words, sentences and mentions."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from corro.annotate import clearnlp, french
from corro.annotate.findings import Findings
from corro.annotate.mentions import complete, find_names_in
from corro.annotate.parse import Parse, parse_of
from corro.annotate.pieces import Piece, pieces, put_right
from corro.annotate.pipelines import chosen, load
from corro.annotate.proposals import Recognise, proposals
from corro.annotate.tongues import in_other_language
from corro.annotate.unlisted import unlisted
from corro.model import Annotated, Document, Mention, MentionKind, Sentence, Token
from corro.values import Language, overlaps_one

if TYPE_CHECKING:
    from spacy.tokens import Doc

Finder = Callable[[Document], Sequence[Mention]]
"""Finds mentions by knowledge that this stage lacks (places of a gazetteer, times); handed in by whoever joins the stages."""

BATCH = 8
"""Documents parsed together. Source: measured on 196 texts of 390 words, one core: 4 and 8 run at 27 to 28 documents/s, 1 and 16 to
128 at 24 to 27."""

_TO_UNIVERSAL = {Language.ENGLISH: clearnlp.to_universal, Language.FRENCH: french.to_universal}


class Annotator:
    """Annotates documents; a language's model is loaded when the first document needs it.

    Attributes:
        finders: Further finders of mentions; where two find the same words, known actors go first, then these in order.
        recognise: When the statistical recogniser runs: on sentences with names that nothing explains, never, or always.
    """

    def __init__(self, finders: Sequence[Finder] = (), recognise: Recognise = Recognise.GAPS) -> None:
        """Keep the options; load nothing."""
        self.finders = tuple(finders)
        self.recognise = recognise

    def annotate(self, document: Document) -> Annotated:
        """Annotate one document.

        Args:
            document: A document with its segments.

        Returns:
            Its grammar and mentions; no words where its language is not analysed.

        Raises:
            ModelMissingError: No model of its language is installed.
        """
        return next(self.annotate_many([document]))

    def annotate_many(self, documents: Iterable[Document]) -> Iterator[Annotated]:
        """Annotate documents in batches, which is somewhat quicker than one by one and gives the same.

        Args:
            documents: Documents in any mixture of languages; taken as they are needed.

        Yields:
            Their annotations, in the same order.

        Raises:
            ModelMissingError: No model of a document's language is installed.
        """
        source = iter(documents)
        while batch := list(islice(source, BATCH)):
            others = {place: other for place, document in enumerate(batch) if (other := _second_reading(document))}
            found = self._of_languages([*batch, *others.values()])
            second = dict(zip(others, found[len(batch) :], strict=True))
            yield from (_joined(one, second[place]) if place in second else one for place, one in enumerate(found[: len(batch)]))

    def _of_languages(self, documents: list[Document]) -> list[Annotated]:
        found: dict[int, Annotated] = {}
        for language in _TO_UNIVERSAL:
            places = [place for place, document in enumerate(documents) if document.language is language]
            found |= zip(places, self._of_language(language, [documents[place] for place in places]), strict=True)
        return [found.get(place) or Annotated(document) for place, document in enumerate(documents)]

    def _of_language(self, language: Language, documents: list[Document]) -> list[Annotated]:
        if not documents:
            return []
        pipeline = load(language)
        cut = [pieces(document, partial(unlisted, document.text, pipeline)) for document in documents]
        docs = pipeline.pipe([piece.parsed for of_document in cut for piece in of_document])
        found = [
            self._found(document, [(piece, next(docs)) for piece in of_document])
            for document, of_document in zip(documents, cut, strict=True)
        ]
        meta = pipeline.meta
        model = f"{meta['lang']}_{meta['name']} {meta['version']}"
        proposed = zip(found, proposals(found, pipeline, self.recognise), strict=True)
        return [_annotated(findings, complete(findings, mentions), model) for findings, mentions in proposed]

    def _found(self, document: Document, parsed: "list[tuple[Piece, Doc]]") -> Findings:
        parses = [parse_of(doc, piece) for piece, doc in parsed]
        for parse in parses:
            _TO_UNIVERSAL[document.language](parse)
        return find_names_in(document, parses, [mention for finder in self.finders for mention in finder(document)])


def _second_reading(document: Document) -> Document | None:
    """Return what a document says in the other language, where a model of that language is installed."""
    other = in_other_language(document)
    return other if other is not None and chosen(other.language) else None


def _joined(one: Annotated, other: Annotated) -> Annotated:
    """Join the two readings of a document in two languages: the mentions of a stretch are those of its own language."""
    stretches = [segment.span for segment in other.document.segments]
    kept = [mention for mention in one.mentions if not overlaps_one(stretches, mention.span)]
    return replace(one, mentions=tuple(sorted((*kept, *other.mentions), key=lambda mention: mention.span)), others=(other,))


def _annotated(findings: Findings, mentions: tuple[Mention, ...], model: str) -> Annotated:
    mark_names(findings.parses, mentions)
    return Annotated(findings.document, *words_of(findings.parses), mentions, model)


def words_of(parses: Sequence[Parse]) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Join the words and sentences of all pieces; the words of a piece in capitals are given with their capitals put right.

    Args:
        parses: The pieces of a document, in order of the text.

    Returns:
        Words with offsets and heads counted over the whole document, and sentences.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for parse in parses:
        first, offset = len(tokens), parse.piece.start
        sentences += (Sentence(first + low, first + high, parse.piece.segment) for low, high in parse.sentences)
        starts = [offset + start for start in parse.starts]
        ends = [offset + end for end in parse.ends]
        shown = put_right(parse.piece) if parse.piece.capitals else parse.piece.shown
        texts = [shown[start:end] for start, end in zip(parse.starts, parse.ends, strict=True)]
        heads = [first + head for head in parse.heads]
        tokens += map(Token, starts, ends, texts, parse.lemmas, parse.pos, parse.deps, heads, parse.morphs)
    return tuple(tokens), tuple(sentences)


def mark_names(parses: Sequence[Parse], mentions: Sequence[Mention]) -> None:
    """Make the words of persons' names proper nouns, so that no rule takes `Mills` for a form of `mill`.

    Args:
        parses: The pieces of a document; their lists are changed.
        mentions: Its mentions, in order.
    """
    spans = [mention.span for mention in mentions if mention.kind is MentionKind.PERSON]
    for parse in parses:
        offset = parse.piece.start
        for span in (span for span in spans if offset <= span.start < offset + len(parse.piece.shown)):
            for index in range(bisect_left(parse.starts, span.start - offset), bisect_left(parse.starts, span.end - offset)):
                if parse.pos[index] not in ("PUNCT", "PART", "ADP"):
                    parse.pos[index], parse.lemmas[index] = "PROPN", parse.text(index).lower()
