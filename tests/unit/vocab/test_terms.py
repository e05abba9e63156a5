"""The controlled lists, and that the model's enumerations are these lists."""

from enum import StrEnum

import pytest

from corro.errors import SetupError
from corro.model import (
    ActorKind,
    Assessment,
    AttributionStatus,
    Channel,
    DisputeKind,
    Modality,
    Relation,
    SpeechAct,
    Support,
    TimeAnchor,
)
from corro.values import PlacePrecision
from corro.vocab import keys_by_word, list_names, terms

ENUMERATIONS: dict[str, type[StrEnum]] = {
    "actor_kinds": ActorKind,
    "assessments": Assessment,
    "attribution_statuses": AttributionStatus,
    "channels": Channel,
    "dispute_kinds": DisputeKind,
    "modalities": Modality,
    "relations": Relation,
    "speech_acts": SpeechAct,
    "support": Support,
    "time_anchors": TimeAnchor,
}


@pytest.mark.parametrize("name", sorted(ENUMERATIONS))
def test_an_enumeration_of_the_model_is_its_list(name: str) -> None:
    """Every member stands in the list, and every term of the list is a member."""
    assert set(terms(name)) == {member.value for member in ENUMERATIONS[name]}


@pytest.mark.parametrize("name", list_names())
def test_every_term_has_both_labels_and_a_source(name: str) -> None:
    """No list is empty, and each term can be shown in English and French and traced."""
    assert terms(name)
    for term in terms(name).values():
        assert term.label("en")
        assert term.label("fr")
        assert term.source


def test_a_label_is_english_where_the_language_has_none() -> None:
    """French gives French; any other language gives English."""
    term = terms("relations")["update"]
    assert (term.label("fr"), term.label("de")) == ("met à jour", "update")


def test_the_ladder_of_verbs_climbs() -> None:
    """Each verb is one step stronger than the one before, from alleged to judicially established."""
    ranks = [term.fields["rank"] for term in terms("verbs").values()]
    assert ranks == list(range(1, len(ranks) + 1))
    assert [next(iter(terms("verbs"))), list(terms("verbs"))[-1]] == ["alleged", "judicially_established"]


@pytest.mark.parametrize("name", ["support", "assessments"])
def test_what_support_and_assessment_allow_is_on_the_ladder(name: str) -> None:
    """The strongest verb that a support or an assessment allows is a verb of the ladder."""
    allowed = {term.fields["verb"] for term in terms(name).values() if "verb" in term.fields}
    assert allowed
    assert allowed <= set(terms("verbs"))


def test_computed_support_never_allows_verified() -> None:
    """What is computed reaches corroborated at most; verified and above come by decision only."""
    ranks = terms("verbs")
    assert max(ranks[term.fields["verb"]].fields["rank"] for term in terms("support").values()) < ranks["verified"].fields["rank"]


@pytest.mark.parametrize("name", ["ucdp_where_precision", "acled_geo_precision"])
def test_each_precision_maps_to_one_code_at_most(name: str) -> None:
    """A precision of Corro is exported as one code; codes are the keys."""
    mapped = [precision for term in terms(name).values() for precision in term.fields["precision"]]
    assert len(mapped) == len(set(mapped))
    assert set(mapped) <= {member.value for member in PlacePrecision}
    assert all(str(term.fields["code"]) == term.key for term in terms(name).values())


def test_every_known_precision_has_an_ucdp_code() -> None:
    """UCDP has a code for every precision but the unknown."""
    mapped = {precision for term in terms("ucdp_where_precision").values() for precision in term.fields["precision"]}
    assert mapped == {member.value for member in PlacePrecision} - {"unknown"}


@pytest.mark.parametrize("name", ["ucdp_date_precision", "acled_time_precision"])
def test_coarser_date_codes_cover_more_days(name: str) -> None:
    """The longest span of a code grows with the code."""
    longest = [term.fields["longest_days"] for term in terms(name).values()]
    assert longest == sorted(set(longest))


def test_only_state_organs_commit_violations_outright() -> None:
    """The word "violation" is for organs of the State, "abuse" for organised armed groups; the rest is either (R4)."""
    deeds = {key: term.fields["deed"] for key, term in terms("actor_kinds").items()}
    assert {key for key, deed in deeds.items() if deed == "violation"} == {"state_force", "government", "judiciary"}
    assert deeds["jnim_type"] == deeds["armed_group"] == "abuse"
    assert deeds["private_military"] == deeds["self_defence"] == deeds["un_force"] == deeds["unknown"] == "either"


def test_unanswered_requests_count_apart_from_denied_ones() -> None:
    """Both count as refused in figures, and each is an outcome of its own."""
    outcomes = terms("access_outcomes")
    assert outcomes["denied"].fields["counts_as_refused"]
    assert outcomes["no_response"].fields["counts_as_refused"]
    assert not outcomes["delayed"].fields["counts_as_refused"]


def test_words_lead_to_terms_in_their_language_only() -> None:
    """`occasion` is a unit in both languages, `fois` in French only."""
    assert keys_by_word("counting_units", "en")["occasion"] == keys_by_word("counting_units", "fr")["fois"] == "occasions"
    assert "fois" not in keys_by_word("counting_units", "en")


def test_a_missing_list_is_a_fault_of_the_installation() -> None:
    """The message names the file."""
    with pytest.raises(SetupError, match=r"lists/no_such_list\.toml"):
        terms("no_such_list")
