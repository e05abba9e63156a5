"""Law 4 for what people enter: acts in any order and batches give the same items and the same record."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from corro.model import Entered, EnteredKind, Item
from corro.pipeline.registers import keep_acts
from corro.registers.deadlines import deadlines_of
from corro.registers.state import items
from corro.store import SqliteStore

BEGIN = datetime(2023, 2, 1, tzinfo=UTC)
NAMES = ("AR-AAAAAAAA", "AR-BBBBBBBB")
VALUES = st.dictionaries(
    st.sampled_from(["outcome", "needed_by", "subject"]),
    st.sampled_from(["", "requested", "denied", "2023-02-08"]),
    max_size=2,
).map(lambda given: tuple(sorted((key, text) for key, text in given.items() if fits(key, text))))


def fits(column: str, text: str) -> bool:
    """Say whether a column of the test's world could hold that."""
    return not text or (text.startswith("2023") == (column == "needed_by"))


@st.composite
def histories(draw: st.DrawFn) -> list[Entered]:
    """Return acts on two items, some of which undo others."""
    acts: list[Entered] = []
    for minute in range(draw(st.integers(1, 8))):
        at = BEGIN + timedelta(minutes=draw(st.integers(0, minute)))
        kind = draw(st.sampled_from(list(EnteredKind)))
        undone = (draw(st.sampled_from([act.id for act in acts])),) if kind is EnteredKind.UNDONE and acts else ()
        values = draw(VALUES) if kind in (EnteredKind.OPENED, EnteredKind.CHANGED) else ()
        by = draw(st.sampled_from(["analyst", "reviewer"]))
        acts.append(Entered(draw(st.sampled_from(NAMES)), "access", kind, by, at, values, "", undone))
    return acts


def record_of(batches: Sequence[Sequence[Entered]]) -> tuple[tuple[Item, ...], str]:
    """Return the items and the digest of a record that got these batches."""
    store = SqliteStore.in_memory()
    for batch in batches:
        with store.transaction():
            keep_acts(store, batch)
    return items(store.questions.entered()), store.digest()


@given(histories(), st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_acts_in_any_order_give_the_same_record(acts: list[Entered], chance: object) -> None:
    """All at once, or one by one in another order with some twice: the same items, deadlines and digest."""
    shuffled = [*acts, *acts[:2]]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    once, piecemeal = record_of([acts]), record_of([[act] for act in shuffled])
    assert once == piecemeal
    assert [deadlines_of(item) for item in once[0]] == [deadlines_of(item) for item in piecemeal[0]]


@given(histories())
@settings(max_examples=100, deadline=None)
def test_undoing_the_last_act_restores_what_was_there(acts: list[Entered]) -> None:
    """Law 5 for entries: the items are those of the history without it."""
    last = max(acts, key=lambda act: (act.at, act.id))
    if last.kind is EnteredKind.UNDONE:
        return
    undoing = Entered(last.item, "access", EnteredKind.UNDONE, "analyst", last.at + timedelta(minutes=1), (), "", (last.id,))
    assert items([*acts, undoing]) == items([act for act in acts if act.id != last.id])
