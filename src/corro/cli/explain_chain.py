"""Draws how a value went from telling to telling, as a tree: who, where and when, in which words, and what was done to it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from corro.cli.underline import underlined
from corro.model import Claim, Document

if TYPE_CHECKING:
    from corro.weigh import Derivation, Step

_QUOTATION = "quotation"


def chains(derivations: "tuple[Derivation, ...]", documents: Mapping[str, Document], claims: Mapping[str, Claim]) -> Iterator[str]:
    """Yield the lines of all chains, with their heading; none where there is no chain.

    Args:
        derivations: The chains.
        documents: Documents by id.
        claims: Claims by id.
    """
    if derivations:
        yield "\nFROM TELLING TO TELLING"
    for chain in derivations:
        yield f"  {heading(chain)}"
        yield from _tree(chain, documents, claims)


def heading(chain: "Derivation") -> str:
    """Return what a chain is of: the role and the first value."""
    first = chain.steps[0]
    value = f"“{first.value}”" if chain.role == _QUOTATION else first.value
    return f"{chain.role.replace('_', ' ')}: {value}"


def _tree(chain: "Derivation", documents: Mapping[str, Document], claims: Mapping[str, Claim]) -> Iterator[str]:
    """Yield the steps, each under the one that it goes back to; a list of what waits keeps long chains off the stack."""
    below: dict[int | None, list[Step]] = {}
    for step in chain.steps:
        below.setdefault(step.from_number, []).append(step)
    waiting = [(step, "", step is below[None][0]) for step in below[None]]
    while waiting:
        step, indent, last = waiting.pop()
        followers = below.get(step.number, [])
        branch = "" if step.from_number is None else ("└─ " if last else "├─ ")
        inner = indent if step.from_number is None else indent + ("   " if last else "│  ")
        yield f"    {indent}{branch}{_who(step, documents, claims)}"
        margin = f"    {inner}{'│' if followers else ' '}    "
        yield from (f"{margin}{line}" for line in _words(step, documents[step.document_id]))
        waiting += [(follower, inner, at == 0) for at, follower in enumerate(reversed(followers))]


def _who(step: "Step", documents: Mapping[str, Document], claims: Mapping[str, Claim]) -> str:
    document, claim = documents[step.document_id], claims.get(step.claim_id)
    published = document.published.interval
    outlet = document.outlet.text or "outlet unknown"
    speaker = claim.holders[0].name if claim and claim.holders else ""
    said = f"{speaker} in {outlet}" if speaker and speaker != outlet else outlet
    done = ", ".join(change.replace("_", " ") for change in step.transformations)
    return f"{said}, {published.edtf if published else 'date unknown'} ({document.label}): {step.value} [{done}]"


def _words(step: "Step", document: Document) -> list[str]:
    return list(underlined(" ".join(step.words.of(document.text).split()), []))


def chain_object(chain: "Derivation", documents: Mapping[str, Document], claims: Mapping[str, Claim]) -> dict[str, object]:
    """Return a chain as a JSON object: its steps in order, each with the number of the one that it goes back to.

    Args:
        chain: The chain.
        documents: Documents by id.
        claims: Claims by id.
    """
    return {"role": chain.role, "figure": chain.figure, "steps": [_step_object(step, documents, claims) for step in chain.steps]}


def _step_object(step: "Step", documents: Mapping[str, Document], claims: Mapping[str, Claim]) -> dict[str, object]:
    document, claim = documents[step.document_id], claims.get(step.claim_id)
    published = document.published.interval
    return {
        "number": step.number,
        "from": step.from_number,
        "claim": step.claim_id,
        "document": document.label,
        "outlet": document.outlet.text,
        "published": published.edtf if published else None,
        "holders": [holder.name for holder in claim.holders] if claim else [],
        "value": step.value,
        "transformations": list(step.transformations),
        "start": step.words.start,
        "end": step.words.end,
        "words": step.words.of(document.text),
    }
