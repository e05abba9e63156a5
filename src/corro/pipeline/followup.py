"""Where copies of what a person said may be: what has to be followed up once they withdraw, or are erased."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corro.casework import Audience, Request, Use, codes_in
from corro.model import CustodyKind
from corro.model.answer import ALL
from corro.pipeline.exporting import FORMS
from corro.pipeline.opening import RecordPlace, open_to_read
from corro.ports import Store


@dataclass(frozen=True, slots=True)
class Copy:
    """Something on this machine, or sent from it, in which a person's code stands.

    Attributes:
        where: The record's file, or the case's code.
        what: `release`, `whole copy` (of the record: a back-up, a hand-over), `register`, or `item` that people entered.
        which: What tells it apart: the digest of what went out, the id of the line or the item.
        at: When it went out, or empty.
        told: What it became and for whom, for a release.
        recall: Whether the person no longer allows what it was made for.
    """

    where: str
    what: str
    which: str
    at: str = ""
    told: str = ""
    recall: bool = False


def copies(code: str, records: Mapping[str, RecordPlace], left: frozenset[Use] = frozenset()) -> tuple[Copy, ...]:
    """List where a person's code stands, so that somebody sees to it.

    Args:
        code: The person's code.
        records: Records to look through, by what they are called.
        left: What the person still allows.

    Returns:
        Releases first, oldest first, then lines of registers, of each record in turn.
    """
    return tuple(copy for name in sorted(records) for copy in _copies_in(name, records[name], code, left))


def _copies_in(name: str, record: RecordPlace, code: str, left: frozenset[Use]) -> Iterator[Copy]:
    store = open_to_read(record)
    try:
        yield from list(_releases(name, store, code, left))
        yield from [Copy(name, "register", entry.id) for entry in store.questions.entries("", ALL) if code in codes_in(entry)]
        named = [act.item for act in store.questions.entered() if code in codes_in(act)]
        yield from [Copy(name, "item", item) for item in dict.fromkeys(named)]
    finally:
        store.close()


def _releases(name: str, store: Store, code: str, left: frozenset[Use]) -> Iterator[Copy]:
    for entry in store.custody.entries():
        if entry.kind != CustodyKind.EXPORTED:
            continue
        if code in codes_in(entry.detail):
            yield Copy(name, "release", entry.subject, entry.at, entry.detail, not uses_of(entry.detail) <= left)
        elif _is_whole(entry.detail):
            yield Copy(name, "whole copy", entry.subject, entry.at, entry.detail, Use.INTERNAL_USE not in left)


def _is_whole(detail: str) -> bool:
    """Say whether a release was of the whole record, which may name anybody whom the record names."""
    form = FORMS.get(detail.split(";", maxsplit=1)[0])
    return form is not None and not form.narrows


def uses_of(detail: str) -> frozenset[Use]:
    """Return what a release needed of each person, by what the log says of it; everything where it does not say for whom."""
    words: Iterable[str] = (part.strip() for part in detail.split(";"))
    known = next((word for word in words if word in set(Audience)), None)
    return Request(audience=Audience(known)).uses if known else frozenset(Use)
