"""A document's fingerprint: what comparing needs of a text, and the keys by which possible copies are found."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corro.model import Document, SegmentKind
from corro.values import Span
from corro.weigh.copies.skeleton import MOST_WORDS_KEPT, Skeleton, skeleton

Numbers = NDArray[np.int64]
"""Hashes below 2^32, or sums of a few of their multiples, which stay below 2^63."""

SHINGLE_WORDS = 3
"""Words in one compared sequence. Source: of 2 to 5, three told copies from independent reports best on copies/dev (2026-11)."""

KEY_WORDS = 5
"""Words in one sequence that serves as a key: long enough that few unrelated texts share one. Source: copies/dev, 2026-11."""

KEY_SHARE = 4
"""One sequence in so many is a key: those whose hash divides by it (mod-p sampling, Broder 1997, On the resemblance of documents).

Two texts that share n sequences share no key with probability (3/4)^n: .3 % at n = 20. A copy that holds a fifth of a 200-word
text shares about 39 sequences, so it is missed once in 70,000 times.
"""

WITHIN_DAYS = 64
"""Days in one stretch of the keys of wording; half of the keys are filed by stretches that begin half a stretch later, so texts up
to 32 days apart always have one half in common.

Source: on copies/dev (2026-11) no copy comes out more than three days after its original; without stretches the stock phrases of a
language meet in all documents, and the cost of a thousand documents grows with the number of documents before them.
"""

LONG_KEY_WORDS = 12
"""Words in one sequence that serves as a key at any distance in time: few stock phrases are so long."""

MOST_LONG_KEYS = 16
"""Such keys of one document, those with the smallest hashes.

Source: on copies/dev (2026-11) such keys, quotations and first sentences alone find 68 % of the pairs of copies;
on 3,000 generated reports, whose sentences are built from stock phrases, less than one other document shares one.
"""

MOST_KEYS = 512
"""Keys of wording kept of one document, the smallest hashes first: a book costs no more than a long report (2,048 words)."""

LEAST_SHINGLES = 12
"""Shortest text, in three-word sequences, whose wording can show anything by its share. Source: chosen on copies/dev, 2026-11."""

LONGEST_FURNITURE = 300
"""Characters above which a paragraph is kept whatever words it holds. Source: chosen on copies/dev, 2026-11."""

_FURNITURE = (
    "©", "copyright", "all rights reserved", "tous droits réservés", "newsletter", "lettre d'information", "infolettre", "sign up",
    "subscribe", "subscription", "abonnez", "abonner", "inscrivez", "follow us", "suivez-nous", "on facebook", "on twitter",
    "download our", "download the", "téléchargez", "email alerts", "e-mail alerts", "cookies", "share this", "share on",
    "partager sur", "click here", "cliquez ici", "read also", "read more", "read next", "lire aussi", "related stories",
    "related articles", "most read", "les plus lus", "newsroom", "news tip", "advertisement", "publicité", "trouble viewing",
    "video is no longer available", "terms of use", "terms of service", "privacy policy", "comments are closed",
)  # fmt: skip
"""Words of page furniture that a reader may have left in the body.

Source: own list, read off copies/dev and samples/mali, 2026-11.
"""

_PRIME = 4294967291
"""The largest prime below 2^32: polynomial hashes modulo a prime are spread evenly (Karp and Rabin 1987)."""

LONGEST_HEADING = 60
"""Characters from which a line that ends without a mark is kept: re-worded copy loses the ends of its sentences.

Source: chosen on copies/dev, 2026-11, of 40, 60, 80, 120 and 200; below it stand headings, buttons and lists of other stories.
"""

_ENDS = re.compile(r"[.!?…:;,)\]\"'”’»*—–-]\s*$")
"""A paragraph ends with a mark; a short line without one is a heading, a button or an entry of a list of other stories."""

_ACCENTS = dict.fromkeys(range(0x300, 0x370))
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|\n")
"""Where one sentence ends and the next begins."""

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^“”]{1,2000}”|«[^«»]{1,2000}»|„[^„“”]{1,2000}[“”]|(?<!\w)\"[^\"]{1,2000}\"(?!\w)")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What comparing needs of one document.

    Attributes:
        shingles: Hashes of the three-word sequences that do not stand wholly in quotation marks, in order of the text.
        samples: Hashes of the five-word sequences that serve as keys, sorted.
        long_samples: Hashes of the eight-word sequences that serve as keys at any distance in time, sorted.
        quotes: Hashes of its quotations of five words and more, sorted.
        skeleton: Names, figures and citations, which survive translation.
        distinct: The shingles, each once.
        whole: Digest of all words of the body, quotations and furniture too; empty where there is no word.
        lead: Digest of the words of its first sentence; empty where there is no word.
    """

    shingles: tuple[int, ...]
    samples: tuple[int, ...]
    quotes: tuple[int, ...]
    skeleton: Skeleton
    distinct: frozenset[int] = field(default=frozenset(), repr=False)
    whole: str = ""
    lead: str = ""
    long_samples: tuple[int, ...] = ()


def sketch(document: Document) -> Sketch:
    """Make a document's fingerprint from its body: furniture, captions, datelines, bylines and credits are left out.

    Args:
        document: The document.

    Returns:
        Its fingerprint; the same on any machine.
    """
    paragraphs = [_paragraph(span, document.text) for span in _body(document)]
    told = [one for one in paragraphs if one.tells] or paragraphs
    hashes = np.array([number for one in told for number in map(_hash, one.words)], np.int64)
    triples = _triples(hashes)
    shingles = _shingles(triples, np.array([mark for one in told for mark in one.quoted], np.bool_))
    said = [word for one in paragraphs for word in one.words] or words_in(document.text)
    return Sketch(
        shingles=shingles,
        samples=_samples(triples, hashes),
        quotes=tuple(sorted({crc32(quote.encode()) for one in told for quote in one.quotes})),
        skeleton=skeleton(document, tuple(one.span for one in told)),
        distinct=frozenset(shingles),
        whole=_digest(said),
        lead=_digest(_lead(document)),
        long_samples=tuple(np.unique(_long(triples))[:MOST_LONG_KEYS].tolist()),
    )


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of the body: whether it tells something, its folded words, whether each is quoted, and its longer quotations."""

    span: Span
    tells: bool
    words: list[str]
    quoted: list[bool]
    quotes: list[str]


def _paragraph(span: Span, text: str) -> _Paragraph:
    paragraph = span.of(text)
    words: list[str] = []
    quoted: list[bool] = []
    quotes: list[str] = []
    for piece, inside in split_quotes(paragraph):
        found = words_in(piece)
        words += found
        quoted += [inside] * len(found)
        if inside and len(found) >= KEY_WORDS:
            quotes.append(" ".join(found))
    return _Paragraph(span, _tells(paragraph), words, quoted, quotes)


@lru_cache(maxsize=MOST_WORDS_KEPT)
def _hash(word: str) -> int:
    return crc32(word.encode())


def all_words(document: Document) -> list[str]:
    """Return the folded words of the whole body, in order, with nothing left out.

    Args:
        document: The document.

    Returns:
        The words of its body; of its whole text where the body has none.
    """
    words = [word for span in _body(document) for word in words_in(span.of(document.text))]
    return words or words_in(document.text)


def words_in(text: str) -> list[str]:
    """Return the folded words of a text."""
    return _WORD.findall(bare(text))


def _shingles(triples: Numbers, quoted: NDArray[np.bool_]) -> tuple[int, ...]:
    """Return the sequences that are not wholly quoted; all of them where next to nothing else is left."""
    told = triples[~(quoted[:-2] & quoted[1:-1] & quoted[2:])]
    return tuple((told if len(told) >= LEAST_SHINGLES else triples).tolist())


def _samples(triples: Numbers, hashes: Numbers) -> tuple[int, ...]:
    """Return the sequences that are keys; of a text with few, all, since sampling could leave none."""
    fives = np.unique(_fives(triples, hashes))
    chosen = fives if len(fives) < LEAST_SHINGLES else fives[fives % KEY_SHARE == 0]
    return tuple(chosen[:MOST_KEYS].tolist())


def _lead(document: Document) -> list[str]:
    """Return the words of the first sentence, which a flash has in common with the report that grew out of it."""
    spans = _body(document)
    first = spans[0].of(document.text).strip() if spans else ""
    return words_in(SENTENCE_END.split(first, maxsplit=1)[0])


def _digest(words: list[str]) -> str:
    return blake2b(" ".join(words).encode(), digest_size=16).hexdigest() if words else ""


def sketch_keys(fingerprint: Sketch) -> tuple[str, ...]:
    """Return the keys under which a document is filed and looked up; documents without a common key are not compared.

    Args:
        fingerprint: The document's sketch.

    Returns:
        At most 512 keys of its wording by the time of publication, 16 of longer sequences, one of all its words and one of its
        first sentence, its quotations, and at most 40 keys of names and sources by week of publication, which find translations
        and re-tellings.

    Source: on copies/dev (2026-11) 738 of 742 pairs of copies share a key.
    """
    stretches = _stretches(fingerprint.skeleton.published)
    words = [f"s{stretches[number // KEY_SHARE % 2]}.{number:08x}" for number in fingerprint.samples]
    long = [f"x{number:08x}" for number in fingerprint.long_samples]
    whole = [f"{kind}{digest}" for kind, digest in (("w", fingerprint.whole), ("l", fingerprint.lead)) if digest]
    quotes = [f"q{number:08x}" for number in fingerprint.quotes]
    return (*words, *long, *whole, *quotes, *fingerprint.skeleton.keys)


def _stretches(published: int | None) -> tuple[str, str]:
    """Return the two stretches of time that a day lies in; documents without a day are among themselves."""
    if published is None:
        return "", ""
    return f"0.{published // WITHIN_DAYS}", f"1.{(published + WITHIN_DAYS // 2) // WITHIN_DAYS}"


def body_spans(document: Document) -> tuple[Span, ...]:
    """Return the paragraphs of the body that tell something; all of them where none seems to."""
    spans = _body(document)
    return tuple(span for span in spans if _tells(span.of(document.text))) or spans


def _body(document: Document) -> tuple[Span, ...]:
    """Return the paragraphs of the body; the whole text where nobody told its parts apart."""
    if not document.segments:
        return (Span(0, len(document.text)),)
    return tuple(segment.span for segment in document.segments_of(SegmentKind.BODY))


def _tells(paragraph: str) -> bool:
    """Say whether a paragraph belongs to the report and not to the page around it."""
    if len(paragraph) < LONGEST_HEADING and not _ENDS.search(paragraph[-4:]):
        return False
    if len(paragraph) > LONGEST_FURNITURE:
        return True
    lowered = paragraph.lower()
    return not any(map(lowered.__contains__, _FURNITURE))


def _triples(hashes: Numbers) -> Numbers:
    return (hashes[:-2] * 961 + hashes[1:-1] * 31 + hashes[2:]) % _PRIME


def _fives(triples: Numbers, hashes: Numbers) -> Numbers:
    """Return the sequences of five words, as three and two more."""
    return (triples[:-2] * 961 + hashes[3:-1] * 31 + hashes[4:]) % _PRIME


def _long(triples: Numbers) -> Numbers:
    """Return the sequences of twelve words, as two of six, each two of three."""
    sixes = triples[:-SHINGLE_WORDS] * 31 + triples[SHINGLE_WORDS:]
    half = LONG_KEY_WORDS // 2
    return (sixes[:-half] * 961 + sixes[half:]) % _PRIME


def split_quotes(paragraph: str) -> Iterator[tuple[str, bool]]:
    """Yield a paragraph in pieces, each with whether it is a quotation."""
    done = 0
    for match in _QUOTED.finditer(paragraph):
        yield paragraph[done : match.start()], False
        yield match.group(), True
        done = match.end()
    yield paragraph[done:], False


def bare(text: str) -> str:
    """Return the text without case and accents; pure ASCII, the usual case in English, takes the short way."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_ACCENTS)
