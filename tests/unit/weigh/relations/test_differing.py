"""Every difference between claims on one event has its relation and kind, and every position its holders and passages."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.weigh.builders import (
    a_claim,
    a_document,
    a_person,
    a_place,
    at_day,
    between,
    in_month,
    lasting,
    number,
    somebody,
    words,
)

from corro.model import (
    ActorKind,
    Analysis,
    Claim,
    Difference,
    DisputeKind,
    Holder,
    Modality,
    Polarity,
    Relation,
    TimeAnchor,
)
from corro.values import Bound, Interval
from corro.weigh import differences, inside

SALGADO = a_person("Olivier Salgado")
HEAD = somebody("head of the UN peacekeeping mission")
RIGHTS_CHIEF = somebody("head of the human rights section of the mission")


def found(
    *claims: Claim, lineages: dict[str, str] | None = None, related: Sequence[Claim] = (), **given: dict[str, str]
) -> list[Difference]:
    """Return the differences between claims; documents take what is given for them by name."""
    names = sorted({claim.document_id.removeprefix("doc_") for claim in (*claims, *related)})
    documents = [a_document(name, "word " * 40, **given.get(name, {})) for name in names]
    lineage_of = {document.id: (lineages or {}).get(document.label, document.id) for document in documents}
    return list(differences(claims, {document.id: document for document in documents}, lineage_of, related))


def of_field(items: Sequence[Difference], field: str) -> list[tuple[Relation, DisputeKind | None]]:
    """Return relation and kind of the differences on one field."""
    return [(item.relation, item.kind) for item in items if item.field == field]


def test_equal_values_make_no_difference() -> None:
    """Where all say the same there is nothing to show."""
    assert not found(a_claim("a", time=at_day("2022-07-20")), a_claim("b", time=at_day("2022-07-20")))


def test_a_date_against_another_month_is_a_dispute_of_date() -> None:
    """An expulsion dated 20 July, 22 July and August stands as a dispute of date with all three positions (D03)."""
    items = found(
        a_claim("a", "H1", target=SALGADO, time=at_day("2022-07-20")),
        a_claim("b", "H1", target=SALGADO, time=at_day("2022-07-22")),
        a_claim("c", "H1", target=SALGADO, time=in_month(2022, 8)),
    )
    assert of_field(items, "time") == [(Relation.DISPUTE, DisputeKind.DATE)]
    assert [position.value for position in items[0].positions] == ["2022-07-20", "2022-07-22", "2022-08"]
    assert all(position.passages and position.holders for position in items[0].positions)


def test_the_date_of_the_end_given_for_the_beginning_is_a_transmission_error() -> None:
    """A suspension put into the month in which, by other claims, it was lifted is a slip, and says which value (D04)."""
    items = found(
        a_claim("a", "H2", time=at_day("2022-07-14")),
        a_claim("b", "H2", time=in_month(2022, 8)),
        related=[a_claim("a", "O8", time=at_day("2022-08-15"))],
    )
    assert of_field(items, "time") == [(Relation.TRANSMISSION_ERROR, DisputeKind.DATE)]
    assert [position.value for position in items[0].positions if position.error] == ["2022-08"]


def test_the_end_of_another_measure_explains_no_date() -> None:
    """That the troops' suspension was lifted in August says nothing of a person expelled in July or in August (D03)."""
    target = somebody("spokesman of the mission")
    items = found(
        a_claim("a", "H1", time=at_day("2022-07-20"), target=target),
        a_claim("b", "H1", time=in_month(2022, 8), target=target),
        related=[a_claim("a", "O8", time=at_day("2022-08-15"), target=somebody("suspension"))],
    )
    assert of_field(items, "time") == [(Relation.DISPUTE, DisputeKind.DATE)]


@pytest.mark.parametrize("slip", ["2013-02-25", "2014-04-25"])
def test_a_date_that_looks_like_the_one_of_many_is_a_slip(slip: str) -> None:
    """Month or year put wrongly in one lineage against two others is a slip (D28); against one other it stays a dispute."""
    sound = [a_claim(name, "M1", time=at_day("2013-04-25")) for name in ("a", "b")]
    items = found(*sound, a_claim("c", "M1", time=at_day(slip)))
    assert of_field(items, "time") == [(Relation.TRANSMISSION_ERROR, DisputeKind.DATE)]
    assert [position.value for position in items[0].positions if position.error] == [slip]
    alone = found(sound[0], a_claim("c", "M1", time=at_day(slip)))
    assert of_field(alone, "time") == [(Relation.DISPUTE, DisputeKind.DATE)]


def test_a_slip_beside_one_date_is_a_slip_beside_its_month() -> None:
    """What agrees with the sound date is not set against the slip a second time."""
    items = found(
        a_claim("a", "M1", time=at_day("2013-04-25")),
        a_claim("b", "M1", time=at_day("2013-04-25")),
        a_claim("c", "M1", time=at_day("2014-04-25")),
        a_claim("d", "M1", time=in_month(2013, 4)),
    )
    assert of_field(items, "time") == [(Relation.REFINE, None), (Relation.TRANSMISSION_ERROR, DisputeKind.DATE)]


def test_an_order_defended_later_is_not_announced_anew() -> None:
    """The day on which a minister answers for an order is not set against the day on which a spokesman read it out."""
    read = at_day("2023-02-05", anchor=TimeAnchor.ANNOUNCED)
    answer = at_day("2023-02-08", anchor=TimeAnchor.ANNOUNCED)
    items = found(
        a_claim("a", "H1", time=read, announced_by=a_person("Awa Sanogo")),
        a_claim("b", "H1", time=answer, announced_by=a_person("Idriss Kone")),
    )
    assert of_field(items, "time") == []


def test_labels_of_one_government_are_no_dispute() -> None:
    """A junta and an interim government that lead to one known actor agree, each label kept."""
    items = found(
        a_claim("a", "H1", actor=somebody("junta", inferred_id="mali_government")),
        a_claim("b", "H1", actor=somebody("transitional government", actor_id="mali_government")),
    )
    assert of_field(items, "actor") == [(Relation.AGREE, None)]
    assert {position.value for position in items[0].positions} == {"junta", "transitional government"}


def test_a_post_and_its_holder_make_one_camp() -> None:
    """A person, her post in two languages and what they were told of stand against the other post together, in one sentence."""
    person = a_person("Ada Mbeki", actor_id="ada_mbeki")
    english = somebody("head of the human rights section", inferred_id="ada_mbeki")
    french = somebody("directrice de la division des droits de l'homme", inferred_id="ada_mbeki")
    other = somebody("head of the mission", inferred_id="jo_sow")
    claims = [a_claim(name, "H1", target=who) for name, who in zip("abcd", (person, english, french, other), strict=True)]
    items = found(*claims)
    assert of_field(items, "target") == [(Relation.DISPUTE, DisputeKind.IDENTITY)]
    assert len(items[0].positions) == 4
    assert items[0].explanation.count(" against ") == 1


def test_one_figure_in_two_units_was_changed_on_the_way() -> None:
    """Requests here and occasions there, 164 in both, are one count told on (D01)."""
    items = found(
        a_claim("a", "O1", requests=number(164, unit="requests", cumulative=True)),
        a_claim("b", "O1", occasions=number(164, unit="occasions", cumulative=True)),
    )
    assert of_field(items, "counted") == [(Relation.TRANSMISSION_ERROR, None)]


def test_a_part_is_no_rival_of_totals() -> None:
    """The dozen fighters that one report counts among its five hundred dead dispute nobody's total."""
    items = found(
        a_claim("a", killed=[number(500, Bound.AT_LEAST), number(12, population="fighters")]),
        a_claim("b", killed=number(203)),
    )
    dispute = next(item for item in items if item.relation is Relation.DISPUTE)
    assert {position.value for position in dispute.positions} == {"≥ 500", "203"}


def test_a_lost_state_is_found_by_what_is_known_of_the_speaker() -> None:
    """One text alone calls a State's representative the UN's own; the known post tells (D07)."""
    holder = Holder("speaker", "Richard Mills", "richard_mills", "UN Deputy Representative")
    items = found(a_claim("a", "C1", time=at_day("2023-01-27")), related=[a_claim("a", "O1", holders=(holder,))])
    assert of_field(items, "speaker_role") == [(Relation.TRANSMISSION_ERROR, DisputeKind.IDENTITY)]


def test_the_posts_of_a_witness() -> None:
    """President and vice-president are two posts; a vice-president in two languages is one (D13)."""
    posts = ("vice-president of the observatory", "vice-présidente de l'observatoire", "présidente de l'observatoire")
    one, same, other = (a_claim(name, "C2", briefer_role=words(post)) for name, post in zip("abc", posts, strict=True))
    assert of_field(found(one, same), "briefer_role") == []
    assert of_field(found(one, other), "briefer_role") == [(Relation.DISPUTE, DisputeKind.IDENTITY)]


def test_the_post_of_a_first_version_is_a_dispute_of_version() -> None:
    """A target that one capture of an address names and the next takes back is a version, not a second source (D06)."""
    both = {"a": {"series": "s"}, "b": {"series": "s"}}
    items = found(a_claim("a", "H1", target=HEAD), a_claim("b", "H1", target=RIGHTS_CHIEF), **both)
    assert of_field(items, "target") == [(Relation.DISPUTE, DisputeKind.VERSION)]


def test_two_posts_in_two_reports_are_a_dispute_of_identity() -> None:
    """The head of a mission is not the head of its human-rights section."""
    items = found(a_claim("a", "H1", target=HEAD), a_claim("b", "H1", target=RIGHTS_CHIEF))
    assert of_field(items, "target") == [(Relation.DISPUTE, DisputeKind.IDENTITY)]


def test_a_class_is_refined_by_the_post() -> None:
    """“A UN official” is compatible with any post."""
    items = found(a_claim("a", "H1", target=somebody("UN official")), a_claim("b", "H1", target=RIGHTS_CHIEF))
    assert of_field(items, "target") == [(Relation.REFINE, None)]


def test_spellings_of_one_name_are_one_person() -> None:
    """Variants of a name are no dispute; a slip that one lineage alone has is a transmission error."""
    spelt = [a_claim(name, "H1", target=a_person("Thaddeus Okwema-Lindi")) for name in "ab"]
    assert not found(spelt[0], a_claim("c", "H1", target=a_person("Thaddeus Okouema Lindi")))
    items = found(*spelt, a_claim("c", "H1", target=a_person("Thaddeus Okwena")))
    assert of_field(items, "target") == [(Relation.TRANSMISSION_ERROR, DisputeKind.IDENTITY)]


def test_a_representative_whose_state_was_lost() -> None:
    """“UN Deputy Representative” for a state's deputy representative to the UN is a transmission error (D07)."""
    spoken = [
        a_claim(name, "O1", holders=(Holder("speaker", "Richard Mills", None, post),), requests=number(237))
        for name, post in (
            ("a", "UN Deputy Representative"),
            ("b", "Deputy Representative of the United States to the United Nations"),
        )
    ]
    items = found(*spoken)
    assert of_field(items, "speaker_role") == [(Relation.TRANSMISSION_ERROR, DisputeKind.IDENTITY)]
    assert [position.value for position in items[0].positions if position.error] == ["UN Deputy Representative"]


def test_vice_president_against_president() -> None:
    """Two posts of one speaker are a dispute of identity (D13)."""
    posts = (("a", "vice-president of the observatory"), ("b", "president of the observatory"))
    items = found(*(a_claim(name, "C2", holders=(Holder("speaker", "Aminata Dicko", None, post),)) for name, post in posts))
    assert of_field(items, "speaker_role") == [(Relation.DISPUTE, DisputeKind.IDENTITY)]


def test_two_lengths_of_one_deadline() -> None:
    """A text that gives both contradicts itself, and the event does not repeat it; two days are 48 hours."""
    both = a_claim("a", "H1", duration=[lasting("PT48H"), lasting("P3D")])
    assert of_field(found(both, a_claim("b", "H1", duration=lasting("PT48H"))), "duration") == []
    inner = inside(Analysis(a_document("a"), claims=(both,)))
    assert of_field(inner, "duration") == [(Relation.TRANSMISSION_ERROR, DisputeKind.QUANTITY)]
    agreed = found(a_claim("a", "H1", duration=lasting("PT48H")), a_claim("b", "H1", duration=lasting("P2D")))
    assert of_field(agreed, "duration") == [(Relation.AGREE, None)]


def test_who_chose_the_witness_is_a_dispute_of_provenance() -> None:
    """Each side's answer to who proposed somebody stands (D12)."""
    items = found(
        a_claim("a", "C2", proposed_by=somebody("Guillaume Ngefa", ActorKind.PERSON, actor_id="guillaume_ngefa")),
        a_claim("b", "C2", proposed_by=somebody("OHCHR", actor_id="ohchr")),
    )
    assert of_field(items, "proposed_by") == [(Relation.DISPUTE, DisputeKind.PROVENANCE)]


def test_a_ministry_is_a_part_of_the_government_and_not_another_ministry() -> None:
    """Government and ministry refine each other; two ministries are a dispute of provenance (D11)."""
    issuers = ["Government of Kasanda", "Ministry of Foreign Affairs", "Ministry of Territorial Administration"]
    items = found(*(a_claim(name, "H1", actor=somebody(label)) for name, label in zip("abc", issuers, strict=True)))
    assert set(of_field(items, "actor")) == {(Relation.REFINE, None), (Relation.DISPUTE, DisputeKind.PROVENANCE)}


def test_tolls_of_one_massacre_are_one_dispute_of_quantity() -> None:
    """203 fighters, about 300, 300 to 400 and at least 500 stay side by side, and so do the labels of the dead (D17)."""
    items = found(
        a_claim("a", killed=number(203, population="fighters")),
        a_claim("b", killed=number(300, Bound.APPROXIMATE, population="civilian men")),
        a_claim("c", killed=between(300, 400)),
        a_claim("d", killed=number(500, Bound.AT_LEAST, population="people")),
    )
    dispute = next(item for item in items if item.kind is DisputeKind.QUANTITY)
    assert dispute.relation is Relation.DISPUTE
    assert len(dispute.positions) == 4
    assert of_field(items, "victim_status") == [(Relation.DISPUTE, DisputeKind.CHARACTERISATION)]


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (number(500, Bound.AT_LEAST), number(520), Relation.REFINE),
        (number(297), number(300, Bound.APPROXIMATE), Relation.AGREE),
        (between(300, 400), between(350, 380), Relation.REFINE),
        (number(237, unit="flight_requests"), number(61, unit="days"), Relation.INCOMPARABLE),
        (number(237, unit="flight_requests"), number(237, unit="occasions"), Relation.TRANSMISSION_ERROR),
        (between(300, 400), number(300400), Relation.TRANSMISSION_ERROR),
        (number(42), number(80), Relation.DISPUTE),
    ],
)
def test_figures(left: object, right: object, relation: Relation) -> None:
    """Units, bounds, rounding and typography decide before a difference is called a dispute."""
    items = found(a_claim("a", troops=left), a_claim("b", troops=right))
    assert [outcome for outcome, _ in of_field(items, "troops")] == [relation]


def test_two_windows_are_never_compared() -> None:
    """237 of one quarter and 238 of the next are incomparable, whatever the digits."""
    autumn, winter = (
        Interval.month(2022, 10).cover(Interval.month(2022, 12)),
        Interval.month(2023, 1).cover(Interval.month(2023, 3)),
    )
    items = found(a_claim("a", "O1", requests=number(237, window=autumn)), a_claim("b", "O1", requests=number(238, window=winter)))
    assert of_field(items, "requests") == [(Relation.INCOMPARABLE, None)]


def test_a_toll_of_the_first_days_is_updated() -> None:
    """Four dead on one day and five on the next are one count going on."""
    given = {"a": {"published": "2022-07-20"}, "b": {"published": "2022-07-21"}}
    items = found(a_claim("a", killed=number(4)), a_claim("b", killed=number(5)), **given)
    assert of_field(items, "killed") == [(Relation.UPDATE, None)]


def test_a_bound_that_is_lost_within_a_lineage_is_a_slip() -> None:
    """“About 150” re-told as 150 is a transmission error of the re-telling."""
    items = found(
        a_claim("a", killed=number(150, Bound.APPROXIMATE)), a_claim("b", killed=number(150)), lineages={"a": "one", "b": "one"}
    )
    assert of_field(items, "killed") == [(Relation.TRANSMISSION_ERROR, None)]


def test_namesakes_are_a_slip_and_districts_a_refinement() -> None:
    """A village and its district refine each other; a namesake far away is a transmission error."""
    village = a_claim("a", place=a_place("Sombe", admin1="Karo"))
    region = a_claim("b", place=a_place("Karo", latitude=13.0))
    assert of_field(found(village, region), "place") == [(Relation.REFINE, None)]
    namesake = a_claim("b", place=a_place("Sombe-sur-Mer", latitude=11.0))
    assert of_field(found(village, namesake), "place") == [(Relation.TRANSMISSION_ERROR, None)]


def test_a_wrong_weekday_tells_the_slip() -> None:
    """Of Wednesday 29 and Wednesday 30 June 2022, the calendar knows which is wrong (D27)."""
    documents = {name: a_document(name, f"On Wednesday {day} June 2022 the Council voted.") for name, day in (("a", 29), ("b", 30))}
    claims = [
        a_claim(name, "M1", time=placed(documents[name].text, at_day(f"2022-06-{day}"))) for name, day in (("a", 29), ("b", 30))
    ]
    items = differences(claims, {item.id: item for item in documents.values()}, {})
    assert [(item.relation, item.kind) for item in items] == [(Relation.TRANSMISSION_ERROR, DisputeKind.DATE)]
    assert [position.value for position in items[0].positions if position.error] == ["2022-06-30"]


def placed(text: str, value: object) -> object:
    """Return a time slot at the date's own words."""
    from corro.model import Slot
    from corro.values import Span

    start = text.index("Wednesday")
    return Slot("time", Span(start, start + len("Wednesday 29 June 2022")), value)  # type: ignore[arg-type]


def test_announced_and_effective_are_two_stages() -> None:
    """The date of an announcement and that of its effect do not contradict each other."""
    announced, effective = at_day("2022-07-14", anchor=TimeAnchor.ANNOUNCED), at_day("2022-07-18", anchor=TimeAnchor.EFFECTIVE)
    items = found(a_claim("a", "H2", time=announced), a_claim("b", "H2", time=effective))
    assert of_field(items, "time") == [(Relation.INCOMPARABLE, None)]


def test_two_readings_of_the_law_are_never_decided() -> None:
    """Legal positions of two holders stand as a dispute of law (D15)."""
    items = found(
        a_claim("a", "H1", holders=(Holder("speaker", "United Nations"),), legal_basis=words("does not apply to UN staff")),
        a_claim("b", "H1", holders=(Holder("speaker", "Ministry"),), legal_basis=words("Vienna Convention of 1961")),
    )
    assert of_field(items, "legal_basis") == [(Relation.DISPUTE, DisputeKind.LAW)]
    assert not any(position.error for position in items[0].positions)


def test_reasons_stand_side_by_side() -> None:
    """Two reasons for one measure are no difference."""
    assert not found(a_claim("a", "H1", reason=words("bias")), a_claim("b", "H1", reason=words("subversive actions")))


def test_a_denial_by_another_is_a_dispute_of_fact() -> None:
    """Who denies the event is set against who affirms it."""
    denial = a_claim("b", polarity=Polarity.DENIED, modality=Modality.NEGATED, holders=(Holder("speaker", "Army"),))
    items = found(a_claim("a", holders=(Holder("speaker", "Villagers"),)), denial)
    assert of_field(items, "existence") == [(Relation.DISPUTE, DisputeKind.FACT)]


def test_labels_of_armed_groups_are_a_dispute_of_attribution() -> None:
    """Two groups to whom one attack is ascribed stand side by side."""
    groups = [somebody(label, ActorKind.ARMED_GROUP) for label in ("Sabwe Brigade", "Tondo Liberation Front")]
    items = found(a_claim("a", "A2", actor=groups[0]), a_claim("b", "A2", actor=groups[1]))
    assert of_field(items, "actor") == [(Relation.DISPUTE, DisputeKind.ATTRIBUTION)]


def test_a_label_that_is_only_inferred_to_be_another_is_kept() -> None:
    """“Foreign military personnel” and Wagner are not merged (D22)."""
    label = somebody("foreign military personnel", ActorKind.PRIVATE_MILITARY, inferred_id="wagner")
    items = found(a_claim("a", actor=label), a_claim("b", actor=somebody("Wagner", ActorKind.PRIVATE_MILITARY, actor_id="wagner")))
    assert of_field(items, "actor") == [(Relation.DISPUTE, DisputeKind.ATTRIBUTION)]


def test_votes_that_do_not_make_fifteen() -> None:
    """Twelve, none and two are fourteen; the Council has fifteen members."""
    votes = [("a", 3), ("b", 2)]
    items = found(
        *(a_claim(name, "M1", votes_for=number(12), votes_against=number(0), abstentions=number(held)) for name, held in votes)
    )
    assert of_field(items, "abstentions") == [(Relation.TRANSMISSION_ERROR, DisputeKind.QUANTITY)]
    assert [position.value for position in items[0].positions if position.error] == ["2"]


VALUES = st.one_of(
    st.builds(
        lambda figure, bound: ("killed", number(figure, bound)), st.integers(0, 600), st.sampled_from([Bound.EXACT, Bound.AT_LEAST])
    ),
    st.builds(lambda day: ("time", at_day(f"2022-07-{day:02}")), st.integers(1, 28)),
    st.builds(
        lambda label: ("target", somebody(label)),
        st.sampled_from(["head of the mission", "UN official", "spokesman of the mission"]),
    ),
)


@given(st.lists(st.tuples(st.sampled_from("abcd"), VALUES), min_size=1, max_size=8), st.randoms())
def test_order_has_no_say(told: list[tuple[str, tuple[str, object]]], random: object) -> None:
    """Claims in any order give the same differences (law 4), and no position is lost (law 3)."""
    claims = [a_claim(name, trigger=at(index), **{role: value}) for index, (name, (role, value)) in enumerate(told)]
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert found(*claims) == found(*shuffled)


def at(index: int) -> object:
    """Return a place in the text."""
    from corro.values import Span

    return Span(index * 5, index * 5 + 4)


def earlier(items: Sequence[Difference]) -> list[str]:
    """Return the values whose place others have taken."""
    return [position.value for item in items for position in item.positions if position.earlier]


def test_a_later_toll_takes_the_place_of_the_earlier() -> None:
    """The same source counts anew; in either order of the claims the earlier figure is marked."""
    hospital = (Holder("speaker", "hospital"),)
    tolls = {"a": 14, "b": 19}
    first, later = (a_claim(name, killed=number(toll), holders=hospital, statement_id=name) for name, toll in tolls.items())
    days = {"a": {"published": "2022-07-20"}, "b": {"published": "2022-07-28"}}
    assert earlier(found(first, later, **days)) == earlier(found(later, first, **days)) == ["14"]


def test_a_toll_that_is_still_given_later_keeps_its_place() -> None:
    """Somebody tells 14 again after 19 was told."""
    hospital = (Holder("speaker", "hospital"),)
    tolls = {"a": 14, "b": 19, "c": 14}
    told = [a_claim(name, killed=number(toll), holders=hospital, statement_id=name) for name, toll in tolls.items()]
    days = {name: {"published": f"2022-07-{day}"} for name, day in (("a", 20), ("b", 28), ("c", 30))}
    assert "14" not in earlier(found(*told, **days))
