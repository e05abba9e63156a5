"""Two passages on one question stand to each other as the codebook has it, in both languages and in either order."""

from datetime import date, timedelta

import pytest

from corro.model import DisputeKind, Relation
from corro.pipeline.telling import told
from corro.values import Language
from corro.weigh.fields import Finding, Told, relate_told

PUBLISHED = date(2031, 5, 20)


def passage(text: str, days: int = 0, source: str = "") -> Told:
    """Return a passage published some days after the first; French where it begins with `fr:`."""
    language = Language.FRENCH if text.startswith("fr:") else Language.ENGLISH
    return told(text.removeprefix("fr:").strip(), language, PUBLISHED + timedelta(days=days), source or f"Radio {days} {text[:9]}")


def related(field: str, one: str, other: str, days: int = 0, sources: tuple[str, str] = ("", "")) -> Finding:
    """Return how two passages stand to each other, the second published some days later."""
    return relate_told(passage(one, 0, sources[0]), passage(other, days, sources[1]), field)


AGREE = [
    ("count", "The flood killed 27 people.", "fr: La crue a tué vingt-sept personnes."),
    ("count", "Three women and four children were killed.", "fr: Sept personnes ont été tuées."),
    ("count", "Five nurses and seven drivers were killed.", "In all 12 people were killed."),
    ("count", "A quarter of the 40 huts were burnt.", "Ten huts were burnt."),
    ("date", "The depot burnt on 3 May.", "fr: Le dépôt a brûlé le 3 mai 2031."),
    ("date", "At 20:00 on 3 May 2031 she was given 48 hours.", "She has until 5 May 2031 at 20:00."),
    ("place", "The lorry lay nine kilometres east of Ulmar.", "It lay 9 km from Ulmar, to the east."),
    ("actor", "The Union of Free Herders (UFH) took the ford.", "The UFH took the ford at Ulmar."),
    ("status", "The ford at Ulmar is closed.", "fr: Le gué d'Ulmar reste fermé."),
    ("existence", "The mayor denies any raid on Ulmar.", "There was no raid on Ulmar, says the mayor."),
]
REFINE = [
    ("count", "More than 60 huts were burnt.", "A survey counted 74 burnt huts."),
    ("count", "Dozens of huts were burnt.", "41 huts were burnt."),
    ("date", "The depot burnt in May 2031.", "The depot burnt on 3 May 2031."),
    ("place", "A mine went off in Ulmar district.", "A mine went off at Besra, a village of Ulmar district."),
    ("actor", "Armed men held up the bus at Ulmar.", "Fighters of the Northern Front held up the bus at Ulmar."),
    ("identity", "A lawyer was hurt in Ulmar.", "Lawyer Dina Okell was hurt in Ulmar."),
    ("legal", "The order breaks international law.", "The order breaks article 9 of the convention."),
]
UPDATE = [
    ("count", "31 are missing since the flood.", "Twelve are still missing; the others were found."),
    ("status", "The two nurses are held by their captors.", "The two nurses were freed on Monday."),
    ("role", "Acting mayor Sela Mord opened the bridge.", "Sela Mord, since elected mayor, closed the bridge."),
    ("legal", "The bill on the press is before the lower house.", "The press act is now law."),
    ("date", "The vote is set for 12 June.", "The vote has been postponed to 26 June."),
]
INCOMPARABLE = [
    ("count", "310 families fled Ulmar.", "1,900 people fled Ulmar."),
    ("count", "The flood killed 4 people.", "There were 19 casualties, dead and injured together."),
    ("count", "Between January and March 48 flights were refused.", "From April to June 112 flights were refused."),
    ("date", "The treaty was signed on 3 May 2031.", "The treaty takes effect on 1 July 2031."),
    ("place", "Ana Merrit was arrested in Ulmar.", "Ana Merrit is held in the prison of Besra."),
    ("legal", "The widow has sued Major Dren for damages.", "A court martial has charged Major Dren with desertion."),
    ("provenance", "The briefer was proposed by a charity.", "The briefer was invited by the presidency."),
    ("count", "In all 40 soldiers of the mission have died.", "Eleven soldiers of the mission have died through hostile acts."),
    ("count", "In the first quarter 48 flights were refused.", "From April to June 48 flights were refused."),
]
SLIPS = [
    ("count", "There are 300-400 trainers.", "There are 300,400 trainers."),
    ("date", "The raid was on 30 June 2031.", "The raid was on 31 June 2031."),
    ("date", "The raid was on Tuesday 6 May 2031.", "The raid was on Tuesday 7 May 2031."),
    ("date", "The note is dated 3 April 2031.", "The note is dated 4 March 2031."),
    ("place", "It lies at 14.6 degrees north and 4.1 degrees west.", "It lies at 4.1 degrees north and 14.6 degrees west."),
    ("actor", "A MINUVAX patrol was stoned in Vaxia.", "In Vaxia a UNMIK patrol was stoned."),
    ("identity", "Envoy Ilva Morsen left Ulmar.", "Envoy Ilav Morsen left Ulmar."),
    (
        "role",
        "Dina Okell, deputy permanent representative of Velmara, left.",
        "Dina Okell, representative of the United Nations, left.",
    ),
]
DISPUTES = [
    ("count", "No civilian died in the shelling of Ulmar.", "Six civilians died in the shelling of Ulmar.", DisputeKind.QUANTITY),
    ("count", "fr: Aucun civil n'est mort à Ulmar.", "Six civilians died at Ulmar.", DisputeKind.QUANTITY),
    ("actor", "Soldiers burnt the depot at Ulmar.", "Rebels burnt the depot at Ulmar.", DisputeKind.ATTRIBUTION),
    ("count", "The crash killed two people in all.", "The crash killed seven people.", DisputeKind.QUANTITY),
    ("date", "The village was raided on 8 May.", "The village was raided on 11 May.", DisputeKind.DATE),
    ("existence", "There is a mass grave at Ulmar.", "There is no grave at Ulmar.", DisputeKind.FACT),
    ("identity", "The dead man is Ruben Hask.", "The dead man is not Ruben Hask, his sister says.", DisputeKind.IDENTITY),
    ("characterisation", "The march was a riot.", "The march was a peaceful demonstration.", DisputeKind.CHARACTERISATION),
    ("place", "The guard was shot in Ulmar.", "The guard was shot in Besra.", DisputeKind.FACT),
]


@pytest.mark.parametrize(("field", "one", "other"), AGREE)
def test_one_value_agrees(field: str, one: str, other: str) -> None:
    """In other words, units, sums, terms, the other language."""
    assert related(field, one, other).relation is Relation.AGREE


@pytest.mark.parametrize(("field", "one", "other"), REFINE)
def test_a_value_inside_another_refines_it(field: str, one: str, other: str) -> None:
    """A figure above its bound, a day in its month, a village in its district, a name for a class."""
    assert related(field, one, other).relation is Relation.REFINE


@pytest.mark.parametrize(("field", "one", "other"), UPDATE)
def test_a_later_state_updates(field: str, one: str, other: str) -> None:
    """What was open, provisional or planned is told anew a month on."""
    assert related(field, one, other, 30, ("Ulmar Post", "Ulmar Post")).relation is Relation.UPDATE


@pytest.mark.parametrize(("field", "one", "other"), INCOMPARABLE)
def test_different_things_cannot_be_compared(field: str, one: str, other: str) -> None:
    """Another unit, window, population or stage."""
    assert related(field, one, other, 1).relation is Relation.INCOMPARABLE


@pytest.mark.parametrize(("field", "one", "other"), SLIPS)
def test_a_slip_shows_in_the_texts_or_the_calendar(field: str, one: str, other: str) -> None:
    """A dash, a weekday, an impossible day, exchanged parts, another mission's initials."""
    assert related(field, one, other, 1).relation is Relation.TRANSMISSION_ERROR


@pytest.mark.parametrize(("field", "one", "other", "kind"), DISPUTES)
def test_what_excludes_each_other_is_disputed(field: str, one: str, other: str, kind: DisputeKind) -> None:
    """With the kind of the question."""
    finding = related(field, one, other, 1)
    assert (finding.relation, finding.kind) == (Relation.DISPUTE, kind)


def test_parties_on_two_sides_dispute_the_law_and_nothing_decides_it() -> None:
    """The rule names no winner."""
    sources = ("Ministry of Justice", "Legal adviser of the mission")
    finding = related("legal", "The pact lets us close the airspace.", "The pact guarantees free movement.", 1, sources)
    assert (finding.relation, finding.kind, finding.wrong) == (Relation.DISPUTE, DisputeKind.LAW, None)


def test_what_an_outlet_corrects_is_a_change_of_version() -> None:
    """And no dispute of two sources."""
    outlets = ("Ulmar Post", "Ulmar Post")
    later = "The spokesman was expelled. Correction: an earlier version named the head of the mission."
    finding = related("role", "The head of the mission was expelled.", later, 0, outlets)
    assert (finding.relation, finding.kind) == (Relation.DISPUTE, DisputeKind.VERSION)


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("status", "The bridge at Ulmar is open.", "The ferry at Besra is closed."),
        ("identity", "Marus Tessil was arrested in Ulmar.", "They took Ilda Tessil from her office in Besra."),
    ],
)
def test_namesakes_and_parallel_cases_are_unrelated(field: str, one: str, other: str) -> None:
    """They share no name, or a surname only."""
    assert related(field, one, other).relation is Relation.UNRELATED


def test_the_order_of_the_passages_has_no_say() -> None:
    """The one published first comes first, however they are given."""
    early, late = passage("31 are missing."), passage("Twelve are still missing.", 9)
    assert relate_told(early, late, "count") == relate_told(late, early, "count")


def test_every_finding_names_its_rule_and_says_it_in_words() -> None:
    """Also where nothing tells the passages apart."""
    finding = related("place", "It rained in Ulmar.", "It rained in Ulmar.")
    assert finding.relation is Relation.AGREE
    assert finding.rule
    assert finding.words.endswith(".")
