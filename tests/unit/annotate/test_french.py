"""French grammar in the same relations."""

import pytest
from tests.unit.annotate.builders import a_parse, parsed, relations

from corro.annotate import french


@pytest.mark.parametrize(
    ("sentence", "word", "label", "head"),
    [
        ("Douze villageois ont été tués par des soldats.", "villageois", "nsubj:pass", "tués"),
        ("Douze villageois ont été tués par des soldats.", "soldats", "obl:agent", "tués"),
        ("Douze villageois ont été tués par des soldats.", "été", "aux:pass", "tués"),
        ("Les civils tués par l'armée étaient des éleveurs.", "armée", "obl:agent", "tués"),
        ("L'armée a tué douze personnes.", "personnes", "obj", "tué"),
        ("L'armée a tué douze personnes.", "a", "aux", "tué"),
        ("Des hommes armés ont attaqué le village dans la nuit.", "nuit", "obl", "attaqué"),
        ("Le porte-parole de la mission a démissionné.", "mission", "nmod", "porte-parole"),
        ("La situation est grave.", "est", "cop", "grave"),
        ("L'armée a démenti que des soldats aient tiré.", "tiré", "ccomp", "démenti"),
        ("Le groupe qui a signé la trêve est parti.", "signé", "acl:relcl", "groupe"),
        ("Ils ont pillé et brûlé le marché.", "brûlé", "conj", "pillé"),
        ("Les soldats n'ont pas tiré.", "pas", "advmod", "tiré"),
        ("Selon des habitants, douze personnes sont mortes.", "habitants", "obl", "mortes"),
        ("Les rotations ont été suspendues, a annoncé la mission.", "mission", "nsubj", "annoncé"),
        ("« Nous partons », a déclaré le porte-parole.", "porte-parole", "nsubj", "déclaré"),
        ("Il a été joint par téléphone.", "téléphone", "obl", "joint"),
    ],
)
def test_a_construction(sentence: str, word: str, label: str, head: str) -> None:
    """The word has that relation to that head."""
    assert relations(parsed(sentence, "fr"))[word] == (label, head)


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Douze villageois ont été tués.", "tués", "tuer"),
        ("Les femmes enlevées ont été libérées.", "libérées", "libérer"),
        ("Trois militaires sont morts.", "morts", "mourir"),
        ("Le gouvernement a suspendu les rotations.", "suspendu", "suspendre"),
        ("La MINUSMA a condamné l'attaque.", "MINUSMA", "minusma"),
    ],
)
def test_lemmas_are_dictionary_forms_in_small_letters(sentence: str, word: str, lemma: str) -> None:
    """Participles lead to their verb."""
    assert {token.text: token.lemma for token in parsed(sentence, "fr").tokens}[word] == lemma


def test_an_object_stays_one_where_there_is_a_subject() -> None:
    """A verb with its subject before it has no inverted one after it."""
    found = relations(parsed("Dans la nuit, l'armée a bombardé le village.", "fr"))
    assert found["village"] == ("obj", "bombardé")


def test_a_means_is_no_doer() -> None:
    """`par téléphone` names nobody, even under a passive."""
    parse = a_parse(
        [("joint", "joindre", "VERB", "acl", 0), ("par", "par", "ADP", "case", 2), ("téléphone", "téléphone", "NOUN", "obl:arg", 0)]
    )
    french.to_universal(parse)
    assert parse.deps[2] == "obl"
