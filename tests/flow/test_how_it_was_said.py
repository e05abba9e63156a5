"""Channel and act of statements in whole texts, as the models parse them: the sort of text, the words beside, and who speaks."""

import pytest

from corro import analyse
from corro.model import Channel, SpeechAct, Statement

LETTER = """Gao, le 4 mars 2022

Madame la Cheffe de division,

Nous demandons l'ouverture d'une enquête sur la mort de nos parents.

Veuillez agréer, Madame, l'expression de notre considération."""

RELEASE = """River Watch - press release

River Watch deplores the detention of its driver. The police said on the radio that he had no papers.
We ask the governor to free him."""

COURT = """Special chamber, trial day 12.

The ferryman admitted that he had seen nothing. The prosecutor objected that the remark was improper."""


WIRE = """Kora - The league said in a statement that the well was poisoned, while the governor told the court it was dry.

The league's lawyer argued that the trial was unfair. Outside, a potter shouted that nobody would come."""

QUESTIONS = """Press conference of the mission, 7 May, transcript.

Spokesperson: The road is open. We ask the army to leave it.
Question: The army says the bridge is closed.
Spokesperson: It is not."""

ORGAN = """RELEASE No. 4. The Ministry of Water denies the report. The Minister asks all editors to show restraint.
For media requests, write to the press office."""


def said(text: str, word: str) -> Statement:
    """Return the one statement whose cue holds a word."""
    found = analyse(text)
    (statement,) = [one for one in found.statements if one.cue is not None and word in one.cue.of(found.document.text)]
    return statement


@pytest.mark.parametrize(
    ("text", "word", "channel"),
    [
        (LETTER, "demandons", Channel.LETTER),
        (RELEASE, "deplores", Channel.COMMUNIQUE),
        (RELEASE, "ask", Channel.COMMUNIQUE),
        (RELEASE, "said", Channel.BROADCAST),
        (COURT, "admitted", Channel.COURT),
        (COURT, "objected", Channel.COURT),
        ("A report by the panel said that the boats had been armed.", "said", Channel.REPORT),
        ("“They burnt the granary first,” said a widow from Kirta. The road is closed.", "said", Channel.INTERVIEW),
        ("“The road is open,” said the governor. The road is closed.", "said", Channel.UNKNOWN),
        ("The envoy said in writing that no visa had been refused.", "said", Channel.LETTER),
        (WIRE, "said", Channel.COMMUNIQUE),
        (WIRE, "told", Channel.COURT),
        (WIRE, "argued", Channel.COURT),
        (WIRE, "shouted", Channel.UNKNOWN),
        (QUESTIONS, "says", Channel.UNKNOWN),
        (ORGAN, "asks", Channel.COMMUNIQUE),
        ("La télévision nationale annonce que le pont est fermé. Le maire dément.", "annonce", Channel.BROADCAST),
        ("Le colonel a affirmé devant la foule que la guerre était finie.", "affirmé", Channel.SPEECH),
        ("L'analyste écrit sur son compte que le pont est fermé.", "écrit", Channel.SOCIAL_MEDIA),
    ],
)
def test_how_it_was_said(text: str, word: str, channel: Channel) -> None:
    """A text's own kind holds for its author, in court for all; words beside a statement go before it; else nobody knows."""
    assert said(text, word).channel is channel


@pytest.mark.parametrize(
    ("text", "word", "act"),
    [
        ("Le syndicat dénonce l'exécution de deux infirmiers par la police.", "dénonce", SpeechAct.ALLEGES),
        ("The union denounces the new timetable.", "denounces", SpeechAct.CHARACTERISES),
        ("The minister admitted that the team had not reached the village.", "admitted", SpeechAct.ASSERTS),
        ("The minister said that no soldier had killed anybody.", "said", SpeechAct.DENIES),
        ("A trader said that soldiers had guarded the well.", "said", SpeechAct.ALLEGES),
        ("He wrote that he had been misinformed by a cousin.", "wrote", SpeechAct.RETRACTS),
    ],
)
def test_what_was_done_by_saying_it(text: str, word: str, act: SpeechAct) -> None:
    """To denounce a deed is to allege it; who admits a thing takes it for true; to tell of soldiers' deeds is to tell on them."""
    assert said(text, word).act is act


def test_a_scene_holds_for_the_next_who_speaks() -> None:
    """Where the narrator has just set a press conference, whoever speaks next in the paragraph speaks there."""
    text = "The union held a press conference in Gao. Its chair, Awa Diko, said that two nurses were missing."
    assert said(text, "said").channel is Channel.PRESS_CONFERENCE


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("TRANSCRIPT\nHOST: My guest is Colonel Amin Tol of the Coast Guard.\nTOL: The boat is impounded.", ":", "Amin Tol"),
        ("Ladji Koura a parlé au stade. « On nous vole la nuit », a-t-il lancé.", "lancé", "Ladji Koura"),
        ('Somebody shouted: "The army is coming to the river!"', "shouted", None),
        ("« Courez vers le fleuve ! », a crié quelqu'un.", "crié", None),
    ],
)
def test_nobody_is_made_a_speaker_by_the_words_around(text: str, word: str, name: str | None) -> None:
    """A guest has the name that the host gives, an inverted pronoun that of whoever it means, and "somebody" none."""
    assert said(text, word).speaker.name == name


def test_a_spokesman_speaks_for_a_body() -> None:
    """Whom a spokesman speaks for stands on the statement, in the words of the text."""
    assert said("The army's spokesman, Colonel Issa Bako, said that the road was open.", "said").speaks_for == "army"
