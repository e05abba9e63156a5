"""Where a clause looks."""

import pytest

from corro.resolve.times.tense import Tense, tense_of
from corro.values import Language

ENGLISH, FRENCH = Language.ENGLISH, Language.FRENCH


@pytest.mark.parametrize(
    ("before", "after", "language", "tense"),
    [
        ("The column left on ", "", ENGLISH, Tense.PAST),
        ("The mayor said on ", " that the school will open", ENGLISH, Tense.PAST),
        ("The mayor said that the school will open on ", "", ENGLISH, Tense.FUTURE),
        ("The mayor will be heard, named by the court, on ", "", ENGLISH, Tense.PAST),
        ("The mayor will be heard on ", "", ENGLISH, Tense.FUTURE),
        ("The school had been due to open on ", "", ENGLISH, Tense.PAST),
        ("They must pay by ", "", ENGLISH, Tense.FUTURE),
        ("They had paid by ", "", ENGLISH, Tense.PAST),
        ("Closed since ", "", ENGLISH, Tense.SINCE),
        ("The pass holds until ", "", ENGLISH, Tense.UNTIL),
        ("The pass holds between now and ", "", ENGLISH, Tense.FUTURE),
        ("The attack of ", "", ENGLISH, Tense.UNTOLD),
        ("Armed men of ", "", ENGLISH, Tense.UNTOLD),
        ("On ", " the school will open", ENGLISH, Tense.FUTURE),
        ("La colonne est partie ", "", FRENCH, Tense.PAST),
        ("La colonne aurait attaqué ", "", FRENCH, Tense.PAST),
        ("La colonne partira ", "", FRENCH, Tense.FUTURE),
        ("Ils ont été jugés ", "", FRENCH, Tense.PAST),
        ("L'école est fermée depuis ", "", FRENCH, Tense.SINCE),
        ("Valable jusqu'au ", "", FRENCH, Tense.UNTIL),
        ("L'attaque du ", "", FRENCH, Tense.UNTOLD),
        ("La réunion est prévue ", "", FRENCH, Tense.FUTURE),
        ("La réunion était prévue ", "", FRENCH, Tense.PAST),
        ("Le Conseil se réunit ", "", FRENCH, Tense.FUTURE),
        ("Le Conseil va se réunir ", "", FRENCH, Tense.FUTURE),
        ("Il a été sommé de partir avant ", "", FRENCH, Tense.FUTURE),
        ("The Council meets on ", "", ENGLISH, Tense.FUTURE),
        ("He was told to leave before ", "", ENGLISH, Tense.FUTURE),
        ("The vote takes place on ", "", ENGLISH, Tense.FUTURE),
        ("The vote took place on ", "", ENGLISH, Tense.PAST),
        ("They fixed the vote for ", "", ENGLISH, Tense.FUTURE),
        ("The hearing is on ", "", ENGLISH, Tense.FUTURE),
        ("The lorry was on the road on ", "", ENGLISH, Tense.PAST),
        ("Une mesure annoncée le ", " prend effet demain", FRENCH, Tense.PAST),
        ("Le scrutin est fixé au ", "", FRENCH, Tense.FUTURE),
        ("La marche a lieu ", "", FRENCH, Tense.FUTURE),
        ("La marche a eu lieu ", "", FRENCH, Tense.PAST),
        ("La loi entre en vigueur le ", "", FRENCH, Tense.FUTURE),
    ],
)
def test_tense(before: str, after: str, language: Language, tense: Tense) -> None:
    """The nearest verb before a time tells, else the first one after it; a preposition may tell more."""
    assert tense_of(before, after, language) is tense
