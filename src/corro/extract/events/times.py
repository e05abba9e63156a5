"""Finds the words that tell a time or a place: candidate spans only; `resolve` turns them into values."""

import re
from collections.abc import Iterator

from corro.values import Span

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_MOIS = "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_JOURS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_SMALL = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few)"
_PETIT = r"(?:\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|plusieurs|quelques)"
_UNITS = r"(?:hours?|days?|weeks?|months?|years?|quarters?)"
_UNITES = r"(?:heures?|jours?|semaines?|mois|ans?|années?|trimestres?)"

_ENGLISH = (
    rf"(?:[Bb]etween|[Ff]rom) \d{{1,2}}(?: (?:{_MONTHS}))?(?: \d{{4}})? (?:and|to) \d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?",
    rf"(?:[Bb]etween|[Ff]rom) (?:{_MONTHS}) (?:and|to) (?:{_MONTHS})(?: \d{{4}})?",
    rf"(?:{_MONTHS}) to (?:{_MONTHS}) \d{{4}}",
    r"(?:the )?night of \w+ (?:to|into) \w+",
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:[-–]\d{{1,2}})?(?: of)? (?:{_MONTHS})\.?(?:,? \d{{4}})?",
    rf"(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?(?!\d)",
    rf"(?:(?:early|late|mid)[- ])?(?:{_MONTHS})\.?,? \d{{4}}",
    r"\d{4}-\d{2}-\d{2}",
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?",
    rf"(?:(?:last|next|this|Easter|early|late) )?(?:{_DAYS})(?: (?:night|morning|afternoon|evening))?",
    r"(?:(?:last|next|this|early|late|mid) )?(?:January|February|April|June|July|August|September|October|November|December)",
    r"(?:(?<=in )|(?<=since )|(?<=of )|(?<=by )|(?<=until )|(?<=last )|(?<=the ))(?:March|May)",
    rf"(?:the )?(?:past|last|next|previous|coming) (?:{_SMALL} )?(?:night|week|month|year|{_UNITS}|quarter)",
    r"this (?:morning|afternoon|evening|week|month|year|quarter)",
    rf"{_SMALL} {_UNITS} (?:later|earlier|ago|before|after)",
    r"(?:a|the) (?:day|week|month|year) (?:later|earlier|ago|before|after)",
    r"(?:the )?(?:spring|summer|autumn|winter)(?: of)? \d{4}",
    r"(?:this|last|next|in the) (?:spring|summer|autumn|winter)",
    r"(?:the )?(?:first|second|third|fourth|last) quarter(?: of (?:\d{4}|last year|this year))?",
    r"yesterday|today|tonight|tomorrow|New Year's Day",
    r"(?<![\d/.,])(?:19|20)\d{2}(?![\d/,.]\d)(?!-)",
)
_FRENCH = (
    rf"(?:entre le|du) \d{{1,2}}(?:er)?(?: (?:{_MOIS}))?(?: \d{{4}})? (?:et le|au) \d{{1,2}}(?:er)? (?:{_MOIS})(?: \d{{4}})?",
    rf"(?:entre|de) (?:{_MOIS}) (?:et|à) (?:{_MOIS})(?: \d{{4}})?",
    rf"la nuit (?:de|du) (?:{_JOURS}|\d{{1,2}}) (?:à|au) (?:{_JOURS}|\d{{1,2}}(?: (?:{_MOIS}))?(?: \d{{4}})?)",
    rf"(?:(?:{_JOURS}) )?\d{{1,2}}(?:er)? (?:{_MOIS})\.?(?: \d{{4}})?",
    rf"(?:(?:début|fin|mi)[- ])?(?:{_MOIS})(?: dernier| prochain)?(?: \d{{4}})?",
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?",
    r"\d{4}-\d{2}-\d{2}",
    rf"(?:{_JOURS})(?: (?:dernier|prochain|soir|matin))?",
    rf"(?:il y a|d'ici|dans) {_PETIT} {_UNITES}",
    rf"{_PETIT} {_UNITES} (?:plus tard|plus tôt|auparavant|après|avant)",
    r"(?:la semaine|le mois|l'an|l’an|l'année|l’année|le trimestre) (?:dernière?|passée?|prochaine?|précédente?)",
    r"ce(?:tte)? (?:semaine|mois(?:-ci)?|année|matin|soir|trimestre)(?:-ci)?|au cours du mois",
    r"(?:au printemps|cet été|cet hiver|en été|en hiver|à l['’]automne|cet automne)(?: \d{4}| dernier| prochain)?",
    r"(?:le |au )?(?:premier|deuxième|troisième|quatrième|dernier) trimestre(?: (?:de )?\d{4})?",
    r"la veille|le lendemain|la même nuit|le même jour|le soir même",
    r"hier|aujourd'hui|aujourd’hui|demain|avant-hier",
    r"(?<![\d/.,])(?:19|20)\d{2}(?![\d/,.]\d)(?!-)",
)
_TIMES = {
    "en": re.compile(rf"\b(?:{'|'.join(_ENGLISH)})\b"),
    "fr": re.compile(rf"\b(?:{'|'.join(_FRENCH)})\b", re.IGNORECASE),
}
_CAPITALS = re.compile(rf"\b(?:{'|'.join(_ENGLISH)})\b", re.IGNORECASE)
"""For English texts in capitals: elsewhere a month or weekday in small letters (`may`, `march`) is none."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


COUNTED_ON = re.compile(r"\b(?:later|earlier|before|after|plus tard|plus tôt|auparavant|veille|lendemain)\b", re.IGNORECASE)
"""Words that count a time from another one in the text."""


def find_times(text: str, language: str) -> tuple[Span, ...]:
    """Find the words that tell a time.

    Args:
        text: Any text.
        language: `en` or `fr`.

    Returns:
        The spans in order, not overlapping.
    """
    return tuple(_spans(text, language))


def _spans(text: str, language: str) -> Iterator[Span]:
    pattern = _CAPITALS if language != "fr" and text.isupper() else _TIMES["fr" if language == "fr" else "en"]
    for match in pattern.finditer(text):
        yield Span(match.start(), match.end())


def years_in(text: str) -> tuple[int, ...]:
    """Return the years that a text names in four figures."""
    return tuple(int(match.group()) for match in _YEAR.finditer(text))
