"""One telling of a value in one document, and how tellings are put in order: who could have said it first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from corro.model import Claim, CountValue, Document, Slot, TimeAnchor, TimeValue
from corro.values import Bound, Count, Span, fold
from corro.vocab import keys_by_word

RARE_FIGURE = 20
"""Smallest figure that is followed from text to text by itself. Source: chosen on samples/mali and kasanda-dev, 2026-11."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_UNIT_WORDS = 3
"""Words behind a figure among which its unit stands. Source: chosen on samples/mali, 2026-11 ("237 separate occasions")."""

_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s|\Z))+[.!?]?")


@dataclass(frozen=True, slots=True)
class Telling:
    """A value as one document tells it once.

    Attributes:
        claim: The claim, or for a sentence without one the document's claim of the same figure.
        document: The document.
        words: The characters that tell it.
        slot: The slot with the value, or None where only the words tell it.
        count: The figure with its unit, or None where no figure is told.
        parts: All figures that the same words give for the same role and unit.
    """

    claim: Claim
    document: Document
    words: Span
    slot: Slot | None = None
    count: CountValue | None = None
    parts: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The words."""
        return self.words.of(self.document.text)

    @property
    def figure(self) -> int | None:
        """The one number told, or None."""
        return self.count.count.point if self.count else None

    @property
    def role(self) -> str:
        """The role of the value; empty where only the words tell it."""
        return self.slot.role if self.slot else ""

    @property
    def printed(self) -> str:
        """The figure with its unit, or what the slot's words are."""
        if self.count is not None:
            return f"{self.count.count} {self.count.unit}".replace("_", " ")
        return self.slot.span.of(self.document.text) if self.slot else self.text


def in_order(tellings: Sequence[Telling]) -> list[Telling]:
    """Return tellings in the order in which they can have been said.

    Args:
        tellings: They, in any order.

    Returns:
        By day; on one day the version captured first, then the document that tells it in its own name before those that name
        somebody else, then by id; in one document claims before bare words. Undated documents come last. No two tellings have
        one place, so that the order of the input plays no part (law 4).
    """
    fewest: dict[str, int] = {}
    for telling in tellings:
        holders = len(telling.claim.holders)
        fewest[telling.document.id] = min(holders, fewest.get(telling.document.id, holders))
    return sorted(tellings, key=lambda telling: _place(telling, fewest[telling.document.id]))


def _place(telling: Telling, holders: int) -> tuple[date, str, int, str, bool, Span, str]:
    document = telling.document
    return (_day(document), _seen(document), holders, document.id, telling.slot is None, telling.words, telling.claim.id)


def _seen(document: Document) -> str:
    """Return when a version was captured, for the versions of one text; what bears no such time comes last."""
    return document.captured.interval.edtf if document.captured.interval else "~"


def _day(document: Document) -> date:
    interval = document.published.interval
    return interval.first if interval and interval.first else date.max


def figures_told(claims: Sequence[Claim], documents_by_id: Mapping[str, Document]) -> list[Telling]:
    """Return the tellings of figures: those of the claims, and further sentences of their documents with the same rare figure.

    Args:
        claims: Claims about one thing.
        documents_by_id: Their documents.
    """
    found: dict[tuple[str, Span, str], Telling] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        document = documents_by_id.get(claim.document_id)
        for slot in claim.slots if document else ():
            if document and isinstance(slot.value, CountValue) and slot.value.count.minimum is not None:
                telling = Telling(claim, document, claim.passage, slot, slot.value)
                found.setdefault((document.id, slot.span, str(slot.value.count)), telling)
    told = _with_parts(list(found.values()))
    return [*told, *_told_again(told)]


def dates_told(claims: Sequence[Claim], documents_by_id: Mapping[str, Document]) -> list[Telling]:
    """Return one telling a document of the day on which the event happened, where a claim of it gives one day and no other.

    Args:
        claims: Claims about one thing.
        documents_by_id: Their documents.
    """
    found: dict[str, Telling] = {}
    for claim in sorted(claims, key=lambda claim: (claim.background, claim.trigger, claim.id)):
        document = documents_by_id.get(claim.document_id)
        slots = claim.slots_of("time") if document else ()
        if document and len(slots) == 1 and _happened(slots[0]):
            found.setdefault(document.id, Telling(claim, document, claim.passage, slots[0]))
    return list(found.values())


def _happened(slot: Slot) -> bool:
    value = slot.value
    return isinstance(value, TimeValue) and value.anchor is TimeAnchor.OCCURRED and value.interval is not None


_CITING = re.compile(
    r"\b(?:according to|quoted by|quoting|citing|cited by|reported by|told|in|selon|d apres|citant|citee? par|cites par"
    r"|rapporte(?:e|nt)? par|rapporte|relate|au micro de|aupres de|a|sur)\s(?:the |le |la |l |les )?(?:\w+ ){0,2}$"
)
_SAYING = re.compile(
    r"^,?\s?(?:has |had |avait |a )?(?:say|says|said|report|reports|reported|wrote|writes|quoted"
    r"|dit|ecrit|rapporte|indique|affirme)\b"
)
"""Words before and behind the name of an outlet that make it the source, folded. Source: own lists in both languages, 2026-11."""

_BESIDE_NAME = 60
"""Characters beside a name in which those words stand. Source: own judgement."""


def cites(document: Document, outlet: str) -> bool:
    """Say whether a text names an outlet as where it has something from.

    Args:
        document: The text.
        outlet: The outlet's name, folded.
    """
    text = fold(document.text)
    for match in re.finditer(rf"(?<!\w){re.escape(outlet)}(?!\w)", text):
        before, after = text[max(0, match.start() - _BESIDE_NAME) : match.start()], text[match.end() : match.end() + _BESIDE_NAME]
        if _CITING.search(before) or _SAYING.search(after):
            return True
    return False


def _with_parts(tellings: Sequence[Telling]) -> list[Telling]:
    parts: dict[tuple[str, Span, str, str], list[int]] = {}
    for telling in tellings:
        parts.setdefault(_sentence_key(telling), []).append(telling.figure or 0)
    return [replace(telling, parts=tuple(sorted(parts[_sentence_key(telling)]))) for telling in tellings]


def _sentence_key(telling: Telling) -> tuple[str, Span, str, str]:
    return (telling.document.id, telling.words, telling.role, telling.count.unit if telling.count else "")


def _told_again(tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Yield further sentences of a document that hold a rare figure which a claim of it holds."""
    known: dict[tuple[str, int], list[Telling]] = {}
    for telling in tellings:
        if telling.figure is not None and telling.figure >= RARE_FIGURE:
            known.setdefault((telling.document.id, telling.figure), []).append(telling)
    for (_, figure), told in known.items():
        document = told[0].document
        for match in _printed_as(figure).finditer(document.text):
            if not any(telling.words.start <= match.start() < telling.words.end for telling in told):
                sentence = _around(document.text, match.start())
                count = CountValue(Count.exactly(figure), _unit(document, match.end()))
                yield Telling(told[0].claim, document, sentence, count=count)


@lru_cache(maxsize=1024)
def _printed_as(figure: int) -> re.Pattern[str]:
    forms = {str(figure), *(f"{figure:,}".replace(",", mark) for mark in (",", " ", "\u00a0", "\u202f"))}
    return re.compile(rf"(?<![\w.,/-])(?:{'|'.join(sorted(forms))})(?![\w/-]|[.,]\d)")


def _around(text: str, at: int) -> Span:
    """Return the sentence that holds a character."""
    start = max((text.rfind(mark, 0, at) + len(mark) for mark in ("\n", ". ", "! ", "? ") if mark in text[:at]), default=0)
    match = _SENTENCE.match(text, start)
    return Span(start, max(match.end() if match else at, at + 1))


def _unit(document: Document, at: int) -> str:
    """Return the unit that the words behind a figure name, or empty."""
    units = keys_by_word("counting_units", document.language.value)
    words = [word.lower() for word in _WORD.findall(document.text[at : at + 60])[:_UNIT_WORDS]]
    for length in range(_UNIT_WORDS, 0, -1):
        for start in range(len(words) - length + 1):
            phrase = " ".join(words[start : start + length])
            unit = units.get(phrase) or units.get(phrase.removesuffix("s"))
            if unit:
                return unit
    return ""


_LOOSE = (Bound.APPROXIMATE, Bound.AT_LEAST, Bound.AT_MOST, Bound.MORE_THAN, Bound.LESS_THAN)
"""Bounds that hold a number for a part of what is meant."""


def is_loose(count: Count) -> bool:
    """Say whether a figure is given with a bound or as about so many."""
    return count.bound in _LOOSE
