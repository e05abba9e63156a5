"""Documents and parses with defaults, and short views of what came out."""

from corro.annotate import annotate
from corro.annotate.parse import Parse
from corro.annotate.pieces import Piece
from corro.model import Annotated, Document, Mention, MentionKind, Segment, SegmentKind
from corro.values import Language, Span

H, B, C, F = SegmentKind.HEADLINE, SegmentKind.BODY, SegmentKind.CAPTION, SegmentKind.FURNITURE


def a_document(*paragraphs: str, language: str = "en", kinds: tuple[SegmentKind, ...] = ()) -> Document:
    """Return a document of these paragraphs, all body where no kinds are given."""
    text, segments = "", []
    for place, paragraph in enumerate(paragraphs):
        text += "\n\n" if place else ""
        segments.append(Segment(kinds[place] if kinds else B, Span(len(text), len(text) + len(paragraph))))
        text += paragraph
    return Document("doc_1", "doc_1", "00", "test.txt", "test", text, tuple(segments), Language(language))


def parsed(text: str, language: str = "en") -> Annotated:
    """Return one annotated paragraph."""
    return annotate(a_document(text, language=language))


def relations(annotated: Annotated) -> dict[str, tuple[str, str]]:
    """Return label and head word of each word; a root is its own head."""
    return {token.text: (token.dep, annotated.tokens[token.head].text) for token in annotated.tokens}


def named(annotated: Annotated) -> list[tuple[str, str]]:
    """Return kind and words of each mention."""
    return [(mention.kind.value, mention.text) for mention in annotated.mentions]


def a_parse(words: list[tuple[str, str, str, str, int]]) -> Parse:
    """Return a parse of (word, lemma, part of speech, label, head) entries, set with blanks between, one sentence."""
    text = " ".join(word for word, *_ in words)
    parse = Parse(Piece(0, text, text, 0))
    at = 0
    for word, lemma, pos, label, head in words:
        parse.starts.append(at)
        parse.ends.append(at + len(word))
        parse.lemmas.append(lemma)
        parse.pos.append(pos)
        parse.deps.append(label)
        parse.heads.append(head)
        parse.tags.append("")
        parse.morphs.append("")
        at += len(word) + 1
    parse.sentences.append((0, len(words)))
    return parse


def a_mention(text: str, kind: MentionKind = MentionKind.PERSON, at: int = 0, known_id: str | None = None) -> Mention:
    """Return a mention that stands somewhere."""
    return Mention(kind, Span(at, at + len(text)), text, known_id)
