"""Shows other events that reports tie to an event: what came before, what answered it, what looked into it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corro.cli.underline import underlined

if TYPE_CHECKING:
    from corro.pipeline.chain import Chained
    from corro.pipeline.explain import Explanation


def linked_events(explanation: "Explanation", most: int | None) -> Iterator[str]:
    """Yield the lines of the chain that an event stands in, with their heading; none where no report ties it to another.

    Args:
        explanation: What to show.
        most: Passages a line at the most; None for all.
    """
    if explanation.chain:
        yield "\nCHAIN"
    for chained in explanation.chain:
        yield from _linked(chained, explanation, most)


def _linked(chained: "Chained", explanation: "Explanation", most: int | None) -> Iterator[str]:
    from corro.pipeline.chain import phrase

    yield f"  {phrase(chained)} {chained.slug}  {chained.title}"
    for words in chained.words[:most]:
        yield f"    {explanation.documents[words.document_id].label}:"
        yield from (f"      {line}" for line in underlined(words.sentence, [words.underline]))
    left = len(chained.words[len(chained.words[:most]) :])
    if left:
        yield f"      … and {left} more (--all)"


def linked_object(chained: "Chained", explanation: "Explanation") -> dict[str, object]:
    """Return another event that an event is tied to as a JSON object.

    Args:
        chained: The other event.
        explanation: The event, with its documents.
    """
    return {
        "kind": chained.kind.value,
        "outward": chained.outward,
        "event": chained.event_id,
        "slug": chained.slug,
        "title": chained.title,
        "said": [
            {
                "document": explanation.documents[words.document_id].label,
                "start": words.span.start,
                "end": words.span.end,
                "words": words.words,
                "claim": link.claim_id,
                "of_claim": link.of_claim_id,
                "rule": link.rule,
            }
            for link, words in zip(chained.links, chained.words, strict=True)
        ],
    }
