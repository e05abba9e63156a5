"""What the statement rules find in one sentence of each construction."""

from dataclasses import replace

import pytest
from tests.unit.extract.statements.sentences import a_text

from corro.extract.statements.finding import find_statements
from corro.model import Channel, Mention, MentionKind, Quotation, SpeechAct, Statement
from corro.values import Span

FOUND = [
    # text, rule, act, quotation, speaker, content
    ("clause", "verb.clause", "alleges", "indirect", "prefect", "that armed men had burnt two granaries in Sobane"),
    ("bare", "verb.bare", "asserts", "indirect", "junta", "it had given the envoy three days to leave"),
    ("after", "direct.after", "alleges", "direct", "Adama Telly", "We found the well poisoned"),
    ("interrupted", "direct.after", "asserts", "direct", "driver", "The road is closed | and nobody will open it"),
    ("colon", "direct.colon", "asserts", "direct", "old man", "They took the cattle"),
    ("blamed", "verb.blame", "alleges", "indirect", "governor", "the blast on smugglers"),
    ("described", "verb.label", "characterises", "mixed", "minister", "the report as “a novel without an author"),
    ("denied", "verb.object", "denies", "indirect", "army", "the claim that its soldiers had looted the market"),
    ("denied", "noun.clause", "alleges", "indirect", None, "that its soldiers had looted the market"),
    ("denied", "verb.label", "characterises", "mixed", "army", "it “a fable"),
    ("opposed", "verb.object", "denies", "indirect", "government", "the new base"),
    ("opposed", "verb.bare", "alleges", "indirect", "government", "it violates the treaty"),
    ("vowed", "verb.infinitive", "threatens", "indirect", "council", "to crush any resistance"),
    ("urged", "verb.request", "calls_for", "indirect", "bishop", "both camps to spare the school"),
    ("according", "preposition.before", "asserts", "indirect", "mayor", "three houses were burnt"),
    ("behind", "preposition.behind", "asserts", "indirect", "health worker", "Three houses were burnt"),
    ("enjoindre", "verb.request", "demands", "indirect", "général", "les miliciens de quitter la ville"),
    ("ajouter", "verb.clause", "asserts", "indirect", "préfet", "que la route est sûre"),
    ("constater", "verb.inserted", "asserts", "indirect", "ingénieur", "Trois ponts ont cédé"),
    ("revenir", "verb.object", "retracts", "indirect", "témoin", "sur sa déposition"),
    ("rectifier", "verb.colon", "retracts", "indirect", "ministère", "le bilan est de neuf morts"),
    ("savoir", "verb.clause", "asserts", "indirect", "général", "que la route est sûre"),
    ("inserted", "verb.inserted", "asserts", "indirect", "colonel", "The bridge was mined"),
    ("annonce", "verb.clause", "announces", "indirect", "préfet", "que dix villages avaient été évacués"),
    ("inversion", "direct.after", "asserts", "direct", "Alassane Bini", "Nous avons compté onze corps"),
    ("selon", "preposition.before", "asserts", "indirect", "source hospitalière", "sept blessés ont été admis"),
    ("dapres", "preposition.behind", "asserts", "indirect", "officier", "La radio du poste ne marchait plus"),
    ("clisaccuse", "verb.blame", "alleges", "indirect", "commandant", "d'avoir caché des armes"),
    ("qualifie", "verb.label", "characterises", "mixed", "ministre", "le rapport de « conte pour enfants"),
    ("dement", "verb.object", "denies", "indirect", "armée", "toute exécution"),
    ("menace", "verb.infinitive", "threatens", "indirect", "députée", "de saisir la justice"),
    ("appelle", "verb.request", "calls_for", "indirect", "syndicat", "à une grève de deux jours"),
    ("promesse", "noun.of", "announces", "indirect", "médiateur", "de revenir en mai"),
    ("faitvaloir", "verb.clause", "asserts", "indirect", "journaliste", "que l'article citait deux élus"),
    ("maire", "verb.object", "characterises", "mixed", "Lassina Kodio", "d'une « journée noire"),
    ("recalled", "verb.clause", "asserts", "indirect", None, "that, according to the mayor, ten flights had been refused"),
    ("recalled", "preposition.before", "asserts", "indirect", "mayor", "ten flights had been refused"),
    ("occasions", "verb.inserted", "alleges", "indirect", None, "On ten occasions | the guards had turned the convoy back"),
    ("marked", "verb.bare", "asserts", "mixed", "mayor", 'he was "worried'),
    ("marked", "verb.clause", "asserts", "indirect", "mayor", "that the well was dry"),
    ("aside", "direct.after", "asserts", "direct", "Adama Telly", "The well is dry"),
    ("credited", "verb.inserted", "asserts", "indirect", "army", "Two drivers were hurt on Monday"),
    ("counted", "preposition.before", "asserts", "indirect", "government", "ten herders died"),
    ("rapporte", "verb.inserted", "asserts", "indirect", "Le Sillon", "Les ravisseurs réclament dix vaches"),
    ("apposition", "verb.object", "announces", "indirect", "ministre", "dimanche la fermeture du pont"),
    ("implore", "verb.request", "calls_for", "indirect", "parents", "les deux camps de rouvrir l'école"),
    ("reprend", "direct.after", "demands", "direct", "maire", "Qu'on nous laisse enterrer nos morts"),
]

UNSOURCED = [
    ("believed", "hearsay.passive", "At least two of the guards are believed to have fled"),
    ("impersonal", "hearsay.impersonal", "that the convoy had been sold"),
    ("conditional", "hearsay.conditional", "Des coups de feu auraient été entendus près du camp"),
    ("ilsedit", "hearsay.impersonal", "que des gendarmes vendent leurs munitions"),
]


def words(name: str, statement: Statement) -> str:
    """Return the content as the text has it, its parts joined by a bar."""
    return " | ".join(span.of(a_text(name).document.text) for span in statement.content)


def by_rule(name: str, rule: str) -> Statement:
    """Return the one statement that a rule finds in a text."""
    (statement,) = [found for found in find_statements(a_text(name)) if found.rule == rule]
    return statement


@pytest.mark.parametrize(("name", "rule", "act", "quotation", "speaker", "content"), FOUND)
def test_each_construction_is_read(name: str, rule: str, act: str, quotation: str, speaker: str | None, content: str) -> None:
    """Each construction gives its speaker, what was said, what was done by it, and how much of it is verbatim."""
    statement = by_rule(name, rule)
    assert words(name, statement) == content
    assert statement.speaker.name == speaker
    assert (statement.act, statement.quotation) == (SpeechAct(act), Quotation(quotation))


@pytest.mark.parametrize(("name", "rule", "content"), UNSOURCED)
def test_hearsay_names_nobody(name: str, rule: str, content: str) -> None:
    """Where nobody is named, the source and the speaker stay empty."""
    statement = by_rule(name, rule)
    assert words(name, statement) == content
    assert statement.source == ()
    assert (statement.speaker.label, statement.speaker.name) == ("", None)


def test_the_accused_belongs_to_the_accusation() -> None:
    """An accusation holds the accused with name and post, and the blame; its speaker has the post that stands before the name."""
    statement = by_rule("accused", "verb.blame")
    assert words("accused", statement).startswith("Jean Doli, head of the mission’s rights section, of bias")
    assert (statement.speaker.name, statement.capacity) == ("Issa Baro", "Government spokesman")


def test_a_statement_read_on_television_is_broadcast() -> None:
    """“In a statement read on TV” is a broadcast, and is kept as the occasion."""
    statement = by_rule("tv", "verb.object")
    assert (statement.channel, statement.occasion) == (Channel.BROADCAST, "a statement read on TV")
    assert (statement.speaker.name, statement.capacity) == ("Issa Baro", "spokesman")


def test_purported_deeds_are_kept_as_alleged_inside_the_call() -> None:
    """“Purportedly” makes an allegation of nobody in particular, with the noun it hangs on, inside the call that holds it."""
    call, hearsay = by_rule("called", "verb.request"), by_rule("called", "hearsay.adverb")
    assert words("called", call).startswith("for an inquiry into possible war crimes")
    assert words("called", hearsay).startswith("possible war crimes, purportedly committed by the army")
    assert (hearsay.act, hearsay.speaker.name, hearsay.inside) == (SpeechAct.ALLEGES, None, call.id)


def test_the_date_of_saying_stands_apart_from_the_content() -> None:
    """The words that tell when it was said are kept as such and are no part of the content."""
    text = a_text("called").document.text
    statement = by_rule("called", "verb.request")
    assert statement.said is not None
    assert statement.said.of(text) == "January 31"
    assert not any(span.overlaps(statement.said) for span in statement.content)


def test_the_briefing_has_the_date_that_was_told_before() -> None:
    """A statement made “during the briefing” has the date told for that briefing in the sentence before."""
    statement = by_rule("briefed", "verb.object")
    assert statement.said is not None
    assert statement.said.of(a_text("briefed").document.text) == "January 27"
    assert (statement.channel, statement.occasion) == (Channel.COUNCIL_MEETING, "the briefing")


def test_a_quotation_in_a_quotation_has_its_own_speaker() -> None:
    """Words quoted inside a quotation belong to whoever the outer speaker quotes, and stand inside the outer statement."""
    outer, inner = by_rule("nested", "direct.after"), by_rule("nested", "direct.colon")
    assert (outer.speaker.name, inner.speaker.name) == ("herder", "sergeant")
    assert words("nested", inner) == "Leave before noon"
    assert inner.inside == outer.id


def test_quoting_somebody_as_saying_makes_two_statements() -> None:
    """“Quoted the prefect as saying” is the weekly's statement, and inside it the prefect's."""
    outer, inner = by_rule("asaying", "verb.object"), by_rule("asaying", "verb.clause")
    assert (outer.speaker.name, inner.speaker.name) == ("weekly", "prefect")
    assert inner.inside == outer.id


@pytest.mark.parametrize("name", ["denieddenial", "denieddenialfr"])
def test_a_denial_that_is_denied_stands_inside_the_denial(name: str) -> None:
    """Who denies having denied something makes one denial, and speaks of another; nobody else speaks."""
    outer, inner = find_statements(a_text(name))
    assert (outer.act, inner.act) == (SpeechAct.DENIES, SpeechAct.DENIES)
    assert inner.inside == outer.id
    assert outer.speaker.name == inner.speaker.name is not None


def test_a_french_quotation_in_a_quotation_has_its_own_speaker() -> None:
    """Marks of another kind inside « » open a quotation of somebody else's."""
    outer, inner = find_statements(a_text("nestedfr"))
    assert (outer.speaker.name, inner.speaker.name) == ("veuve", "chef")
    assert words("nestedfr", inner) == "Partez avant midi"
    assert inner.inside == outer.id


def test_an_agency_that_passes_on_what_it_was_told_keeps_who_told_it() -> None:
    """“The agency said a spokesman told it that” is the agency's statement, and inside it the spokesman's."""
    outer, inner = find_statements(a_text("passedon"))
    assert (outer.speaker.name, inner.speaker.name) == ("agency", "police spokesman")
    assert inner.inside == outer.id


@pytest.mark.parametrize("name", ["nobodywas", "negated", "sign", "nogroup", "nobodysaid", "aucun", "personne"])
def test_what_nobody_says_is_no_statement(name: str) -> None:
    """A plain fact, a denied saying, the words on a sign and what "no group" or nobody says are no statements."""
    assert find_statements(a_text(name)) == ()


def test_the_conditional_has_a_source_where_one_is_named() -> None:
    """A French conditional behind « selon » is the named source's, not hearsay of nobody."""
    (statement,) = find_statements(a_text("selonconditional"))
    assert (statement.rule, statement.speaker.name) == ("preposition.before", "maire")


@pytest.mark.parametrize("name", ["expelled", "refused"])
def test_a_deed_in_a_verb_of_saying_is_no_statement(name: str) -> None:
    """Declaring somebody persona non grata and denying a request are deeds: nothing is said that could be true or false."""
    assert find_statements(a_text(name)) == ()


def test_a_statement_is_about_whom_its_content_names() -> None:
    """The persons and bodies that the content names are what it is about; whoever speaks is not."""
    annotated = a_text("accused")
    text = annotated.document.text
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in ("Issa Baro", "Jean Doli")}
    mentions = tuple(Mention(MentionKind.PERSON, span, name) for name, span in spans.items())
    (statement,) = find_statements(replace(annotated, mentions=mentions))
    assert (statement.speaker.name, statement.about) == ("Issa Baro", ("Jean Doli",))
