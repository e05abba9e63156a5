"""Words that tell how something was said."""

import pytest

from corro.extract.statements.channel_words import channel_words, plain
from corro.model import Channel
from corro.vocab.files import read_toml

TABLES = ["beside", "verbs", "sources", "heads", "lists"]

TOLD = [
    ("the army said in a brief written statement that", [Channel.COMMUNIQUE]),
    ("he told reporters at the airport", [Channel.INTERVIEW]),
    ("il a déclaré à la télévision nationale", [Channel.BROADCAST]),
    ("a-t-il lancé aux députés réunis", [Channel.SPEECH]),
    ("a nurse informed researchers", [Channel.INTERVIEW]),
    ("dans un courriel adressé au journal", [Channel.LETTER, Channel.INTERVIEW]),
    ("joint par téléphone, il dément", [Channel.INTERVIEW]),
    ("in a voice note shared on WhatsApp", [Channel.SOCIAL_MEDIA, Channel.SOCIAL_MEDIA]),
    ("the statement on the wall was red", []),
    ("the convoy reached the town", []),
]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_words_and_a_source(table: str) -> None:
    """Each row of the file holds words, none of them twice in that row, and says where they come from."""
    for row in read_toml("channel_words.toml")[table]:
        assert row["words"], row
        assert len(set(row["words"])) == len(row["words"]), row
        assert row["source"], row


@pytest.mark.parametrize(("text", "channels"), TOLD)
def test_words_beside_a_statement_tell_its_channel(text: str, channels: list[Channel]) -> None:
    """A noun counts only behind a word that leads to it; a phrase that tells the channel alone counts anywhere."""
    assert [told.phrase.channel for told in channel_words().told_in(text)] == channels


def test_what_is_told_leads_back_to_its_characters() -> None:
    """The place of each phrase is that of its words in the text, whatever the apostrophe."""
    text = "L’armée l’a dit À L’ANTENNE, hier"
    (told,) = channel_words().told_in(text)
    assert text[told.start : told.end] == "À L’ANTENNE"


@pytest.mark.parametrize("text", ["İstanbul'da ǅ", "ß ﬁ ’", ""])
def test_lower_case_keeps_the_place_of_every_character(text: str) -> None:
    """Letters whose lower case is longer do not move those behind them."""
    assert len(plain(text)) == len(text)


def test_a_sentence_can_lead_out_of_a_meeting() -> None:
    """“Outside” and its like at the head of a sentence, and nowhere else."""
    assert channel_words().leads_out("Dehors, une femme criait")
    assert not channel_words().leads_out("Une femme criait dehors")
