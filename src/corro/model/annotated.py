"""A document with its grammar and its known names; the extractors read this and know no parser."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from corro.model.document import Document
from corro.values import Span


class Token(NamedTuple):
    """One word or mark.

    Dependency labels are Universal Dependencies v2 in both languages (`nsubj`, `nsubj:pass`, `obj`, `obl:agent`, `ccomp`, `xcomp`,
    `advcl`, `acl`, `acl:relcl`, `amod`, `nmod`, `nummod`, `aux`, `aux:pass`, `mark`, `conj`, `appos`, `root`, …); part of speech
    is UPOS.

    Attributes:
        start: Offset of the first character in the document's text.
        end: Offset past the last.
        text: The word; in a text in capitals with small letters where they belong.
        lemma: Its dictionary form, lower case.
        pos: Universal part of speech.
        dep: Relation to its head.
        head: Index in `Annotated.tokens` of its head; its own index where it is a root.
        morph: Features, `Tense=Past|VerbForm=Fin` form; empty where unknown.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    morph: str = ""


class Sentence(NamedTuple):
    """A run of tokens.

    Attributes:
        first: Index of its first token.
        last: Index past its last token.
        paragraph: Index of the segment that it stands in.
    """

    first: int
    last: int
    paragraph: int


class MentionKind(StrEnum):
    """What sort of thing a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    POST = "post"
    PLACE = "place"
    DEMONYM = "demonym"
    TIME = "time"
    QUANTITY = "quantity"
    TRIGGER = "trigger"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed span.

    Attributes:
        kind: What it names.
        span: Its characters.
        text: The characters themselves.
        known_id: Key of the known name or place in `corro.vocab`, or None where only a model proposed it.
        proposed_by: `known_names`, `ner` or the rule that proposed it.
        name: The fullest name in the document for the same bearer; empty where it is this one, or open.
    """

    kind: MentionKind
    span: Span
    text: str
    known_id: str | None = None
    proposed_by: str = "known_names"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document's grammar.

    Attributes:
        document: The document.
        tokens: All tokens of headline, subheadings, captions and body, in order of the text; furniture is left out.
        sentences: Sentences, in order; none crosses a segment.
        mentions: Named mentions, in order, not overlapping.
        pipeline: Name and version of the model that parsed it.
        others: What it says in another language than its own, read in that language: a document with the same id and offsets, whose
            segments are those stretches and whose text is blank between them.
    """

    document: Document
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    pipeline: str = ""
    others: "tuple[Annotated, ...]" = ()

    def sentence_span(self, sentence: Sentence) -> Span:
        """Return the characters of a sentence."""
        return Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)

    def span_of(self, first: int, last: int) -> Span:
        """Return the characters of tokens `first` to `last` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)
