"""The post by which a text names somebody: in the label itself, or beside the name."""

import re
from functools import lru_cache

from corro.model import ActorValue, Document
from corro.values import Span
from corro.vocab import actor
from corro.weigh.identity import is_generic, is_person, is_post, name_words, words_of

_AFTER = re.compile(
    r"^\s*,\s*(?:the |le |la |l['’]|who (?:heads|directs|runs|leads) |qui dirige )?([^,.;:!?()]{3,90})", re.IGNORECASE
)
_MARKS = re.compile(r"[,.;:!?()]")
_DIRECTS = re.compile(r"^\s*,\s*(?:who (?:heads|directs|runs|leads)|qui dirige)\b", re.IGNORECASE)


def capacity(value: ActorValue, document: Document | None, span: Span) -> frozenset[str]:
    """Return the folded words of the post by which somebody is named.

    Args:
        value: The actor as labelled.
        document: The text, or None where it is not at hand.
        span: The label's characters.

    Returns:
        The post's words: those of the label, of the apposition after or before it, or of the person's known posts; empty where
        nothing names a post.
    """
    words = words_of(value.label)
    if is_post(words):
        return words
    return _beside(document, span) or _known(value)


def _beside(document: Document | None, span: Span) -> frozenset[str]:
    if document is None:
        return frozenset()
    after = _AFTER.match(document.text[span.end : span.end + 120])
    if after and (is_post(words_of(after.group(1))) or _DIRECTS.match(after.group())):
        return words_of(after.group(1)) | ({"head"} if _DIRECTS.match(after.group()) else set())
    before = document.text[max(0, span.start - 90) : span.start].rstrip().removesuffix(",")
    words = words_of(_MARKS.split(before)[-1])
    return words if is_post(words) else frozenset()


@lru_cache(maxsize=4096)
def _known(value: ActorValue) -> frozenset[str]:
    known = actor(value.actor_id) if value.actor_id else None
    if known is None or not is_person(value) or len(known.posts) != 1:
        return frozenset()
    return words_of(known.posts[0].title)


def class_only(value: ActorValue) -> bool:
    """Say whether a label names somebody by class alone ("a senior official")."""
    return is_generic(name_words(value))
