"""A claim that a copy repeats goes where the original's claim goes, and joins nothing else."""

from dataclasses import replace

from tests.unit.weigh.builders import a_claim, a_decision, a_document

from corro.model import Claim, Document, EventLink, LinkVerdict
from corro.values import Span
from corro.weigh import cluster, echoes
from corro.weigh.copies.echoes import FIRST_REPEATS, SECOND_REPEATS, repeated

TEXT = "Armed men attacked the village. Nobody was held."


def published(name: str, day: str, text: str = TEXT) -> tuple[Document, Claim]:
    """Return a report of a day with a claim in its first sentence."""
    document = a_document(name, text, published=day)
    return document, replace(a_claim(document), trigger=Span(10, 18), passage=Span(0, 31))


def test_the_later_document_repeats_the_earlier() -> None:
    """Of two documents with one sentence the later one is the repetition, whichever comes first in the call."""
    (first, claim), (second, again) = published("a", "2022-06-18"), published("b", "2022-06-20")
    links = echoes(first, [claim], second, [again])
    assert links == echoes(second, [again], first, [claim])
    assert repeated(links) == {again.id: claim.id}


def test_capitals_and_marks_make_no_other_words() -> None:
    """A sentence set in capitals by a copyist is the same sentence; another one is not."""
    first, claim = published("a", "2022-06-18")
    second, again = published("b", "2022-06-20", TEXT.upper())
    third, other = published("c", "2022-06-20", TEXT.replace("village", "hamlets"))
    assert repeated(echoes(first, [claim], second, [again])) == {again.id: claim.id}
    assert echoes(first, [claim], third, [other]) == ()


def test_a_repetition_brings_no_two_events_together() -> None:
    """Whatever a repetition is linked with, only its original counts."""
    claims = {claim.id: claim for claim in (a_claim(name) for name in "abc")}
    original, copy, other = sorted(claims)
    links = [
        EventLink(original, copy, LinkVerdict.SAME, 9.0, rule=SECOND_REPEATS),
        EventLink(copy, other, LinkVerdict.SAME, 4.0),
    ]
    assert cluster(claims.values(), links) == ((original, copy), (other,))


def test_what_a_copy_adds_follows_its_text() -> None:
    """A claim that only the copy has, and that takes up the repeated one, joins the original."""
    document, added = published("b", "2022-06-20")
    again = replace(added, type="A3")
    _, claim = published("a", "2022-06-18")
    pair, inner = sorted((claim.id, again.id)), sorted((again.id, added.id))
    rule = FIRST_REPEATS if pair[0] == again.id else SECOND_REPEATS
    links = [
        EventLink(pair[0], pair[1], LinkVerdict.SAME, 9.0, rule=rule),
        EventLink(inner[0], inner[1], LinkVerdict.SAME, 6.0),
    ]
    assert again.document_id == added.document_id == document.id
    assert cluster([claim, again, added], links) == (tuple(sorted((claim.id, again.id, added.id))),)


def test_a_person_may_set_a_repetition_apart() -> None:
    """A claim on which people decided stands for itself."""
    one, other = sorted(claim.id for claim in (a_claim("a"), a_claim("b")))
    links = [EventLink(one, other, LinkVerdict.SAME, 9.0, rule=SECOND_REPEATS)]
    decision = a_decision("not_same", one, other)
    assert repeated(links, [decision]) == {}
    assert cluster([a_claim("a"), a_claim("b")], links, [decision]) == ((one,), (other,))
