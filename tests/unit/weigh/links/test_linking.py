"""Claims of one event find each other, and claims of two do not."""

import pytest
from tests.unit.weigh.builders import a_claim, a_document, a_person, a_place, at_day, in_month, number, somebody

from corro.model import Claim, EventLink, Labelled, LinkVerdict, Slot, TimeValue
from corro.values import Bound, PlaceKind, PlacePrecision, Span
from corro.weigh import block_keys, in_context, link
from corro.weigh.links.context import ClaimInContext, headline_names

SALGADO = a_person("Olivier Salgado")


def there(claim: Claim, **given: str) -> ClaimInContext:
    """Put a claim into a document."""
    return in_context(claim, a_document(claim.document_id.removeprefix("doc_"), "text " * 40, **given))


def verdict(one: Claim, other: Claim, **given: str) -> LinkVerdict | None:
    """Return what the linker says of two claims."""
    found = link(there(one, **given), there(other, **given))
    return found.verdict if found else None


def test_same_kind_day_and_place_are_one_event() -> None:
    """What happened on one day in one village is one event, and the link says why."""
    one = a_claim("a", time=at_day("2022-06-18"), place=a_place())
    other = a_claim("b", "A3", time=at_day("2022-06-18"), place=a_place())
    found = link(there(one), there(other))
    assert found is not None
    assert found.verdict is LinkVerdict.SAME
    assert any("same day" in reason for reason in found.reasons)


def test_acts_of_one_operation_are_one_event() -> None:
    """Killings, arrests and burnt houses of one day and village are what one operation did (R6)."""
    one = a_claim("a", "V1", time=at_day("2022-06-18"), place=a_place())
    assert verdict(one, a_claim("b", "V5", time=at_day("2022-06-18"), place=a_place())) is LinkVerdict.SAME


def test_acts_of_one_day_without_a_common_place_are_two_events() -> None:
    """A mine on a road and arrests at an airport have nothing but the day in common."""
    one = a_claim("a", "V1", time=at_day("2022-06-18"), place=a_place())
    assert verdict(one, a_claim("b", "V5", time=at_day("2022-06-18"))) is not LinkVerdict.SAME


def test_a_report_goes_on_about_the_past_event_that_it_is_about() -> None:
    """What the lead dates months ago is the topic; a clash told without date further down belongs to it."""
    text = "They were killed in that town in March.\nSome fighters died in a clash as well."
    document = a_document("a", text, published="2022-12-01")
    past = in_context(a_claim("a", "V1", time=at_day("2022-03-27"), place=a_place(), trigger=Span(10, 16)), document)
    clash = in_context(a_claim("a", "A1", killed=number(12), trigger=Span(68, 73)), document)
    found = link(past, clash)
    assert found is not None
    assert found.verdict is LinkVerdict.SAME


def test_two_attacks_a_day_apart_in_one_village_are_two() -> None:
    """Precise dates that exclude each other, with other figures, keep two events apart."""
    one = a_claim("a", time=at_day("2022-06-18"), place=a_place(), killed=number(12))
    other = a_claim("b", time=at_day("2022-06-19"), place=a_place(), killed=number(4))
    assert verdict(one, other) not in (LinkVerdict.SAME, LinkVerdict.UNSURE)


def test_one_day_in_two_far_villages_is_two_events() -> None:
    """Two places sixty kilometres apart are two events."""
    one = a_claim("a", time=at_day("2022-06-18"), place=a_place("Oumba"))
    other = a_claim("b", time=at_day("2022-06-18"), place=a_place("Karo", 16.0))
    assert verdict(one, other) is not LinkVerdict.SAME


@pytest.mark.parametrize("later", [at_day("2022-07-22"), in_month(2022, 8)])
def test_an_expulsion_of_one_person_is_one_event_even_if_misdated(later: object) -> None:
    """A rare kind with one named target survives a wrong date, so that the dates can be set side by side."""
    one = a_claim("a", "H1", time=at_day("2022-07-20"), target=SALGADO)
    assert verdict(one, a_claim("b", "H1", time=later, target=SALGADO)) is LinkVerdict.SAME


def test_expulsions_of_two_persons_are_two() -> None:
    """Another person half a year later is another event."""
    one = a_claim("a", "H1", time=at_day("2022-07-20"), target=SALGADO)
    other = a_claim("b", "H1", time=at_day("2023-02-05"), target=a_person("Guillaume Ngefa"))
    assert verdict(one, other) is LinkVerdict.NOT_SAME


def test_news_is_not_of_what_came_later() -> None:
    """An undated order in a report of July is not the order of the next February, however rare orders are."""
    undated = there(a_claim("a", "H1"), published="2022-07-20")
    later = there(a_claim("b", "H1", time=at_day("2023-02-05")), published="2023-02-06")
    found = link(undated, later)
    assert found is not None
    assert found.verdict is LinkVerdict.NOT_SAME


def test_a_wrong_year_may_be_a_slip() -> None:
    """The same days of the next year do not part two reports that agree on all else."""
    one = a_claim("a", time=at_day("2022-03-27", "2022-03-31"), place=a_place(), killed=number(487))
    other = a_claim("b", time=at_day("2023-03-21", "2023-03-31"), place=a_place(), killed=number(487))
    assert verdict(one, other) is LinkVerdict.SAME
    assert blocks(one) & blocks(other)


def test_a_year_too_late_may_be_a_slip() -> None:
    """News of April cannot tell of the next March, unless the year there is a slip for this one; a half year is none."""
    news = there(a_claim("a", killed=number(487)), published="2022-04-03")
    late = there(a_claim("b", time=at_day("2023-03-21", "2023-03-31"), killed=number(487)), published="2023-06-20")
    found = link(news, late)
    assert found is not None
    assert found.verdict is LinkVerdict.SAME
    other = link(news, there(a_claim("b", time=at_day("2022-11-02"), killed=number(487)), published="2023-06-20"))
    assert other is None or other.verdict is not LinkVerdict.SAME


def test_a_sum_meets_itself_rounded() -> None:
    """297 requests of a quarter and about 300 of the same quarter are looked up and linked by the period of the sum."""
    window = Slot("window", Span(0, 4), TimeValue(at_day("2023-01-01", "2023-03-31").interval))
    one = a_claim("a", "O1", requests=number(297, unit="requests"), window=window)
    other = a_claim("b", "O1", requests=number(300, Bound.APPROXIMATE, unit="requests"), time=at_day("2023-01-01", "2023-03-31"))
    assert blocks(one) & blocks(other)
    assert verdict(one, other) is LinkVerdict.SAME


def test_an_undated_mention_beside_a_dated_past_is_the_texts_own_news() -> None:
    """A text of February that recalls an expulsion of August tells of another one where it gives no date."""
    news = a_claim("a", "H1", trigger=Span(0, 4), actor=somebody("junta", actor_id="mali_government"))
    past = a_claim("a", "H1", trigger=Span(9, 14), actor=somebody("junta", actor_id="mali_government"), time=in_month(2022, 8))
    assert verdict(news, past, published="2023-02-05") is not LinkVerdict.SAME


def test_one_count_in_two_units_is_one() -> None:
    """Requests told on as occasions are found by the figure, whatever the type of obstruction."""
    one = a_claim("a", "O1", requests=number(164, unit="requests"))
    other = a_claim("b", "O4", patrols=number(164, unit="patrols"))
    assert verdict(one, other) is LinkVerdict.SAME
    assert blocks(one) & blocks(other)


def test_a_day_without_a_year_still_tells() -> None:
    """“14 July” in a text that leaves the year open fits a 14 July, and no 2 August."""
    document = a_document("a", "They suspended it on 14 July.", published="")
    open_year = Slot("time", Span(21, 28), TimeValue(None))
    one = in_context(a_claim("a", "H2", time=open_year), document)
    assert one.year_day == (7, 14)
    weights = [link(one, there(a_claim("b", "H2", time=at_day(day)))) for day in ("2022-07-14", "2022-08-02")]
    assert weights[0] is not None
    assert weights[0].verdict is LinkVerdict.SAME
    assert weights[1] is None


def test_statements_of_two_speakers_are_two() -> None:
    """A statement by a minister and one by a commissioner on one day are two."""
    minister = a_claim("a", "C3", time=at_day("2023-02-06"), actor=a_person("Awa Sanogo", actor_id="awa_sanogo"))
    other = a_claim("b", "C3", time=at_day("2023-02-06"), actor=a_person("Jo Sow", actor_id="jo_sow"))
    assert verdict(minister, other) is not LinkVerdict.SAME


def test_two_meetings_in_two_weeks_are_two() -> None:
    """The Council meets often: another day is another meeting."""
    council = somebody("Security Council", actor_id="un_security_council")
    one = a_claim("a", "C1", time=at_day("2023-01-27"), target=council)
    assert verdict(one, a_claim("b", "C1", time=at_day("2023-02-07"), target=council)) is not LinkVerdict.SAME


def test_a_headline_in_capitals_tells_no_names() -> None:
    """Names of a headline count only where other words have none, and its first word only if it is a name in the text."""
    plain = a_document("a", "Men on foot reached the town of Oumba.", title=Labelled("Oumba market attacked by night"))
    title = a_document("b", "Nothing is known.", title=Labelled("What We Know About The Night"))
    assert headline_names(plain) == {"oumba"}
    assert headline_names(title) == frozenset()
    assert headline_names(a_document("c", "Nothing.", title=Labelled("What is known so far"))) == frozenset()


def test_a_month_meets_its_day() -> None:
    """A coarse date is no contradiction."""
    one = a_claim("a", "H2", time=in_month(2022, 7), actor=somebody("Mali", actor_id="mali_government"))
    other = a_claim("b", "H2", time=at_day("2022-07-14"), actor=somebody("junta", actor_id="mali_government"))
    assert verdict(one, other) is LinkVerdict.SAME


def test_kinds_that_have_nothing_to_do_with_each_other_are_not_compared() -> None:
    """A pardon is never a clash."""
    assert link(there(a_claim("a", "H5")), there(a_claim("b", "A1"))) is None


def test_another_one_is_not_the_same() -> None:
    """“Another coup” is not the coup beside it."""
    document = a_document("a", "A coup in 2020 was followed by another coup in the spring.")
    one = a_claim(
        "a", "A4", trigger=document_span(document.text, "coup", 0), passage=document_span(document.text, document.text, 0)
    )
    other = a_claim("a", "A4", trigger=document_span(document.text, "coup", 10), passage=one.passage)
    found = link(in_context(one, document), in_context(other, document))
    assert found is None or found.verdict is not LinkVerdict.SAME


def document_span(text: str, words: str, start: int) -> object:
    """Return where words stand."""
    from corro.values import Span

    at = text.index(words, start)
    return Span(at, at + len(words))


def test_a_link_is_the_same_from_both_sides() -> None:
    """The pair decides, not the order."""
    one = there(a_claim("a", time=at_day("2022-06-18"), place=a_place(), killed=number(132)))
    other = there(a_claim("b", time=in_month(2022, 6), place=a_place(), killed=number(132)))
    assert link(one, other) == link(other, one)


def blocks(claim: Claim, **given: str) -> set[str]:
    """Return the keys of a claim."""
    return set(block_keys(claim, a_document(claim.document_id.removeprefix("doc_"), **given)))


def test_neighbours_share_a_block() -> None:
    """Claims a few days apart in one place, or with one person whatever the date, are compared."""
    one = a_claim("a", time=at_day("2022-06-18"), place=a_place())
    assert blocks(one) & blocks(a_claim("b", "A3", time=at_day("2022-06-22"), place=a_place()))
    expelled = a_claim("a", "H1", time=at_day("2022-07-20"), target=SALGADO)
    assert blocks(expelled) & blocks(a_claim("b", "H1", time=in_month(2022, 12), target=SALGADO))


def test_a_village_meets_its_region() -> None:
    """A report that names the region only is compared with one that names the village."""
    village = a_claim("a", time=at_day("2022-06-18"), place=a_place(admin1="Mopti"))
    region = a_place("Mopti", kind=PlaceKind.REGION, precision=PlacePrecision.PROVINCE)
    assert blocks(village) & blocks(a_claim("b", time=at_day("2022-06-18"), place=region))


def meet(one: Claim, other: Claim, **given: str) -> bool:
    """Say whether two claims are compared: one of them is looked up where the other is filed."""
    mine, theirs = blocks(one, **given), blocks(other, **given)
    filed, looked_up = ({key.lstrip(mark) for key in mine if key[0] != other_mark} for mark, other_mark in (("<", ">"), (">", "<")))
    return any((key[0] != "<" and key.lstrip(">") in filed) or (key[0] != ">" and key.lstrip("<") in looked_up) for key in theirs)


def test_two_towns_of_two_regions_do_not_meet() -> None:
    """Two towns of one country are not compared for the country's sake, but each is with what names the country alone."""
    one = a_claim("a", time=at_day("2022-06-18"), place=a_place(admin1="Mopti", country="ML"))
    other = a_claim("b", time=at_day("2022-06-18"), place=a_place("Karo", 16.0, admin1="Gao", country="ML"))
    land = a_place("Mali", kind=PlaceKind.COUNTRY, precision=PlacePrecision.COUNTRY, country="ML")
    assert not meet(one, other)
    assert meet(one, a_claim("c", time=at_day("2022-06-18"), place=land))


def test_a_wrong_year_is_still_found() -> None:
    """A town's claim is compared with one of the same month a year later, and with none of two years later."""
    one = a_claim("a", time=at_day("2022-06-18"), place=a_place())
    assert meet(one, a_claim("b", time=at_day("2023-06-18"), place=a_place()))
    assert not meet(one, a_claim("b", time=at_day("2024-06-18"), place=a_place()))


def test_strangers_share_no_block() -> None:
    """Claims of another year and place are never compared."""
    one = a_claim("a", time=at_day("2020-06-18"), place=a_place())
    assert not blocks(one) & blocks(a_claim("b", time=at_day("2022-06-18"), place=a_place("Karo")))


def test_links_name_the_smaller_claim_first() -> None:
    """A link is stored once a pair."""
    found = link(
        there(a_claim("a", time=at_day("2022-06-18"), place=a_place())),
        there(a_claim("b", time=at_day("2022-06-18"), place=a_place())),
    )
    assert isinstance(found, EventLink)
    assert found.first_id < found.second_id


def test_two_events_of_one_sentence_share_its_words_for_nothing() -> None:
    """“A coup in 2020, followed by another coup nine months later” names two, however many words both claims stand in."""
    text = "The summer saw a coup which was followed by another coup that brought the present rulers to power."
    document = a_document("a", text)
    told = [Span(text.index("a coup") + 2, text.index("a coup") + 6), Span(text.index("another") + 8, text.index("another") + 12)]
    one, other = (
        in_context(a_claim("a", "A4", time=in_month(2020, 8), passage=Span(0, len(text)), trigger=trigger), document)
        for trigger in told
    )
    found = link(one, other)
    assert found is None or found.verdict is not LinkVerdict.SAME
