"""The term that an inquiry sets itself, or is set: "gave himself sixty days to conclude", « rendra son rapport sous 30 jours »."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corro.extract.events.counts import Figure, find_figures
from corro.extract.events.drafts import Draft
from corro.extract.events.further import Fact
from corro.extract.events.grammar import Grammar
from corro.extract.events.quantities import PERIODS
from corro.model import DurationValue, Slot
from corro.values import Duration, Span

_SENTENCES_AFTER = 2
"""Sentences after an inquiry in which its term may stand, in the same paragraph or not. Source: chosen on kasanda-dev, 2026-11."""

_ENDING = {
    "en": r"conclud|complet|report|finish|submit|deliver|publish|present|finding|result|conclusion",
    "fr": r"conclu|achev|rendre|rend(?:ra|re)|remett|boucl|livr|publi|présent|termin|résultat|rapport",
}
_GIVEN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:g(?:a|i)ven?|giving|gives|set|allow(?:ed|s)?)\s+(?:(?:it|him|her|them)sel(?:f|ves)|(?:it|him|her|them))\s+$"
        r"|\b(?:has|have|had|(?:was|were|been) given)\s+$|\b(?:within|in)\s+(?:the next\s+)?$",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:s['’](?:est|était)|se sont|se)\s+(?:donn|fix|accord)\w+\s+(?:un délai de\s+)?$"
        r"|\b(?:a|ont|avait|avaient|aura|auront|dispos\w+ (?:de|d['’]))\s*$|\b(?:délai de|sous|d['’]ici|dans les|dans)\s+$",
        re.IGNORECASE,
    ),
}
"""Right before a length, words that make it a term to be kept. Source: own list, 2026-11."""

_THEMSELVES = re.compile(r"sel(?:f|ves)\s+$|\bs(?:['’](?:est|était)|e(?: sont)?)\s+\w+\s+(?:un délai de\s+)?$", re.IGNORECASE)
"""Words that say enough without what is to be done by then. Source: own list, 2026-11."""


def own_terms(grammar: Grammar, drafts: Sequence[Draft]) -> Iterator[Fact]:
    """Yield the terms within which inquiries are to end; a mention without a day in such a sentence is of the same inquiry.

    Args:
        grammar: The text's tree.
        drafts: All mentions; some are linked.
    """
    inquiries = [draft for draft in drafts if draft.code == "C5" and draft.judgement.modality.current]
    seen: set[int] = set()
    for draft in inquiries:
        for number in _sentences_from(grammar, draft.index):
            terms = list(_terms_in(grammar, number)) if number not in seen else []
            seen.add(number)
            for other in inquiries if terms else ():
                if other is not draft and grammar.sentence_numbers[other.index] == number and other.slot("time") is None:
                    other.refers_to = other.refers_to or draft
            yield from terms


def _sentences_from(grammar: Grammar, index: int) -> range:
    own = grammar.sentence_numbers[index]
    return range(own, min(own + _SENTENCES_AFTER + 1, len(grammar.annotated.sentences)))


def _terms_in(grammar: Grammar, number: int) -> Iterator[Fact]:
    sentence = grammar.annotated.sentences[number]
    start = grammar.tokens[sentence.first].start
    text = grammar.text(Span(start, grammar.tokens[sentence.last - 1].end))
    for figure in find_figures(text, grammar.language):
        length = _length(text, figure)
        if length is None or not _is_term(text, Span(figure.span.start, length[0].end), grammar.language):
            continue
        span = Span(start + length[0].start, start + length[0].end)
        index = next(at for at in range(sentence.first, sentence.last) if grammar.tokens[at].end > span.start)
        yield Fact(index, Slot("duration", span, DurationValue(length[1]), rule="events.own_term"))


def _length(text: str, figure: Figure) -> tuple[Span, Duration] | None:
    unit = re.match(r"[\s-]+(\w+)", text[figure.span.end :])
    period = PERIODS.get(unit[1].lower()) or PERIODS.get(unit[1].lower().rstrip("s")) if unit else None
    if unit is None or period is None or figure.count.point is None:
        return None
    return Span(figure.span.start, figure.span.end + unit.end()), Duration(**{period: figure.count.point})


def _is_term(text: str, span: Span, language: str) -> bool:
    before, after = text[: span.start], text[span.end :]
    if not _GIVEN[language].search(before) or re.match(r"\s+(?:ago|later|earlier|plus tard|après|avant)\b", after):
        return False
    told = bool(re.search(rf"\b(?:{_ENDING[language]})", before + after, re.IGNORECASE))
    return told or bool(_THEMSELVES.search(before))
