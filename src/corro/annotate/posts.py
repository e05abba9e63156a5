"""Posts: nouns that head an office, with their complement ("head of the mission's rights section")."""

from corro.annotate.findings import Findings
from corro.annotate.parse import Parse
from corro.model import MentionKind
from corro.values import Span
from corro.vocab import find_posts, post_nouns, word_list

_INSIDE = frozenset(["NOUN", "PROPN", "ADJ", "PART"])
_WITHIN = frozenset(["NOUN", "PROPN", "ADJ", "PART", "DET"])
_LONGEST = 14
"""Words of the longest post. Source: chosen on samples/mali and kasanda-dev, 2026-11."""


def add_posts(findings: Findings) -> None:
    """Add the posts of a document; names of organisations and places inside one are taken up by it.

    Args:
        findings: What was found so far; persons' names are not taken up.
    """
    nouns = post_nouns(findings.language)
    for parse in findings.parses:
        taken = -1
        for index, lemma in enumerate(parse.lemmas):
            if index > taken and lemma in nouns and _is_single_noun(parse, index):
                first, last = _extent(findings, parse, index)
                if last > first:
                    taken = last
                    _add(findings, parse, first, last)


def _is_single_noun(parse: Parse, index: int) -> bool:
    return parse.pos[index] in ("NOUN", "PROPN") and "Number=Plur" not in parse.morphs[index]


def _add(findings: Findings, parse: Parse, first: int, last: int) -> None:
    span = Span(parse.piece.start + parse.starts[first], parse.piece.start + parse.ends[last])
    known = find_posts(span.of(findings.document.text))
    findings.add_over(MentionKind.POST, span, "post_noun", known[0].id if len(known) == 1 else None)


def _extent(findings: Findings, parse: Parse, noun: int) -> tuple[int, int]:
    """Return the first and last word of the post around its noun; the same word twice where it has no complement."""
    low, high = next((low, high) for low, high in parse.sentences if low <= noun < high)
    first = _leftmost(findings, parse, noun, low) if findings.language == "en" else noun
    return first, _rightmost(findings, parse, noun, min(high, first + _LONGEST))


def _leftmost(findings: Findings, parse: Parse, noun: int, low: int) -> int:
    first = noun
    while first > low and parse.pos[first - 1] in _INSIDE and not _is_person(findings, parse, first - 1):
        first -= 1
    while first < noun and (parse.pos[first] == "PART" or parse.lemmas[first] in ("'s", "s")):
        first += 1
    return first


def _rightmost(findings: Findings, parse: Parse, noun: int, high: int) -> int:
    last, index, linked = noun, noun + 1, False
    links = [word_list(name, findings.language) for name in ("post_links", "post_inner_links")]
    while index < high and not _is_person(findings, parse, index):
        word = parse.text(index).lower()
        if word in links[linked] and parse.pos[index] in ("ADP", "DET", "VERB", "PART"):
            linked = True
        elif parse.pos[index] in _WITHIN and (linked or (findings.language == "fr" and parse.pos[index] == "ADJ")):
            last = index if parse.pos[index] not in ("DET", "PART") else last
        elif not (linked and word in ("and", "et", "'s") and index + 1 < high and _goes_on(findings, parse, index + 1)):
            break
        index += 1
    return last


def _goes_on(findings: Findings, parse: Parse, index: int) -> bool:
    """Say whether a complement can go on with this word: a noun phrase, and no second post."""
    return parse.pos[index] in _WITHIN and parse.lemmas[index] not in post_nouns(findings.language)


def _is_person(findings: Findings, parse: Parse, index: int) -> bool:
    mention = findings.mention_at(parse.piece.start + parse.starts[index])
    return mention is not None and mention.kind is MentionKind.PERSON
