"""Plain text and Markdown as documents."""

from tests.unit.read.evidence import PHRASE, SENTENCE, codes, document, kinds, reading

from corro.model import Basis
from corro.values import Language


def test_front_matter_is_metadata_and_not_shown() -> None:
    """Its fields become the document's; the text as shown begins after it, and the map leads past it."""
    text = (
        f"---\ntitle: T\noutlet: O\nurl: https://www.a.example/x/?utm_source=y\npublished: 2023-02-05\nbyline: Ann\n---\n{SENTENCE}"
    )
    found = document(text)
    assert found.text == SENTENCE
    assert text[found.offsets.to_raw(0) :] == SENTENCE
    assert (found.title.text, found.outlet.text, found.byline.text) == ("T", "O", "Ann")
    assert found.outlet.basis is Basis.METADATA
    assert found.address == "https://www.a.example/x/?utm_source=y"


def test_markdown_marks_are_not_shown() -> None:
    """Headings, emphasis and links lose their marks; headings are known by them; the map leads to the words."""
    raw = f"# Two patrols\n\n{SENTENCE} **Nobody** was [hurt](https://a.example).\n\n## Why now?\n\n> {SENTENCE}\n"
    found = document(raw, "report.md")
    assert kinds(found) == [
        ("headline", "Two patrols"),
        ("body", f"{SENTENCE} Nobody was hurt."),
        ("subheading", "Why now?"),
        ("body", SENTENCE),
    ]
    assert raw[found.offsets.to_raw(found.text.index("hurt")) :].startswith("hurt](")


def test_marks_in_plain_text_are_taken_out_too() -> None:
    """The same bytes are read alike whatever their file is called, so that it matters not which name came first."""
    assert document(f"{SENTENCE} **Nobody** was hurt.").text == f"{SENTENCE} Nobody was hurt."


def test_ids_are_of_the_bytes_and_series_of_the_address() -> None:
    """The same bytes make the same document under any name; captures of one address are one series."""
    one, other = document(SENTENCE, "a.txt"), document(SENTENCE, "b.txt")
    assert (one.id, one.series_id) == (other.id, one.id)
    first = document(f"---\nurl: https://a.example/x\n---\n{SENTENCE}")
    second = document(f"---\nurl: http://www.a.example/x/#top\n---\n{PHRASE}")
    assert first.id != second.id
    assert first.series_id == second.series_id


def test_the_label_is_the_stem_or_the_id_given() -> None:
    """People call a document by its file's name, unless it brings an id."""
    assert document(SENTENCE, "note.v2.txt").label == "note.v2"
    assert document(f"---\nid: K7\n---\n{SENTENCE}").label == "K7"


def test_what_stands_outside_the_bytes_fills_gaps() -> None:
    """Context gives what the text does not say of itself."""
    found = document(f"---\noutlet: O\n---\n{SENTENCE}", outlet="Other", address="https://a.example/x")
    assert (found.outlet.text, found.address) == ("O", "https://a.example/x")


def test_broken_characters_in_metadata_are_repaired() -> None:
    """A title that was decoded wrongly is put right like the text."""
    assert document(f"---\ntitle: TÃ©lÃ©vision\n---\n{SENTENCE}").title.text == "Télévision"


def test_a_stray_character_in_capitals_goes_with_the_language() -> None:
    """In English no word ends in Â; in other languages one may."""
    assert document(f"{SENTENCE}\n\nSource: AFPÂ").credits[0].text == "AFP"


def test_languages_that_are_not_analysed_are_kept_with_an_issue() -> None:
    """The text stays as it is; the issue says that it is not analysed."""
    text = "El ejército dijo el lunes que dos patrullas habían sido detenidas en el puente por hombres armados."
    found = reading(f"---\npublished: 2023-01-01\n---\n{text}")
    assert (found.documents[0].language, found.documents[0].text) == (Language.OTHER, text)
    assert codes(found) == ["unsupported_language"]
    assert codes(reading("---\npublished: 2023-01-01\n---\nOui."))[0] == "unknown_language"
