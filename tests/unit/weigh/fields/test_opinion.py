"""The second opinion on two passages: what it is made of, and how far it goes."""

import json
import re
from datetime import date
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st

from corro.model import DisputeKind, Relation
from corro.pipeline.telling import told
from corro.values import Language
from corro.vocab.stand_words import stand_words
from corro.weigh.fields import Told, relate_told
from corro.weigh.fields.opinion import WEIGHTS, log_odds, marks, second_opinion
from corro.weigh.fields.relating import relate_by_rules
from corro.weigh.fields.verdicts import agree, slip

DAY = date(2023, 5, 4)
FIELDS = ["count", "date", "place", "actor", "identity", "role", "legal", "status", "characterisation", "provenance", "existence"]
texts = st.lists(
    st.sampled_from(["soldiers", "denied", "not", "closed", "open", "said", "12", "killed", "Kolo", "village", "because", "."]),
    max_size=9,
).map(" ".join)


def a_telling(text: str, source: str = "", day: date | None = DAY) -> Told:
    """Return a passage, read."""
    return told(text, Language.ENGLISH, day, source)


def test_no_word_of_a_text_is_in_the_weights() -> None:
    """Every mark is a question, a number's name, or an entry of the marks of `stand_words`."""
    read = json.loads(files("corro.vocab").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    assert set(read) == {relation.value for relation in Relation}
    entries = {key for language in ("en", "fr") for key, _ in stand_words("marks", language)}
    for held in read.values():
        for name in held["marks"]:
            field, _, mark = name.rpartition("*")
            assert not field or field in FIELDS
            if mark.startswith("field="):
                assert mark.removeprefix("field=") in FIELDS
            elif ":" in mark:
                assert mark.split(":")[1] in entries
            else:
                assert re.fullmatch(r"[a-z_0-9]+", mark)


@given(texts, texts, st.sampled_from(FIELDS))
@settings(deadline=None)
def test_the_order_of_two_passages_of_one_day_makes_no_difference(one: str, other: str, field: str) -> None:
    """Law 4: neither is the earlier."""
    left, right = a_telling(one, "A"), a_telling(other, "B")
    ahead, back = log_odds(left, right, field), log_odds(right, left, field)
    assert all(abs(ahead[name] - back[name]) < 1e-9 for name in ahead)


@given(texts, texts, st.sampled_from(FIELDS))
@settings(deadline=None)
def test_a_slip_is_never_the_model_s(one: str, other: str, field: str) -> None:
    """What the calendar or a spelling shows is for rules to see; a dispute by opinion has its kind, and says what the rules saw."""
    left, right = a_telling(one, "A"), a_telling(other, "B")
    found = second_opinion(left, right, field, agree("nothing.apart", "Nothing tells them apart."))
    assert found.relation is not Relation.TRANSMISSION_ERROR
    assert (found.kind is not None) == (found.relation is Relation.DISPUTE)
    if found.relation is not Relation.AGREE:
        assert found.rule == f"opinion.{found.relation.value}"
        assert "Nothing tells them apart." in found.words


def test_a_mark_is_counted_for_its_question_too() -> None:
    """What one state in both passages means depends on what is asked."""
    found = marks(a_telling("The road is open."), a_telling("The road is not open."), "status")
    assert found["field=status"] == found["status*axes_shared"] == found["axes_shared"] == 1.0


def test_an_impossible_date_stays_a_slip() -> None:
    """The calendar is trusted before any opinion."""
    one, other = a_telling("He was arrested on 31 February."), a_telling("He was arrested on 28 February.")
    ruled = relate_by_rules(one, other, "date")
    assert ruled.relation is Relation.TRANSMISSION_ERROR
    assert second_opinion(one, other, "date", slip("calendar.impossible", "no such day")).relation is ruled.relation


def test_two_who_contend_hold_two_positions() -> None:
    """Villagers blame, the ministry answers: who did it is in dispute, whatever words they use."""
    blamed = a_telling("Villagers blame soldiers for the fire at Orsa.", "Rights Bulletin")
    answered = a_telling("The ministry insists that herdsmen set Orsa on fire.", "Capital Record")
    found = relate_told(blamed, answered, "actor")
    assert (found.relation, found.kind) == (Relation.DISPUTE, DisputeKind.ATTRIBUTION)
