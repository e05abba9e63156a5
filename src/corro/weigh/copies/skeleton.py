"""What of a text survives translation and re-telling: names, figures, agencies and the outlets that it cites."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from corro.model import Document
from corro.values import Span, fold

BUCKET_DAYS = 8
"""Days in one window of the keys of names; windows overlap by half, so texts up to four days apart always share one.

Source: on kasanda-dev (2026-11) all translations and re-tellings of dated texts appear within four days.
"""

MOST_NAME_KEYS = 16
"""Pairs of neighbouring names that are kept as keys, smallest hash first.

Source: chosen on samples/mali and kasanda-dev, 2026-11.
"""

LEAST_LETTERS = 4
"""Shortest word taken for a name: shorter capitalised words are mostly articles and abbreviations. Source: as above."""

MOST_WORDS_KEPT = 65536
"""Words whose folded form is kept; a language's news uses few more (8 MB at most). Source: own judgement, 2026-11."""

_NUMBER_WORDS = {
    "two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4, "five": 5, "cinq": 5, "six": 6, "seven": 7, "sept": 7,
    "eight": 8, "huit": 8, "nine": 9, "neuf": 9, "ten": 10, "dix": 10, "eleven": 11, "onze": 11, "twelve": 12, "douze": 12,
    "thirteen": 13, "treize": 13, "fourteen": 14, "quatorze": 14, "fifteen": 15, "quinze": 15, "sixteen": 16, "seize": 16,
    "twenty": 20, "vingt": 20, "thirty": 30, "trente": 30, "forty": 40, "quarante": 40, "fifty": 50, "cinquante": 50,
    "sixty": 60, "soixante": 60,
}  # fmt: skip
"""Small numbers in words, English and French; "un" and "one" are left out, as they count nothing most of the time."""

_CALENDAR = {
    "lundi": "monday", "mardi": "tuesday", "mercredi": "wednesday", "jeudi": "thursday", "vendredi": "friday", "samedi": "saturday",
    "dimanche": "sunday", "janvier": "january", "fevrier": "february", "mars": "march", "avril": "april", "mai": "may",
    "juin": "june", "juillet": "july", "aout": "august", "septembre": "september", "octobre": "october", "novembre": "november",
    "decembre": "december",
}  # fmt: skip
"""Days and months, which French writes without a capital."""

_COMMON = {
    **{word: str(number) for word, number in _NUMBER_WORDS.items()},
    **_CALENDAR,
    **{accented: _CALENDAR[fold(accented)] for accented in ("février", "août", "décembre")},
}
"""The words in small letters that count, with what stands for them in either language."""

_QUOTE_MARKS = frozenset('“«"„')

_TOKEN = re.compile(
    r"([a-zà-öø-ÿ](?<!\w.)[a-zà-öø-ÿ]{2,}+(?!\w)"
    r"|[A-ZÀ-ÖØ-Ý](?:(?<=[^\s.!?:»”\"].)|(?<=[^\s.!?:»”\"]\s.))[^\W\d_]*(?:['’][^\W\d_]+)*"
    r"|\d{1,3}(?:[ .,]\d{3})+(?!\d)|\d+|[“«„]|\"(?<!\w.)(?=\w))"
    r"|[A-ZÀ-ÖØ-Ý][^\W\d_]*(?:['’][^\W\d_]+)*"
)
"""Quotation marks, figures, words in small letters, and words with a capital; these last are kept only where no sentence begins."""

_NAMED = re.compile(r"[A-ZÀ-ÖØ-Ý][\w’'-]*(?: (?:(?:of|de|du|des|la|le|les|the|et|and|for) )?[A-ZÀ-ÖØ-Ý][\w’'-]*)+")
_CITING = re.compile(
    r"(?:a(?<!\w\w)(?:ccording to|s reported by| indiqué à)|r(?<!\w\w)(?:eported by|eports|apporte|apporté par)|told(?<!\w.{4})"
    r"|quoted by(?<!\w.{9})|seen by(?<!\w.{7})|obtained by(?<!\w.{11})|via(?<!\w.{3})|citing(?<!\w.{6})|selon(?<!\w.{5})"
    r"|d(?<!\w\w)['’]après|cité par(?<!\w.{8})|consulté[es]? \w* ?par|par(?<!\w.{3})|à(?<!\w\w))\s+(?:the |l['’]|le |la |les )?"
    r"([A-Z][\w'’\-]*(?:\s+(?:of|de|du|des|the|la|le|for|and|et)?\s*[A-Z][\w'’\-]*){0,4})"
)
"""A phrase that names where something was read or heard. Source: own list, read off kasanda-dev and samples/mali, 2026-11."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Names and figures of one text, in order.

    Attributes:
        tokens: Folded names and figures of the body, and its opening quotation marks, in order.
        named: Folded runs of capitalised words, sorted.
        agencies: Folded names of the agency credited, where it is one alone, and of the outlet, sorted; several credited beside
            each other contributed to a text and are not its origin.
        outlet: Folded name of the outlet, or empty.
        cited: Folded names that the text gives as where it has something from, sorted.
        published: Day of publication as an ordinal, or None.
        keys: Keys of this skeleton for the index.
        distinct: The tokens, each once.
    """

    tokens: tuple[str, ...]
    named: tuple[str, ...]
    agencies: tuple[str, ...]
    outlet: str
    cited: tuple[str, ...]
    published: int | None
    keys: tuple[str, ...]
    distinct: frozenset[str] = field(default=frozenset(), repr=False)


def skeleton(document: Document, spans: tuple[Span, ...]) -> Skeleton:
    """Read the names and figures of a document's body.

    Args:
        document: The document.
        spans: The paragraphs of its body.

    Returns:
        Its skeleton.
    """
    tokens = tuple(token for span in spans for token in _tokens(span.of(document.text)))
    outlet = fold(document.outlet.text)
    credited = _credited(document)
    agencies = tuple(sorted({*(credited if len(credited) == 1 else []), outlet} - {""}))
    cited = tuple(sorted({fold(match.group(1)) for span in spans for match in _CITING.finditer(span.of(document.text))}))
    published = _published(document)
    named = tuple(sorted({fold(match.group()) for span in spans for match in _NAMED.finditer(span.of(document.text))}))
    return Skeleton(tokens, named, agencies, outlet, cited, published, _keys(tokens, outlet, cited, published), frozenset(tokens))


def _credited(document: Document) -> list[str]:
    words = " ; ".join(credit.text for credit in document.credits)
    names = re.split(r"[;,/&+]| and | et | avec | with ", words)
    return [fold(name) for name in names if name.strip() and len(name.split()) <= 4]


def _tokens(paragraph: str) -> list[str]:
    """Return figures and capitalised words; a capital at the beginning of a sentence shows nothing and is left out."""
    return [token for word in _TOKEN.findall(paragraph) if word and (token := _token(word))]


@lru_cache(maxsize=MOST_WORDS_KEPT)
def _token(word: str) -> str:
    """Return the folded form of a word; empty for one that is neither name, figure nor quotation mark."""
    if word in _QUOTE_MARKS:
        return "“"
    if word[0].isdigit():
        return re.sub(r"\D", "", word)
    if word[0].isupper():
        return _name(word)
    return _COMMON.get(word, "")


def _name(word: str) -> str:
    if len(word) < LEAST_LETTERS:
        return ""
    bare = word.lower() if word.isascii() and word.isalpha() else fold(word).split(" ")[-1]
    return bare if len(bare) >= LEAST_LETTERS else ""


def _published(document: Document) -> int | None:
    interval = document.published.interval
    return interval.first.toordinal() if interval and interval.first else None


def _keys(tokens: tuple[str, ...], outlet: str, cited: tuple[str, ...], published: int | None) -> tuple[str, ...]:
    """Return keys that hold the time window, so that a name in the news for years does not file all its texts together."""
    if published is None:
        return ()
    windows = (published // BUCKET_DAYS, (published + BUCKET_DAYS // 2) // BUCKET_DAYS)
    pairs = sorted({crc32(f"{one} {other}".encode()) for one, other in pairwise(tokens) if one != other})[:MOST_NAME_KEYS]
    sources = [name for name in (outlet, *cited) if name][:4]
    return tuple(
        key
        for half, window in enumerate(windows)
        for key in (*(f"n{half}.{window}.{pair:08x}" for pair in pairs), *(f"c{half}.{window}.{name}" for name in sources))
    )
