"""English grammar in Universal Dependencies."""

import pytest
from tests.unit.annotate.builders import a_parse, parsed, relations

from corro.annotate import clearnlp


@pytest.mark.parametrize(
    ("sentence", "word", "label", "head"),
    [
        # nouns head their prepositions
        ("Gunmen attacked a village near Gao.", "near", "case", "Gao"),
        ("Soldiers arrested him in Mopti.", "Mopti", "obl", "arrested"),
        ("The spokesman of the mission resigned.", "mission", "nmod", "spokesman"),
        ("They left because of the order.", "order", "obl", "left"),
        ("According to residents, twelve people died.", "residents", "obl", "died"),
        ("According to residents, twelve people died.", "According", "case", "residents"),
        ("Troops fired from across the border.", "border", "obl", "fired"),
        ("He worked in Mali and in Niger.", "Niger", "conj", "Mali"),
        ("After leaving the base, the convoy stopped.", "leaving", "advcl", "stopped"),
        ("After leaving the base, the convoy stopped.", "After", "mark", "leaving"),
        ("She accused the army of killing men in the town.", "killing", "acl", "army"),
        ("She accused the army of killing men in the town.", "town", "obl", "killing"),
        # passives
        ("Twelve villagers were killed by soldiers.", "villagers", "nsubj:pass", "killed"),
        ("Twelve villagers were killed by soldiers.", "were", "aux:pass", "killed"),
        ("Twelve villagers were killed by soldiers.", "soldiers", "obl:agent", "killed"),
        ("The village was burnt by armed men.", "men", "obl:agent", "burnt"),
        # objects
        ("The army killed twelve people.", "people", "obj", "killed"),
        ("The junta gave him two days.", "him", "iobj", "gave"),
        ("The government ordered the official to leave.", "official", "obj", "ordered"),
        ("The government ordered the official to leave.", "leave", "xcomp", "ordered"),
        ("The minister wants them to go.", "them", "obj", "wants"),
        # copulas
        ("He was spokesman of the mission.", "spokesman", "root", "spokesman"),
        ("He was spokesman of the mission.", "was", "cop", "spokesman"),
        ("The situation is tense.", "situation", "nsubj", "tense"),
        ("There were clashes.", "clashes", "nsubj", "were"),
        ("Relations became tense.", "tense", "xcomp", "became"),
        # clauses
        ("The army denied that soldiers had fired.", "fired", "ccomp", "denied"),
        ("The army denied that soldiers had fired.", "that", "mark", "fired"),
        ("The group, which signed a truce, left.", "signed", "acl:relcl", "group"),
        ("He promised to return.", "to", "mark", "return"),
        # coordination
        ("They looted, burnt and destroyed the market.", "destroyed", "conj", "looted"),
        ("They killed herders and farmers.", "and", "cc", "farmers"),
        # the rest
        ("The mission's convoy was hit.", "mission", "nmod:poss", "convoy"),
        ("They did not shoot.", "not", "advmod", "shoot"),
        ("He arrived on Monday.", "Monday", "obl", "arrived"),
        ("He arrived last week.", "week", "obl:tmod", "arrived"),
        ("Soldiers broke up the meeting.", "up", "compound:prt", "broke"),
    ],
)
def test_a_construction(sentence: str, word: str, label: str, head: str) -> None:
    """The word has that relation to that head."""
    assert relations(parsed(sentence))[word] == (label, head)


def test_a_negation_is_marked() -> None:
    """A contracted `not` has the lemma `not` and says that it negates."""
    negation = next(token for token in parsed("The soldiers weren't there.").tokens if token.text == "n't")
    assert negation.lemma == "not"
    assert "Polarity=Neg" in negation.morph


def test_a_stranded_preposition_hangs_on_its_verb() -> None:
    """Without a complement it is an adverbial modifier."""
    parse = a_parse([("where", "where", "ADV", "advmod", 2), ("he", "he", "PRON", "nsubj", 2), ("came", "come", "VERB", "ROOT", 2),
                     ("from", "from", "ADP", "prep", 2)])  # fmt: skip
    clearnlp.to_universal(parse)
    assert (parse.deps[3], parse.heads[3]) == ("advmod", 2)


def test_a_phrase_without_a_verb_keeps_one_root() -> None:
    """In "In Mali" alone the noun becomes the root, and the preposition its case."""
    parse = a_parse([("In", "in", "ADP", "ROOT", 0), ("Mali", "mali", "PROPN", "pobj", 0)])
    clearnlp.to_universal(parse)
    assert (parse.deps, parse.heads) == (["case", "root"], [1, 1])


def test_chained_prepositions_all_mark_the_noun() -> None:
    """In "out of the base" both prepositions are its case."""
    parse = a_parse([("went", "go", "VERB", "ROOT", 0), ("out", "out", "ADP", "prep", 0), ("of", "of", "ADP", "prep", 1),
                     ("bases", "base", "NOUN", "pobj", 2)])  # fmt: skip
    clearnlp.to_universal(parse)
    assert parse.heads == [0, 3, 3, 0]
    assert parse.deps == ["root", "case", "case", "obl"]
