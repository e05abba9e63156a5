"""Which known person or body a name is, and whether a name is one of somebody who acts at all."""

from corro.extract.statements.naming import head_of
from corro.extract.statements.prepared import Prepared
from corro.model import ActorKind
from corro.values import Span, fold
from corro.vocab import actor_ids_by_name, actor_kind, find_names


def known_actor(prepared: Prepared, source: tuple[int, int], name: str | None) -> str | None:
    """Return the key of the known person or body that speaks: by the resolved name, else by the known name that heads the source.

    Args:
        prepared: The document.
        source: First token of the source and index past its last.
        name: The resolved name, or None where it stays open.

    Returns:
        The key; None where the name is not known, is that of several, or is only part of another ("the UN mission").
    """
    if name is None:
        return None
    by_name = actor_ids_by_name().get(fold(name), ())
    if by_name:
        return next(iter(by_name)) if len(by_name) == 1 else None
    head = prepared.grammar.tokens[head_of(prepared.grammar, source)]
    found = {mention.known_id for mention in prepared.grammar.names_over(Span(head.start, head.end)) if mention.known_id}
    return next(iter(found)) if len(found) == 1 else None


def is_actor(name: str, language: str) -> bool:
    """Say whether a name is that of a person or body: a known name, or one built on a noun for a sort of actor.

    Args:
        name: The name or description.
        language: `en` or `fr`.
    """
    return bool(find_names(name)) or actor_kind(name, language) is not ActorKind.UNKNOWN
