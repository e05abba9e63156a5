"""Passages as they are compared on one question: with their times, figures and places read by the stages that know them."""

from datetime import date

from corro.extract.events.counts import find_figures
from corro.model import Document
from corro.ports import Gazetteer
from corro.resolve import TimeMention, when, where
from corro.values import Duration, Language, Place, Span
from corro.weigh.fields import Told, ToldFigure, ToldTime
from corro.weigh.relations.words import hours


def told_of(document: Document, span: Span | None = None, gazetteer: Gazetteer | None = None) -> Told:
    """Read a passage of a document, or its whole text.

    Args:
        document: The document.
        span: The passage; None for the whole text.
        gazetteer: Where places are looked up; the packaged one where left out.

    Returns:
        What it tells, as far as it can be set against another passage.
    """
    text = span.of(document.text) if span else document.text
    interval = document.published.interval
    published = interval.first if interval else None
    return told(text, document.language, published, document.outlet.text, gazetteer)


def told(
    text: str,
    language: Language = Language.ENGLISH,
    published: date | None = None,
    source: str = "",
    gazetteer: Gazetteer | None = None,
) -> Told:
    """Read a passage.

    Args:
        text: The passage.
        language: English or French.
        published: When its report came out.
        source: Who put it out.
        gazetteer: Where places are looked up; the packaged one where left out.

    Returns:
        What it tells, as far as it can be set against another passage.
    """
    return Told(
        text=text,
        language=language.value,
        published=published,
        source=source,
        times=tuple(_time(mention) for mention in when(text, published, language)),
        figures=tuple(ToldFigure(figure.span, figure.count) for figure in find_figures(text, language.value)),
        places=_places(text, language, gazetteer),
    )


def _time(mention: TimeMention) -> ToldTime:
    term = _hours(mention.duration)
    return ToldTime(mention.span, mention.interval, mention.clash, mention.impossible, term, mention.value)


def _hours(duration: Duration | None) -> int | None:
    return hours(duration) if duration else None


def _places(text: str, language: Language, gazetteer: Gazetteer | None) -> tuple[Place, ...]:
    found = (mention.offset or mention.value.place for mention in where(text, language, gazetteer))
    return tuple(place for place in found if place)
