"""What a document contradicts itself on is found with both passages; what may stand side by side is left alone."""

from tests.unit.weigh.builders import a_claim, a_document, at_day, in_month, lasting, number, somebody, words

from corro.model import ActorKind, Analysis, Claim, Difference, DisputeKind, Document, Modality, Relation, Slot, TimeValue
from corro.values import Interval, Span
from corro.weigh import inside

TEXT = (
    "The government has asked the head of the UN mission to leave within 48 hours, a spokesman said.\n"
    "The junta came to power in a coup last month. The Council voted to authorise the deployment of a mission.\n"
    "Ada Mbeki, head of the mission's human rights section, is accused of bias. After these three days nothing is sure.\n"
    "Set up in 2013, the mission has seen the military take-over in a 2020 coup, followed by another coup in spring.\n"
)


def told(document: Document, type: str, trigger: str, *given: tuple[str, str, object], **kept: object) -> Claim:  # noqa: A002
    """Return a claim at words of a text; values are given as role, words and value."""
    at, line = document.text.index(trigger), next(s.span for s in document.segments if trigger in s.span.of(document.text))
    values = {role: Slot(role, place(document, said), value) for role, said, value in given}  # type: ignore[arg-type]
    return a_claim("one", type, trigger=Span(at, at + len(trigger)), passage=line, **values, **kept)


def place(document: Document, said: str) -> Span:
    """Return where words stand."""
    at = document.text.index(said)
    return Span(at, at + len(said))


def contradictions(*claims: Claim, text: str = TEXT, published: str = "2023-02-05") -> tuple[Difference, ...]:
    """Return the contradictions of a document."""
    return inside(Analysis(a_document("one", text, published=published), claims=claims))


def test_two_posts_told_to_leave_by_one_order() -> None:
    """The head of a mission and the head of its human-rights section cannot both be the one; both passages are given."""
    document = a_document("one", TEXT)
    order = told(document, "H1", "asked", ("target", "head of the UN mission", somebody("head of the UN mission")))
    accused = told(
        document, "H1", "accused", ("target", "Ada Mbeki", somebody("Ada Mbeki", ActorKind.PERSON)), same_as=(order.trigger,)
    )
    items = contradictions(order, accused)
    assert [(item.field, item.relation, item.kind) for item in items] == [("target", Relation.DISPUTE, DisputeKind.IDENTITY)]
    assert [passage.span.of(TEXT) for position in items[0].positions for passage in position.passages] == [
        "Ada Mbeki",
        "head of the UN mission",
    ]
    assert items[0].document_id == document.id


def test_a_post_and_its_holder_are_no_contradiction() -> None:
    """Somebody named once by name and once by the same post is one target."""
    document = a_document("one", TEXT)
    label = somebody("head of the mission's human rights section")
    order = told(document, "H1", "asked", ("target", "head of the UN mission", label))
    accused = told(
        document, "H1", "accused", ("target", "Ada Mbeki", somebody("Ada Mbeki", ActorKind.PERSON)), same_as=(order.trigger,)
    )
    assert not contradictions(order, accused)


def coup(document: Document, trigger: str, interval: Interval, *, news: bool = False) -> Claim:
    """Return a coup dated as news or as history."""
    value = TimeValue(interval, counted_from="publication" if news else "")
    return told(document, "A4", trigger, ("time", trigger, value), background=not news)


def test_a_coup_told_as_news_and_as_history() -> None:
    """The rulers' coup of last month fits neither the one of 2020 nor the one after it."""
    document = a_document("one", TEXT)
    claims = (
        coup(document, "coup last month", Interval.month(2023, 1), news=True),
        coup(document, "2020 coup", Interval.year(2020)),
        coup(document, "another coup", Interval.month(2021, 4)),
    )
    items = contradictions(*claims)
    assert [(item.field, item.kind, item.rule) for item in items] == [("time", DisputeKind.DATE, "inside.rulers_twice")]
    assert len(items[0].positions) == 3


def test_another_coup_is_no_contradiction() -> None:
    """A second coup that the text calls another one contradicts nothing."""
    document = a_document("one", TEXT)
    assert not contradictions(
        coup(document, "2020 coup", Interval.year(2020)), coup(document, "another coup", Interval.month(2021, 4))
    )


def test_a_mission_founded_as_news_and_long_ago() -> None:
    """A mission whose deployment has just been voted was not set up ten years before."""
    document = a_document("one", TEXT)
    fresh = told(document, "M1", "authorise the deployment", ("target", "a mission", somebody("a mission")))
    past = told(
        document, "M1", "Set up", ("time", "2013", TimeValue(Interval.year(2013))), modality=Modality.HISTORICAL, background=True
    )
    items = contradictions(fresh, past)
    assert [(item.field, item.kind, item.rule) for item in items] == [("time", DisputeKind.DATE, "inside.founded_twice")]


def test_two_aims_of_one_mission_are_no_dispute() -> None:
    """What a mission is for may be said twice in other words."""
    document = a_document("one", TEXT)
    first = told(document, "M1", "authorise the deployment", ("reason", "came to power", words("restore democracy")))
    second = told(document, "M1", "Set up", ("reason", "mission", words("stabilise the country")), same_as=(first.trigger,))
    assert not contradictions(first, second)


def test_a_deadline_taken_up_with_another_length() -> None:
    """48 hours and then “these three days” are a transmission error, though the phrase is no claim of its own (D08)."""
    document = a_document("one", TEXT)
    items = contradictions(told(document, "H1", "asked", ("duration", "48 hours", lasting("PT48H"))))
    assert [(item.field, item.relation, item.kind) for item in items] == [
        ("duration", Relation.TRANSMISSION_ERROR, DisputeKind.QUANTITY)
    ]
    assert [position.value for position in items[0].positions] == ["PT48H", "P3D"]


def test_a_weekday_that_does_not_fit() -> None:
    """30 June 2022 was a Thursday."""
    text = "The Council voted on Wednesday 30 June by thirteen votes.\n"
    claim = told(a_document("one", text), "M1", "voted", ("time", "Wednesday 30 June", at_day("2022-06-30")))
    items = contradictions(claim, text=text, published="2022-07-01")
    assert [(item.relation, item.kind, item.rule) for item in items] == [
        (Relation.TRANSMISSION_ERROR, DisputeKind.DATE, "inside.weekday")
    ]


def test_a_reaction_before_its_cause() -> None:
    """A report of May 2023 was not rejected in May 2022 (D23)."""
    text = "On 12 May 2023 the office published a report. The government rejected the report on 13 May 2022.\n"
    document = a_document("one", text)
    first, second = (Span(0, text.index(". ") + 1), Span(text.index("The gov"), len(text) - 1))
    cause = a_claim("one", "C5", trigger=place(document, "published"), passage=first, time=at_day("2023-05-12"))
    effect = a_claim("one", "C3", trigger=place(document, "rejected"), passage=second, time=at_day("2022-05-13"))
    items = contradictions(cause, effect, text=text)
    assert [item.rule for item in items] == ["inside.effect_before_cause"]


def test_a_reaction_is_to_what_it_names() -> None:
    """Who rejects a report does not reject the order that stands before it, and one sentence is found once."""
    text = "On 5 May 2023 he was told to leave. The government rejected the report in a statement on 13 May 2022.\n"
    document = a_document("one", text)
    first, second = (Span(0, text.index(". ") + 1), Span(text.index("The gov"), len(text) - 1))
    order = a_claim("one", "H1", trigger=place(document, "told"), passage=first, time=at_day("2023-05-05"))
    report = a_claim("one", "C5", trigger=place(document, "leave"), passage=first, time=at_day("2023-05-05"))
    effects = [
        a_claim("one", "C3", trigger=place(document, word), passage=second, time=at_day("2022-05-13"))
        for word in ("rejected", "statement")
    ]
    assert not contradictions(order, *effects, text=text)
    assert len(contradictions(report, *effects, text=text)) == 1


def test_figures_that_cannot_be() -> None:
    """A part above its whole, a percentage that does not come out, and votes that are not fifteen are slips."""
    text = "It refused 297 of the 1,231 requests (34.1 %). Twelve voted for, none against, two abstained.\n"
    document = a_document("one", text)
    vote = told(
        document, "M1", "voted for", ("votes_for", "Twelve", number(12)), ("votes_against", "none", number(0)),
        ("abstentions", "two", number(2)),
    )  # fmt: skip
    refused = told(document, "O1", "refused", ("requests", "297", number(1500, denominator=1231)))
    rules = [item.rule for item in contradictions(vote, refused, text=text)]
    assert sorted(rules) == ["inside.sum.part_above_whole", "inside.sum.percentage", "inside.sum.votes"]


def test_a_percentage_that_comes_out_is_left_alone() -> None:
    """297 of 1,231 is 24.1 %."""
    assert not contradictions(text="It refused 297 of the 1,231 requests (24.1 %).\n")


def test_a_document_without_claims_contradicts_nothing() -> None:
    """No claims, no contradictions; and months do not contradict their days."""
    document = a_document("one", TEXT)
    assert not contradictions()
    one = told(document, "H2", "asked", ("time", "48 hours", in_month(2022, 7)))
    other = told(document, "H2", "accused", ("time", "2020", at_day("2022-07-14")), same_as=(one.trigger,))
    assert not contradictions(one, other)


def test_a_page_of_digits_costs_no_time() -> None:
    """A long run of digits is read once, not once a digit."""
    from time import process_time

    from corro.weigh.relations.inside_sums import _SHARE

    began = process_time()
    assert _SHARE.search("1" * 200_000) is None
    assert process_time() - began < 2
