"""What the expectations look at, and where mentions are lost."""

from typing import Any

from bench.contents import Contents
from bench.export import export, incidents_of
from bench.mali.expectations import CHECKS, Built, check
from bench.mali.lost import ELSEWHERE, FOUND, NOT_ASSERTED, NOT_EXTRACTED, counted, mentioned
from tests.bench.builders import a_claim, a_document, an_event, span_of
from tests.bench.test_mali_score import empty, gold

from corro.model import ActorValue, Claim, Segment, SegmentKind, Slot
from corro.values import Span


def built(contents: Contents) -> Built:
    """Build what expectations look at, with nothing found."""
    return Built(gold(), export(contents), {}, contents)


def test_every_expectation_has_a_check() -> None:
    """Checks and expectations of the gold are the same."""
    assert set(CHECKS) == {row["id"] for row in gold()["expectations"]}


def test_an_empty_record_shows_nothing() -> None:
    """Every check fails on a record of nothing, also those that look for the absence of something."""
    from bench.mali.score import score

    scores = score(gold(), empty(), {})
    scores["names"]["missing"] = {row["canonical"]: [] for row in gold()["names"]}
    held = check(Built(gold(), empty(), scores, Contents({})))
    assert [name for name, right in held.items() if right] == ["ME18"]


def test_furniture_makes_no_claim() -> None:
    """A claim on a line of page furniture is seen."""
    text = "The army killed a man at Nowhere.\n\nREAD ALSO: Soldiers killed at Elsewhere."
    document = a_document("m02", text)
    body = a_claim(document)
    below = Claim(document.id, "V1", Span(text.rindex("killed"), text.rindex("killed") + 6), Span(text.index("READ"), len(text)))
    clean = Contents({document.id: document}, claims={body.id: body})
    assert CHECKS["ME16"](built(clean))
    assert not CHECKS["ME16"](built(Contents({document.id: document}, claims={body.id: body, below.id: below})))


def test_a_label_stays_its_sources() -> None:
    """Wagner in a role of m33 is seen, by label and by inference into the label's place."""
    named, unnamed = a_document("m34", "Fighters of Wagner killed a man."), a_document("m33", "Foreign men killed a man.")
    wagner = Slot("actor", Span(0, 18), ActorValue("Fighters of Wagner", actor_id="wagner"))
    foreign = Slot("actor", Span(0, 11), ActorValue("Foreign men"))
    right = [a_claim(named, slots=(wagner,)), a_claim(unnamed, slots=(foreign,))]
    wrong = [right[0], a_claim(unnamed, slots=(Slot("actor", Span(0, 11), ActorValue("Foreign men", actor_id="wagner")),))]
    documents = {document.id: document for document in (named, unnamed)}
    assert CHECKS["ME22"](built(Contents(documents, claims={claim.id: claim for claim in right})))
    assert not CHECKS["ME22"](built(Contents(documents, claims={claim.id: claim for claim in wrong})))


def test_captions_must_be_told_apart() -> None:
    """A document whose caption is not marked fails the expectation on captions."""
    labels = {"m03": "Gao", "m10": "Ber", "m11": "Ber", "m24": "Kidal", "m34": "Ménaka"}
    texts = {label: f"Soldiers near {place}.\n\nThe army killed a man." for label, place in labels.items()}
    marked = [
        a_document(label, text, segments=(Segment(SegmentKind.CAPTION, Span(0, text.index("\n"))),))
        for label, text in texts.items()
    ]
    assert CHECKS["ME15"](built(Contents({document.id: document for document in marked})))
    bare = [a_document(label, text) for label, text in texts.items()]
    assert not CHECKS["ME15"](built(Contents({document.id: document for document in bare})))


def test_where_mentions_are_lost() -> None:
    """A mention is found, or lost by extraction, by assertion, or by linking."""
    documents = {label: a_document(label) for label in ("a", "b", "c", "d", "e")}
    own, again, denied, other = (a_claim(documents[label]) for label in ("a", "b", "c", "d"))
    answer, elsewhere = an_event(own, again), an_event(other)
    contents = Contents(
        {document.id: document for document in documents.values()},
        claims={claim.id: claim for claim in (own, again, denied, other)},
        events=(answer, elsewhere),
    )
    wanted: dict[str, Any] = {
        "incidents": [{"id": "I", "type": "V1", "documents": ["a", "b", "c", "d", "e"]}],
        "mentions": [{"doc": label, "incident": "I", "quote": "killed about 40 traders"} for label in documents],
    }
    followed = mentioned(wanted, export(contents), contents, incidents_of(contents))
    assert [one.stage for one in followed] == [FOUND, FOUND, NOT_ASSERTED, ELSEWHERE, NOT_EXTRACTED]
    assert counted(followed) == {"found": 2, "expected": 5, "lost": {NOT_EXTRACTED: 1, NOT_ASSERTED: 1, ELSEWHERE: 1}}
    assert span_of("killed").start == own.trigger.start
