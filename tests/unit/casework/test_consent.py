"""Consent: itemised, dated, withdrawable; what goes out is what all allow."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corro.casework import ALL_USES, ConsentAct, ConsentKind, Use, allowed, entered, intersection
from corro.errors import BadOptionError

DAY = date(2026, 3, 1)
TODAY = date(2026, 11, 24)


def given_for(*uses: Use, on: date = DAY) -> ConsentAct:
    """A consent as somebody notes it."""
    return ConsentAct(ConsentKind.GIVEN, on, frozenset(uses), "bm", "signed form", "ada")


def withdrawn(*uses: Use, on: date = DAY) -> ConsentAct:
    """A withdrawal."""
    return ConsentAct(ConsentKind.WITHDRAWN, on, frozenset(uses) or ALL_USES, by="ada")


def test_nothing_is_allowed_that_was_never_given() -> None:
    """Silence is no consent."""
    assert allowed([], TODAY) == frozenset()


def test_giving_less_narrows() -> None:
    """The latest giving says the whole."""
    acts = [given_for(Use.PUBLISH, Use.SHARE_UN), given_for(Use.SHARE_UN, on=DAY + timedelta(1))]
    assert allowed(acts, TODAY) == {Use.SHARE_UN}


def test_a_withdrawal_takes_back_what_it_names() -> None:
    """The rest stays."""
    acts = [given_for(Use.PUBLISH, Use.SHARE_UN), withdrawn(Use.PUBLISH, on=DAY + timedelta(1))]
    assert allowed(acts, TODAY) == {Use.SHARE_UN}


def test_a_consent_dated_after_its_use_does_not_cover_it() -> None:
    """What is used today must have been allowed by today."""
    assert allowed([given_for(Use.PUBLISH, on=TODAY + timedelta(1))], TODAY) == frozenset()


def test_an_older_paper_found_later_gives_nothing_back() -> None:
    """A withdrawal is not undone by entering an earlier consent after it."""
    acts = [given_for(Use.PUBLISH), withdrawn(on=DAY + timedelta(9)), given_for(Use.PUBLISH, on=DAY + timedelta(3))]
    assert allowed(acts, TODAY) == frozenset()


def test_a_clock_that_was_set_back_gives_nothing_back() -> None:
    """A withdrawal counts from the moment it is known, whatever day it is said to be."""
    acts = [given_for(Use.PUBLISH), withdrawn(on=DAY + timedelta(30))]
    assert allowed(acts, DAY + timedelta(1)) == frozenset()


def test_nothing_follows_an_erasure() -> None:
    """Nor can anything be entered after it."""
    acts = [given_for(Use.PUBLISH), ConsentAct(ConsentKind.ERASED, DAY), given_for(Use.PUBLISH, on=TODAY)]
    assert allowed(acts, TODAY) == frozenset()
    with pytest.raises(BadOptionError, match="erased"):
        entered(acts, given_for(Use.PUBLISH), TODAY)


@pytest.mark.parametrize(
    ("acts", "act", "words"),
    [
        ([], given_for(Use.PUBLISH, on=TODAY + timedelta(1)), "future"),
        ([], given_for(), "what it is given for"),
        ([], ConsentAct(ConsentKind.GIVEN, DAY, frozenset({Use.PUBLISH})), "language"),
        ([], withdrawn(Use.PUBLISH), "never given"),
        ([given_for(Use.PUBLISH), withdrawn(Use.PUBLISH)], withdrawn(Use.PUBLISH), "withdrawn before"),
    ],
)
def test_what_cannot_be_is_refused(acts: list[ConsentAct], act: ConsentAct, words: str) -> None:
    """A clear answer each."""
    with pytest.raises(BadOptionError, match=words):
        entered(acts, act, TODAY)


uses = st.frozensets(st.sampled_from(list(Use)))
days = st.integers(0, 20).map(lambda number: DAY + timedelta(number))
acts_of_a_person = st.lists(st.builds(ConsentAct, st.sampled_from(list(ConsentKind)), days, uses), max_size=8)


def slowly_allowed(acts: list[ConsentAct], on: date) -> frozenset[Use]:
    """The same, use by use, as a lawyer would ask: is there a paper, is it the last, did anybody take it back?"""
    left = set()
    for use in Use:
        papers = [(act.on, place) for place, act in enumerate(acts) if act.kind is ConsentKind.GIVEN and act.on <= on]
        if not papers or any(act.kind is ConsentKind.ERASED for act in acts):
            continue
        newest = max(papers)
        back = [(act.on, place) for place, act in enumerate(acts) if act.kind is ConsentKind.WITHDRAWN and use in act.uses]
        narrowed = any(act.kind is ConsentKind.GIVEN and act.on > on and use not in act.uses for act in acts)
        if use in acts[newest[1]].uses and not any(one > newest for one in back) and not narrowed:
            left.add(use)
    return frozenset(left)


@given(st.lists(acts_of_a_person, max_size=3), days)
def test_never_more_than_the_intersection(persons: list[list[ConsentAct]], on: date) -> None:
    """What goes out is what each person allows, found in another way."""
    expected = ALL_USES
    for acts in persons:
        expected &= slowly_allowed(acts, on)
    assert intersection(persons, on) == expected


@given(acts_of_a_person, uses, days)
def test_a_withdrawal_never_gives(acts: list[ConsentAct], taken: frozenset[Use], on: date) -> None:
    """Adding one leaves at most what was there, whatever its day."""
    more = ConsentAct(ConsentKind.WITHDRAWN, on, taken)
    assert allowed([*acts, more], TODAY) <= allowed(acts, TODAY)
