"""Which part of a page each line is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.read.evidence import PHRASE, SENTENCE, document, kinds

from corro.model import Basis
from corro.read.segments import find_segments


def _kinds_of(*lines: str, title: str = "") -> list[str]:
    return [segment.kind.value for segment in find_segments("\n\n".join(lines), (), title)]


@pytest.mark.parametrize(
    "line",
    [
        "Patrols at the bridge of Lukeni, 2019 (file photo).",
        "Un véhicule devant le pont de Lukeni, en 2020 (archives)",
        "Photo: the bridge of Lukeni",
        "FILE - The bridge of Lukeni.",
        "The bridge of Lukeni (Photo: Kori News)",
        "Photo d'archives : le pont de Lukeni",
    ],
)
def test_captions_show_by_their_cues(line: str) -> None:
    """At the head of a report and further down."""
    assert _kinds_of(line, SENTENCE) == ["caption", "body"]
    assert _kinds_of(SENTENCE, line, SENTENCE) == ["body", "caption", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "READ ALSO: Rice prices ease",
        "À LIRE AUSSI : Le prix du riz",
        "Share this article | Print | Subscribe",
        "Partager | Imprimer | S'abonner à la lettre",
        "We use cookies to make this site work.",
        "© 2023 The Harbour. All rights reserved.",
        "Tous droits réservés",
        "You have 2 free articles left this month.",
        "12 / 40",
    ],
)
def test_furniture_shows_by_its_cues(line: str) -> None:
    """Links, menus, cookies, rights and page numbers, English and French."""
    assert _kinds_of(SENTENCE, line) == ["body", "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "Print journalists were kept from the bridge, the union said.",
        "Sharing power is the only way out, the mayor said.",
        "Il a prié les habitants de rester chez eux.",
        "Home to 200 families, the village lies on the river.",
    ],
)
def test_prose_that_begins_like_furniture_is_prose(line: str) -> None:
    """A cue word at the head of a sentence makes no furniture."""
    assert _kinds_of(SENTENCE, line) == ["body", "body"]


def test_a_short_line_between_paragraphs_is_a_subheading() -> None:
    """Without a stop and with prose on both sides; so also where every line is a paragraph."""
    assert _kinds_of(SENTENCE, "The row with the mission", SENTENCE) == ["body", "subheading", "body"]
    lines = find_segments(f"{SENTENCE}\nThe row with the mission\n{SENTENCE}", (), "")
    assert [segment.kind.value for segment in lines] == ["body", "subheading", "body"]


@pytest.mark.parametrize(
    "foot", ["Colonel Abdou Sarr", "The spokesman,\nColonel Abdou Sarr", "- first point", "Contact: the press office"]
)
def test_signatures_and_lists_are_no_subheadings(foot: str) -> None:
    """A short line with no prose behind it, or one of a list, is body."""
    assert _kinds_of(SENTENCE, foot) == ["body", "body"]
    assert _kinds_of(SENTENCE, "- first point", SENTENCE) == ["body", "body", "body"]


def test_a_post_and_its_holder_stay_together() -> None:
    """A line that ends with a comma goes on in the next."""
    found = document(f"{SENTENCE}\n\nThe spokesman,\nColonel Abdou Sarr")
    assert kinds(found)[-1] == ("body", "The spokesman,\nColonel Abdou Sarr")


def test_the_first_short_line_is_the_headline() -> None:
    """Where nothing else gives the title, its words are the title, with their place."""
    found = document(f"Two patrols stopped at Lukeni\n\nBy Ann Tarlow\n\n{SENTENCE}")
    assert [kind for kind, _ in kinds(found)] == ["headline", "byline", "body"]
    assert (found.title.text, found.title.basis) == ("Two patrols stopped at Lukeni", Basis.TEXT)
    assert (found.byline.text, found.byline.span and found.byline.span.of(found.text)) == ("Ann Tarlow", "Ann Tarlow")


def test_a_title_in_the_metadata_is_found_again_in_the_text() -> None:
    """A repeated title is the headline, whatever its capitals; the metadata's words stay the title."""
    found = document(f"---\ntitle: Two patrols stopped.\n---\nTWO PATROLS STOPPED.\n\n{SENTENCE}")
    assert kinds(found)[0][0] == "headline"
    assert (found.title.text, found.title.basis) == ("Two patrols stopped.", Basis.METADATA)
    assert found.title.span is not None


def test_a_text_of_headings_alone_is_its_own_body() -> None:
    """A note of a few words is kept as body, not as a headline without a report."""
    assert _kinds_of("Patrol stopped at Lukeni") == ["body"]


def test_a_dateline_is_cut_from_its_paragraph() -> None:
    """Place, date and agency are taken from it; the body begins after the dash."""
    found = document(f"LUKENI, 23 janvier 2020 (AFP) – {PHRASE}")
    assert kinds(found) == [("dateline", "LUKENI, 23 janvier 2020 (AFP) –"), ("body", PHRASE)]
    assert (found.dateline_place.text, found.dateline_place.basis) == ("LUKENI", Basis.DATELINE)
    assert [(credit.text, credit.basis) for credit in found.credits] == [("AFP", Basis.DATELINE)]


def test_a_dateline_stands_at_the_head_only() -> None:
    """The same form in a later paragraph is part of it; a note in brackets above the report does not count."""
    line = f"LUKENI, Oct 27 (AOP) - {SENTENCE}"
    assert _kinds_of(SENTENCE, line) == ["body", "body"]
    assert _kinds_of("(Corrects the day in the first paragraph)", line) == ["body", "dateline", "body"]


def test_a_credit_at_the_end_is_cut_off() -> None:
    """`(with AFP)` behind the last sentence is a credit of its own."""
    assert kinds(document(f"{SENTENCE} (with AFP)")) == [("body", SENTENCE), ("credit", "(with AFP)")]


def test_place_and_date_at_the_foot_are_a_dateline() -> None:
    """As in a communiqué, above the signature; in the middle of a long text the same line is none."""
    foot = "Bamako, le 5 février 2023"
    assert _kinds_of(PHRASE, foot, "Le porte-parole") == ["body", "dateline", "body"]
    assert _kinds_of(PHRASE, foot, *[PHRASE] * 5)[1] != "dateline"


@pytest.mark.parametrize("width", [60, 72, 90])
def test_wrapped_lines_make_one_paragraph(width: int) -> None:
    """A mail wrapped at a width has the paragraphs that its author wrote."""
    import textwrap

    whole = f"{SENTENCE} {SENTENCE} Nobody was hurt."
    text = "\n\n".join("\n".join(textwrap.wrap(whole, width)) for _ in range(3))
    assert [" ".join(words.split()) for _, words in kinds(document(text))] == [whole] * 3


@given(
    st.lists(
        st.sampled_from([SENTENCE, PHRASE, "A heading", "BAMAKO (AFP) – ", "(with AFP)", "\n", "\n\n", " ", "READ ALSO: x", "# h"])
    )
)
def test_segments_cover_everything_once(pieces: list[str]) -> None:
    """Whatever the lines, segments are in order, do not overlap, and leave out white space only."""
    text = "".join(pieces)
    segments = find_segments(text, (), "")
    at = 0
    for segment in segments:
        assert not text[at : segment.span.start].strip()
        assert at <= segment.span.start < segment.span.end
        at = segment.span.end
    assert not text[at:].strip()
