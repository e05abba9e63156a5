"""Texts as they come: capitals, no punctuation, tables, long lists and sentences, languages mixed."""

import time

import pytest
from tests.unit.extract.events.builders import annotated, claims_in

from corro.extract.events.finding import find_claims
from corro.model import Annotated, Claim

RAID = "Gunmen attacked the village of Karsa on Monday, killing four farmers and burning two shops."
PLACES = ("Karsa", "Bolo", "Tamba", "Wuro", "Dialla", "Sanga", "Koro", "Mondo", "Tessit", "Banga")


def types(claims: tuple[Claim, ...]) -> set[str]:
    """Return the types of claims."""
    return {claim.type for claim in claims}


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", RAID.upper(), "A3"),
        ("en", RAID.lower(), "A3"),
        ("en", RAID.replace(",", "").replace(".", ""), "A3"),
        ("fr", "DES SOLDATS ONT ARRÊTÉ NEUF COMMERÇANTS LUNDI À KARSA", "V5"),
        ("fr", "des soldats ont arrêté neuf commerçants lundi à karsa", "V5"),
        (
            "en",
            "soldiers arrested nine traders in karsa on monday they were taken to the barracks nobody has seen them since",
            "V5",
        ),
    ],
)
def test_case_and_punctuation_may_be_missing(language: str, text: str, code: str) -> None:
    """All capitals, no capitals and no punctuation still tell what happened."""
    assert code in types(claims_in(text, language=language))


def test_a_pasted_table_gives_the_event_of_a_row() -> None:
    """Rows of a table pasted as text are read row by row, and no row takes another's place."""
    rows = ("Date | Place | Incident", "3 May | Karsa | Gunmen abducted two drivers", "9 May | Bolo | Well repaired")
    claims = claims_in(*rows)
    assert types(claims) == {"V6"}
    assert all("Bolo" not in claim.passage.of("\n".join(rows)) for claim in claims)


def test_twenty_incidents_in_one_paragraph_stay_apart() -> None:
    """A list of twenty incidents gives as many events, each with its own place."""
    text = " ".join(f"On {day} May gunmen attacked {PLACES[day % 10]}, killing {day + 1} people." for day in range(1, 21))
    attacks = [claim for claim in claims_in(text) if claim.type == "A3"]
    assert len(attacks) == 20
    assert not any(claim.same_as for claim in attacks)


def test_a_sentence_of_four_hundred_words_is_read() -> None:
    """A sentence of 400 words breaks nothing, and its deeds are found."""
    clause = "soldiers arrested nine traders in Karsa, who had come to sell goats and had waited all night near the well, and then"
    text = " ".join([clause] * 18) + " left."
    assert len(text.split()) > 390
    assert "V5" in types(claims_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "The colonel said: « Nous avons arrêté neuf commerçants à Karsa », and soldiers burned two shops.",
        "Les soldats ont burned two shops in Karsa; the army denies, dit le maire. وقال الشيخ لا.",
        "| | | ;;; ... ??? « » “ ” — – 12/13/2023 %% §§ \u200b\ufeff x",
        "killed " * 300,
        "9" * 5000,
        "(" * 400 + "killed" + ")" * 400,
    ],
)
def test_odd_text_breaks_nothing(text: str) -> None:
    """Mixed languages, signs without words and repeated words end in claims or none, never in an error."""
    for language in ("en", "fr"):
        for claim in claims_in(text, language=language):
            assert claim.trigger.of(text)


def test_sarcasm_in_a_headline_is_no_happening() -> None:
    """A question for effect is not told as having happened."""
    claims = claims_in("If soldiers kill the herders, will peace come at last?")
    assert all(claim.modality.value != "happened" for claim in claims)


def seconds(parsed: Annotated) -> float:
    """Return the least processor time of three readings."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        find_claims(parsed, ())
        spent.append(time.process_time() - start)
    return min(spent)


def test_time_is_linear_in_length() -> None:
    """Four times the text costs about four times the time: a megabyte is read at the pace of a page."""
    paragraphs = [
        f"On {day % 28 + 1} May gunmen attacked {PLACES[day % 10]}, killing {day % 9 + 2} people. The mission said that its patrol "
        "was turned back by soldiers at the bridge. The government denied that its men had burned the shops."
        for day in range(80)
    ]
    short, long = annotated(*paragraphs[:20]), annotated(*paragraphs)
    assert seconds(long) < 8 * seconds(short)
