"""A document's fingerprint: what comparing needs of a text, and the keys by which possible copies are found."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from zlib import crc32

from corro.model import Document, SegmentKind
from corro.values import Span
from corro.weigh.copies.skeleton import Skeleton, skeleton

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
    spans = body_spans(document)
    words, quoted = _words(document.text, spans)
    hashes = [crc32(word.encode()) for word in words]
    triples = _triples(hashes)
    shingles = _shingles(triples, quoted)
    said = all_words(document)
    return Sketch(
        shingles=shingles,
        samples=_samples(hashes),
        quotes=_quote_hashes(document.text, spans),
        skeleton=skeleton(document, spans),
        distinct=frozenset(shingles),
        whole=_digest(said),
        lead=_digest(_lead(document)),
        long_samples=tuple(sorted(set(_long(triples)))[:MOST_LONG_KEYS]),
    )


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


def _shingles(triples: list[int], quoted: list[bool]) -> tuple[int, ...]:
    """Return the sequences that are not wholly quoted; all of them where next to nothing else is left."""
    windows = zip(triples, quoted, quoted[1:], quoted[2:], strict=False)
    told = tuple(number for number, first, second, third in windows if not (first and second and third))
    return told if len(told) >= LEAST_SHINGLES else tuple(triples)


def _samples(hashes: list[int]) -> tuple[int, ...]:
    """Return the sequences that are keys; of a text with few, all, since sampling could leave none."""
    fives = set(_fives(hashes))
    chosen = fives if len(fives) < LEAST_SHINGLES else {number for number in fives if number % KEY_SHARE == 0}
    return tuple(sorted(chosen)[:MOST_KEYS])


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
    lowered = paragraph.lower()
    return len(paragraph) > LONGEST_FURNITURE or not any(cue in lowered for cue in _FURNITURE)


def _words(text: str, spans: tuple[Span, ...]) -> tuple[list[str], list[bool]]:
    """Return the folded words of the body, and whether each is quoted; paragraphs run on, as copies cut them anew."""
    words: list[str] = []
    quoted: list[bool] = []
    for span in spans:
        for piece, inside in split_quotes(span.of(text)):
            found = words_in(piece)
            words += found
            quoted += [inside] * len(found)
    return words, quoted


def _triples(hashes: list[int]) -> list[int]:
    return [(a * 961 + b * 31 + c) % _PRIME for a, b, c in zip(hashes, hashes[1:], hashes[2:], strict=False)]


def _fives(hashes: list[int]) -> list[int]:
    shifted = (hashes[at:] for at in range(KEY_WORDS))
    return [(a * 923521 + b * 29791 + c * 961 + d * 31 + e) % _PRIME for a, b, c, d, e in zip(*shifted, strict=False)]


def _long(triples: list[int]) -> list[int]:
    """Return the sequences of twelve words, as four of three."""
    shifted = (triples[at:] for at in range(0, LONG_KEY_WORDS, SHINGLE_WORDS))
    return [(a * 29791 + b * 961 + c * 31 + d) % _PRIME for a, b, c, d in zip(*shifted, strict=False)]


def split_quotes(paragraph: str) -> Iterator[tuple[str, bool]]:
    """Yield a paragraph in pieces, each with whether it is a quotation."""
    done = 0
    for match in _QUOTED.finditer(paragraph):
        yield paragraph[done : match.start()], False
        yield match.group(), True
        done = match.end()
    yield paragraph[done:], False


def _quote_hashes(text: str, spans: tuple[Span, ...]) -> tuple[int, ...]:
    quotes = (match.group() for span in spans for match in _QUOTED.finditer(span.of(text)))
    folded = (words_in(quote) for quote in quotes)
    return tuple(sorted({crc32(" ".join(words).encode()) for words in folded if len(words) >= KEY_WORDS}))


def bare(text: str) -> str:
    """Return the text without case and accents; pure ASCII, the usual case in English, takes the short way."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_ACCENTS)
