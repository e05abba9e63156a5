"""What defaults to strictly confidential, and what is left of it once it is rebuilt."""

from datetime import UTC, date, datetime

from corro.casework import (
    codes_in,
    is_sensitive_claim,
    is_sensitive_entry,
    is_sensitive_event,
    is_sensitive_item,
    outside_item,
    rebuilt_entry,
    rebuilt_event,
    traits_of,
)
from corro.casework.mosaic import month_of
from corro.casework.rebuilding import is_small
from corro.model import Claim, Event, Item, ItemValue, RegisterEntry, RegisterField, Slot
from corro.model.claim import ActorValue, CountValue, TextValue
from corro.model.event import EventValue, Held
from corro.values import Bound, Count, Interval, Span

NOON = datetime(2026, 3, 7, 12, tzinfo=UTC)


def an_event(event_type: str = "V1", population: str = "schoolgirls", number: int = 7) -> Event:
    """An event with a figure."""
    figure = CountValue(Count.exactly(number), population=population)
    values = (
        EventValue("killed", (Held(figure, f"{number} {population}", ("claim_1",), ("Aissa",)),)),
        EventValue("actor", (Held(ActorValue("men of Belo"), "men of Belo", ("claim_1",)),)),
    )
    return Event("event_1", event_type, ("claim_1",), ("doc_1",), values, interval=Interval.day(date(2026, 3, 7)), title="secret")


def test_sexual_violence_is_sensitive_whoever_it_befell() -> None:
    """By its type."""
    assert is_sensitive_event(an_event("V3", "villagers"))
    assert is_sensitive_claim(Claim("doc_1", "V3", Span(0, 1), Span(0, 1)))


def test_children_as_victims_make_an_event_sensitive_in_both_languages() -> None:
    """As those counted or as the target; not as the doer."""
    assert is_sensitive_event(an_event(population="fillettes"))
    assert is_sensitive_event(an_event(population="élèves"))
    assert not is_sensitive_event(an_event(population="villagers"))
    slot = Slot("actor", Span(0, 1), ActorValue("two boys"))
    assert not is_sensitive_claim(Claim("doc_1", "V1", Span(0, 1), Span(0, 1), (slot,)))


def test_a_line_marked_by_people_is_sensitive() -> None:
    """By the columns that MRM and sexual violence have, unless they say no."""
    assert is_sensitive_entry(RegisterEntry("violations", None, (RegisterField("mrm_category", "abduction"),)))
    assert is_sensitive_entry(RegisterEntry("violations", None, (RegisterField("crsv", "yes"),)))
    assert not is_sensitive_entry(RegisterEntry("violations", None, (RegisterField("crsv", "No"),)))


def test_what_is_rebuilt_holds_no_words_claims_or_holders() -> None:
    """Only type, month, district, and figures that are large enough."""
    event = an_event()
    rebuilt = rebuilt_event(event, month_of(traits_of(event)), "protected_0001")
    assert not any(word in repr(rebuilt) for word in ("secret", "schoolgirls", "Belo", "Aissa", "claim_1", "doc_1", "event_1"))
    assert rebuilt.interval is not None
    assert rebuilt.interval.edtf == "2026-03"
    assert [held.printed for value in rebuilt.values if value.role == "killed" for held in value.held] == ["7 persons"]


def test_a_small_figure_does_not_go_out() -> None:
    """Not even as the end of a range."""
    rebuilt = rebuilt_event(an_event(number=3), traits_of(an_event(number=3)), "protected_0001")
    assert "3" not in [held.printed for value in rebuilt.values for held in value.held]
    assert is_small(Count(3, 9, Bound.RANGE))
    assert not is_small(Count.exactly(0))


def test_a_rebuilt_line_keeps_its_columns_and_no_free_text() -> None:
    """Words of controlled lists stay."""
    fields = (RegisterField("kind", "V1 Killing"), RegisterField("victim", "Aissa"), RegisterField("date", "2026-03-07"))
    event = rebuilt_event(an_event(), month_of(traits_of(an_event())), "protected_0001")
    rebuilt = rebuilt_entry(RegisterEntry("violations", "event_1", fields, ("claim_1",)), event)
    assert [field.printed for field in rebuilt.fields] == ["V1 Killing", "", "2026-03"]
    assert rebuilt.claims == ()


def test_codes_are_found_wherever_they_stand() -> None:
    """In texts, rows and objects, one inside another; what only looks alike is none."""
    entry = RegisterEntry("meetings", None, (RegisterField("briefers", "heard P-7KQ2MD9R and P-ABCDEFGH."),))
    assert codes_in([{"row": entry}]) == {"P-7KQ2MD9R", "P-ABCDEFGH"}
    assert codes_in("P-7KQ2MD9, XP-7KQ2MD9R, P-7KQ2MDIO") == frozenset()


def an_item(**values: str) -> Item:
    """An item of the register of briefers."""
    held = tuple(ItemValue(column, text, "ada", NOON, "act_1", ("before",)) for column, text in sorted(values.items()))
    return Item("BR-7KQ2MD9R", "briefers", held, NOON, "ada", NOON, reason="because", acts=("act_1",))


def test_what_people_entered_goes_out_without_what_keeps_a_person_safe() -> None:
    """No risk, no check-in, no reason, no earlier value, no name of staff; the public name only with consent."""
    item = an_item(person="P-7KQ2MD9R", named_as="Aissa of the union", risk_before="high", check_in_7="2026-03-14", side="host")
    told = repr(outside_item(item, named=False))
    gone = ("Aissa", "high", "check_in", "because", "'before'", "'ada'", "act_1")
    assert not [word for word in gone if word in told]
    assert "P-7KQ2MD9R" in told
    assert "Aissa of the union" in repr(outside_item(item, named=True))


def test_an_item_that_people_marked_is_sensitive() -> None:
    """By the columns on grave violations against children, or by its kind."""
    assert is_sensitive_item(an_item(mrm_category="abduction"))
    assert is_sensitive_item(an_item(kind="V3"))
    assert not is_sensitive_item(an_item(kind="V1", mrm_category="none"))


def test_what_others_say_of_sexual_violence_is_as_sensitive() -> None:
    """A call to look into a rape tells of it as the report of it does; a violation of the truce is none."""
    for text in ("the rape of women in Belo", "les viols commis à Belo", "violences sexuelles", "the killing of eleven pupils"):
        assert is_sensitive_claim(Claim("doc_1", "C4", Span(0, 1), Span(0, 1), (Slot("reason", Span(0, 1), TextValue(text)),)))
    for text in ("a violation of the truce", "la violation de l'accord", "the grapes of Belo", "violent clashes"):
        assert not is_sensitive_claim(Claim("doc_1", "C4", Span(0, 1), Span(0, 1), (Slot("reason", Span(0, 1), TextValue(text)),)))
    entry = RegisterEntry("investigations", None, (RegisterField("about", "a woman who was raped"),))
    assert is_sensitive_entry(entry)
    assert is_sensitive_item(an_item(capacity="survivor of sexual assault, according to an agency"))
