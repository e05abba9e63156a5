"""Claims of a document: types, figures, times, places, holders, mentions linked, what is inferred; any text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.extract.events.builders import annotated, claims_in, codes, the_claim, the_slot, words

from corro.extract.events.finding import find_claims
from corro.model import ActorValue, CountValue, DurationValue, Modality, SegmentKind, Speaker, SpeechAct, Statement
from corro.values import Bound, Count, Span

ORDER = (
    "The Ruritanian government has told the head of the UN mission to leave, claiming she is persona non grata. "
    "It gave the UN official 72 hours to leave the country. The move comes after a tense vote. "
    "Colonel Ivo Marek, the government spokesman, accused Nadia Holt, head of the mission's human rights office, of bias. "
    "“This measure follows the hostile actions of Madame Holt,” Marek said."
)


def a_statement(text: str, said: str, cue: str, source: str, act: SpeechAct = SpeechAct.ASSERTS) -> Statement:
    """Return a statement whose parts are given by their words."""

    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    return Statement("doc_1", (span(said),), span(cue), (span(source),), Speaker(source, source), "government spokesman", act)


def order_statements() -> tuple[Statement, ...]:
    """Return the two statements of the spokesman in ORDER."""
    accusation = a_statement(ORDER, "of bias", "accused", "Colonel Ivo Marek, the government spokesman", SpeechAct.ALLEGES)
    quotation = a_statement(ORDER, "This measure follows the hostile actions of Madame Holt", "said", "Marek")
    return (accusation, Statement(**{**_fields(quotation), "speaker": accusation.speaker}))


def _fields(statement: Statement) -> dict[str, object]:
    return {name: getattr(statement, name) for name in Statement.__dataclass_fields__}


def test_an_order_told_four_times_is_one_event() -> None:
    """The order, its term, the move and this measure carry each other's triggers."""
    claims = [claim for claim in claims_in(ORDER) if claim.type == "H1"]
    assert [claim.trigger.of(ORDER) for claim in claims] == ["told", "gave", "move", "measure"]
    for claim in claims:
        assert {span.of(ORDER) for span in claim.same_as} == {"told", "gave", "move", "measure"} - {claim.trigger.of(ORDER)}


def test_an_order_has_its_term_as_stated() -> None:
    """72 hours stay hours."""
    claim = next(claim for claim in claims_in(ORDER) if claim.trigger.of(ORDER) == "gave")
    value = the_slot(claim, "duration").value
    assert isinstance(value, DurationValue)
    assert value.duration.iso == "PT72H"


def test_whom_the_issuer_accuses_is_inferred_to_be_meant() -> None:
    """The head of the mission is the stated target; the accused official is a second one, marked as inferred."""
    claims = find_claims(annotated(ORDER), order_statements())
    first = next(claim for claim in claims if claim.type == "H1")
    targets = [(slot.span.of(ORDER), slot.inferred) for slot in first.slots_of("target")]
    assert targets == [("head of the UN mission", False), ("Nadia Holt", True)]


def test_who_speaks_of_this_measure_announced_it() -> None:
    """The issuer's spokesman announced the measure, as inferred, and what he says it follows is a reason."""
    claims = find_claims(annotated(ORDER), order_statements())
    measure = next(claim for claim in claims if claim.trigger.of(ORDER) == "measure")
    announced = the_slot(measure, "announced_by")
    assert isinstance(announced.value, ActorValue)
    assert announced.inferred
    assert words(ORDER, measure, "reason") == ["hostile actions of Madame Holt"]


def test_without_statements_nobody_is_inferred() -> None:
    """An accusation by nobody makes no target."""
    first = next(claim for claim in claims_in(ORDER) if claim.type == "H1")
    assert len(first.slots_of("target")) == 1


def test_the_holder_is_who_says_it() -> None:
    """A claim inside a statement is held by its speaker; outside, by the outlet alone."""
    text = "Soldiers burned two houses. Residents said soldiers arrested a baker."
    statement = a_statement(text, "soldiers arrested a baker", "said", "Residents")
    burned, arrested = find_claims(annotated(text), (statement,))
    assert [holder.name for holder in burned.holders] == ["unknown outlet"]
    assert burned.statement_id is None
    assert [holder.name for holder in arrested.holders] == ["Residents", "unknown outlet"]
    assert arrested.statement_id == statement.id


def test_another_coup_is_another_event() -> None:
    """The coup and another coup are not linked, and each keeps its own time."""
    text = "Relations soured after a 2020 coup, followed by another coup nine months later."
    first, second = (claim for claim in claims_in(text) if claim.type == "A4")
    assert first.same_as == second.same_as == ()
    assert (words(text, first, "time"), words(text, second, "time")) == (["2020"], ["nine months later"])
    assert first.modality is second.modality is Modality.HISTORICAL


def test_a_meeting_named_three_times_is_one() -> None:
    """A Council briefing, the briefing, and the Council's meeting of that day are mentions of one event."""
    text = (
        "The Security Council held a briefing on January 27. During the briefing, activist Mira Sol spoke of arrests. "
        "Delegates left the Council meeting of January 27 in silence."
    )
    meetings = [claim for claim in claims_in(text) if claim.type == "C1"]
    assert len(meetings) >= 2
    assert all(len(claim.same_as) == len(meetings) - 1 for claim in meetings)
    assert [slot.span.of(text) for claim in meetings for slot in claim.slots_of("briefer")] == ["activist Mira Sol"]


def test_a_caption_stands_alone() -> None:
    """The patrol of a picture is a claim of the caption, linked to nothing."""
    found = annotated(
        "UN peacekeepers on patrol in Zan (file photo).",
        "Gunmen attacked the village of Sama.",
        kinds=(SegmentKind.CAPTION, SegmentKind.BODY),
    )
    caption, attack = find_claims(found, ())
    assert (caption.type, caption.segment, attack.segment) == ("M3", "caption", "body")
    assert words(found.document.text, caption, "place") == ["Zan"]
    assert words(found.document.text, attack, "place") == ["Sama"]


def test_occasions_are_a_reported_aggregate() -> None:
    """A number of occasions on which a mission was blocked is cumulative, and the window stays unknown."""
    text = "He said the authorities had blocked the mission from deterring attacks on 61 separate occasions."
    value = the_slot(the_claim(text, "O1"), "occasions").value
    assert isinstance(value, CountValue)
    assert value == CountValue(Count.exactly(61), "occasions", "occasions", cumulative=True)


def test_a_part_knows_its_whole() -> None:
    """Of 80 requests 12 were refused: the 80 are the denominator of the 12."""
    text = "The ministry denied 12 of the 80 flight requests that the mission made in March."
    claim = the_claim(text, "O1")
    value = the_slot(claim, "requests").value
    assert isinstance(value, CountValue)
    assert (value.count.point, value.denominator) == (12, 80)
    assert words(text, claim, "denominator") == ["80"]


def test_the_dead_and_the_wounded_are_told_apart() -> None:
    """Each figure has the role that its verb or noun gives it, with its bound."""
    text = "Gunmen raided the market of Sama on Tuesday, killing at least nine farmers and wounding about 20 traders."
    claim = the_claim(text, "A3")
    figures = {slot.role: slot.value.count for slot in claim.slots if isinstance(slot.value, CountValue)}
    assert figures == {"killed": Count(9, None, Bound.AT_LEAST), "injured": Count(20, 20, Bound.APPROXIMATE)}


def test_a_figure_of_a_later_sentence_is_its_own_claim() -> None:
    """Another's count of the same dead is a mention of the same event, held by whoever gives it."""
    text = "Gunmen attacked Sama on Tuesday and killed nine farmers. A trader counted 17 bodies."
    statement = a_statement(text, "17 bodies", "counted", "A trader")
    claims = [claim for claim in find_claims(annotated(text), (statement,)) if claim.type == "A3"]
    assert [claim.rule for claim in claims] == ["events.trigger", "events.later_figure"]
    assert claims[1].same_as == (claims[0].trigger,)
    assert claims[1].holders[0].name == "A trader"


def test_a_killing_inside_an_attack_is_a_count_of_it() -> None:
    """One act, one event, of the most specific type."""
    assert codes("Gunmen ambushed a UN convoy of peacekeepers and killed two soldiers.") == ["A2"]
    assert codes("Interpreters of the mission were detained at the airport.") == ["O6"]


def test_the_time_of_saying_is_not_the_time_of_the_event() -> None:
    """A day that belongs to the verb of saying dates no attack."""
    text = "The mayor said on Monday that gunmen had attacked Sama on Friday."
    assert words(text, the_claim(text, "A3"), "time") == ["Friday"]
    text = "The mayor said on Monday that gunmen had attacked Sama."
    assert the_claim(text, "A3").slots_of("time") == ()


def test_votes_are_counted_by_side() -> None:
    """Votes for and abstentions have roles of their own."""
    text = "By 13 votes in favour, with two abstentions, the Security Council extended the mandate of the mission."
    claim = the_claim(text, "M1")
    roles = {slot.role: slot.value.count.point for slot in claim.slots if isinstance(slot.value, CountValue)}
    assert roles == {"votes_for": 13, "abstentions": 2}


def test_a_document_without_words_has_no_claims() -> None:
    """A text in a language that is not analysed gives nothing."""
    assert find_claims(annotated("Az oroszlán alszik.", language="other"), ()) == ()


_PIECES = st.lists(
    st.sampled_from(
        (
            "The_army killed 12 persona_non_grata « » ( ) a_coup last_month des tués aucun . ! | : of the_mission "
            "200_of_300_requests hours Sama à_Gao ’ said who - if 😀 \n"
        )
        .replace(" \n", " NEWLINE")
        .split()
    ).map(lambda piece: "\n" if piece == "NEWLINE" else piece.replace("_", " ")),
    max_size=40,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_PIECES | st.text(max_size=120), st.sampled_from(["en", "fr"]))
def test_any_text_gives_claims_inside_it(pieces: list[str] | str, language: str) -> None:
    """Whatever the text, nothing fails, and every span lies inside it."""
    text = pieces if isinstance(pieces, str) else " ".join(pieces)
    found = annotated(text, language=language)
    for claim in find_claims(found, ()):
        spans = [claim.trigger, claim.passage, *claim.same_as, *(slot.span for slot in claim.slots)]
        assert all(0 <= span.start < span.end <= len(found.document.text) for span in spans)
        assert claim.trigger not in claim.same_as


def test_an_order_told_in_further_ways_is_one() -> None:
    """Declared persona non grata, with a pronoun or in the passive, and a term given: one target, and no doer among them."""
    text = (
        "Ruritania gave the head of the UN mission two days to leave, after the ministry declared her persona non grata. "
        "The head of the UN mission was declared persona non grata on Sunday and given 48 hours."
    )
    claims = [claim for claim in claims_in(text) if claim.type == "H1"]
    assert {said for claim in claims for said in words(text, claim, "target")} == {"head of the UN mission"}
    assert not any("head" in said for claim in claims for said in words(text, claim, "actor"))


def test_a_french_order_names_whom_the_clitic_stands_for() -> None:
    """`l'a déclarée` and `lui a donné` are done to the person named before, by the ministry."""
    text = (
        "Nadia Holt, cheffe de la division, est expulsée. "
        "Le ministère l'a déclarée persona non grata et lui a donné 48 heures pour partir."
    )
    claims = [claim for claim in claims_in(text, language="fr") if claim.type == "H1"]
    assert not any("ministère" in said for claim in claims for said in words(text, claim, "target"))
    assert all(claim.slots_of("reason") == () for claim in claims)


def test_two_targets_in_two_posts_are_two_orders() -> None:
    """The spokesman expelled last year is no other name for the head of the mission."""
    text = "The ministry expelled the head of the UN mission on Sunday. In July 2022 it expelled the spokesman of the UN mission."
    first, second = (claim for claim in claims_in(text) if claim.type == "H1")
    assert first.same_as == second.same_as == ()


def test_two_dates_of_a_plural_are_two_events() -> None:
    """Two coups with a date each are two claims."""
    text = "The army has ruled since two coups, in August 2020 and May 2021."
    coups = [claim for claim in claims_in(text) if claim.type == "A4"]
    assert [words(text, claim, "time") for claim in coups] == [["August 2020"], ["May 2021"]]
    assert len({claim.id for claim in coups}) == 2


def test_access_that_was_never_granted_is_access_denied() -> None:
    """The negation belongs to the event; granted access stays what it is."""
    text = "The ministry never granted the investigators access to the village."
    assert [(claim.type, claim.modality) for claim in claims_in(text) if claim.type[0] == "O"] == [("O5", Modality.HAPPENED)]
    assert "O8" in codes("The ministry granted the investigators access to the village.")


def test_a_denial_in_a_memorandum_denies_no_memorandum() -> None:
    """What a memorandum contests or does not say leaves the memorandum standing."""
    text = "In May, Ruritania disputed the report in a memorandum to the Council."
    assert the_claim(text, "C3").modality is Modality.HAPPENED


def test_joined_doers_keep_their_own_labels() -> None:
    """Each of two doers is a value of its own."""
    text = "At least 40 people were killed in Sama by the army and foreign fighters."
    assert words(text, the_claim(text, "V1"), "actor") == ["army", "foreign fighters"]


def test_requests_of_one_phrase_share_their_number() -> None:
    """Requests denied or left unanswered are one number, of each refusal and each silence."""
    text = "Between 4 October and 29 December 2022, 61 flight requests of the mission were denied or left unanswered."
    for claim in claims_in(text):
        assert [str(slot.span.of(text)) for slot in claim.slots_of("requests")] == ["61"]


def test_a_part_told_by_of_which_has_its_whole() -> None:
    """Of 80 requests submitted 12 were denied: 80 is the denominator."""
    text = "The mission submitted 80 flight requests, of which 12 were denied."
    claim = the_claim(text, "O1")
    assert (words(text, claim, "requests"), words(text, claim, "denominator")) == (["12"], ["80"])


def test_the_time_a_measure_was_lifted_reaches_the_measure() -> None:
    """The suspension has the day it was imposed and the day it was lifted."""
    text = "Rotations of UN troops are running again. The suspension imposed on 14 July was lifted on 15 August."
    assert words(text, the_claim(text, "H2"), "time") == ["14 July", "15 August"]


def test_a_bare_heading_tells_of_no_event() -> None:
    """A term without victim, place, time or article is no claim."""
    assert codes("Unlawful killing or summary execution") == []


def test_a_measure_under_a_condition_is_no_further_mention() -> None:
    """`If the order stands` tells nothing of the order."""
    text = "Ruritania expelled the head of the UN mission on Sunday. If the order stands, others may hesitate."
    assert [claim.rule for claim in claims_in(text) if claim.type == "H1"] == ["events.trigger"]


def test_a_bare_answer_counts_what_the_question_asks_for() -> None:
    """`How many dead? Between 80 and 90.` is a number of dead."""
    text = "How many dead in Sama? Between 80 and 90, according to our sources. Soldiers killed the villagers on Monday."
    figures = [
        slot.value.count for claim in claims_in(text) for slot in claim.slots_of("killed") if isinstance(slot.value, CountValue)
    ]
    assert Count(80, 90, Bound.RANGE) in figures


def test_others_are_of_the_kind_counted_before() -> None:
    """One helicopter and four others are helicopters, told of the killing before."""
    text = "Soldiers killed forty villagers in Sama. One helicopter hovered and four others landed."
    found = [said for claim in claims_in(text) for said in words(text, claim, "helicopters")]
    assert found == ["One", "four"]
