"""Reports that only paste others together: a digest of fifty is no bridge between them, and no source of its own."""

from collections.abc import Iterable, Mapping, Sequence

from corro.model import CopyLink, Document, Lineage

COMPILATION = "compilation"
"""Basis of the lineage of a document that pastes others together."""

OF_NOBODY = "of nobody: "
"""Mark before the lineage of which nobody can tell who put its claims forward; it adds nothing to others."""

LEAST_PARTS = 3
"""Reports that have nothing in common with each other, and stand whole in a later one, from which that one pastes reports together.

Source: own judgement, 2026-11: two are also an agency's first and second flash in its full story.
"""

PART_SHARE = 0.8
"""Share of a part's wording that stands in the whole. Source: as above."""

LONGER = 1.5
"""How many times as long as a part the whole is at least. Source: as above; a copy is as long as what it copies."""

_WORDING = frozenset({"identical_text", "shared_passages"})


def compilations(links: Sequence[CopyLink], documents_by_id: Mapping[str, Document]) -> frozenset[str]:
    """Return the documents that paste others together.

    One does where it came out later than several shorter ones that stand in it whole and have nothing in common. Who came out on
    one day may have cut one text to pieces, and counts as of one origin with it.

    Args:
        links: Links of one origin.
        documents_by_id: The documents; one that is not among them pastes nothing.

    Returns:
        Their ids.
    """
    parts = _parts(links, documents_by_id)
    linked = {frozenset((link.first_id, link.second_id)) for link in links} if parts else set()
    return frozenset(whole for whole, found in parts.items() if _strangers(sorted(found), linked) >= LEAST_PARTS)


def _parts(links: Iterable[CopyLink], documents_by_id: Mapping[str, Document]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for link in links:
        one, other = documents_by_id.get(link.first_id), documents_by_id.get(link.second_id)
        if one is None or other is None or not any(item.kind in _WORDING and item.share >= PART_SHARE for item in link.evidence):
            continue
        short, long = sorted((one, other), key=lambda document: (len(document.text), document.id))
        if len(long.text) >= LONGER * len(short.text) and _later(long, short):
            found.setdefault(long.id, set()).add(short.id)
    return {whole: parts for whole, parts in found.items() if len(parts) >= LEAST_PARTS}


def _later(one: Document, other: Document) -> bool:
    """Say whether a document came out on a later day than another, as far as that is known."""
    mine, theirs = one.published.interval, other.published.interval
    return bool(mine and theirs and mine.first and theirs.last and mine.first > theirs.last)


def _strangers(parts: Sequence[str], linked: set[frozenset[str]]) -> int:
    """Count parts of which none has anything in common with one counted before; enough is enough."""
    counted: list[str] = []
    for part in parts:
        if all(frozenset((part, other)) not in linked for other in counted):
            counted.append(part)
        if len(counted) == LEAST_PARTS:
            break
    return len(counted)


def lineage_key(lineage: Lineage) -> str:
    """Return the key under which independence counts a lineage: its id, marked where it only pastes others together."""
    return f"{OF_NOBODY}{lineage.id}" if lineage.basis == (COMPILATION,) else lineage.id
