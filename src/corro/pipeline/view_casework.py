"""What a record answers about registers as people keep them, about deadlines and figures, and about what waits for a person."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from corro.model import Decision, Entered, Item
from corro.model.answer import ALL
from corro.model.permission import Doing
from corro.model.user import User
from corro.ports import Questions, Store
from corro.registers.state import items

if TYPE_CHECKING:
    from corro.registers.deadlines import Deadline
    from corro.registers.lines import Cell, RegisterLine
    from corro.registers.reconciling import Reconciliation
    from corro.review import Proposal


class CaseworkAnswers:
    """The part of a view (`corro.pipeline.view.RecordView`) that answers about casework."""

    _store: Store
    _user: User

    @property
    def _ask(self) -> Questions:
        """What this user may ask; the view says."""
        raise NotImplementedError

    def items(self, register: str = "") -> tuple[Item, ...]:
        """Return what people entered into one register, or into all, by when it was opened."""
        return items(self._ask.entered(None, register))

    def item(self, name: str) -> Item:
        """Return the item whose id is, or begins with, this name.

        Raises:
            UnknownIdError: There is none, or more than one.
        """
        from corro.pipeline.registers import only_item

        return only_item(self.items(), name)

    def entered(self, item: str) -> tuple[Entered, ...]:
        """Return all acts on an item, oldest first, those that were undone too."""
        return self._ask.entered([item])

    def lines(self, register: str) -> "tuple[RegisterLine, ...]":
        """Return a register as it is read: the record's lines, what people entered about them, and what only they entered."""
        from corro.registers.lines import lines

        return lines(self._ask.entries(register, ALL).lines, self.items(register))

    def cells(self, item: Item, now: datetime) -> "tuple[Cell, ...]":
        """Return an item's columns that hold something, each with who entered it or how it was computed."""
        from corro.pipeline.access import require
        from corro.registers.lines import cells_of

        require(self._user, Doing.READ)
        return cells_of(item, now)

    def review(self, kinds: Iterable[str] = (), *, everything: bool = False) -> "tuple[Proposal, ...]":
        """Return what waits for a person (events, links, disputes, names, issues), in the order of what it would change."""
        from corro.pipeline.proposing import queue
        from corro.review import ProposalKind

        with self._store.transaction():
            return queue(self._ask, [ProposalKind(kind) for kind in kinds] or tuple(ProposalKind), everything=everything)

    def proposal(self, name: str) -> "Proposal":
        """Return the proposal of that id, short or long, settled or not.

        Raises:
            UnknownIdError: There is none.
        """
        from corro.pipeline.reviewing import proposal_named

        with self._store.transaction():
            return proposal_named(self._ask, name)

    def waiting_for_second(self) -> tuple[Decision, ...]:
        """Return the assessments that count as verified by one person until a second confirms them."""
        from corro.pipeline.seconding import waiting_for_second

        return waiting_for_second(self._ask)

    def seen(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the newest versions of these claims' reports, for a decision that is made on what is there now."""
        from corro.pipeline.reviewing import seen_of

        return seen_of(self._ask, claims)

    def figures(self, now: datetime) -> "tuple[Reconciliation, ...]":
        """Return the figures of obstruction that reports give, each beside the requests that are documented at this moment."""
        from corro.registers.reconciling import REGISTER, reconcile, reported_figures

        entries = self._ask.entries(REGISTER, ALL).lines
        claims = self._ask.claims_by_id([name for entry in entries for name in entry.claims])
        return reconcile(reported_figures(entries, claims), self.items(REGISTER), now)

    def deadlines(self, now: datetime | None = None) -> "tuple[Deadline, ...]":
        """Return what falls due, by when: of items that people entered, and of measures that reports tell.

        Args:
            now: Leave out what reports tell of and what had passed by then; people's own items stay until they are closed.
        """
        from corro.pipeline.deadlines import deadlines

        return deadlines(self._ask, now)
