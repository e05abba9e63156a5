"""How a claim's slots come by their values."""

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.resolve.builders import a_claim, a_document, a_gazetteer, a_slot, an_extraction, hours, span_of

from corro.model import (
    ActorKind,
    ActorValue,
    Analysis,
    Claim,
    Mention,
    MentionKind,
    Modality,
    PlaceValue,
    Slot,
    Statement,
    TimeAnchor,
    TimeValue,
    Value,
)
from corro.resolve import load_gazetteer, resolve
from corro.values import Interval, Language, Place, PlaceKind, PlacePrecision, Span


def resolved(text: str, *claims: Claim, published: date | None = date(2023, 2, 5), mentions: tuple[Mention, ...] = ()) -> Analysis:
    """Return a text resolved with its claims."""
    return resolve(an_extraction(a_document(text, published), *claims, mentions=mentions), a_gazetteer())


def value_of(analysis: Analysis, role: str, number: int = 0) -> Value | None:
    """Return the value of a role of the first claim."""
    return analysis.claims[0].slots_of(role)[number].value


def time_of(analysis: Analysis, role: str = "time", number: int = 0) -> TimeValue:
    """Return such a value as a time."""
    value = value_of(analysis, role, number)
    assert isinstance(value, TimeValue)
    return value


def codes(analysis: Analysis) -> list[str]:
    """Return the codes of the issues."""
    return [issue.code for issue in analysis.issues]


def test_time_slot() -> None:
    """A time slot takes the value of the time in its words, with what it counts from."""
    text = "The envoy was expelled on Thursday."
    value = time_of(resolved(text, a_claim(text, a_slot(text, "time", "on Thursday"))))
    assert (str(value.interval), value.anchor, value.counted_from, value.timex) == (
        "2023-02-02",
        TimeAnchor.OCCURRED,
        "publication",
        "2023-02-02",
    )


def test_time_slot_over_a_range() -> None:
    """A slot on one end of a period has the whole period."""
    text = "Flights were refused between 27 and 31 January 2023."
    value = time_of(resolved(text, a_claim(text, a_slot(text, "time", "31 January 2023"), code="O1")))
    assert str(value.interval) == "2023-01-27/2023-01-31"


def test_never_the_publication_date_in_silence() -> None:
    """Words that tell no time leave the slot open, as an issue, whatever the publication date."""
    text = "The envoy was expelled in the rain."
    analysis = resolved(text, a_claim(text, a_slot(text, "time", "in the rain")))
    assert time_of(analysis).interval is None
    assert codes(analysis) == ["time_unresolved"]


@pytest.mark.parametrize(
    ("text", "words", "anchor"),
    [
        ("The envoy was notified of it on 3 February 2023.", "3 February 2023", TimeAnchor.NOTIFIED),
        ("The ban is effective 3 February 2023.", "3 February 2023", TimeAnchor.EFFECTIVE),
        ("The ban was lifted on 3 February 2023.", "3 February 2023", TimeAnchor.LIFTED),
    ],
)
def test_what_a_date_is_the_date_of(text: str, words: str, anchor: TimeAnchor) -> None:
    """The words before a date tell what it is the date of."""
    assert time_of(resolved(text, a_claim(text, a_slot(text, "time", words)))).anchor is anchor


def test_announced_claims_are_dated_as_announced() -> None:
    """The time of a claim that is only announced is that of the announcement."""
    text = "The envoy would be expelled, they said on Thursday."
    claim = a_claim(text, a_slot(text, "time", "Thursday"), modality=Modality.ANNOUNCED)
    assert time_of(resolved(text, claim)).anchor is TimeAnchor.ANNOUNCED


def test_deadline_from_a_dated_moment() -> None:
    """48 hours given on 5 February 2023 at 20:00 GMT end on 7 February at 20:00 UTC, and no condition is added."""
    text = "On television, on 5 February 2023 at 20:00 GMT, the envoy was given 48 hours."
    claim = a_claim(text, a_slot(text, "time", "5 February 2023 at 20:00 GMT"), hours(text, "48 hours", 48))
    analysis = resolved(text, claim)
    assert [str(slot.value.interval) for slot in analysis.claims[0].slots_of("deadline") if isinstance(slot.value, TimeValue)] == [
        "2023-02-07T20:00:00Z"
    ]


def test_deadline_from_another_mention() -> None:
    """An order dated where it is first told gives the due time where its length is told."""
    text = "The envoy was expelled on 20 July 2022. The move gave 72 hours."
    dated = a_claim(text, a_slot(text, "time", "20 July 2022"), trigger="expelled")
    measured = a_claim(text, hours(text, "72 hours", 72), trigger="move", same_as=(dated.trigger,))
    analysis = resolved(text, measured, dated)
    deadline = time_of(analysis, "deadline")
    assert (str(deadline.interval), deadline.counted_from) == ("2022-07-23", "20 July 2022")


def test_undated_deadline() -> None:
    """Without a dated announcement the due time is unknown, beside it a conditional one, and both lead to the words."""
    text = "The envoy was given 48 hours."
    analysis = resolved(text, a_claim(text, hours(text, "48 hours", 48)))
    unknown, conditional = analysis.claims[0].slots_of("deadline")
    assert isinstance(unknown.value, TimeValue)
    assert isinstance(conditional.value, TimeValue)
    assert unknown.value.interval is None
    assert str(conditional.value.interval) == "2023-02-07"
    assert unknown.span == conditional.span == span_of(text, "48 hours")
    assert unknown.inferred
    assert codes(analysis) == ["deadline_unknown"]


def test_no_condition_without_publication() -> None:
    """Without a publication date only the unknown due time stands."""
    text = "The envoy was given 48 hours."
    analysis = resolved(text, a_claim(text, hours(text, "48 hours", 48)), published=None)
    assert len(analysis.claims[0].slots_of("deadline")) == 1


def test_deadline_from_the_time_of_saying() -> None:
    """An order without a time of its own was announced when the statement that holds it was made, from which its length counts."""
    text = "In a statement on Friday he gave the envoy 48 hours."
    statement = Statement("doc_1", (span_of(text, "gave the envoy 48 hours"),), said=span_of(text, "Friday"))
    claim = a_claim(text, hours(text, "48 hours", 48), statement_id=statement.id)
    analysis = resolve(replace(an_extraction(a_document(text), claim), statements=(statement,)), a_gazetteer())
    assert (time_of(analysis).anchor, str(time_of(analysis).interval)) == (TimeAnchor.ANNOUNCED, "2023-02-03")
    assert str(time_of(analysis, "deadline").interval) == "2023-02-05"


def test_stated_deadline() -> None:
    """`by Tuesday` is the Tuesday to come."""
    text = "The envoy was told to leave by Tuesday."
    value = time_of(resolved(text, a_claim(text, a_slot(text, "deadline", "Tuesday"))), "deadline")
    assert (str(value.interval), value.anchor) == ("2023-02-07", TimeAnchor.DEADLINE)


def test_doubtful_dates_are_issues() -> None:
    """A weekday that does not fit, and a date that no calendar has, are issues with their readings."""
    text = "It was Monday 4 May 2022, or 31 February 2022."
    analysis = resolved(text)
    assert codes(analysis) == ["weekday_clash", "impossible_date"]
    assert "was a Wednesday" in analysis.issues[0].detail


def test_effect_before_cause() -> None:
    """What is told as past and dated after the publication is an issue."""
    text = "The envoy was expelled on 13 May 2024."
    assert codes(resolved(text, a_claim(text, a_slot(text, "time", "13 May 2024")))) == ["effect_before_cause"]


def test_place_slot() -> None:
    """A place slot takes the finest place of its words."""
    text = "The patrol was stopped in Ouda, in Tassek Region."
    value = value_of(resolved(text, a_claim(text, a_slot(text, "place", "Ouda, in Tassek Region"), code="O4")), "place")
    assert isinstance(value, PlaceValue)
    assert value.place is not None
    assert (value.place.name, value.rule) == ("Ouda", "only_one")


def test_place_by_distance() -> None:
    """A distance phrase gives the derived point, with the town as the candidate that it counts from."""
    text = "The patrol was stopped 20 km south of Tassek."
    value = value_of(resolved(text, a_claim(text, a_slot(text, "place", "Tassek"), code="O4")), "place")
    assert isinstance(value, PlaceValue)
    assert value.place is not None
    assert (value.matched, value.place.precision, value.candidates[0].name) == ("offset", PlacePrecision.NEAR, "Tassek")


def test_unknown_place_is_an_issue_with_proposals() -> None:
    """A village that no gazetteer has stays open; a like name is proposed and not taken."""
    text = "The patrol was stopped at Tasseki."
    analysis = resolved(text, a_claim(text, a_slot(text, "place", "Tasseki"), code="O4"))
    value = value_of(analysis, "place")
    assert isinstance(value, PlaceValue)
    assert value.place is None
    assert [place.name for place in value.candidates] == ["Tassek"]
    assert codes(analysis) == ["place_unresolved"]


def test_an_open_place_is_told_once_a_report() -> None:
    """What stays open about a name is told once, however often the report names it, with what a person can do."""
    text = "The patrol was stopped at Tasseki. Shots were heard at Tasseki."
    second = Slot("place", Span(text.rindex("Tasseki"), len(text) - 1))
    analysis = resolved(text, a_claim(text, a_slot(text, "place", "Tasseki"), code="O4"), a_claim(text, second, code="O4"))
    assert [(issue.span and issue.span.start, "--places" in issue.message) for issue in analysis.issues] == [
        (text.index("Tasseki"), True)
    ]


def test_namesakes_are_an_issue() -> None:
    """Two villages of one name are an issue with both as candidates."""
    text = "The patrol was stopped at Mourel."
    assert codes(resolved(text, a_claim(text, a_slot(text, "place", "Mourel"), code="O4"))) == ["place_ambiguous"]


def test_words_without_a_name_are_no_issue() -> None:
    """`the market` names no place and is no doubt either."""
    text = "The patrol was stopped at the market."
    assert codes(resolved(text, a_claim(text, a_slot(text, "place", "the market"), code="O4"))) == []


def an_actor(text: str, label: str, kind: ActorKind = ActorKind.UNKNOWN) -> Slot:
    """Return an actor slot as extraction fills it."""
    return Slot("actor", span_of(text, label), ActorValue(label, label, kind=kind))


def actor_of(analysis: Analysis) -> ActorValue:
    """Return the actor of the first claim."""
    value = value_of(analysis, "actor")
    assert isinstance(value, ActorValue)
    return value


def test_known_name() -> None:
    """A label that is a known name, whatever its article and accents, has that actor's id and keeps its words."""
    text = "The Wagner group burned a village."
    value = actor_of(resolved(text, a_claim(text, an_actor(text, "The Wagner group"), code="V7")))
    assert (value.label, value.actor_id, value.inferred_id) == ("The Wagner group", "wagner", None)


@pytest.mark.parametrize("role", ["actor", "accused"])
def test_description_is_only_inferred(role: str) -> None:
    """`the Russian private military contractor` beside Wagner means Wagner by inference, in any role, and its label stays."""
    text = "Wagner came in 2021. The Russian private military contractor burned a village."
    mention = Mention(MentionKind.GROUP, span_of(text, "Wagner"), "Wagner", "wagner")
    label = "Russian private military contractor"
    slot = replace(an_actor(text, label, ActorKind.PRIVATE_MILITARY), role=role)
    value = value_of(resolved(text, a_claim(text, slot, code="V7"), mentions=(mention,)), role)
    assert isinstance(value, ActorValue)
    assert (value.label, value.actor_id, value.inferred_id) == (label, None, "wagner")


def test_description_without_a_name_infers_nothing() -> None:
    """Where the document names no such actor, or the description is indefinite, nothing is inferred."""
    text = "Wagner came in 2021. A private military contractor burned a village."
    mention = Mention(MentionKind.GROUP, span_of(text, "Wagner"), "Wagner", "wagner")
    claim = a_claim(text, an_actor(text, "private military contractor", ActorKind.PRIVATE_MILITARY), code="V7")
    assert actor_of(resolved(text, claim, mentions=(mention,))).inferred_id is None
    assert actor_of(resolved(text.replace("A private", "The private"), claim)).inferred_id is None


def test_post_means_its_holder_at_the_time() -> None:
    """A post means whoever held it on the day; where nobody is known for that day, nobody."""
    text = "The head of MINUSMA was expelled on 3 February 2023."
    slot = Slot("target", span_of(text, "head of MINUSMA"), ActorValue("head of MINUSMA"))
    claim = a_claim(text, slot, a_slot(text, "time", "3 February 2023"))
    value = value_of(resolved(text, claim), "target")
    assert isinstance(value, ActorValue)
    assert value.inferred_id == "el_ghassim_wane"
    earlier = text.replace("2023", "2019")
    value = value_of(resolved(earlier, claim), "target")
    assert isinstance(value, ActorValue)
    assert value.inferred_id is None


@pytest.mark.parametrize(
    "text",
    [
        "The head of MINUSMA, Ada Lonn, was expelled on 3 February 2023.",
        "Ada Lonn, head of MINUSMA, was expelled on 3 February 2023.",
    ],
)
def test_holder_named_by_the_document(text: str) -> None:
    """Where the document itself names somebody in a post, the table's holder is not inferred for it."""
    slot = Slot("target", span_of(text, "head of MINUSMA"), ActorValue("head of MINUSMA"))
    claim = a_claim(text, slot, a_slot(text, "time", "3 February 2023"))
    person = Mention(MentionKind.PERSON, span_of(text, "Ada Lonn"), "Ada Lonn")
    value = value_of(resolved(text, claim, mentions=(person,)), "target")
    assert isinstance(value, ActorValue)
    assert value.inferred_id is None


def test_army_of_the_country() -> None:
    """`the army` in a text on Mali is inferred to be Mali's; in a text on an unknown country nobody's."""
    text = "In Mali the army burned a village."
    claim = a_claim(text, an_actor(text, "army", ActorKind.STATE_FORCE), code="V7")
    analysis = resolve(an_extraction(a_document(text), claim), load_gazetteer())
    assert actor_of(analysis).inferred_id == "fama"
    assert actor_of(resolved(text, claim)).inferred_id is None


def test_fullest_name() -> None:
    """An actor has the fullest name that the document gives."""
    text = "Colonel Abdoulaye Maiga spoke. Maiga left."
    full = Mention(MentionKind.PERSON, span_of(text, "Abdoulaye Maiga"), "Abdoulaye Maiga", "abdoulaye_maiga")
    short = replace(full, span=span_of(text, "Maiga left"), text="Maiga")
    slot = Slot("actor", span_of(text, "Maiga left"), ActorValue("Maiga", "Maiga", "abdoulaye_maiga", ActorKind.PERSON))
    assert actor_of(resolved(text, a_claim(text, slot), mentions=(full, short))).name == "Abdoulaye Maiga"


def test_caption_stands_by_itself() -> None:
    """A caption's `the next day` does not count from a date in the body."""
    caption = "Troops in Ouda the next day."
    document = a_document("The camp fell on 3 May 2022.", caption=caption)
    claim = a_claim(document.text, a_slot(document.text, "time", "the next day"), code="A1")
    analysis = resolve(an_extraction(document, claim), a_gazetteer())
    assert time_of(analysis).interval is None


def test_other_languages_are_left_alone() -> None:
    """A document in a language that is not analysed comes back as it was."""
    document = a_document("Truppen in Ouda am 3. Mai 2022.", language=Language.OTHER)
    analysis = resolve(an_extraction(document), a_gazetteer())
    assert (analysis.document, analysis.claims, analysis.issues) == (document, (), ())


def test_publication_known_to_the_month_only() -> None:
    """A publication date that is no day gives relative times nothing to count from."""
    text = "The envoy was expelled yesterday."
    document = a_document(text)
    document = replace(document, published=replace(document.published, interval=Interval.month(2023, 2)))
    analysis = resolve(an_extraction(document, a_claim(text, a_slot(text, "time", "yesterday"))), a_gazetteer())
    assert time_of(analysis).interval is None


def test_a_small_town_abroad() -> None:
    """In a report on a country whose villages the packaged index does not know, its towns come from the index of the world."""
    text = "The patrol was stopped at Lyman. Ukraine protested."
    claim = a_claim(text, a_slot(text, "place", "Lyman"), code="O4")
    analysis = resolve(an_extraction(a_document(text), claim), load_gazetteer())
    value = value_of(analysis, "place")
    assert isinstance(value, PlaceValue)
    assert value.place is not None
    assert (value.place.name, value.place.country) == ("Lyman", "UA")


def test_time_given_to_obey() -> None:
    """`gave the envoy until Tuesday` tells a deadline, and no date of the order."""
    text = "The ministry gave the envoy until Tuesday to leave."
    claim = a_claim(text, a_slot(text, "time", "Tuesday"), modality=Modality.ANNOUNCED)
    value = time_of(resolved(text, claim), "deadline")
    assert (str(value.interval), value.anchor) == ("2023-02-07", TimeAnchor.DEADLINE)


def test_a_time_ahead_is_the_announced_events_own() -> None:
    """What is announced for a day to come happens on that day; the day is no date of the announcement."""
    text = "The trial will open on 20 February 2023."
    claim = a_claim(text, a_slot(text, "time", "20 February 2023"), code="H4", modality=Modality.ANNOUNCED)
    value = time_of(resolved(text, claim))
    assert (str(value.interval), value.anchor) == ("2023-02-20", TimeAnchor.OCCURRED)


def test_a_place_without_a_point_is_an_issue() -> None:
    """A place that a person's own table has without valid coordinates is told in the record."""
    text = "Men burned a mill in Zabrantou."
    gazetteer = a_gazetteer()
    gazetteer.add(Place("Zabrantou", PlaceKind.TOWN, PlacePrecision.EXACT, gazetteer_id="mine:zabrantou", importance=1))
    analysis = resolve(an_extraction(a_document(text), a_claim(text, a_slot(text, "place", "Zabrantou"), code="A3")), gazetteer)
    assert codes(analysis) == ["place_without_point"]
