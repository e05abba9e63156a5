"""The list of attributing words."""

import pytest

from corro.extract.statements.cues import cues
from corro.vocab.files import read_toml

FRAMES = {"clause", "quote", "object", "infinitive", "blame", "label", "request"}
TABLES = ["verbs", "nouns", "hearsay", "adverbs", "prepositions", "lists", "broader", "contents", "forms"]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_words_and_a_source(table: str) -> None:
    """Each row of the file holds words, none of them twice in that row, and says where they come from."""
    for row in read_toml("cues.toml")[table]:
        assert row["words"], row
        assert len(set(row["words"])) == len(row["words"]), row
        assert row["source"], row


def test_every_frame_is_one_that_the_rules_know() -> None:
    """A verb's frames are among those that the rules read."""
    for row in read_toml("cues.toml")["verbs"]:
        assert set(row["frames"]) <= FRAMES, row


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_verb_can_have_several_senses(language: str) -> None:
    """The senses of one verb stand together: “claim” asserts with a clause and alleges with an infinitive."""
    verb = {"en": "claim", "fr": "prétendre"}[language]
    assert len({cue.act for cue in cues(language).verbs[verb]}) > 1


def test_other_languages_have_no_cues() -> None:
    """A language that is not analysed has no cues but those that hold for all."""
    assert not cues("de").verbs
