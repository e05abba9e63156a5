"""Whether the source of what a person accepted has changed since: then it comes back, and nothing of it is overwritten."""

from collections.abc import Iterable, Mapping, Sequence

from corro.model import Claim, Decision, Document


def latest_of(versions: Iterable[Document]) -> Document | None:
    """Return the newest of a document's versions, which come by capture, publication and id."""
    return next(reversed(list(versions)), None)


def changed_source(decision: Decision, claims: Iterable[Claim], versions: Mapping[str, Sequence[Document]]) -> str:
    """Say why something that was judged has to be looked at again.

    Args:
        decision: The judgement; `seen` names the versions that were there when it was given.
        claims: The claims that it is on.
        versions: By id of a claim's document, all versions of that document, oldest first.

    Returns:
        The reason; empty where no source changed: a newer version that has the very words says nothing new.
    """
    reasons = [_changed(decision, claim, versions.get(claim.document_id, ())) for claim in sorted(claims, key=lambda one: one.id)]
    return next((reason for reason in reasons if reason), "")


def _changed(decision: Decision, claim: Claim, versions: Sequence[Document]) -> str:
    own = next((one for one in versions if one.id == claim.document_id), None)
    newest = latest_of(versions)
    if own is None or newest is None or newest.id == own.id or newest.id in decision.seen:
        return ""
    words = _flat(claim.passage.of(own.text))
    if words in _flat(newest.text):
        return ""
    return f"its source changed: {newest.label} is a newer version of {own.label}, and no longer has these words"


def _flat(text: str) -> str:
    return " ".join(text.split())
