"""What a sentence says of how one event stands to another becomes a link; days alone, and words that clash with them, do not."""

import pytest
from tests.unit.weigh.builders import a_claim, a_document, at_day

from corro.model import Analysis, ChainKind, ChainLink, Claim, Document, Modality, Polarity
from corro.values import Span
from corro.weigh import chains

Named = tuple[str, str]
"""Code of a type, and the words that name the event."""


def a_named(document: Document, named: Named, **given: object) -> Claim:
    """Return a claim at words of a text of one sentence."""
    at = document.text.index(named[1])
    return a_claim(document, named[0], trigger=Span(at, at + len(named[1])), passage=Span(0, len(document.text)), **given)


def linked(text: str, language: str, *named: Named) -> list[tuple[str, str, str]]:
    """Return kind and words of both events of each link."""
    document = a_document("one", text, language=language)
    claims = [a_named(document, one) for one in named]
    return told(text, claims, chains(Analysis(document, claims=tuple(claims))))


def told(text: str, claims: list[Claim], links: tuple[ChainLink, ...]) -> list[tuple[str, str, str]]:
    """Return kind and words of both events of each link."""
    words = {claim.id: claim.trigger.of(text) for claim in claims}
    return [(link.kind.value, words[link.claim_id], words[link.of_claim_id]) for link in links]


CASES = [
    ("en", "preceded_by", "The ministry expelled the envoy after an activist testified.", ("H1", "expelled"), ("C2", "testified")),
    ("en", "preceded_by", "Two weeks after the raid on Tarbo, the Council renewed the mandate.", ("M1", "renewed"), ("A3", "raid")),
    ("en", "preceded_by", "In the wake of the coup, the flights were refused.", ("O1", "refused"), ("A4", "coup")),
    ("en", "preceded_by", "The raid, followed by arrests at night, lasted an hour.", ("V5", "arrests"), ("A3", "raid")),
    ("fr", "preceded_by", "Le ministère a expulsé l'envoyé après l'exposé d'une femme.", ("H1", "expulsé"), ("C2", "exposé")),
    ("fr", "preceded_by", "À la suite de l'attaque de Tarbo, l'ONU a renouvelé le mandat.", ("M1", "renouvelé"), ("A3", "attaque")),
    ("fr", "preceded_by", "A la suite du putsch, les vols ont été refusés.", ("O1", "refusés"), ("A4", "putsch")),
    ("fr", "preceded_by", "Le raid, suivi d’arrestations la nuit, a duré une heure.", ("V5", "arrestations"), ("A3", "raid")),
    ("en", "reprisal_for", "The herders burned six huts in retaliation for the killing.", ("V7", "burned"), ("V1", "killing")),
    ("en", "reprisal_for", "She was detained for having spoken at the Council.", ("V5", "detained"), ("C2", "spoken")),
    ("en", "reprisal_for", "Her family was harassed after she briefed the Council.", ("V9", "harassed"), ("C2", "briefed")),
    ("fr", "reprisal_for", "Ils ont brûlé six cases en représailles à la mort du chef.", ("V7", "brûlé"), ("V1", "mort")),
    ("fr", "reprisal_for", "Elle a été détenue pour avoir témoigné devant le Conseil.", ("V5", "détenue"), ("C2", "témoigné")),
    ("en", "investigation_of", "The court opened an inquiry into the killings at Tarbo.", ("C5", "opened"), ("V1", "killings")),
    ("en", "investigation_of", "An investigation of the strike began on Monday.", ("C5", "investigation of"), ("V2", "strike")),
    ("fr", "investigation_of", "Ils réclament une enquête indépendante sur les morts.", ("C4", "réclament"), ("V1", "morts")),
    ("fr", "investigation_of", "Le parquet a ouvert une enquête sur la frappe.", ("C5", "ouvert"), ("V2", "frappe")),
    ("en", "response_to", "In response to the expulsion, the mission sent a letter.", ("C3", "letter"), ("H1", "expulsion")),
    ("en", "response_to", "The mission condemned the expulsion in a statement.", ("C3", "statement"), ("H1", "expulsion")),
    ("en", "response_to", "The testimony prompted the expulsion of the envoy.", ("H1", "expulsion"), ("C2", "testimony")),
    ("fr", "response_to", "En réponse à l'expulsion, la mission a envoyé une lettre.", ("C3", "lettre"), ("H1", "expulsion")),
    ("fr", "response_to", "La mission a condamné l'expulsion dans un communiqué.", ("C3", "communiqué"), ("H1", "expulsion")),
    ("en", "part_of", "Nine men were executed during the operation at Tarbo.", ("V1", "executed"), ("A1", "operation")),
    ("fr", "part_of", "Neuf hommes ont été exécutés au cours de l'opération.", ("V1", "exécutés"), ("A1", "opération")),
    ("en", "part_of", "An activist spoke at a briefing of the Council.", ("C2", "spoke"), ("C1", "briefing")),
    ("fr", "part_of", "Une militante a parlé lors d'une séance du Conseil.", ("C2", "parlé"), ("C1", "séance")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "kind", "text", "one", "other"), CASES)
def test_words_that_say_so_make_a_link(language: str, kind: str, text: str, one: Named, other: Named) -> None:
    """Which event stands to which is read off the side that the words govern, in both languages."""
    assert linked(text, language, one, other) == [(kind, one[1], other[1])]


NONE = [
    ("en", "The ministry expelled the envoy, and an activist testified.", ("H1", "expelled"), ("C2", "testified")),
    ("en", "The envoy was expelled, though not in response to the testimony.", ("H1", "expelled"), ("C2", "testimony")),
    ("en", "The envoy was expelled the following day, as the report on the raid said.", ("H1", "expelled"), ("A3", "raid")),
    ("en", "They kept patrols from responding to them and investigating.", ("O4", "kept"), ("C5", "investigating")),
    ("en", "They kept patrols from responding to attacks, or from investigating.", ("O4", "kept"), ("C5", "investigating")),
    ("en", "The raid ended. After the rain the Council met.", ("A3", "raid"), ("C1", "met")),
    ("fr", "Le ministère a expulsé l'envoyé, et une militante a témoigné.", ("H1", "expulsé"), ("C2", "témoigné")),
    ("fr", "L'envoyé a été expulsé, mais pas en réponse à l'exposé.", ("H1", "expulsé"), ("C2", "exposé")),
]


@pytest.mark.parametrize(("language", "text", "one", "other"), NONE)
def test_without_words_that_say_so_there_is_no_link(language: str, text: str, one: Named, other: Named) -> None:
    """Two events of one sentence are not linked by standing in it, nor by words that are denied or govern something else."""
    assert linked(text, language, one, other) == []


def test_a_comma_that_leaves_it_open_makes_no_link() -> None:
    """Which of two events came after the vote is not guessed."""
    text = "The army said it had killed rebels and arrested traders, after the Council voted."
    named = ("A1", "killed"), ("V5", "arrested"), ("M1", "voted")
    assert linked(text, "en", *named) == []


def test_days_that_clash_with_the_words_make_no_link() -> None:
    """What was over before the other began neither follows nor answers it."""
    document = a_document("one", "The raid came after the vote.")
    late, early = at_day("2023-03-05"), at_day("2023-02-01")
    for raid, vote, links in ((late, early, 1), (early, late, 0)):
        claims = a_named(document, ("A3", "raid"), time=raid), a_named(document, ("M1", "vote"), time=vote)
        assert len(chains(Analysis(document, claims=claims))) == links


def test_what_did_not_happen_is_linked_to_nothing() -> None:
    """A denied or merely possible event has no place in a chain."""
    document = a_document("one", "The raid came after the vote.")
    vote = a_named(document, ("M1", "vote"))
    for given in ({"modality": Modality.HYPOTHETICAL}, {"modality": Modality.NEGATED}, {"polarity": Polarity.DENIED}):
        assert chains(Analysis(document, claims=(a_named(document, ("A3", "raid"), **given), vote))) == ()


def test_another_mention_of_an_event_is_linked_for_it() -> None:
    """`The order` two sentences on is the order; its link leads back to the words that make it."""
    text = "The envoy was expelled. The order came after the testimony."
    document = a_document("one", text)
    order, passage = text.index("order"), Span(text.index("The order"), len(text))
    expelled = a_claim("one", "H1", trigger=Span(14, 22), passage=Span(0, 23), same_as=(Span(order, order + 5),))
    testimony = a_claim("one", "C2", trigger=Span(len(text) - 10, len(text) - 1), passage=passage)
    (link,) = chains(Analysis(document, claims=(expelled, testimony)))
    assert (link.kind, link.claim_id, link.of_claim_id) == (ChainKind.PRECEDED_BY, expelled.id, testimony.id)
    assert link.passage.of(text) == "order came after the testimony"
    assert (link.document_id, link.rule) == (document.id, "chain.after")


def test_the_order_of_claims_makes_no_difference() -> None:
    """The links are those of the text, however its claims are listed."""
    document = a_document("one", "After the raid, the Council met in response to the killing.")
    claims = [a_named(document, one) for one in (("A3", "raid"), ("C1", "met"), ("V1", "killing"))]
    assert chains(Analysis(document, claims=tuple(claims))) == chains(Analysis(document, claims=tuple(reversed(claims)))) != ()
