"""Phrases that name a source: "according to the mayor", « selon le maire », « d'après lui », « de source militaire »."""

from collections.abc import Iterator

from corro.extract.statements.content import limit_of
from corro.extract.statements.draft import Draft
from corro.extract.statements.phrases import is_post, phrase_after
from corro.extract.statements.prepared import Prepared
from corro.values import Span

_UNKNOWING = frozenset({"selon", "d'", "according"})
_POINT_OF_VIEW = {"en": "for", "fr": "pour"}


def find_by_preposition(prepared: Prepared) -> Iterator[Draft]:
    """Find what a phrase that names a source attributes.

    Args:
        prepared: The document.

    Yields:
        Drafts with rules `preposition.before`, `preposition.behind` and `preposition.viewpoint`.
    """
    index = 0
    while index < len(prepared.grammar.tokens):
        length = _phrase_length(prepared, index)
        draft = _read(prepared, index, length) if length else None
        if draft is not None:
            yield draft
        index += max(1, length)


def _phrase_length(prepared: Prepared, index: int) -> int:
    """Return of how many tokens the phrase is made that begins at a token; 0 where none does."""
    words = prepared.grammar.lower
    for phrase in prepared.cues.prepositions:
        if words[index] == phrase[0] and tuple(words[index : index + len(phrase)]) == phrase:
            return len(phrase)
    if words[index] == "de" and index + 1 < len(words) and words[index + 1] in ("source", "sources"):
        return 1
    return 1 if _viewpoint(prepared, index) else 0


def _viewpoint(prepared: Prepared, index: int) -> bool:
    """Say whether "for" or "pour" opens a sentence with somebody's view: a post or name, a comma, then a clause."""
    grammar = prepared.grammar
    first, last = grammar.sentence(index)
    if index != first or grammar.lower[index] != _POINT_OF_VIEW.get(grammar.language.value) or index + 2 >= last:
        return False
    phrase = phrase_after(grammar, prepared.cues, index + 1, last)
    if phrase is None or phrase[0] != index + 1 or phrase[1] >= last or grammar.lower[phrase[1]] != ",":
        return False
    return any(is_post(grammar, prepared.cues, word) for word in range(*phrase)) or grammar.tokens[phrase[0]].pos == "PROPN"


def _read(prepared: Prepared, index: int, length: int) -> Draft | None:
    grammar = prepared.grammar
    first, _ = grammar.sentence(index)
    end = limit_of(prepared, index)
    source = phrase_after(grammar, prepared.cues, index + length, end)
    if (
        source is None
        or source[0] > index + length + 1
        or grammar.lower[source[0]] in ("lequel", "laquelle", "lesquels", "lesquelles", "which")
    ):
        return None
    opening = _opens_clause(prepared, index, first)
    content = _behind(prepared, source[1], end) if opening else _around(prepared, index, source[1], first, end)
    if not content:
        return None
    rule = "preposition.before" if opening else "preposition.behind"
    cue = Span(grammar.tokens[index].start, grammar.tokens[index + length - 1].end)
    return Draft(content, rule, index, cue, source)


def _opens_clause(prepared: Prepared, index: int, first: int) -> bool:
    """Say whether the phrase opens its sentence, a quotation, or the part behind a semicolon or conjunction."""
    grammar = prepared.grammar
    if index - first <= 1:
        return True
    before = grammar.lower[index - 1]
    return (
        before in (";", ":", "«", "“", '"', ".")
        or (before == "," and grammar.lower[index - 2] in ("mais", "but", "et", "and", "que", "qu'", "that"))
        or (before in ("mais", "but", "et", "and", "car", "–", "-", "—", "que", "qu'", "that"))
    )


def _behind(prepared: Prepared, past: int, end: int) -> tuple[Span, ...]:
    """Return the rest of the clause behind the source, from the comma that closes the phrase where there is one."""
    grammar = prepared.grammar
    comma = next(
        (index for index in range(past, end) if grammar.lower[index] == "," and _clause_follows(prepared, index, end)), None
    )
    content = grammar.span(comma + 1 if comma is not None else past, end)
    return (content,) if content else ()


def _clause_follows(prepared: Prepared, comma: int, end: int) -> bool:
    """Say whether a clause follows a comma, not a participle that goes on about the source ("joint par téléphone")."""
    grammar = prepared.grammar
    following = grammar.tokens[comma + 1] if comma + 1 < end else None
    participle = following is not None and "VerbForm=Part" in following.morph and following.pos in ("VERB", "ADJ")
    relative = following is not None and grammar.lower[comma + 1] in (
        "qui",
        "who",
        "which",
        "dont",
        "que",
        "cité",
        "interrogé",
        "joint",
        "contacté",
    )
    return following is not None and not participle and not relative


def _around(prepared: Prepared, index: int, past: int, first: int, end: int) -> tuple[Span, ...]:
    """Return the clause that the phrase stands behind or amid."""
    grammar = prepared.grammar
    begin = _clause_begin(prepared, index, first)
    before = grammar.span(begin, index)
    after = grammar.span(past + 1, end) if past < end and grammar.lower[past] == "," and _goes_on(prepared, past, end) else None
    return tuple(part for part in (before, after) if part)


def _clause_begin(prepared: Prepared, index: int, first: int) -> int:
    """Return where the clause before the phrase begins: behind the last semicolon, else at the sentence's first token."""
    grammar = prepared.grammar
    return next((at + 1 for at in range(index - 1, first, -1) if grammar.lower[at] == ";"), first)


def _goes_on(prepared: Prepared, comma: int, end: int) -> bool:
    """Say whether the clause goes on behind the phrase with a verb of its own, rather than with words about the source."""
    grammar = prepared.grammar
    return (
        _clause_follows(prepared, comma, end)
        and any(grammar.finite(at) for at in range(comma + 1, end))
        and not any(
            grammar.lower[at] in ("qui", "who", "which", "citant", "citing") for at in range(comma + 1, min(end, comma + 4))
        )
    )
