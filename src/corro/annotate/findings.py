"""The mentions found so far in one document: what is covered, and which capitalised words nothing explains yet."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field

from corro.annotate.parse import Parse
from corro.annotate.runs import Run
from corro.model import Document, Mention, MentionKind
from corro.values import Span


@dataclass(slots=True)
class Findings:
    """Mentions as they are collected; no two overlap.

    Attributes:
        document: The document.
        parses: Its pieces.
        by_start: What was found, by the offset of the first character.
        gaps: Capitalised words that no rule explains, with the index of their piece.
        acronyms: Full names by acronyms that the document itself explains.
    """

    document: Document
    parses: list[Parse]
    by_start: dict[int, Mention] = field(default_factory=dict)
    gaps: list[tuple[int, Run]] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    _owners: "array[int]" = field(default_factory=lambda: array("I"))
    """For each character 1 + the start of the mention that holds it, or 0."""

    def __post_init__(self) -> None:
        """Begin with nothing covered."""
        self._owners = array("I", bytes(4 * len(self.document.text)))

    @property
    def language(self) -> str:
        """The document's language code."""
        return self.document.language.value

    @property
    def mentions(self) -> list[Mention]:
        """The mentions, in order of the text."""
        return [self.by_start[start] for start in sorted(self.by_start)]

    def is_covered(self, start: int, end: int) -> bool:
        """Say whether a mention holds any of these characters."""
        return any(self._owners[start:end])

    def mention_at(self, offset: int) -> Mention | None:
        """Return the mention that holds a character, or None."""
        owner = self._owners[offset] if 0 <= offset < len(self._owners) else 0
        return self.by_start[owner - 1] if owner else None

    def kind_ending_at(self, offset: int) -> MentionKind | None:
        """Return the kind of the mention that ends right before an offset, or None."""
        mention = self.mention_at(offset - 1)
        return mention.kind if mention and mention.span.end == offset else None

    def covers(self, parse: Parse) -> Callable[[int, int], bool]:
        """Return a function that says whether characters of a piece, counted in the piece, are covered."""
        offset = parse.piece.start
        return lambda start, end: self.is_covered(offset + start, offset + end)

    def keep(self, mention: Mention) -> None:
        """Add a mention as it is, unless one is there already or it holds no characters."""
        start, end = mention.span.start, mention.span.end
        if end > start and not self.is_covered(start, end):
            self._owners[start:end] = array("I", [start + 1]) * (end - start)
            self.by_start[start] = mention

    def add(self, kind: MentionKind, span: Span, rule: str, known_id: str | None = None) -> None:
        """Add a mention, unless one is there already or there are no characters.

        Args:
            kind: What it names.
            span: Its characters in the document.
            rule: What proposed it.
            known_id: Key of the known name, or None.
        """
        self.keep(Mention(kind, span, span.of(self.document.text), known_id, rule))

    def add_over(self, kind: MentionKind, span: Span, rule: str, known_id: str | None = None) -> None:
        """Add a mention in place of those that lie wholly inside it; nothing changes where one reaches beyond.

        Args:
            kind: What it names.
            span: Its characters in the document.
            rule: What proposed it.
            known_id: Key of the known name, or None.
        """
        starts = {owner - 1 for owner in self._owners[span.start : span.end] if owner}
        if all(span.holds(self.by_start[start].span) for start in starts):
            for start in starts:
                gone = self.by_start.pop(start).span
                self._owners[gone.start : gone.end] = array("I", bytes(4 * len(gone)))
            self.add(kind, span, rule, known_id)

    def close_gaps(self) -> None:
        """Forget the gaps that a mention covers by now."""
        self.gaps = [(number, run) for number, run in self.gaps if not self.covers(self.parses[number])(run.start, run.end)]
