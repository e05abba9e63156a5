"""Each of the eleven transformations is found where it was done, in English and in French, and not where it was not."""

from typing import Any

import pytest
from tests.unit.weigh.builders import a_claim, a_document, a_place, at_day, between, in_month, number, somebody

from corro.model import CountValue, Slot
from corro.values import Bound, PlaceKind, Span
from corro.vocab import terms
from corro.weigh.derivation.rules import RULES, transformations
from corro.weigh.derivation.tellings import Telling
from corro.weigh.derivation.words import person_posts, post_of


def a_telling(text: str, figure: CountValue | None = None, language: str = "en", name: str = "one", **values: Any) -> Telling:
    """Return a telling whose words are its document's whole text."""
    whole = Span(0, len(text))
    claim = a_claim(name, passage=whole, **values, **({"killed": figure} if figure else {}))
    slot = next((slot for slot in claim.slots if slot.value is figure), None) if figure else None
    return Telling(claim, a_document(name, text, language=language), whole, slot, figure)


def a_target(text: str, label: str, language: str = "en") -> Telling:
    """Return a telling of whom a deed was done to."""
    start = text.index(label)
    slot = Slot("target", Span(start, start + len(label)), somebody(label))
    return Telling(a_claim("one", target=slot), a_document("one", text, language=language), Span(0, len(text)), slot)


def test_the_rules_are_the_controlled_list() -> None:
    """One rule for each key of the list of transformations, and none besides."""
    assert set(RULES) == set(terms("transformations"))


@pytest.mark.parametrize(
    ("text", "language"),
    [("Thirty huts were burnt in Oumba, elders said.", "en"), ("Trente cases ont été brûlées à Oumba, disent les anciens.", "fr")],
)
def test_the_same_words_are_verbatim_and_nothing_else(text: str, language: str) -> None:
    """Case, accents and marks aside; a cut copy is word for word too."""
    assert transformations(a_telling(text, language=language), a_telling(text.upper(), language=language)) == ("verbatim",)
    assert transformations(a_telling(text, language=language), a_telling(text.partition(",")[0], language=language)) == (
        "verbatim",
    )


def test_a_light_edit_is_verbatim_unless_the_sense_changes() -> None:
    """A desk's changed tense is no paraphrase; one changed `or` in a long sentence is one."""
    text = "Thirty huts or barns were burnt in the village of Oumba on the night of the market, the elders of the place said"
    light = text.replace("were burnt", "were burned")
    turned = text.replace("huts or barns", "huts and barns")
    assert transformations(a_telling(text), a_telling(light)) == ("verbatim",)
    assert transformations(a_telling(text), a_telling(turned)) == ("paraphrased", "conjunction_changed")


def test_another_language_is_a_translation() -> None:
    """A translation is no paraphrase, and the other way round."""
    english = a_telling("Thirty huts were burnt in Oumba.")
    french = a_telling("Trente cases ont été brûlées à Oumba.", language="fr")
    other = a_telling("In Oumba, fire took thirty huts.")
    assert transformations(english, french) == ("translated",)
    assert transformations(english, other) == ("paraphrased",)


@pytest.mark.parametrize(
    ("left", "right", "rounded"),
    [
        (number(413), number(400, Bound.APPROXIMATE), True),
        (number(157), number(100, Bound.MORE_THAN), True),
        (number(64), number(64, Bound.APPROXIMATE), True),
        (number(64), number(70, Bound.LESS_THAN), True),
        (between(60, 90), number(80, Bound.MORE_THAN), True),
        (number(413), number(412), False),
        (number(237), number(238), False),
        (number(413), number(300, Bound.APPROXIMATE), False),
        (number(400), number(413), False),
        (number(157), number(200, Bound.MORE_THAN), False),
        (between(60, 90), number(100, Bound.MORE_THAN), False),
    ],
)
def test_rounding(left: CountValue, right: CountValue, rounded: bool) -> None:
    """A rounder figure near the first is its rounding; a neighbour with no noughts, a far one and a finer one are not (D02)."""
    assert RULES["rounded"](a_telling("a", left), a_telling("b", right)) is rounded


def test_figures_of_one_sentence_are_added_up() -> None:
    """Two and three in one sentence make the five of the next report; a figure that merely is larger makes nothing."""
    first = Telling(*_plain("Two trucks burnt and three others were taken.", number(2)), parts=(2, 3))
    assert RULES["aggregated"](first, a_telling("Five trucks were lost.", number(5)))
    assert not RULES["aggregated"](first, a_telling("Six trucks were lost.", number(6)))
    assert not RULES["aggregated"](a_telling("Two trucks burnt.", number(2)), a_telling("Five trucks were lost.", number(5)))


def _plain(text: str, figure: CountValue) -> tuple[Any, ...]:
    told = a_telling(text, figure)
    return told.claim, told.document, told.words, told.slot, told.count


def test_the_unit_is_what_the_figure_counts() -> None:
    """Requests told as occasions count something else; a unit that nobody names is no other one."""
    requests, occasions = number(90, unit="flight_requests"), number(90, unit="occasions")
    assert RULES["unit_changed"](a_telling("a", requests), a_telling("b", occasions))
    assert not RULES["unit_changed"](a_telling("a", requests), a_telling("b", requests))
    assert not RULES["unit_changed"](a_telling("a", requests), a_telling("b", number(90, unit="")))


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("90 requests were refused or left unanswered.", "90 requests were refused.", "en"),
        ("90 demandes ont été refusées ou sont restées sans réponse.", "90 demandes ont été refusées.", "fr"),
        ("Suspected gunmen burnt the mill.", "Gunmen burnt the mill.", "en"),
        ("Des hommes présumés rebelles ont brûlé le moulin.", "Des rebelles ont brûlé le moulin.", "fr"),
    ],
)
def test_a_lost_word_of_caution_is_a_dropped_qualifier(left: str, right: str, language: str) -> None:
    """It is dropped in one direction only, and another word of the same kind keeps it."""
    assert RULES["qualifier_dropped"](a_telling(left, language=language), a_telling(right, language=language))
    assert not RULES["qualifier_dropped"](a_telling(right, language=language), a_telling(left, language=language))
    assert not RULES["qualifier_dropped"](
        a_telling("90 had no reply.", name="a"), a_telling("90 went without an answer.", name="b")
    )


def test_a_lost_bound_is_a_dropped_qualifier() -> None:
    """“About 300” told as 300."""
    assert RULES["qualifier_dropped"](a_telling("a", number(300, Bound.APPROXIMATE)), a_telling("b", number(300)))
    assert not RULES["qualifier_dropped"](a_telling("a", number(300)), a_telling("b", number(300, Bound.APPROXIMATE)))


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("They shot 40 men, some of them armed.", "They shot 40 men.", "en"),
        ("Ils ont tué 40 hommes, dont des combattants.", "Ils ont tué 40 hommes.", "fr"),
    ],
)
def test_a_mixed_group_told_as_one_widens_the_scope(left: str, right: str, language: str) -> None:
    """The words that keep part of the group apart are gone (D17)."""
    assert RULES["scope_widened"](a_telling(left, language=language), a_telling(right, language=language))
    assert not RULES["scope_widened"](a_telling(right, language=language), a_telling(left, language=language))


def test_a_lost_population_or_a_wider_place_widens_the_scope() -> None:
    """“40 soldiers” told as 40 dead; a town told as its region or country."""
    soldiers, dead = number(40, population="soldiers"), number(40)
    assert RULES["scope_widened"](a_telling("40 soldiers died.", soldiers), a_telling("40 died.", dead))
    assert not RULES["scope_widened"](a_telling("40 soldiers died.", soldiers), a_telling("40 died, all soldiers.", dead))
    town = a_telling("a", place=a_place("Oumba", admin1="Sarro"))
    assert RULES["scope_widened"](town, a_telling("b", place=a_place("Sarro", kind=PlaceKind.REGION)))
    assert RULES["scope_widened"](town, a_telling("b", place=a_place("Mali", kind=PlaceKind.COUNTRY)))
    assert not RULES["scope_widened"](town, a_telling("b", place=a_place("Tessa")))


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("It could not stop raids, answer raids or help farmers.", "It could not stop raids, answer raids and help farmers.", "en"),
        (
            "Elle ne pouvait prévenir les raids ou aider les paysans.",
            "Elle ne pouvait prévenir les raids et aider les paysans.",
            "fr",
        ),
    ],
)
def test_or_told_as_and_changes_the_conjunction(left: str, right: str, language: str) -> None:
    """Between the same things, in both directions; other things joined by `and` change nothing (D01)."""
    one, other = a_telling(left, language=language), a_telling(right, language=language)
    assert RULES["conjunction_changed"](one, other)
    assert RULES["conjunction_changed"](other, one)
    assert not RULES["conjunction_changed"](one, one)
    assert not RULES["conjunction_changed"](one, a_telling("Rain fell and rivers rose.", language=language))


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("head of the water office of the mission", "head of the mission", "en"),
        ("director of the water office", "spokesman of the water office", "en"),
        ("chef de la section des eaux", "porte-parole de la section des eaux", "fr"),
    ],
)
def test_another_post_of_the_target_is_a_changed_role(left: str, right: str, language: str) -> None:
    """The head of a part told as the head of the whole, or another rank (D06)."""
    one, other = (a_target(f"They told the {label} to go.", label, language) for label in (left, right))
    assert RULES["role_changed"](one, other)
    assert not RULES["role_changed"](one, one)


def test_a_speaker_with_the_post_of_another_body_has_a_changed_role() -> None:
    """A country's envoy told as the organisation's (D07); the same post cut short is the same."""
    before = a_telling(
        "Ambassador Lena Ruud, the Deputy Representative of Norland to the United Nations, spoke. It happened 90 times."
    )
    after = a_telling("The UN Deputy Representative, Lena Ruud, said that it happened 90 times.", name="b")
    short = a_telling("The Deputy Representative of Norland, Lena Ruud, said that it happened 90 times.", name="c")
    assert RULES["role_changed"](before, after)
    assert not RULES["role_changed"](before, short)


def test_a_post_is_read_with_its_unit() -> None:
    """A name, or a rank without a unit, is no post that could change; organs are spelled out."""
    assert post_of("Lena Ruud") is None
    assert post_of("its spokesman") is None
    assert person_posts("The UN envoy, Lena Ruud, spoke.") == {"lena ruud": frozenset({"united", "nations", "envoy"})}


def test_another_day_of_the_same_event_is_a_shifted_date() -> None:
    """Other days, or ends that slip by a day; a month that holds the day is only coarser (D03, D18)."""
    day, other, month = (a_telling("a", time=value) for value in (at_day("2022-07-20"), at_day("2022-07-22"), in_month(2022, 7)))
    assert RULES["date_shifted"](day, other)
    assert not RULES["date_shifted"](day, month)
    assert not RULES["date_shifted"](day, day)
    days, longer = (a_telling("a", time=at_day("2022-03-27", last)) for last in ("2022-03-31", "2022-04-01"))
    assert RULES["date_shifted"](days, longer)


def test_days_of_a_window_are_no_date() -> None:
    """Two counts over different quarters are two counts, and no shifted date (D02)."""
    window = at_day("2022-10-04", "2022-12-29").interval
    first = a_telling("a", number(90, window=window), time=at_day("2022-10-04", "2022-12-29"))
    assert not RULES["date_shifted"](first, a_telling("b", number(90), time=at_day("2023-01-27")))
