"""Law 7: each file and row ends as exactly one of accepted, duplicate, updated, rejected, and the totals add up."""

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from corro.model import Analysis, Document, Outcome
from corro.model.answer import ALL
from corro.pipeline.build import BuildReport, build_into
from corro.pipeline.keying import keyed
from corro.pipeline.options import BuildOptions
from corro.store import SqliteStore


class Unread:
    """An executor that analyses nothing: what is in the documents does not matter to this law."""

    def map(self, function: Callable[[Any], Any], items: Iterable[tuple[Document, ...]]) -> Iterator[Any]:
        """Yield documents without findings."""
        del function
        return (tuple(keyed(Analysis(document)) for document in documents) for documents in items)

    def close(self) -> None:
        """Do nothing."""


SENTENCES = ("The council met in Aram on Monday.", "Two trucks were burnt near the bridge.", "Le conseil s'est réuni lundi.")

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
rows = st.lists(
    st.one_of(
        texts.map(lambda text: json.dumps({"text": text, "url": "https://example.org/a"})), st.just("{broken"), st.just("[]")
    ),
    min_size=1,
    max_size=12,
)
contents = st.one_of(
    texts.map(str.encode),
    st.binary(max_size=40),
    st.just(b""),
    rows.map(lambda lines: "\n".join(lines).encode()),
    texts.map(lambda text: f"---\nurl: https://example.org/a\n---\n{text}".encode()),
)
names = st.sampled_from(["a.txt", "b.md", "c.jsonl", "d.csv", "e.html", "f.pdf", "g", "h.eml", "../i.txt", "j.zip"])
archives = st.dictionaries(names, contents, min_size=1, max_size=6)


def zipped(members: dict[str, bytes]) -> bytes:
    """Return an archive of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def built(store: SqliteStore, members: dict[str, bytes]) -> BuildReport:
    """Build a record from an archive on standard input."""
    return build_into(store, ["-"], Unread(), BuildOptions(stdin=zipped(members)))


@given(archives)
@settings(max_examples=30, deadline=None)
def test_every_member_has_an_outcome_and_the_totals_add_up(members: dict[str, bytes]) -> None:
    """Whatever the bytes: each member is told of, outcomes add up to inputs, accepted and updated to documents."""
    store = SqliteStore.in_memory()
    report = built(store, members)
    receipts = store.questions.receipts(window=ALL).lines
    assert report.inputs == len(receipts) == sum(report.outcomes.values())
    assert report.outcomes[Outcome.ACCEPTED] + report.outcomes[Outcome.UPDATED] == report.totals.documents
    assert report.inputs - report.outcomes[Outcome.ACCEPTED] == sum(report.reasons.values())
    for name in members:
        assert any(receipt.locator.startswith(f"-!{name}") for receipt in receipts), name


@given(archives)
@settings(max_examples=30, deadline=None)
def test_a_receipt_says_why_and_a_document_has_exactly_one(members: dict[str, bytes]) -> None:
    """Whatever is not accepted says why; no document became twice, and none without a receipt."""
    store = SqliteStore.in_memory()
    built(store, members)
    receipts = store.questions.receipts(window=ALL).lines
    assert all(receipt.reason and receipt.code for receipt in receipts if receipt.outcome is not Outcome.ACCEPTED)
    became = [receipt.document_id for receipt in receipts if receipt.outcome in (Outcome.ACCEPTED, Outcome.UPDATED)]
    assert sorted(map(str, became)) == sorted(line.id for line in store.questions.documents(ALL))


@given(archives)
@settings(max_examples=20, deadline=None)
def test_a_second_build_of_the_same_adds_nothing(members: dict[str, bytes]) -> None:
    """The same inputs again: the record stays as it is, and everything that was taken in ends as a duplicate."""
    store = SqliteStore.in_memory()
    built(store, members)
    before = store.digest()
    again = built(store, members)
    assert store.digest() == before
    assert again.outcomes[Outcome.ACCEPTED] == again.outcomes[Outcome.UPDATED] == 0
    assert sum(again.outcomes.values()) == again.inputs
