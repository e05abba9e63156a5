"""Brings a draft up to date without touching what people wrote in it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from corro.brief.draft import Block, Draft


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A draft brought up to date.

    Attributes:
        draft: The draft.
        renewed: What was composed anew because the record moved.
        added: What is new.
        gone: What the record no longer has, and nobody had edited: it was taken out.
        moved_underneath: What somebody had edited and the record moved under: it was left as it is.
    """

    draft: Draft
    renewed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    moved_underneath: tuple[str, ...] = ()


def refresh(draft: Draft, fresh: Draft) -> Refreshed:
    """Bring a draft up to date.

    Args:
        draft: The draft, as somebody may have edited it.
        fresh: The same brief, composed anew.

    Returns:
        The draft with each composed block as it is composed now, new ones in their places, and every block that somebody wrote or
        edited as it was, with what moved under it.
    """
    now = {block.key: block for block in fresh.blocks}
    kept = [block for block in draft.blocks if block.edited or not block.key or block.key in now]
    gone = [block.key for block in draft.blocks if block not in kept]
    moved = [block.key for block in kept if block.key and block.edited and _moved(block, now)]
    renewed = [block.key for block in kept if block.key in now and not block.edited and now[block.key].digest != block.digest]
    blocks = [now[block.key] if block.key in now and not block.edited else block for block in kept]
    added = [block for block in fresh.blocks if block.key not in draft.composed and block.key not in {one.key for one in blocks}]
    for block in added:
        blocks.insert(_place(block, blocks, fresh), block)
    notes = {**fresh.notes, **draft.notes}
    cited = dict.fromkeys(name for block in blocks for name in block.cited if name in notes)
    whole = replace(
        fresh,
        blocks=tuple(replace(block, number=0) for block in blocks),
        notes={name: notes[name] for name in cited},
        composed=tuple(dict.fromkeys([*draft.composed, *fresh.composed])),
    )
    return Refreshed(whole, tuple(renewed), tuple(block.key for block in added), tuple(gone), tuple(moved))


def _moved(block: Block, now: dict[str, Block]) -> bool:
    fresh = now.get(block.key)
    return fresh is None or fresh.digest != block.digest


def _place(block: Block, blocks: Iterable[Block], fresh: Draft) -> int:
    """Return where a new block belongs: behind the nearest one before it, in the order of composing, that the draft has."""
    order = [one.key for one in fresh.blocks]
    there = {one.key: at for at, one in enumerate(blocks)}
    before = [there[key] for key in order[: order.index(block.key)] if key in there]
    return before[-1] + 1 if before else 0
