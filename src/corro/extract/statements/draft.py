"""A statement while it is being put together: where content, cue and source stand, before anybody knows who the source is."""

from dataclasses import dataclass

from corro.model import SpeechAct
from corro.values import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule finds.

    Attributes:
        content: What was said.
        rule: Id of the rule.
        anchor: Token that the cue turns on.
        cue: Characters of the cue, or None where only marks attribute it.
        source: First token of who said it and the index past its last, or None where nobody is named.
        act: What the cue says was done.
        quoted: Whether the rule took the content from quotation marks or a turn.
        sourceless: Whether the words themselves say that no source is named ("it is believed").
    """

    content: tuple[Span, ...]
    rule: str
    anchor: int
    cue: Span | None = None
    source: tuple[int, int] | None = None
    act: SpeechAct = SpeechAct.ASSERTS
    quoted: bool = False
    sourceless: bool = False

    def says(self, offset: int) -> bool:
        """Say whether a character belongs to the content."""
        return any(span.start <= offset < span.end for span in self.content)

    def names(self, token: int) -> bool:
        """Say whether a token belongs to the words that name the source."""
        return self.source is not None and self.source[0] <= token < self.source[1]

    @property
    def worded(self) -> bool:
        """Whether it turns on a word of its own; a turn, a signed quotation and one that stands alone do not."""
        return self.rule not in ("turn", "direct.alone", "direct.signed")

    @property
    def span(self) -> Span:
        """The shortest span that holds the content."""
        return Span(min(span.start for span in self.content), max(span.end for span in self.content))
