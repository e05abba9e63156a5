"""Finds the mentions of a document: known names, posts, what finders give, names by rule, and the recogniser's proposals."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corro.annotate.findings import Findings
from corro.annotate.names import with_names
from corro.annotate.parse import Parse
from corro.annotate.posts import add_posts
from corro.annotate.runs import runs_of
from corro.annotate.unknown import ARMED, add_unknown_names
from corro.model import ActorKind, Document, Mention, MentionKind
from corro.values import Span, fold
from corro.values.name import initials
from corro.vocab import actor, find_names

_IN_BRACKETS = re.compile(r"\s*\(([^\W\d_][\w-]{1,11})(?:[,;][^)]{0,40})?\)")
_SHORTEST_INITIALS = 2


def find_names_in(document: Document, parses: list[Parse], given: Sequence[Mention]) -> Findings:
    """Find what knowledge and rules tell of a document's mentions.

    Args:
        document: The document.
        parses: Its pieces.
        given: Mentions that finders brought from outside (places, times).

    Returns:
        The mentions so far, and the names that nothing explains.
    """
    findings = Findings(document, parses)
    _add_known(findings)
    add_posts(findings)
    _add_given(findings, given)
    add_unknown_names(findings)
    _add_acronyms(findings)
    _add_partial_names(findings)
    _add_repeated(findings)
    return findings


def complete(findings: Findings, proposed: Iterable[Mention]) -> tuple[Mention, ...]:
    """Add what the recogniser proposes where nothing else was found.

    Args:
        findings: What was found so far.
        proposed: The recogniser's mentions.

    Returns:
        The mentions in order of the text, not overlapping, each with its fullest name.
    """
    for mention in proposed:
        findings.keep(mention)
    return with_names(findings.mentions, findings.acronyms)


def mention_kind(kind: ActorKind) -> MentionKind:
    """Return what sort of mention names an actor of a kind."""
    if kind is ActorKind.PERSON:
        return MentionKind.PERSON
    return MentionKind.GROUP if kind in ARMED else MentionKind.ORGANISATION


def _add_known(findings: Findings) -> None:
    for parse in findings.parses:
        offset = parse.piece.start
        for match in find_names(parse.piece.shown, in_capitals=parse.piece.capitals):
            known = actor(match.actor_id)
            kind = mention_kind(known.kind) if known else MentionKind.OTHER
            findings.add(kind, Span(offset + match.start, offset + match.end), "known_names", match.actor_id)


def _add_given(findings: Findings, given: Sequence[Mention]) -> None:
    """Add what finders brought, save places inside a run with a title: persons bear names of places too."""
    if not given:
        return
    titled = bytearray(len(findings.document.text))
    for parse in findings.parses:
        for run in runs_of(parse, findings.language, lambda _start, _end: False):
            if run.title:
                span = run.span_in(parse)
                titled[span.start : span.end] = b"\x01" * len(span)
    for mention in given:
        if mention.kind is not MentionKind.PLACE or not any(titled[mention.span.start : mention.span.end]):
            findings.keep(mention)


def _add_acronyms(findings: Findings) -> None:
    """Learn the acronyms that the document explains ("Observatoire Tumaini (OT)") and mark where they stand."""
    text = findings.document.text
    full: dict[str, Mention] = {}
    for mention in findings.mentions:
        match = _IN_BRACKETS.match(text, mention.span.end)
        if mention.kind in (MentionKind.ORGANISATION, MentionKind.GROUP) and match and _abbreviates(match[1], mention.text):
            full.setdefault(match[1], mention)
            findings.add(mention.kind, Span(*match.span(1)), "acronym_explained", mention.known_id)
    for start, mention in findings.by_start.items():
        if mention.text in full:
            findings.by_start[start] = replace(mention, kind=full[mention.text].kind)
    findings.acronyms = {acronym: mention.text for acronym, mention in full.items()}


def _abbreviates(acronym: str, name: str) -> bool:
    """Say whether an acronym may stand for a name: its capitals are initials of the name, in order."""
    capitals = [letter.lower() for letter in acronym if letter.isupper()]
    letters = iter([letter.lower() for letter in initials(name)] + [word[0] for word in fold(name).split()])
    return len(capitals) >= _SHORTEST_INITIALS and all(letter in letters for letter in capitals)


def _add_partial_names(findings: Findings) -> None:
    """Mark later surnames of persons whom the document names in full."""
    surnames = {
        word
        for mention in findings.mentions
        if mention.kind is MentionKind.PERSON
        for word in mention.text.split()[1:]
        if word[0].isupper()
    }
    if not surnames:
        return
    for parse in findings.parses:
        for run in list(runs_of(parse, findings.language, findings.covers(parse))):
            if all(word in surnames for word in parse.piece.shown[run.start : run.end].split()):
                findings.add(MentionKind.PERSON, run.span_in(parse), "partial_name")
    findings.close_gaps()


def _add_repeated(findings: Findings) -> None:
    """Give a name that no rule explains here the kind that a rule gave the same name elsewhere in the document, if one only."""
    kinds: dict[str, set[MentionKind]] = {}
    for mention in findings.mentions:
        kinds.setdefault(mention.text, set()).add(mention.kind)
    for number, run in findings.gaps:
        parse = findings.parses[number]
        found = kinds.get(parse.piece.shown[run.start : run.end], set())
        if len(found) == 1:
            findings.add(next(iter(found)), run.span_in(parse), "repeated")
    findings.close_gaps()
