"""Whether two documents go back to one origin, with the evidence kept for each pair (pairwise, and the same in any order)."""

from functools import cache

from rapidfuzz.distance import LCSseq

from corro.model import CopyLink, Document, LineageEvidence
from corro.values import fold
from corro.vocab import actors
from corro.weigh.copies.sketching import LEAST_SHINGLES, Sketch, all_words
from corro.weigh.copies.wording import CREDITED_SHARE, ERROR_SHARE, shared_passages

LEAST_CONTAINED = 8
"""Words of the shortest text that is one with whatever holds it whole; the same words and no others are one at any length.

Source: our own judgement, 2026-11: shorter ones (`Five people were killed on Sunday.`) are written twice by chance.
"""

TRANSLATED_SHARE = 0.7
"""Share of the shorter text's names and figures that stand in the same order in the other language.

Source: chosen on kasanda-dev and samples/mali, 2026-11: reports of one event on one day reach .64 by chance.
"""

CREDITED_TRANSLATED_SHARE = 0.45
"""The same where both texts name one agency alone.

Source: as above: translations of agency copy reach .56 and more, other pairs of one agency .38 at most.
"""

LEAST_SKELETON = 6
"""Fewest names and figures by which a translation is recognised. Source: as above."""

RETOLD_SHARE = 0.6
"""Share of a text's names and figures found in the one text that it cites, from which it rests on that text alone.

Source: as above.
"""

LEAST_FIGURES = 3
"""Rare figures in common from which a text re-tells the other's figures. Source: as above."""

REPEATED_SHARE = 0.75
"""Share of a text's own rare figures that the other has too. Source: as above."""

NAMES_SHARE = 0.35
"""Share of all its names and figures that a text must have in common with the one whose figures it repeats. Source: as above."""

NEAR_DAYS = 7
"""Days within which translations and re-tellings follow. Source: as above."""

_DECIDING = frozenset({"identical_text", "version", "shared_passages", "translation", "citing"})


def compare(one: Document, sketch_one: Sketch, other: Document, sketch_other: Sketch) -> CopyLink | None:
    """Say whether two documents go back to one origin, and by what.

    Args:
        one: A document.
        sketch_one: Its sketch.
        other: Another document.
        sketch_other: Its sketch.

    Returns:
        The link with its evidence, or None where nothing speaks for a common origin.
    """
    evidence = _evidence(one, sketch_one, other, sketch_other)
    if not evidence:
        return None
    first, second = sorted((one.id, other.id))
    crossing = one.language != other.language
    return CopyLink(first, second, any(_decides(item, crossing=crossing) for item in evidence), evidence)


def _decides(item: LineageEvidence, *, crossing: bool) -> bool:
    """Say whether one item is enough; figures alone are enough only across languages, where no wording can be compared."""
    return item.kind in _DECIDING or (item.kind == "shared_figures" and crossing)


def _evidence(one: Document, sketch_one: Sketch, other: Document, sketch_other: Sketch) -> tuple[LineageEvidence, ...]:
    """Collect what speaks for a common origin; evidence with share 0 backs the rest and decides nothing by itself."""
    agencies = _shared_agencies(sketch_one, sketch_other)
    credit = LineageEvidence("credit", 0.0, ", ".join(agencies)) if agencies else None
    retold = _citing(sketch_one, sketch_other)
    error = _shared_error(sketch_one, sketch_other)
    found = (
        _identical(one, sketch_one, other, sketch_other),
        _version(one, other),
        shared_passages(one, sketch_one, other, sketch_other, _backed_share(credit or _cited(retold), error)),
        _translation(one, sketch_one, other, sketch_other, backed=bool(credit)),
        retold,
        credit,
        error,
        _shared_quote(sketch_one, sketch_other),
    )
    return tuple(item for item in found if item is not None)


def _cited(retold: LineageEvidence | None) -> LineageEvidence | None:
    """Return the evidence if one text names the other as its source; figures alone are given to every reporter of an event."""
    return retold if retold and retold.kind == "citing" else None


def _backed_share(backing: LineageEvidence | None, error: LineageEvidence | None) -> float | None:
    """Return the share of wording that is enough where something else speaks for one origin."""
    if backing:
        return CREDITED_SHARE
    return ERROR_SHARE if error else None


def _version(one: Document, other: Document) -> LineageEvidence | None:
    return LineageEvidence("version", 1.0, one.address or one.series_id) if one.series_id == other.series_id else None


def _identical(one: Document, sketch_one: Sketch, other: Document, sketch_other: Sketch) -> LineageEvidence | None:
    """Find that the texts have the same words, or that one too short for measures of wording stands whole in the other."""
    if sketch_one.whole and sketch_one.whole == sketch_other.whole:
        return LineageEvidence("identical_text", 1.0, "the same words throughout")
    if min(len(sketch_one.shingles), len(sketch_other.shingles)) >= LEAST_SHINGLES:
        return None
    shorter, longer = sorted((all_words(one), all_words(other)), key=len)
    if len(shorter) < LEAST_CONTAINED or f" {' '.join(shorter)} " not in f" {' '.join(longer)} ":
        return None
    return LineageEvidence("identical_text", 1.0, "the shorter text stands whole in the longer")


def _translation(
    one: Document, sketch_one: Sketch, other: Document, sketch_other: Sketch, *, backed: bool
) -> LineageEvidence | None:
    if one.language == other.language or not (one.language.analysed and other.language.analysed):
        return None
    if not _near(sketch_one, sketch_other):
        return None
    share, matched = _same_order(sketch_one, sketch_other)
    if matched < LEAST_SKELETON or share < (CREDITED_TRANSLATED_SHARE if backed else TRANSLATED_SHARE):
        return None
    return LineageEvidence("translation", round(share, 3), f"{matched} names and figures in the same order")


def _same_order(one: Sketch, other: Sketch) -> tuple[float, int]:
    left, right = one.skeleton.tokens, other.skeleton.tokens
    matched = LCSseq.similarity(left, right)
    return matched / max(1, min(len(left), len(right))), matched


def _citing(one: Sketch, other: Sketch) -> LineageEvidence | None:
    """Find that one text rests on the other alone: names its outlet, or repeats its figures, and brings little of its own."""
    if not _near(one, other):
        return None
    found = [_told_after(one, other), _told_after(other, one)]
    return max((item for item in found if item), key=lambda item: (item.share, item.detail), default=None)


def _told_after(teller: Sketch, told: Sketch) -> LineageEvidence | None:
    if (teller.skeleton.published or 0) < (told.skeleton.published or 0):
        return None
    tokens = teller.skeleton.distinct - set(told.skeleton.outlet.split())
    common = tokens & told.skeleton.distinct
    share = len(common) / max(1, len(tokens))
    if _names_outlet(teller, told) and len(common) >= LEAST_SKELETON and share >= RETOLD_SHARE:
        return LineageEvidence("citing", round(share, 3), told.skeleton.outlet)
    figures = rare_figures(teller)
    repeated = figures & rare_figures(told)
    if len(repeated) >= max(LEAST_FIGURES, REPEATED_SHARE * len(figures)) and share >= NAMES_SHARE:
        return LineageEvidence("shared_figures", round(len(repeated) / len(figures), 3), ", ".join(sorted(repeated)))
    return None


def _names_outlet(teller: Sketch, told: Sketch) -> bool:
    outlet = told.skeleton.outlet
    if not outlet or outlet == teller.skeleton.outlet:
        return False
    return outlet in teller.skeleton.cited or outlet in teller.skeleton.named


def rare_figures(sketch: Sketch) -> set[str]:
    """Return the figures that are unlikely to be the same by chance: three digits and more, years left out."""
    figures = {token for token in sketch.skeleton.distinct if len(token) >= 3 and token.isdigit()}
    return {figure for figure in figures if not (len(figure) == 4 and figure[:2] in ("19", "20"))}


def _shared_quote(one: Sketch, other: Sketch) -> LineageEvidence | None:
    """Note a common quotation; by itself it only shows that two reporters heard one speaker."""
    common = set(one.quotes) & set(other.quotes)
    return LineageEvidence("shared_quote", 0.0, f"{len(common)} quotations word for word") if common else None


def _shared_error(one: Sketch, other: Sketch) -> LineageEvidence | None:
    """Find a known misspelling of a name that both texts have (docs/codebook.md, D10 and R38)."""
    common = known_typos() & one.skeleton.distinct & other.skeleton.distinct
    return LineageEvidence("shared_error", 0.0, ", ".join(sorted(common))) if common else None


@cache
def known_typos() -> frozenset[str]:
    """Return the folded words that stand in misspelt forms of known names only."""
    wrong: set[str] = set()
    right: set[str] = set()
    for known in actors().values():
        for name in known.names:
            (wrong if name.form == "typo" else right).update(fold(name.text).split())
    return frozenset(wrong - right)


def _shared_agencies(one: Sketch, other: Sketch) -> tuple[str, ...]:
    return tuple(sorted(set(one.skeleton.agencies) & set(other.skeleton.agencies)))


def _near(one: Sketch, other: Sketch) -> bool:
    if one.skeleton.published is None or other.skeleton.published is None:
        return False
    return abs(one.skeleton.published - other.skeleton.published) <= NEAR_DAYS
