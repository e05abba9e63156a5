"""Whatever the text or the parser gives, the statement rules find passages of the text or nothing, and never fail."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.extract.statements.sentences import a_document, a_text

from corro.extract.statements.finding import find_statements
from corro.model import Annotated, Sentence, SpeechAct, Statement, Token
from corro.values import Language

WORDS = [
    "the",
    "army",
    "said",
    "that",
    "accused",
    "of",
    "denies",
    "claim",
    "according",
    "to",
    "selon",
    "d'après",
    "le",
    "maire",
    "a",
    "annoncé",
    "que",
    "aurait",
    "tué",
    "dit",
    "-t-il",
    "«",
    "»",
    "“",
    "”",
    '"',
    "'",
    "’",
    "‘",
    "‹",
    "›",
    "„",
    ".",
    ",",
    ";",
    ":",
    "?",
    "!",
    "(",
    ")",
    "he",
    "she",
    "they",
    "il",
    "elle",
    "nous",
    "on",
    "UN",
    "Colonel",
    "Dako",
    "LE",
    "MINISTRE",
    "de",
    "des",
    "qu'",
    "as",
    "saying",
    "quoted",
    "statement",
    "1",
]
TAGS = ["NOUN", "VERB", "AUX", "DET", "ADP", "PROPN", "PRON", "ADJ", "PUNCT", "SCONJ", "CCONJ"]
RELATIONS = [
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "nmod",
    "appos",
    "conj",
    "case",
    "mark",
    "aux:pass",
]
FEATURES = ["", "Mood=Ind|VerbForm=Fin", "VerbForm=Inf", "Tense=Past|VerbForm=Part", "Mood=Cnd|VerbForm=Fin", "Number=Plur"]
LEMMAS = ["say", "accuse", "deny", "tell", "quote", "dire", "annoncer", "accuser", "démentir", "man", "claim"]

token = st.tuples(
    st.sampled_from(WORDS) | st.text(min_size=1, max_size=6).filter(lambda word: bool(word.strip())),
    st.sampled_from(LEMMAS),
    st.sampled_from(TAGS),
    st.sampled_from(RELATIONS),
    st.integers(0, 40),
    st.sampled_from(FEATURES),
    st.booleans(),
)


def annotated(cells: list[tuple[str, str, str, str, int, str, bool]], language: Language) -> Annotated:
    """Make a text and a grammar of whatever was drawn; heads may run in circles."""
    text, tokens, sentences = "", [], []
    for word, lemma, pos, dep, head, morph, breaks in cells:
        tokens.append(Token(len(text), len(text) + len(word), word, lemma, pos, dep, head % len(cells), morph))
        text += word + " "
        if breaks or len(tokens) == len(cells):
            first = sentences[-1].last if sentences else 0
            sentences.append(Sentence(first, len(tokens), 0))
    return Annotated(a_document(text, language), tuple(tokens), tuple(sentences))


def spans(statement: Statement) -> list[tuple[int, int]]:
    """Return where everything of a statement stands."""
    places = [*statement.content, *statement.source, *filter(None, [statement.cue, statement.said])]
    return [(span.start, span.end) for span in places]


@settings(max_examples=150, deadline=None)
@given(st.lists(token, min_size=1, max_size=60), st.sampled_from([Language.ENGLISH, Language.FRENCH]))
def test_any_text_gives_passages_of_itself(cells: list[tuple[str, str, str, str, int, str, bool]], language: Language) -> None:
    """No text and no grammar raises; every statement has content, and all of it lies inside the text."""
    document = annotated(cells, language)
    for statement in find_statements(document):
        assert statement.content
        assert all(0 <= start < end <= len(document.document.text) for start, end in spans(statement))
        assert statement.speaker.label == "" or statement.source


def test_a_lone_mark_is_no_speaker() -> None:
    """An apostrophe that the parser takes for a subject names nobody."""
    heads = [("the", 0, "VERB"), ("the", 1, "NOUN"), ("'", 0, "NOUN"), ("the", 0, "NOUN"), ("the", 0, "NOUN"), ("the", 0, "NOUN")]
    cells = [(word, "say", pos, "nsubj", head, "", False) for word, head, pos in heads]
    found = find_statements(annotated(cells, Language.ENGLISH))
    assert found
    assert all(statement.speaker.label == "" and statement.source == () for statement in found)


@settings(max_examples=30, deadline=None)
@given(st.lists(token, min_size=1, max_size=60), st.sampled_from([Language.ENGLISH, Language.FRENCH]))
def test_the_same_text_gives_the_same_statements(
    cells: list[tuple[str, str, str, str, int, str, bool]], language: Language
) -> None:
    """The rules have no memory and no chance: twice the same text gives twice the same, with no id twice."""
    once, twice = find_statements(annotated(cells, language)), find_statements(annotated(cells, language))
    assert once == twice
    assert all(statement.inside in {other.id for other in once} for statement in once if statement.inside)


def test_a_page_that_is_all_quotes_invents_no_speaker() -> None:
    """Quotations with nobody beside them make no statement."""
    cells = [
        ("“", "man", "PUNCT", "punct", 1, "", False),
        ("Yes", "yes", "NOUN", "root", 1, "", False),
        (".", ".", "PUNCT", "punct", 1, "", False),
    ]
    cells.append(("”", "man", "PUNCT", "punct", 1, "", True))
    assert find_statements(annotated(cells * 20, Language.ENGLISH)) == ()


def test_a_denial_of_a_denial_is_two_statements() -> None:
    """Whoever denies having denied makes one denial, and the denial denied stands inside it."""
    outer, inner = sorted(find_statements(a_text("deniedtwice")), key=lambda statement: -len(statement.span))
    assert (outer.act, inner.act) == (SpeechAct.DENIES, SpeechAct.DENIES)
    assert inner.inside == outer.id


def test_a_speaker_who_is_never_named_stays_open() -> None:
    """A pronoun that nobody in the text stands behind names no speaker; its words are kept."""
    (statement,) = find_statements(a_text("unnamed"))
    assert (statement.speaker.label, statement.speaker.name) == ("He", None)


def test_a_language_that_is_not_analysed_gives_nothing() -> None:
    """A text in another language has no statements."""
    cells = [("sagt", "say", "VERB", "root", 0, "VerbForm=Fin", True)]
    assert find_statements(annotated(cells, Language.OTHER)) == ()
