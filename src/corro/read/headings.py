"""Says which lines can be headings by their form; their place among the others decides."""

import re

_MOST_HEADLINE_WORDS = 25
_MOST_SUBHEADING_WORDS = 12
"""Source: chosen on samples/mali and kasanda-dev, 2026-11; the longest headline there has 17 words, the longest subheading 5."""

_SENTENCE_END = re.compile(r"[.!?…][)\]»”\"'’]*\s*\Z")
_NO_HEADING_END = re.compile(r"[.!?:;,…»”\"']\s*\Z")
_LISTED = re.compile(r"(?:[-–—•*·]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
_ADDRESS = re.compile(r"https?://|www\.")
_WORD = re.compile(r"[^\W\d_]{2}")


def ends_a_sentence(line: str) -> bool:
    """Say whether a line ends with a stop, closing quotation marks and brackets aside."""
    return bool(_SENTENCE_END.search(line[-20:]))


def can_be_headline(line: str) -> bool:
    """Say whether a line has the form of a headline: few words and no stop but a question mark."""
    return _is_heading(line, _MOST_HEADLINE_WORDS) and (line.endswith("?") or not _NO_HEADING_END.search(line[-5:]))


def can_be_subheading(line: str) -> bool:
    """Say whether a line has the form of a subheading: a few words, no stop, no small letter first."""
    return _is_heading(line, _MOST_SUBHEADING_WORDS) and not _NO_HEADING_END.search(line[-5:]) and not line[0].islower()


def _is_heading(line: str, most_words: int) -> bool:
    if len(line.split(maxsplit=most_words)) > most_words or not _WORD.search(line):
        return False
    bracketed = line.startswith("(") and line.endswith(")")
    return not bracketed and not _LISTED.match(line) and not _ADDRESS.search(line)
