"""Mends what a parser breaks and its output alone can show: sentences cut inside a name, clitics taken for subjects."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corro.model import Annotated, Mention, MentionKind, Sentence, Token

_TERMINAL = frozenset('.!?…:;»”"|•')
_NAMES = frozenset([MentionKind.PERSON, MentionKind.POST, MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.PLACE])
_CLITICS = frozenset(["lui", "leur"])
"""French pronouns to which something is done or given; the model takes some before a verb for its subject. Measured on
samples/mali, 2026-11."""

_WITHIN_NAME = ("flat", "flat:name", "flat:foreign", "compound", "appos")


def mend(annotated: Annotated) -> Annotated:
    """Join sentences that were cut inside a name or before a comma, and give the pieces one tree.

    Args:
        annotated: A document as parsed.

    Returns:
        The document with fewer, whole sentences; the same tokens with some labels and heads changed.

    Source: the French model cuts at names that it does not know (`Guillaume Ngefa | Atondoko | Andali | , a été …`): one in
    30 sentences of samples/mali, measured 2026-11.
    """
    tokens = [_relabelled(token) for token in annotated.tokens] if annotated.document.language == "fr" else list(annotated.tokens)
    crossing, persons = _crossing(annotated), _persons(annotated)
    sentences: list[Sentence] = []
    for sentence in annotated.sentences:
        if sentences and _cut(tokens, sentences[-1], sentence, crossing):
            _graft(tokens, sentences[-1], sentence, _Names(crossing.get(sentence.first), persons))
            sentences[-1] = Sentence(sentences[-1].first, sentence.last, sentence.paragraph)
        else:
            sentences.append(sentence)
    return replace(annotated, tokens=tuple(tokens), sentences=tuple(sentences))


def _relabelled(token: Token) -> Token:
    """Return a French token with the label that its form alone settles."""
    if token.dep.startswith("nsubj") and token.pos == "PRON" and token.text.lower() in _CLITICS:
        return token._replace(dep="iobj")
    return token


def _crossing(annotated: Annotated) -> dict[int, int]:
    """Return, by the first token of a sentence, the first token of the name that reaches into it from the sentence before."""
    starts = {annotated.tokens[sentence.first].start: sentence.first for sentence in annotated.sentences}
    at_start = {token.start: index for index, token in enumerate(annotated.tokens)}
    return {
        starts[inside]: at_start[mention.span.start]
        for mention in annotated.mentions
        if mention.kind in _NAMES and mention.span.start in at_start
        for inside in _starts_inside(annotated, mention)
        if inside in starts
    }


def _persons(annotated: Annotated) -> tuple[int, ...]:
    at_start = {token.start: index for index, token in enumerate(annotated.tokens)}
    spans = (mention.span for mention in annotated.mentions if mention.kind is MentionKind.PERSON)
    return tuple(at_start[span.start] for span in spans if span.start in at_start)


def _starts_inside(annotated: Annotated, mention: Mention) -> list[int]:
    """Return the starts of the words of a mention but its first."""
    offset, found = mention.span.start, []
    for word in mention.text.replace("-", " - ").split():
        offset = annotated.document.text.find(word, offset, mention.span.end)
        if offset < 0:
            break
        found.append(offset)
        offset += len(word)
    return found[1:]


def _cut(tokens: Sequence[Token], before: Sentence, after: Sentence, crossing: dict[int, int]) -> bool:
    """Say whether what the parser took for two sentences is one."""
    if before.paragraph != after.paragraph:
        return False
    if after.first in crossing:
        return True
    last, first = tokens[before.last - 1], tokens[after.first]
    if last.text == "," or (first.text == "-" and first.start == last.end):
        return True
    if last.text[-1:] in _TERMINAL:
        return False
    return first.text == "," or (first.text[:1].islower() and last.text[-1:].isalnum() and first.start - last.end <= 1)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names around a cut.

    Attributes:
        crossing: First token of the name that the cut runs through, or None.
        persons: First tokens of all names of persons, in order.
    """

    crossing: int | None
    persons: tuple[int, ...]


def _graft(tokens: list[Token], before: Sentence, after: Sentence, names: _Names) -> None:
    """Give two pieces of one sentence one tree: a name goes on, else the first piece ends in the subject of the second."""
    left, right = _root(tokens, before), _root(tokens, after)
    if names.crossing is not None:
        _attach(tokens, right, names.crossing, "flat")
        return
    if tokens[right].pos not in ("VERB", "AUX"):
        verb = _open_verb(tokens, before)
        _attach(tokens, right, left if verb is None else verb, "parataxis" if verb is None else "obj")
        return
    subject = left if tokens[left].pos in ("NOUN", "PROPN", "PRON") else _last_name(tokens, before, names.persons)
    if subject is not None and not _has_subject(tokens, right, after):
        passive = any(tokens[at].head == right and tokens[at].dep == "aux:pass" for at in range(after.first, after.last))
        _attach(tokens, subject, right, "nsubj:pass" if passive else "nsubj")
    if left != subject:
        _attach(tokens, right, left, "ccomp" if _opens_clause(tokens, subject) else "parataxis")


def _open_verb(tokens: Sequence[Token], sentence: Sentence) -> int | None:
    """Return the last verb of a piece where it still lacks an object (`a déclaré, ce samedi | , Monsieur …`), or None."""
    verb = next((at for at in range(sentence.last - 1, sentence.first - 1, -1) if tokens[at].pos == "VERB"), None)
    filled = any(token.head == verb and token.dep in ("obj", "ccomp", "xcomp") for token in tokens[sentence.first : sentence.last])
    return None if filled else verb


def _attach(tokens: list[Token], index: int, head: int, label: str) -> None:
    tokens[index] = tokens[index]._replace(head=head, dep=label)


def _root(tokens: Sequence[Token], sentence: Sentence) -> int:
    roots = (at for at in range(sentence.first, sentence.last) if tokens[at].head == at)
    return next(roots, sentence.first)


def _last_name(tokens: Sequence[Token], sentence: Sentence, persons: Sequence[int]) -> int | None:
    """Return the head of the name that a piece ends with, or of the post that it is set beside."""
    at = next((person for person in reversed(persons) if sentence.first <= person < sentence.last), None)
    if at is None:
        at = next((at for at in range(sentence.last - 1, sentence.first - 1, -1) if tokens[at].pos == "PROPN"), None)
    while at is not None and tokens[at].head != at and tokens[at].dep in _WITHIN_NAME:
        head = tokens[at].head
        if any(token.text == ":" for token in tokens[min(at, head) : max(at, head)]):
            break
        at = head
    return at


def _has_subject(tokens: Sequence[Token], verb: int, sentence: Sentence) -> bool:
    return any(tokens[at].head == verb and tokens[at].dep.startswith("nsubj") for at in range(sentence.first, sentence.last))


def _opens_clause(tokens: Sequence[Token], subject: int | None) -> bool:
    return subject is not None and any(
        token.head == subject and token.dep == "mark" for token in tokens[max(0, subject - 8) : subject]
    )
