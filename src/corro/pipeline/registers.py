"""What people enter into registers: `enter`, `change`, `close`, `reopen` and `undo`, each an act that is only ever added."""

import getpass
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from corro.errors import BadOptionError, UnknownIdError
from corro.model import LOCAL, CustodyAct, CustodyKind, Entered, EnteredKind, Item, User
from corro.model.permission import Doing
from corro.pipeline.access import require
from corro.pipeline.clock import SystemClock
from corro.pipeline.opening import RecordPlace, open_to_write
from corro.ports import Clock, Store
from corro.registers.handling import COLUMN
from corro.registers.life import check_change, check_opening, with_status
from corro.registers.reading import read_values
from corro.registers.state import items
from corro.settings import DEFAULT_RECORD
from corro.values import random_code
from corro.vocab.forms import Form, forms


@dataclass(frozen=True, slots=True)
class Entry:
    """How something is entered.

    Attributes:
        by: Who enters it; the machine's user where left out.
        reason: Why.
        rests_on: Ids of claims or of items that it rests on.
        clock: Tells when.
        user: Whose rights are asked; whoever signed in is the author, whatever `by` says.
    """

    by: str = ""
    reason: str = ""
    rests_on: tuple[str, ...] = ()
    clock: Clock = field(default_factory=SystemClock)
    user: User = LOCAL

    @property
    def author(self) -> str:
        """Who enters it."""
        return self.user.name if self.user.named else self.by or getpass.getuser()


TICK = timedelta(microseconds=1)
"""The least by which one act is later than another. Source: what `datetime` tells apart."""

PLAIN = Entry()
"""Entered by the machine's user, now, on their own knowledge."""


def enter(register: str, values: Mapping[str, str], record: RecordPlace = DEFAULT_RECORD, entry: Entry = PLAIN) -> Item:
    """Open an item of a register.

    Args:
        register: `access`, `measures`, `meetings`, `briefers`, `violations`, `acts`, `involvements`, `investigations`, `mission`
            or `reprisals`.
        values: Text by column, in English or French.
        record: The record's file, or a restricted case.
        entry: By whom, why, and on what it rests.

    Returns:
        The item, with its random id.

    Raises:
        BadOptionError: There is no such register.
        BadValueError: A column is unknown, missing, or cannot hold that.
        RecordLockedError: Another process is writing to the record.
    """
    with _written(record) as store:
        return enter_in(store, register, values, _signed(entry, record))


def change(item: str, values: Mapping[str, str], record: RecordPlace = DEFAULT_RECORD, entry: Entry = PLAIN) -> Item:
    """Change columns of an item; what it held before stays in its history.

    Args:
        item: Its id, or the beginning of it.
        values: Text by column; an empty text empties the column.
        record: The record's file, or a restricted case.
        entry: By whom and why.

    Returns:
        The item as it is now.

    Raises:
        UnknownIdError: There is no such item.
        BadValueError: A column is unknown or cannot hold that, or a status does not follow.
        BadOptionError: The item is closed.
    """
    with _written(record) as store:
        return change_in(store, item, values, _signed(entry, record))


def close(item: str, record: RecordPlace = DEFAULT_RECORD, entry: Entry = PLAIN) -> Item:
    """Close an item: nothing of it falls due any more; it stays in its register.

    Raises:
        UnknownIdError: There is no such item.
        BadOptionError: It is closed already.
    """
    with _written(record) as store:
        return end_in(store, item, EnteredKind.CLOSED, _signed(entry, record))


def reopen(item: str, record: RecordPlace = DEFAULT_RECORD, entry: Entry = PLAIN) -> Item:
    """Open a closed item again.

    Raises:
        UnknownIdError: There is no such item.
        BadOptionError: It is open.
    """
    with _written(record) as store:
        return end_in(store, item, EnteredKind.REOPENED, _signed(entry, record))


def undo(act: str, record: RecordPlace = DEFAULT_RECORD, entry: Entry = PLAIN) -> Item | None:
    """Undo an act: the item is what it was without it.

    Args:
        act: The act's id, or the beginning of it.
        record: The record's file, or a restricted case.
        entry: By whom and why.

    Returns:
        The item as it is now; None where its opening was undone.

    Raises:
        UnknownIdError: There is no such act, or several begin so.
    """
    with _written(record) as store:
        return undo_in(store, act, _signed(entry, record))


@contextmanager
def _written(record: RecordPlace) -> Iterator[Store]:
    store = open_to_write(record)
    try:
        yield store
    finally:
        store.close()


def _signed(entry: Entry, record: RecordPlace) -> Entry:
    """Return an entry as whoever opened a restricted case makes it."""
    return entry if isinstance(record, str | Path) else replace(entry, user=record.user)


def form_named(register: str) -> Form:
    """Return the form of a register.

    Raises:
        BadOptionError: There is none of that name.
    """
    if register not in forms():
        raise BadOptionError(f"There is no register {register!r}. There are {', '.join(forms())}.", register=register)
    return forms()[register]


def enter_in(store: Store, register: str, values: Mapping[str, str], entry: Entry = PLAIN) -> Item:
    """Open an item in an open record; see `enter`."""
    require(entry.user, Doing.ENTER)
    form = form_named(register)
    read = with_status(form, read_values(form, values))
    check_opening(form, read)
    with store.transaction():
        _check_links(store, form, read)
        name = _free_code(store, form.prefix)
        _keep(store, _act(Entered(name, register, EnteredKind.OPENED, entry.author, entry.clock.now(), _sorted(read)), entry))
        return item_in(store, name)


def change_in(store: Store, name: str, values: Mapping[str, str], entry: Entry = PLAIN) -> Item:
    """Change an item in an open record; see `change`."""
    require(entry.user, Doing.ENTER)
    with store.transaction():
        item = item_in(store, name)
        form = form_named(item.register)
        if item.closed:
            raise BadOptionError(f"{item.id} is closed. Open it again first: corro close {item.id} --reopen", item=item.id)
        read = {column: text for column, text in read_values(form, values).items() if text != item.text(column) or column == COLUMN}
        check_change(form, item, read)
        _check_links(store, form, read)
        if read or entry.rests_on:
            now = _after(item, entry.clock)
            _keep(store, _act(Entered(item.id, item.register, EnteredKind.CHANGED, entry.author, now, _sorted(read)), entry))
        return item_in(store, item.id)


def end_in(store: Store, name: str, kind: EnteredKind, entry: Entry = PLAIN) -> Item:
    """Close an item in an open record, or open it again; see `close` and `reopen`."""
    require(entry.user, Doing.ENTER)
    with store.transaction():
        item = item_in(store, name)
        if item.closed is (kind is EnteredKind.CLOSED):
            raise BadOptionError(f"{item.id} is {'closed' if item.closed else 'open'} already.", item=item.id)
        _keep(store, _act(Entered(item.id, item.register, kind, entry.author, _after(item, entry.clock)), entry))
        return item_in(store, item.id)


def undo_in(store: Store, name: str, entry: Entry = PLAIN) -> Item | None:
    """Undo an act in an open record; see `undo`."""
    require(entry.user, Doing.ENTER)
    with store.transaction():
        found = [act for act in store.questions.entered() if act.id.startswith(name)]
        if len(found) != 1:
            known = "There is no act" if not found else "More than one act has an id"
            raise UnknownIdError(f"{known} that begins with {name}. `corro show item ITEM` lists the acts of an item.", id=name)
        (act,) = found
        last = max(one.at for one in store.questions.entered([act.item]))
        now = max(entry.clock.now(), last + TICK)
        _keep(store, Entered(act.item, act.register, EnteredKind.UNDONE, entry.author, now, (), entry.reason, (act.id,)))
        left = items(store.questions.entered([act.item]))
        return left[0] if left else None


def item_in(store: Store, name: str) -> Item:
    """Return the one item whose id is, or begins with, this name.

    Raises:
        UnknownIdError: There is none, or more than one.
    """
    own = items(store.questions.entered([name.upper()]))
    return only_item(own or items(store.questions.entered()), name)


def only_item(known: Iterable[Item], name: str) -> Item:
    """Return the one of these items whose id is, or begins with, this name.

    Raises:
        UnknownIdError: There is none, or more than one.
    """
    wanted = name.upper()
    found = [item for item in known if item.id.startswith(wanted)]
    exact = [item for item in found if item.id == wanted]
    if len(exact or found) != 1:
        several = f"{name} may be {', '.join(item.id for item in found)}." if found else f"There is no item {name}."
        raise UnknownIdError(f"{several} `corro show registers` lists the items.", id=name)
    return (exact or found)[0]


def _act(act: Entered, entry: Entry) -> Entered:
    return replace(act, reason=entry.reason, rests_on=tuple(sorted(set(entry.rests_on))))


def _sorted(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(values.items()))


def _after(item: Item, clock: Clock) -> datetime:
    """Return the present moment, or one after the item's last where the clock was set back: what is entered later counts later."""
    return max(clock.now(), item.changed + TICK)


def _keep(store: Store, act: Entered) -> None:
    keep_acts(store, [act])


def keep_acts(store: Store, acts: Sequence[Entered]) -> None:
    """Keep acts in an open record, each with its entry in the custody log; one that is known already changes nothing."""
    known = {act.id for act in store.questions.entered(sorted({act.item for act in acts}))}
    new = [act for act in acts if act.id not in known]
    store.intake.add_entered(new)
    store.custody.log([CustodyAct(CustodyKind.ENTERED, act.id, act.by, act.at, act.kind.value) for act in new])


def _free_code(store: Store, prefix: str) -> str:
    name = random_code(prefix)
    while store.questions.entered([name]):
        name = random_code(prefix)
    return name


def _check_links(store: Store, form: Form, values: Mapping[str, str]) -> None:
    """Refuse a link to an item that the record does not have; a code of the vault resolves elsewhere, or to nothing."""
    named = [values[column.key] for column in form.columns if column.register and values.get(column.key, "none") != "none"]
    known = {item.id for item in items(store.questions.entered(named))} if named else set()
    lacking = sorted(set(named) - known)
    if lacking:
        raise UnknownIdError(f"There is no item {', '.join(lacking)}. `corro show registers` lists the items.", ids=lacking)
