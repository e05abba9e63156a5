"""Broken and nested marks, quotations over many paragraphs, pages of quotes, denials of denials: no speaker is invented."""

import pytest

from corro import analyse
from corro.model import Statement

ENGLISH_PARAGRAPHS = ["“" + f"Paragraph {number} of what I saw.\n\n" for number in range(1, 10)]
FRENCH_PARAGRAPHS = ["« " + f"Paragraphe {number} de ce que j'ai vu.\n\n" for number in range(1, 10)]

MARKS = ["“", "”", "«", "»", "‹", "›", '"', "'", "„", "‘", "’", "``", "''", ""]


def found(text: str, language: str) -> list[Statement]:
    """Return a text's statements, each of whose speakers stands in it."""
    analysis = analyse(text, language=language)
    assert not [issue for issue in analysis.issues if issue.code == "analysis_failed"]
    for statement in analysis.statements:
        assert not statement.speaker.label or statement.speaker.label in analysis.document.text
    return list(analysis.statements)


@pytest.mark.parametrize("opening", MARKS)
@pytest.mark.parametrize("closing", MARKS)
def test_any_marks_leave_the_speaker_who_is_named(opening: str, closing: str) -> None:
    """Whatever marks open and close it, a quotation has the speaker that is named beside it, or none."""
    english = found(f"{opening}The river rose at night{closing}, said the mayor of Kora. The bridge is closed.", "en")
    french = found(f"{opening}Le fleuve a monté la nuit{closing}, a dit le maire de Kora. Le pont est fermé.", "fr")
    assert {one.speaker.name for one in english} <= {"mayor of Kora", None}
    assert {one.speaker.name for one in french} <= {"maire de Kora", None}


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("".join(ENGLISH_PARAGRAPHS) + "“That is all,” said Awa Tall, a nurse.", "en", "Awa Tall"),
        ("".join(FRENCH_PARAGRAPHS) + "« C'est tout », a dit Awa Tall, infirmière.", "fr", "Awa Tall"),
    ],
)
def test_a_quotation_over_ten_paragraphs_is_one(text: str, language: str, speaker: str) -> None:
    """Marks repeated at each paragraph belong to one statement of whoever is named at its end."""
    longest = max(found(text, language), key=lambda one: len(one.content))
    assert len(longest.content) == len(ENGLISH_PARAGRAPHS) + 1
    assert longest.speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“One. Two.”\n\n“Three.”\n\n“Four.”", "en"),
        ("« Un. Deux. »\n\n« Trois. »\n\n« Quatre. »", "fr"),
        ("They say the road is mined. It is believed that the mayor fled. Reportedly ten died.", "en"),
        ("On dit que la route est minée. Il se murmure que le maire a fui. Dix personnes auraient été tuées.", "fr"),
        ('"""" said “„«‹›»” \'\'\' "', "en"),
    ],
)
def test_where_nobody_is_named_nobody_speaks(text: str, language: str) -> None:
    """A page of quotes and hearsay without a source have no speaker."""
    assert {one.speaker.name for one in found(text, language)} <= {None}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("The mayor denied that he had denied that soldiers fired.", "en", "mayor"),
        ("Le maire dément avoir démenti que l'armée ait tiré.", "fr", "maire"),
    ],
)
def test_a_denial_of_a_denial_stands_inside_it(text: str, language: str, name: str) -> None:
    """The inner denial has the same speaker and stands inside the outer one."""
    outer, inner = found(text, language)
    assert inner.inside == outer.id
    assert {outer.speaker.name, inner.speaker.name} == {name}


@pytest.mark.parametrize(
    ("text", "language", "first", "second"),
    [
        ("General Diallo met Colonel Traoré in Gao. He said the war was over.", "en", "Diallo", "Traoré"),
        ("Le maire a vu le préfet. « Il m'a dit : “Partez d'ici !” », raconte une femme.", "fr", "maire", "préfet"),
    ],
)
def test_a_pronoun_is_one_of_those_named_or_stays_open(text: str, language: str, first: str, second: str) -> None:
    """Whom a pronoun means is somebody the text names; where two are as near, both are candidates."""
    for statement in found(text, language):
        if statement.speaker.label.lower() in ("he", "il"):
            named = {statement.speaker.name, *statement.speaker.candidates} - {None}
            assert named <= {first, second}
            assert len(statement.speaker.candidates) == len(set(statement.speaker.candidates))
