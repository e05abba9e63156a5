"""The words that times are made of, in English and French: each belongs to one class, which the grammar of times reads.

Source: own lists, 2026-11, unless a table says otherwise.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from corro.values import Language

WordValue = int | str
Entry = tuple[str, WordValue]
"""The class of a word or phrase, and what it stands for."""

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_SHORT_MONTHS = {"en": "Jan Feb Mar Apr - Jun Jul Aug Sep Oct Nov Dec", "fr": "janv févr - avr - - juil - sept oct nov déc"}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
_UNITS = {
    "en": {
        "minute": "minute minutes",
        "hour": "hour hours hrs",
        "day": "day days",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend weekends",
        "month": "month months",
        "quarter": "quarter quarters trimester",
        "half": "half semester",
        "year": "year years",
        "decade": "decade decades",
        "century": "century centuries",
    },
    "fr": {
        "minute": "minute minutes",
        "hour": "heure heures",
        "day": "jour jours journée journées",
        "week": "semaine semaines",
        "weekend": "week-end week-ends",
        "month": "mois",
        "quarter": "trimestre trimestres",
        "half": "semestre semestres",
        "year": "an ans année années",
        "decade": "décennie décennies",
        "century": "siècle siècles",
    },
}
_PARTS = {
    "en": {
        "MO": "morning",
        "AF": "afternoon",
        "EV": "evening",
        "NI": "night overnight",
        "DA": "dawn daybreak",
        "DU": "dusk",
        "12:00": "noon midday",
        "24:00": "midnight",
    },
    "fr": {
        "MO": "matin matinée",
        "AF": "après-midi",
        "EV": "soir soirée",
        "NI": "nuit",
        "DA": "aube",
        "DU": "crépuscule",
        "12:00": "midi",
        "24:00": "minuit",
    },
}
"""Parts of the day. Source: TIMEX3 guidelines (Saurí et al. 2006): MO, AF, EV, NI, and DA for dawn; DU is our own."""

_SEASONS = {
    "en": {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"},
    "fr": {"SP": "printemps", "SU": "été", "FA": "automne", "WI": "hiver"},
}
_NUMBERS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
}
NUMBER_WORDS = {
    "en": frozenset((_NUMBERS["en"] + " thirty forty fifty sixty seventy eighty ninety hundred thousand").split()) - {"one"},
    "fr": frozenset((_NUMBERS["fr"] + " vingt vingts trente quarante cinquante soixante cent cents mille").split()) - {"un"},
}
"""Words that a written number may be made of; the number itself is read by the library `text2num`."""

_ORDINALS = {
    "en": {
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
    },
    "fr": {
        1: "premier première",
        2: "deuxième second seconde",
        3: "troisième",
        4: "quatrième",
        5: "cinquième",
        6: "sixième",
        7: "septième",
        8: "huitième",
        9: "neuvième",
        10: "dixième",
    },
}
_ROUND_NUMBERS = {
    "en": {2: "couple", 12: "dozen"},
    "fr": {
        8: "huitaine",
        10: "dizaine",
        12: "douzaine",
        15: "quinzaine",
        20: "vingtaine",
        30: "trentaine",
        40: "quarantaine",
        50: "cinquantaine",
        100: "centaine",
    },
}
_CLASSES = {
    "en": {
        "ART": "the",
        "ONE": "a an one",
        "OF": "of",
        "AT": "at",
        "ON": "on",
        "IN": "in",
        "TO": "to through till until",
        "AND": "and",
        "FROM": "from",
        "BETWEEN": "between",
        "SINCE": "since",
        "WITHIN": "within",
        "BY": "by",
        "THIS": "this current",
        "THAT": "that",
        "LAST": "last past",
        "NEXT": "next coming upcoming",
        "PREVIOUS": "previous preceding prior",
        "FOLLOWING": "following",
        "SAME": "same",
        "AGO": "ago",
        "LATER": "later after afterwards",
        "EARLIER": "earlier before previously",
        "EARLY": "early beginning start",
        "MID": "mid middle",
        "LATE": "late end",
        "EVERY": "every each",
        "VAGUE": "several few many",
        "RECENT": "recent",
        "ABOUT": "about around approximately nearly almost roughly",
        "MORE": "over",
        "HOUR_MARK": "h",
        "SUFFIX": "st nd rd th",
        "AGE": "old aged",
        "PERIOD": "period",
        "FISCAL": "fiscal financial",
        "OR": "or",
        "SO": "so",
        "FOR": "for",
        "EXTRA": "more additional full straight consecutive successive whole calendar working trading business",
        "LIKE": "comparable corresponding",
        "LATEST": "latest",
        "QUARTER_MARK": "q",
        "EVE": "eve",
        "FY": "fy",
        "AHEAD_WORD": "future",
    },
    "fr": {
        "ART": "le la les",
        "ONE": "un une",
        "OF": "de du des",
        "AT": "à",
        "IN": "dans en",
        "TO": "au aux jusqu",
        "AND": "et",
        "BETWEEN": "entre",
        "SINCE": "depuis dès",
        "WITHIN": "sous",
        "BY": "par",
        "THIS": "ce cet cette ces",
        "LAST": "dernier dernière derniers dernières passé passée passés passées écoulé écoulée écoulés",
        "NEXT": "prochain prochaine prochains prochaines",
        "PREVIOUS": "précédent précédente précédents",
        "FOLLOWING": "suivant suivante suivants",
        "SAME": "même",
        "LATER": "après",
        "EARLIER": "avant auparavant",
        "EARLY": "début",
        "MID": "mi milieu",
        "LATE": "fin",
        "EVERY": "chaque tous toutes",
        "VAGUE": "plusieurs quelques",
        "ABOUT": "vers environ presque",
        "HOUR_MARK": "h",
        "SUFFIX": "er e",
        "AGE": "âgé âgée âgés âgées",
        "PERIOD": "période",
        "FISCAL": "budgétaire",
        "THERE": "là",
        "HERE": "ci",
        "TIMES": "fois",
        "EVE": "veille",
        "OR": "ou",
        "FOR": "pendant durant",
        "HALF": "demi demie",
        "QUARTER_MARK": "t",
        "EXTRA": "ouvrables ouvrés ouvrable ouvré",
        "FY": "fy",
    },
}
_VALUED: Mapping[str, Mapping[str, Mapping[str, WordValue]]] = {
    "en": {
        "DEICTIC": {"yesterday": -1, "today": 0, "tomorrow": 1},
        "TONIGHT": {"tonight": 0},
        "REF": {
            "now": "PRESENT_REF",
            "currently": "PRESENT_REF",
            "nowadays": "PRESENT_REF",
            "recently": "PAST_REF",
            "lately": "PAST_REF",
            "soon": "FUTURE_REF",
        },
        "OFTEN": {
            "daily": "P1D",
            "hourly": "PT1H",
            "weekly": "P1W",
            "monthly": "P1M",
            "yearly": "P1Y",
            "annually": "P1Y",
        },
        "TIMES": {"once": 1, "twice": 2, "times": 0},
        "FALL": {"fall": "FA"},
        "DECADE": {"sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990},
    },
    "fr": {
        "DEICTIC": {"hier": -1, "demain": 1},
        "REF": {
            "maintenant": "PRESENT_REF",
            "actuellement": "PRESENT_REF",
            "désormais": "PRESENT_REF",
            "récemment": "PAST_REF",
            "dernièrement": "PAST_REF",
            "bientôt": "FUTURE_REF",
        },
        "OFTEN": {
            "quotidien": "P1D",
            "quotidienne": "P1D",
            "quotidiennement": "P1D",
            "hebdomadaire": "P1W",
            "mensuel": "P1M",
            "mensuelle": "P1M",
            "annuel": "P1Y",
            "annuelle": "P1Y",
        },
        "NEXT_DAY": {"lendemain": 1, "surlendemain": 2},
    },
}
_PHRASES: Mapping[str, Mapping[str, Entry]] = {
    "en": {
        "a.m.": ("AMPM", "am"),
        "p.m.": ("AMPM", "pm"),
        "am": ("AMPM", "am"),
        "pm": ("AMPM", "pm"),
        "o'clock": ("OCLOCK", ""),
        "to the day": ("TO_THE_DAY", ""),
        "more than": ("MORE", "MORE_THAN"),
        "at least": ("MORE", "EQUAL_OR_MORE"),
        "less than": ("MORE", "LESS_THAN"),
        "new year's eve": ("HOLIDAY", "12-31"),
        "new year's day": ("HOLIDAY", "01-01"),
        "christmas eve": ("HOLIDAY", "12-24"),
        "christmas day": ("HOLIDAY", "12-25"),
        "christmas": ("HOLIDAY", "12-25"),
        "thanksgiving day": ("HOLIDAY", "thanksgiving"),
        "thanksgiving": ("HOLIDAY", "thanksgiving"),
        "good friday": ("HOLIDAY", "easter-2"),
        "easter monday": ("HOLIDAY", "easter+1"),
        "easter sunday": ("HOLIDAY", "easter+0"),
        "easter": ("HOLIDAY", "easter+0"),
        "year-ago": ("YEAR_AGO", ""),
        "year-earlier": ("YEAR_AGO", ""),
        "year-end": ("YEAR_END", ""),
        "year end": ("YEAR_END", ""),
        "year's end": ("YEAR_END", ""),
        "these days": ("REF", "PRESENT_REF"),
        "at present": ("REF", "PRESENT_REF"),
        "day before yesterday": ("DEICTIC", -2),
        "day after tomorrow": ("DEICTIC", 2),
        "day after": ("NEXT_DAY", 1),
        "day before": ("NEXT_DAY", -1),
    },
    "fr": {
        "aujourd'hui": ("DEICTIC", 0),
        "avant-hier": ("DEICTIC", -2),
        "après-demain": ("DEICTIC", 2),
        "après-midi": ("PART", "AF"),
        "week-end": ("UNIT", "weekend"),
        "week-ends": ("UNIT", "weekend"),
        "il y a": ("AGO", ""),
        "d'ici": ("HENCE", ""),
        "plus tard": ("LATER", ""),
        "plus tôt": ("EARLIER", ""),
        "jour pour jour": ("TO_THE_DAY", ""),
        "plus de": ("MORE", "MORE_THAN"),
        "plus d'": ("MORE", "MORE_THAN"),
        "au moins": ("MORE", "EQUAL_OR_MORE"),
        "moins de": ("MORE", "LESS_THAN"),
        "près de": ("ABOUT", ""),
        "veille du nouvel an": ("HOLIDAY", "12-31"),
        "saint-sylvestre": ("HOLIDAY", "12-31"),
        "nouvel an": ("HOLIDAY", "01-01"),
        "jour de l'an": ("HOLIDAY", "01-01"),
        "noël": ("HOLIDAY", "12-25"),
        "vendredi saint": ("HOLIDAY", "easter-2"),
        "lundi de pâques": ("HOLIDAY", "easter+1"),
        "dimanche de pâques": ("HOLIDAY", "easter+0"),
        "pâques": ("HOLIDAY", "easter+0"),
        "avant-veille": ("NEXT_DAY", -2),
        "l'": ("ART", ""),
        "d'": ("OF", ""),
        "qu'": ("OTHER", ""),
    },
}
_CAPITALISED = f"{_MONTHS['en']} {_SHORT_MONTHS['en']} {_WEEKDAYS['en']} sun mon tue wed thu fri sat"
CAPITAL_NEEDED = frozenset(_CAPITALISED.casefold().split()) - {"-"}
"""English months and weekdays are times only where they begin with a capital (`may`, `march`, `sun`)."""


def _numbered(words: str, name: str, first: int) -> dict[str, Entry]:
    return {word.casefold(): (name, number) for number, word in enumerate(words.split(), first) if word != "-"}


def _keyed(words_by_value: Mapping[WordValue, str] | Mapping[str, str] | Mapping[int, str], name: str) -> dict[str, Entry]:
    return {word: (name, value) for value, words in words_by_value.items() for word in words.split()}


@cache
def words(language: Language) -> Mapping[str, Entry]:
    """Return the class and value of each single word, by its case-folded form.

    Args:
        language: English or French; anything else is read as English.
    """
    code = _code(language)
    table: dict[str, Entry] = {}
    for name, listed in _CLASSES[code].items():
        table |= dict.fromkeys(listed.split(), (name, ""))
    for name, valued in _VALUED[code].items():
        table |= {word: (name, value) for word, value in valued.items()}
    for name, keyed in (("UNIT", _UNITS), ("PART", _PARTS), ("SEASON", _SEASONS)):
        table |= _keyed(keyed[code], name)
    table |= _keyed(_ORDINALS[code], "ORD") | _keyed(_ROUND_NUMBERS[code], "ROUND")
    table |= (
        _numbered(_MONTHS[code], "MONTH", 1) | _numbered(_SHORT_MONTHS[code], "MONTH", 1) | _numbered(_WEEKDAYS[code], "WEEKDAY", 1)
    )
    table |= {f"{weekday}s".casefold(): ("WEEKDAYS", number) for number, weekday in enumerate(_WEEKDAYS[code].split(), 1)}
    table |= {"sept": ("MONTH", 9)} if code == "en" else {"fevrier": ("MONTH", 2), "aout": ("MONTH", 8), "decembre": ("MONTH", 12)}
    return MappingProxyType(table)


@cache
def phrases(language: Language) -> Mapping[str, Entry]:
    """Return the phrases of several words or marks that count as one word."""
    return MappingProxyType(dict(_PHRASES[_code(language)]))


def number_words(language: Language) -> frozenset[str]:
    """Return the words that a written number may be made of."""
    return NUMBER_WORDS[_code(language)]


def _code(language: Language) -> str:
    return "fr" if language is Language.FRENCH else "en"
