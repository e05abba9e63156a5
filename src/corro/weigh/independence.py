"""How many lineages behind a value are independent of each other, and what they amount to (law 2)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corro.model import Claim, Document, Support
from corro.ports import Independence
from corro.values import fold
from corro.vocab import Source, source_named, sources, sources_by
from corro.weigh.copies.compiling import OF_NOBODY
from corro.weigh.grouping import Groups

_NOBODY = frozenset(map(fold, (
    "unknown", "unknown source", "unknown outlet", "unknown author", "source unknown", "not known", "not given", "unnamed",
    "anonymous", "none", "n a", "na", "null", "inconnu", "inconnue", "source inconnue", "média inconnu", "auteur inconnu",
    "anonyme", "aucun", "aucune", "non précisé", "non renseigné",
)))  # fmt: skip
"""What stands in a field for an outlet when nobody knows it. Source: own list, 2026-11."""

_OWN_MASTERS = frozenset({"organ", "organisation", "company"})
"""Kinds of source of which nobody asks who owns them: they speak for themselves. Source: list `source_kinds` of vocab."""

_ARTICLES = frozenset({"the", "le", "la", "les", "l"})
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*?)(?:\.(?:com?|org|net|gov|ac))?\.[a-z]{2,}(?:/\S*)?")
"""A name that is an address: what stands before its top-level domain is the name. Source: RFC 1034, section 3.1."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a value beside its lineages.

    Attributes:
        contested: Whether a rival value of the same role is in dispute with it.
        superseded: Whether a later state of the same value has been reported.
        retracted: Whether whoever put it forward has taken it back.
    """

    contested: bool = False
    superseded: bool = False
    retracted: bool = False


def independence(lineage_of: Mapping[str, str], documents_by_id: Mapping[str, Document]) -> Independence:
    """Make the function that counts independent lineages.

    Two claims depend on each other where their documents are one lineage, where the words go back to one originator (the
    speaker quoted, else the agency credited, else the outlet, in whatever spelling), where their outlets have one owner, or where
    the table of sources has both in one country and the owner of neither (decision 4). What depends on
    something that depends counts as one: a set of claims is as independent as it has parts that nothing joins. A lineage of
    which nobody can tell who put one of its claims forward, or that only pastes others together, adds nothing to the others.
    So a further document of a known lineage can only join what stood apart (law 2).

    Args:
        lineage_of: Lineage id by document id.
        documents_by_id: The documents; they tell outlet and credits.

    Returns:
        A function from claims to the number of independent lineages behind them.
    """
    known: dict[str, frozenset[str]] = {}

    def origins_of(claim: Claim) -> frozenset[str]:
        if claim.id not in known:
            known[claim.id] = originators(claim, documents_by_id.get(claim.document_id))
        return known[claim.id]

    def count(claims: Sequence[Claim]) -> int:
        groups = Groups()
        seen: set[str] = set()
        unknown: set[str] = set()
        for claim in claims:
            lineage = lineage_of.get(claim.document_id, claim.document_id)
            node = f"lineage:{lineage}"
            origins = frozenset() if lineage.startswith(OF_NOBODY) else origins_of(claim)
            for origin in sorted(origins):
                groups.join(node, origin)
            seen.add(node)
            unknown |= set() if origins else {node}
        return len({groups.root(node) for node in seen - unknown}) or min(1, len(claims))

    return count


def originators(claim: Claim, document: Document | None) -> frozenset[str]:
    """Return who a claim goes back to: its first holder, and the owner of that one where it is known.

    Args:
        claim: The claim.
        document: Its document, or None where it is not at hand.

    Returns:
        Keys that are equal for one originator; empty where nobody can tell.
    """
    return frozenset(key for name in _names(claim, document) for key in _keys(name))


def source_keys(claim: Claim, document: Document | None) -> tuple[str, ...]:
    """Return the keys of whom a claim goes back to, as `source_key` gives them, sorted; empty where nobody can tell."""
    keys = {source_key(name) for name in _names(claim, document)}
    return tuple(sorted(keys - {""}))


def source_key(name: str) -> str:
    """Return one key for all spellings of a source's name: its id in the table of sources, else the bare letters of the name."""
    source = _source(name)
    return source.id if source else _known_as(name)


def _names(claim: Claim, document: Document | None) -> list[str]:
    return _first_holders(claim) or _narrators(document)


def _first_holders(claim: Claim) -> list[str]:
    """Return the first holder, with all agencies where several are credited beside each other."""
    if not claim.holders:
        return []
    first = claim.holders[0]
    if first.role != "agency":
        return [first.actor_id or first.name] if first.name or first.actor_id else []
    return [holder.actor_id or holder.name for holder in claim.holders if holder.role == "agency"]


def _narrators(document: Document | None) -> list[str]:
    if document is None:
        return []
    return [credit.text for credit in document.credits] or ([document.outlet.text] if document.outlet.text else [])


def _keys(name: str) -> tuple[str, ...]:
    """Return the keys of one originator: who it is, and who owns it.

    What owns another is no independent source beside it. Two rows of the table of one country of which nobody knows the owner could
    have one owner, and count as not independent.
    """
    source = _source(name)
    if source is None:
        known_as = _known_as(name)
        return (f"origin:{known_as}",) if known_as else ()
    return (f"origin:{source.id}", f"owner:{source.id}", *_owner(source))


def _owner(source: Source) -> list[str]:
    if source.owner:
        return [f"owner:{source.owner}"]
    return [] if source.kind in _OWN_MASTERS else [f"owner unknown:{source.country}"]


def _source(name: str) -> Source | None:
    """Return the row of the table that a holder's id, a credit or an outlet names."""
    return sources().get(name) or source_named(name) or sources_by(_known_as).get(_known_as(name))


@lru_cache(maxsize=65536)
def _known_as(name: str) -> str:
    """Return one form for all spellings of a name: no article, no address, no spaces; empty for one that names nobody."""
    words = _words(name)
    return "" if " ".join(words) in _NOBODY else "".join(words)


def _words(name: str) -> list[str]:
    address = _ADDRESS.fullmatch(name.strip().lower())
    words = re.findall(r"\w+", fold(address.group(1) if address else name))
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def support(claims: Sequence[Claim], count: Callable[[Sequence[Claim]], int], standing: Standing = Standing()) -> Support:
    """Say what the lineages behind a value amount to.

    Args:
        claims: The claims that put the value forward.
        count: The function that `independence` made.
        standing: Whether the value is contested, superseded or retracted.

    Returns:
        RETRACTED and SUPERSEDED before CONTESTED; else CORROBORATED from two independent lineages on, MULTIPLE_DEPENDENT for
        several documents of one origin, SINGLE_SOURCE for one document.

    Source: docs/codebook.md, lists, support; R38.
    """
    if standing.retracted:
        return Support.RETRACTED
    if standing.superseded:
        return Support.SUPERSEDED
    if standing.contested:
        return Support.CONTESTED
    if count(claims) >= 2:
        return Support.CORROBORATED
    several = len({claim.document_id for claim in claims}) > 1
    return Support.MULTIPLE_DEPENDENT if several else Support.SINGLE_SOURCE
