"""Mentions: known names, posts, names by rule, and what the finders bring."""

import pytest
from tests.unit.annotate.builders import B, H, a_document, named, parsed

from corro.annotate import Annotator, Recognise, annotate
from corro.model import Document, Mention, MentionKind
from corro.values import Span


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Colonel Zana Berthé spoke.", "en", ("person", "Zana Berthé")),
        ("Mr. Berthé spoke.", "en", ("person", "Berthé")),
        ("La plainte vise Mme Ilombe.", "fr", ("person", "Ilombe")),
        ("Le colonel Abakar a démenti.", "fr", ("person", "Abakar")),
        ("The activist Ruth Kesterton left.", "en", ("person", "Ruth Kesterton")),
        ("The army blamed Aurelio Santa, head of the local office.", "en", ("person", "Aurelio Santa")),
        ("Le maire de la commune, Lassina Kambou, parle.", "fr", ("person", "Lassina Kambou")),
        ("On accuse the Tondo Liberation Front of it.", "en", ("group", "Tondo Liberation Front")),
        ("Selon l'Observatoire Tumaini, rien n'est sûr.", "fr", ("organisation", "Observatoire Tumaini")),
        ("It was said by the Ministry of Foreign Affairs today.", "en", ("organisation", "Ministry of Foreign Affairs")),
        (
            "Le ministère des Affaires étrangères du Velmar a écrit.",
            "fr",
            ("organisation", "ministère des Affaires étrangères du Velmar"),
        ),
        ("Plainte du mouvement Jeunesse unie.", "fr", ("organisation", "Jeunesse")),
        ("A letter to the Secretary-General followed.", "en", ("post", "Secretary-General")),
        ("They told MINUKA about it.", "en", ("organisation", "MINUKA")),
        ("A report by AFP says so.", "en", ("organisation", "AFP")),
        ("Gunmen came to the village of Gassa at night.", "en", ("place", "Gassa")),
        ("The mine lies near Dirima.", "en", ("place", "Dirima")),
        ("L'attaque a eu lieu près de Dirima.", "fr", ("place", "Dirima")),
        ("They fled to the Tondo region.", "en", ("place", "Tondo")),
        ("He blamed Kasandan soldiers for it.", "en", ("demonym", "Kasandan")),
    ],
)
def test_unknown_names_are_told_by_the_words_around_them(text: str, language: str, expected: tuple[str, str]) -> None:
    """Titles, posts, nouns of bodies and of places, for any country."""
    assert expected in named(parsed(text, language))


@pytest.mark.parametrize(
    ("text", "language", "post"),
    [
        ("The head of MINUSMA's human rights section left.", "en", "head of MINUSMA's human rights section"),
        ("The government spokesman said no.", "en", "government spokesman"),
        ("They met the Kasandan foreign minister.", "en", "Kasandan foreign minister"),
        ("Le porte-parole du gouvernement a parlé.", "fr", "porte-parole du gouvernement"),
        ("Le ministre malien des Affaires étrangères a parlé.", "fr", "ministre malien des Affaires étrangères"),
        ("Le directeur de la division des droits de l'homme est parti.", "fr", "directeur de la division des droits de l'homme"),
    ],
)
def test_a_post_is_its_noun_with_its_complement(text: str, language: str, post: str) -> None:
    """One mention, which takes up the names inside it."""
    assert ("post", post) in named(parsed(text, language))


@pytest.mark.parametrize("text", ["The spokesman left.", "The heads of state met.", "He raised his head."])
def test_a_noun_alone_is_no_post(text: str) -> None:
    """Without a complement, or in the plural, it names no office."""
    assert not [kind for kind, _ in named(parsed(text)) if kind == "post"]


def test_a_post_leads_to_the_known_one_and_ends_before_its_holder() -> None:
    """The person stands beside the post, not in it."""
    mentions = parsed("MINUSMA spokesman Olivier Salgado was ordered out.").mentions
    assert [(mention.kind, mention.known_id) for mention in mentions] == [
        (MentionKind.POST, "minusma_spokesperson"),
        (MentionKind.PERSON, "olivier_salgado"),
    ]


def test_a_surname_after_the_full_name_is_the_same_person() -> None:
    """Even at the start of a sentence, where a capital tells nothing, and with its words as a proper noun."""
    annotated = parsed("US diplomat Richard Mills spoke. Mills said no.")
    assert [(mention.text, mention.name) for mention in annotated.mentions if mention.kind is MentionKind.PERSON] == [
        ("Richard Mills", ""),
        ("Mills", "Richard Mills"),
    ]
    assert {token.pos for token in annotated.tokens if token.text == "Mills"} == {"PROPN"}


def test_an_explained_acronym_is_the_body() -> None:
    """The document says what it stands for, and later uses lead there."""
    annotated = parsed("Le Front de libération du Tondo (FLT) a signé. Selon le gouvernement, le FLT a tiré.", "fr")
    assert [(mention.kind.value, mention.text, mention.name) for mention in annotated.mentions] == [
        ("group", "Front de libération du Tondo", ""),
        ("group", "FLT", "Front de libération du Tondo"),
        ("group", "FLT", "Front de libération du Tondo"),
    ]


def test_an_acronym_must_fit_its_name() -> None:
    """A bracket after a name may hold anything else."""
    annotated = parsed("Selon l'Observatoire Tumaini (ZKQ), rien n'est sûr.", "fr")
    assert [mention.name for mention in annotated.mentions] == ["" for _ in annotated.mentions]


def test_a_name_that_one_sentence_explains_is_explained_everywhere() -> None:
    """A rule's kind passes to the same name elsewhere."""
    annotated = parsed("The mine lies near Dirima. Nobody in Gassa knew it. They spoke of Dirima again.")
    assert named(annotated).count(("place", "Dirima")) == 2


def test_finders_bring_what_this_stage_does_not_know() -> None:
    """Their mentions are kept, save where a known name or a titled person stands."""

    def find_places(document: Document) -> list[Mention]:
        spans = [Span(at, at + 5) for at in range(len(document.text)) if document.text.startswith("Kidal", at)]
        return [Mention(MentionKind.PLACE, span, "Kidal", "gaz:1", "gazetteer") for span in spans]

    annotator = Annotator([find_places], Recognise.NEVER)
    annotated = annotator.annotate(a_document("Colonel Moussa Kidal reached Kidal."))
    assert named(annotated) == [("person", "Moussa Kidal"), ("place", "Kidal")]


def test_capitals_of_a_headline_name_nobody() -> None:
    """In title case every word has a capital, so only known names are found."""
    document = a_document("Junta Orders Colonel Blue Helmets Out Of Town", "It rained.", kinds=(H, B))
    assert named(annotate(document)) == []


def test_known_names_are_found_in_capitals() -> None:
    """With their offsets in the text as it stands."""
    annotated = annotate(a_document("MALI: THE MINUSMA MISSION MUST GO", "It rained.", kinds=(H, B)))
    assert ("organisation", "MINUSMA") in named(annotated)


def test_the_two_ministers_are_told_apart() -> None:
    """One first name, one sentence apart: neither takes the other's later mentions."""
    text = "Foreign minister Abdoulaye Diop objected. Colonel Abdoulaye Maiga read it out. Diop left, and Maiga stayed."
    found = {mention.text: mention.known_id for mention in parsed(text).mentions if mention.kind is MentionKind.PERSON}
    assert found == {"Abdoulaye Diop": "abdoulaye_diop", "Abdoulaye Maiga": "abdoulaye_maiga", "Diop": "abdoulaye_diop",
                     "Maiga": "abdoulaye_maiga"}  # fmt: skip
