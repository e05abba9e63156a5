"""When a measure was announced."""

from dataclasses import replace

import pytest
from tests.unit.resolve.builders import a_claim, a_document, a_gazetteer, a_slot, an_extraction, analysed, hours, span_of, times_of

from corro.model import Analysis, Claim, Modality, Slot, SpeechAct, Statement, TimeAnchor
from corro.resolve import load_gazetteer, resolve
from corro.values import Language

REPLY = "The minister said on Friday that the order was lawful."


def told(text: str, trigger: str, act: SpeechAct) -> Analysis:
    """Return a text resolved in which a statement made on Friday holds the claim."""
    statement = Statement("doc_1", (span_of(text, trigger),), act=act, said=span_of(text, "Friday"))
    claim = a_claim(text, trigger=trigger, statement_id=statement.id)
    return resolve(replace(an_extraction(a_document(text), claim), statements=(statement,)), a_gazetteer())


@pytest.mark.parametrize(
    ("text", "trigger", "act", "found"),
    [
        (REPLY, "order", SpeechAct.ASSERTS, []),
        (REPLY, "order", SpeechAct.ANNOUNCES, ["2023-02-03"]),
        ("The minister said on Friday that he had expelled the envoy.", "expelled", SpeechAct.ASSERTS, ["2023-02-03"]),
    ],
)
def test_only_what_announces_dates_the_announcement(text: str, trigger: str, act: SpeechAct, found: list[str]) -> None:
    """A later word about a known order is not its announcement; a statement that announces it, or first tells it, is."""
    values = times_of(told(text, trigger, act))
    assert [str(value.interval) for value in values] == found
    assert all(value.anchor is TimeAnchor.ANNOUNCED for value in values)


def test_time_of_a_later_word_is_taken_away() -> None:
    """The same holds where extraction gave the claim the time of saying."""
    claim = a_claim(REPLY, Slot("time", span_of(REPLY, "Friday"), None, rule="events.saying"), trigger="order")
    assert times_of(analysed(REPLY, claim)) == []


ON_AIR = (
    "C'est au journal télévisé de 20 heures, lundi 6 mars 2023, que la nouvelle est tombée. "
    "Un texte a été lu à l'antenne : l'envoyé a 48 heures pour partir."
)


def of_broadcast(text: str, language: Language = Language.FRENCH, **fields: object) -> tuple[Claim, Analysis]:
    """Return the order of a text without a time of its own, and the text resolved."""
    words = "48 heures" if language is Language.FRENCH else "48 hours"
    trigger = "a 48" if language is Language.FRENCH else "given"
    claim = a_claim(text, hours(text, words, 48), trigger=trigger, **fields)
    return claim, analysed(text, claim, language=language)


def test_broadcast_fixes_the_deadline() -> None:
    """A dated news programme in which an order was read gives the moment of its announcement, and so the moment it is due."""
    text = ON_AIR + " Le Mali est calme."
    analysis = resolve(an_extraction(a_document(text, language=Language.FRENCH), of_broadcast(text)[0]), load_gazetteer())
    (slot,) = analysis.claims[0].slots_of("time")
    assert slot.inferred
    assert slot.span.of(text) == "20 heures, lundi 6 mars 2023"
    assert [str(value.interval) for value in times_of(analysis)] == ["2023-03-06T20:00:00Z"]
    assert [str(value.interval) for value in times_of(analysis, role="deadline")] == ["2023-03-08T20:00:00Z"]


def test_hour_without_a_zone() -> None:
    """Where nothing tells whose clock it is, the due time is no more precise than its day."""
    assert [str(value.interval) for value in times_of(of_broadcast(ON_AIR)[1], role="deadline")] == ["2023-03-08"]


def test_broadcast_in_english() -> None:
    """In English the day of the programme is enough for a due day."""
    text = "State radio carried it on 6 March 2023. The envoy was given 48 hours."
    analysis = of_broadcast(text, Language.ENGLISH)[1]
    assert [str(value.interval) for value in times_of(analysis, role="deadline")] == ["2023-03-08"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("The paper carried it on 6 March 2023. The envoy was given 48 hours.", {}),
        ("State radio carried it on 6 March 2023.\n\nThe envoy was given 48 hours.", {}),
        ("State radio carried it on 6 March 2023. It rained. The envoy was given 48 hours.", {}),
        ("State radio carried it on 6 March 2023. The envoy was given 48 hours.", {"modality": Modality.DEMANDED}),
        ("State radio carried it on 6 March 2023. The envoy was given 48 hours.", {"background": True}),
    ],
)
def test_no_broadcast(text: str, fields: dict[str, object]) -> None:
    """Print, another paragraph, a sentence between, a demand and background give no moment."""
    assert times_of(of_broadcast(text, Language.ENGLISH, **fields)[1]) == []


def test_own_time_wins() -> None:
    """An order with a time of its own keeps it."""
    text = "State radio carried it on 6 March 2023. The envoy was given 48 hours on 5 March 2023."
    claim = a_claim(text, a_slot(text, "time", "5 March 2023"), trigger="given")
    assert [str(value.interval) for value in times_of(analysed(text, claim))] == ["2023-03-05"]


def test_time_of_saying_is_a_day() -> None:
    """A month is no time of saying: it dates something else in the sentence."""
    text = "The rulers, who came last month, said they had expelled the envoy."
    statement = Statement("doc_1", (span_of(text, "had expelled"),), said=span_of(text, "last month"))
    claim = a_claim(text, trigger="expelled", statement_id=statement.id)
    extraction = replace(an_extraction(a_document(text), claim), statements=(statement,))
    assert not resolve(extraction, a_gazetteer()).claims[0].slots_of("time")


ORDERED = "The governor gave the aid group 72 hours on Tuesday."
AFTERWARDS = [
    (" In a statement read on the radio at 20:00 GMT on 31 January, he blamed it.", True),
    (" The decision was published at 20:00 GMT on 31 January.", True),
    (" In a statement read on the radio at 20:00 GMT on 2 February, he spoke.", False),
    (" A shell fell on the market at 20:00 GMT on 31 January.", False),
    ("\n\nIn a statement read on the radio at 20:00 GMT on 31 January, he spoke.", False),
]


@pytest.mark.parametrize(("following", "fixed"), AFTERWARDS)
def test_hour_told_in_the_next_sentence(following: str, fixed: bool) -> None:
    """The hour at which the next sentence has the measure read or published, on the measure's own day, starts its term."""
    text = ORDERED + following
    slots = (a_slot(text, "time", "Tuesday"), hours(text, "72 hours", 72))
    analysis = analysed(text, a_claim(text, *slots, trigger="gave"))
    due = [str(value.interval) for value in times_of(analysis, role="deadline")]
    assert due == (["2023-02-03T20:00:00Z"] if fixed else ["2023-02-03"])
    announced = [value for value in times_of(analysis) if value.anchor is TimeAnchor.ANNOUNCED]
    assert len(announced) == fixed
