"""Documents and claims at hand while a record is weighed, the least lately used given back first."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from corro.model import Analysis, Claim, Document
from corro.ports import Questions
from corro.weigh import ClaimInContext, Sketch, in_context, sketch

Thing = TypeVar("Thing")

SHELF_DOCUMENTS = 2_000
SHELF_CLAIMS = 10_000
SHELF_CLAIM_LISTS = 1_000
"""What is kept at hand: some 120 MB. Source: measured on 200 generated reports of 350 words, 2026-11: 30 kB a document with its
sketch, 6 kB a claim in its context."""


class Shelf(Generic[Thing]):
    """Things by id, fetched many at a time, of which the latest used are kept."""

    def __init__(self, fetch: Callable[[Sequence[str]], Mapping[str, Thing]], room: int) -> None:
        """Keep `room` things of those that `fetch` gives."""
        self._fetch = fetch
        self._room = room
        self._kept: OrderedDict[str, Thing] = OrderedDict()

    def forget(self, ids: Iterable[str]) -> None:
        """Fetch these things anew when they are wanted next."""
        for name in ids:
            self._kept.pop(name, None)

    def keep(self, things: Mapping[str, Thing]) -> None:
        """Keep things, by id, as the latest used."""
        for name, thing in things.items():
            self._kept[name] = thing
            self._kept.move_to_end(name)
        while len(self._kept) > self._room:
            self._kept.popitem(last=False)

    def take(self, ids: Iterable[str]) -> dict[str, Thing]:
        """Return the things with these ids; ids that nothing has are left out."""
        wanted = sorted(set(ids))
        missing = [name for name in wanted if name not in self._kept]
        fetched = dict(self._fetch(missing)) if missing else {}
        taken = {
            name: fetched[name] if name in fetched else self._kept[name] for name in wanted if name in self._kept or name in fetched
        }
        self.keep(taken)
        return taken


class Library:
    """What weighing reads of a record."""

    def __init__(self, questions: Questions) -> None:
        """Read from a record's answers."""
        self._questions = questions
        self.documents: Shelf[Document] = Shelf(questions.documents_by_id, SHELF_DOCUMENTS)
        self.sketches: Shelf[Sketch] = Shelf(self._sketched, SHELF_DOCUMENTS)
        self.claims: Shelf[ClaimInContext] = Shelf(self._in_context, SHELF_CLAIMS)
        self.claims_by_id: Shelf[Claim] = Shelf(questions.claims_by_id, SHELF_CLAIMS)
        self.claims_in: Shelf[Sequence[Claim]] = Shelf(questions.claims_in, SHELF_CLAIM_LISTS)

    def forget(self, document_ids: Collection[str]) -> None:
        """Read these documents, and the claims of all, anew: what is known of them changed."""
        if document_ids:
            self.documents.forget(document_ids)
            self.sketches.forget(document_ids)
            self.claims_in.forget(document_ids)
            self.claims_by_id = Shelf(self._questions.claims_by_id, SHELF_CLAIMS)
            self.claims = Shelf(self._in_context, SHELF_CLAIMS)

    def keep(self, analyses: Iterable[Analysis]) -> None:
        """Keep documents at hand that were just taken in, with their claims: they are compared before long."""
        for analysis in analyses:
            claims = {claim.id: claim for claim in reversed(analysis.claims)}
            self.documents.keep({analysis.document.id: analysis.document})
            self.claims_by_id.keep(claims)
            self.claims_in.keep({analysis.document.id: sorted(claims.values(), key=lambda claim: (claim.trigger.start, claim.id))})

    def _sketched(self, ids: Sequence[str]) -> Mapping[str, Sketch]:
        return {name: sketch(document) for name, document in self.documents.take(ids).items()}

    def _in_context(self, ids: Sequence[str]) -> Mapping[str, ClaimInContext]:
        claims = self.claims_by_id.take(ids)
        documents = self.documents.take(claim.document_id for claim in claims.values())
        return {name: in_context(claim, documents[claim.document_id]) for name, claim in claims.items()}
