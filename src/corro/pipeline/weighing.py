"""Weighs what is new against what it could belong with: links first, then lineages, groups, and what is composed from these."""

from collections.abc import Callable, Collection, Iterable, Sequence

from corro.model import CopyLink, EventLink
from corro.pipeline.composing import compose_groups
from corro.pipeline.grouping import group_claims
from corro.pipeline.library import Library
from corro.pipeline.options import Progress
from corro.ports import Keyed, Store
from corro.weigh import compare, echoes, lineages, link

BATCH_LINKED = 64
"""Documents compared in one transaction. Source: measured on 200 generated reports, 2026-11: from 8 to 256 all are level."""

BATCH_PLACED = 256
BATCH_COMPOSED = 512
"""Documents placed, and claims composed, in one transaction. Source: as above; claims from 64 to 4,096."""

BATCH_GROUPED = 8_192
"""Claims grouped in one transaction. Source: measured on 10,000 generated reports, 2026-11: 2.1 ms of grouping a report at 2,048,
1.2 ms at 8,192; what is next to a batch is grouped again with it, and a larger batch has less of that for its size."""

SHARED_COPY_KEYS = 1
"""Keys that two documents must share to be compared. Source: `sketch_keys` of weigh is measured for one."""

Tell = Callable[[Progress], None]


def keep_up(store: Store, library: Library, taken: Iterable[Keyed] = (), changed: Collection[str] = ()) -> None:
    """Compare documents, and group claims, as soon as a whole batch of them waits: while others analyse, this process has time.

    Args:
        store: The record.
        library: Documents and claims at hand.
        taken: What was just taken in.
        changed: Documents of the record of which something else is known now.
    """
    library.forget(changed)
    library.keep(one.analysis for one in taken if one.analysis.document.id not in changed)
    while len(ids := store.weighing.unlinked(BATCH_LINKED)) == BATCH_LINKED:
        with store.transaction():
            link_documents(store, library, ids)
    _group_whole_batches(store, library)


def _group_whole_batches(store: Store, library: Library) -> None:
    """Group claims as soon as a whole batch waits: of later documents nothing is linked yet, so that few neighbours change."""
    while len(ids := store.composition.ungrouped(BATCH_GROUPED)) == BATCH_GROUPED:
        with store.transaction():
            group_claims(store, library, ids)


def weigh(store: Store, tell: Tell, library: Library | None = None) -> None:
    """Bring all that is computed up to date; what an earlier build left undone too.

    Each step goes through what is marked as waiting, a batch a transaction, and takes the mark away in the same transaction: a
    build that is killed anywhere goes on from there.

    Args:
        store: The record.
        tell: Called after each batch.
        library: Documents and claims at hand, if there are any.
    """
    library = library or Library(store.questions)
    waiting = store.weighing.waiting().documents
    done = 0
    while ids := store.weighing.unlinked(BATCH_LINKED):
        with store.transaction():
            link_documents(store, library, ids)
        done += len(ids)
        tell(Progress("compared", done, waiting))
        _group_whole_batches(store, library)
    _place(store, library, tell)
    _group(store, library, tell)
    _compose(store, library, tell)


def link_documents(store: Store, library: Library, document_ids: Sequence[str]) -> None:
    """Compare documents that are new with each other and with those that could be copies, and their claims likewise."""
    copies = list(_copy_links(library, store.weighing.copy_candidates(document_ids, SHARED_COPY_KEYS)))
    repeats = {(link.first_id, link.second_id): link for link in _repeats(library, copies)}
    claims = [pair for pair in store.weighing.claim_candidates(document_ids) if pair not in repeats]
    store.weighing.add_links(copies, [*repeats.values(), *_event_links(library, claims)])
    store.weighing.mark_linked(document_ids)


def _repeats(library: Library, copies: Iterable[CopyLink]) -> Iterable[EventLink]:
    """Pair the claims that copies repeat."""
    pairs = [(link.first_id, link.second_id) for link in copies if link.same_origin]
    names = sorted({name for pair in pairs for name in pair})
    documents, claims = library.documents.take(names), library.claims_in.take(names)
    for first, second in pairs:
        yield from echoes(documents[first], claims.get(first, ()), documents[second], claims.get(second, ()))


def _copy_links(library: Library, pairs: Sequence[tuple[str, str]]) -> Iterable[CopyLink]:
    for part in _parts(pairs):
        names = {name for pair in part for name in pair}
        documents, sketches = library.documents.take(names), library.sketches.take(names)
        for first, second in part:
            verdict = compare(documents[first], sketches[first], documents[second], sketches[second])
            if verdict is not None:
                yield verdict


def _event_links(library: Library, pairs: Sequence[tuple[str, str]]) -> Iterable[EventLink]:
    for part in _parts(pairs):
        claims = library.claims.take(name for pair in part for name in pair)
        for first, second in part:
            if first in claims and second in claims:
                verdict = link(claims[first], claims[second])
                if verdict is not None:
                    yield verdict


def _parts(pairs: Sequence[tuple[str, str]], size: int = 10_000) -> Iterable[Sequence[tuple[str, str]]]:
    """Cut a long list, so that what it names fits on the shelves."""
    return (pairs[start : start + size] for start in range(0, len(pairs), size))


def _place(store: Store, library: Library, tell: Tell) -> None:
    """Compute the lineages of documents whose copies changed."""
    waiting = store.weighing.waiting().lineages
    while ids := store.weighing.unplaced(BATCH_PLACED):
        with store.transaction():
            members, links = store.weighing.copy_component(ids)
            decisions = store.questions.decisions(members)
            documents = library.documents.take(members)
            store.weighing.replace_lineages(members, lineages(members, links, decisions, documents))
        left = store.weighing.waiting().lineages
        tell(Progress("placed", waiting - left, waiting))


def _group(store: Store, library: Library, tell: Tell) -> None:
    """Group the claims whose links or decisions changed."""
    waiting = store.weighing.waiting().ungrouped
    while ids := store.composition.ungrouped(BATCH_GROUPED):
        with store.transaction():
            group_claims(store, library, ids)
        left = store.weighing.waiting().ungrouped
        tell(Progress("grouped", waiting - left, waiting))


def _compose(store: Store, library: Library, tell: Tell) -> None:
    """Compose the groups whose claims, lineages or decisions changed."""
    waiting = store.weighing.waiting().claims
    while ids := store.composition.uncomposed(BATCH_COMPOSED):
        with store.transaction():
            compose_groups(store, library, ids)
        left = store.weighing.waiting().claims
        tell(Progress("composed", waiting - left, waiting))
