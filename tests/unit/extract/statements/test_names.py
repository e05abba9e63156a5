"""What the words that name a source say."""

import pytest

from corro.extract.statements.cues import cues
from corro.extract.statements.names import read_label

LABELS = [
    # language, words, name, capacity
    ("en", "government spokesman Colonel Issa Baro", "Issa Baro", "government spokesman"),
    ("en", "UN Deputy Representative Harold Penn", "Harold Penn", "UN Deputy Representative"),
    ("en", "the army's director of information, Colonel Sidi Moro", "Sidi Moro", "army's director of information"),
    ("en", "Jean Palu, who chairs the traders' union", "Jean Palu", "chairs the traders' union"),
    ("en", "Brigadier Fode Samba, known to all as “Old Lion”", "Fode Samba", "Brigadier"),
    ("en", "the weekly Le Sillon", "Le Sillon", ""),
    ("en", "A commission of inquiry", "", ""),
    ("en", "one of them, a teacher", "", "teacher"),
    ("fr", "le porte-parole de l'armée, le major Alassane Bini", "Alassane Bini", "porte-parole de l'armée"),
    ("fr", "Le lieutenant Fodé Kamano", "Fodé Kamano", "lieutenant"),
    ("fr", "Mabinty Sylla, infirmière", "Mabinty Sylla", "infirmière"),
    ("fr", "L'administrateur de la page, connu sous le nom de Petit Sable", "Petit Sable", "administrateur de la page"),
    ("fr", "M. Garba Issoufou", "Garba Issoufou", ""),
    ("fr", "une source sécuritaire", "", ""),
    ("fr", "OUMOU SALIF", "Oumou Salif", ""),
]


@pytest.mark.parametrize(("language", "words", "name", "capacity"), LABELS)
def test_a_label_is_name_and_post(language: str, words: str, name: str, capacity: str) -> None:
    """A label is split into a proper name without titles and the post as the text has it; what is not there stays empty."""
    label = read_label(words, cues(language))
    assert (label.name, label.capacity) == (name, capacity)


def test_a_nickname_is_an_alias_of_the_name() -> None:
    """A nickname beside a name is kept, so that it can be taken up later."""
    assert read_label("Brigadier Fode Samba, known to all as “Old Lion”", cues("en")).aliases == ("Old Lion",)


def test_an_indefinite_article_brings_somebody_new() -> None:
    """“A nurse” takes up nobody; “the nurse” may."""
    assert not read_label("a nurse", cues("en")).definite
    assert read_label("the nurse", cues("en")).definite


@pytest.mark.parametrize("words", ["", " ", ",", ", ,", "«»", "(", "...", "-", "’"])
def test_no_words_break_the_reader(words: str) -> None:
    """Whatever stands where a name should is read without an error and without a name."""
    assert read_label(words, cues("fr")).name == ""
