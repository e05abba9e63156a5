"""A claim in the making: what one trigger says, before mentions of one event are linked and what follows from them is added."""

from dataclasses import dataclass, field

from corro.extract.events.found import Found
from corro.extract.events.modality import Judgement
from corro.model import Slot, Statement
from corro.values import Span


@dataclass(slots=True)
class Draft:
    """One mention of an event.

    Attributes:
        found: Its trigger with arguments.
        trigger: The trigger's characters.
        slots: Its values so far.
        judgement: How it is told.
        statement: The innermost statement that holds it, or None.
        segment: Kind of segment.
        refers_to: The mention that it refers back to, for `this measure`; else None.
        rule: Id of the rule that found it.
        same_as: Trigger spans of other mentions of the same event.
    """

    found: Found
    trigger: Span
    slots: list[Slot]
    judgement: Judgement
    statement: Statement | None = None
    segment: str = "body"
    refers_to: "Draft | None" = None
    rule: str = "events.trigger"
    same_as: list[Span] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The code of its event type."""
        return self.found.code

    @property
    def index(self) -> int:
        """The token that governs it."""
        return self.found.index

    def slot(self, role: str) -> Slot | None:
        """Return the first value of a role, or None."""
        return next((slot for slot in self.slots if slot.role == role), None)

    def add(self, slot: Slot) -> None:
        """Add a value unless the same characters already fill the role."""
        if not any(known.role == slot.role and known.span == slot.span for known in self.slots):
            self.slots.append(slot)
