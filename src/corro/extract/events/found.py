"""A trigger met in a text, before anybody asks how it is told."""

from dataclasses import dataclass

from corro.extract.events.arguments import Arguments
from corro.extract.events.grammar import Grammar
from corro.values import Span
from corro.vocab.event_types import Trigger


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger met in a text.

    Attributes:
        trigger: Which.
        index: The token that governs its words.
        words: All its tokens, in order.
        arguments: What stands around it.
        weight: How many words and conditions it meets.
    """

    trigger: Trigger
    index: int
    words: tuple[int, ...]
    arguments: Arguments
    weight: int

    @property
    def code(self) -> str:
        """The code of its event type."""
        return self.trigger.code

    def span(self, grammar: Grammar) -> Span:
        """Return the characters of its words where they stand together, else of the governing word."""
        first, last = self.words[0], self.words[-1]
        together = last - first < len(self.words) + 1
        return grammar.span([first, last]) if together else grammar.span([self.index])
