"""Copies, translations, versions and re-tellings are one lineage; one quoted statement makes none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.weigh.builders import a_document

from corro.model import CopyLink, Document
from corro.weigh import compare, sketch, sketch_keys

REPORT = (
    "Gunmen on motorcycles raided the weekly market of Oumba on Tuesday and killed 23 traders, the governor of Karo said.\n"
    "They came from the river shortly after two in the afternoon and fired at whoever ran, a cattle dealer said by phone.\n"
    "Nine people were taken away in a lorry that belonged to the cooperative, and most of the stalls were burnt down.\n"
    "The governor blamed the Sabara Brigade, which has not spoken since it broke the truce signed in Tolmar in 2019.\n"
)
OWN = (
    "For the families of Oumba the week began with funerals under a grey sky and without the imam, who had fled.\n"
    "Our correspondent counted fresh graves along the road to the mill while soldiers of the garrison watched from afar.\n"
)


def link(one: Document, other: Document) -> CopyLink | None:
    """Compare two documents."""
    return compare(one, sketch(one), other, sketch(other))


def kinds(found: CopyLink | None) -> set[str]:
    """Return the kinds of evidence of a link that holds two documents to be one lineage."""
    return {item.kind for item in found.evidence} if found and found.same_origin else set()


def test_a_copy_under_another_headline_is_one_lineage() -> None:
    """The same wording in another outlet is one origin, and the link says how much is shared."""
    found = link(a_document("a", REPORT), a_document("b", "Market attack leaves many dead.\n" + REPORT))
    assert kinds(found) == {"shared_passages"}
    assert found is not None
    assert found.evidence[0].share == 1.0


def test_an_extract_is_one_lineage_with_the_whole() -> None:
    """Two fifths of a text are enough."""
    half = "\n".join(REPORT.split("\n")[:2])
    assert kinds(link(a_document("a", REPORT), a_document("b", half)))


def test_independent_reports_are_not_linked() -> None:
    """Two reports of one event in their own words share nothing that tells of one origin."""
    assert not kinds(link(a_document("a", REPORT), a_document("b", OWN)))


def test_one_quoted_statement_is_no_copy() -> None:
    """Two reporters who quote one statement word for word heard one speaker; the quotation is noted and decides nothing."""
    quote = "“We shall find those who did this, wherever they hide, and no truce will shield them from the courts of this country”"
    one = a_document("a", REPORT + f"{quote}, the minister said.\n")
    other = a_document("b", OWN + f"{quote}, the minister said.\n")
    found = link(one, other)
    assert found is not None
    assert not found.same_origin
    assert [item.kind for item in found.evidence] == ["shared_quote"]


def test_page_furniture_is_no_evidence() -> None:
    """Buttons and lists of other stories that a site puts under all its texts are not compared."""
    page = "Related stories\nDrought eases in the north\nShare this article and subscribe to our newsletter.\n"
    assert not kinds(link(a_document("a", REPORT + page), a_document("b", OWN + page)))


def test_two_captures_of_one_address_are_versions() -> None:
    """A version belongs to its report even when hardly a word is left."""
    assert "version" in kinds(link(a_document("a", REPORT, series="s"), a_document("b", OWN, series="s")))


def test_a_translation_of_agency_copy_is_one_lineage() -> None:
    """Names and figures in the same order, with one agency credited, show a translation."""
    english = (
        "On Thursday the Council heard Nadia Ilombe of the Tumaini group, who spoke of 31 men shot near Sombe on 21 October.\n"
        "The envoy of Haldane, Ruth Kesterton, asked that 12 investigators be let into Sombe before 15 December.\n"
    )
    french = (
        "Le Conseil a entendu jeudi Nadia Ilombe, du groupe Tumaini, qui a parlé de 31 hommes tués près de Sombe le 21 octobre.\n"
        "L'envoyée de Haldane, Ruth Kesterton, a demandé que 12 enquêteurs soient admis à Sombe avant le 15 décembre.\n"
    )
    found = link(a_document("a", english, credit="AOP"), a_document("b", french, credit="AOP", language="fr"))
    assert kinds(found) == {"translation", "credit"}


def test_a_text_that_rests_on_the_outlet_it_names_is_one_lineage() -> None:
    """A re-telling in other words that cites one outlet and brings no name or figure of its own adds nothing."""
    first = "At the bridge of Lukeni soldiers stopped 14 lorries of Tumaini on Monday, said Petra Sollander and Ilse Marrovic.\n"
    second = (
        "It was 14 lorries of Tumaini that the army kept on Monday at Lukeni, Petra Sollander and Ilse Marrovic told Radio Amsel.\n"
    )
    found = link(a_document("a", first, outlet="Radio Amsel"), a_document("b", second, published="2022-07-22"))
    assert "citing" in kinds(found)


def test_several_agencies_credited_back_nothing() -> None:
    """“A and B contributed” does not make a text the copy of another that credits A."""
    one, other = a_document("a", REPORT, credit="AOP"), a_document("b", OWN, credit="AOP and TransWire")
    assert "credit" not in {item.kind for item in (link(one, other) or CopyLink("", "", same_origin=False)).evidence}


def test_the_order_of_the_two_has_no_say() -> None:
    """A link is the same from both sides."""
    one, other = a_document("a", REPORT), a_document("b", REPORT[200:])
    assert link(one, other) == link(other, one)


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_can_be_compared(one: str, other: str) -> None:
    """No text breaks the comparison."""
    first, second = a_document("a", one), a_document("b", other)
    assert link(first, second) == link(second, first)


def shared(one: Document, other: Document) -> set[str]:
    """Return the keys by which two documents are compared."""
    return set(sketch_keys(sketch(one))) & set(sketch_keys(sketch(other)))


def test_a_whole_copy_is_found_at_any_distance_in_time() -> None:
    """A report taken up again years later, or without a date, is still compared with its original."""
    for published in ("2027-01-01", ""):
        assert shared(a_document("a", REPORT), a_document("b", "A new lead.\n" + REPORT, published=published))


def test_a_stock_phrase_brings_no_distant_texts_together() -> None:
    """A few words in common are a reason to compare texts of one month, and none for texts of two years."""
    phrase = " said that those responsible would be found and brought to justice before long"
    one = "In the first place the head of the council" + phrase + ".\n" + OWN
    other = "Weeks after the flood a minister" + phrase + " and left.\n" + REPORT
    assert shared(a_document("a", one), a_document("b", other))
    assert not shared(a_document("a", one), a_document("b", other, published="2024-01-01"))


def test_a_copy_shares_a_key() -> None:
    """A copy is found through the index."""
    keys = [set(sketch_keys(sketch(a_document(name, text)))) for name, text in (("a", REPORT), ("b", "A new lead.\n" + REPORT))]
    assert keys[0] & keys[1]


def test_the_number_of_keys_is_bounded() -> None:
    """A book has no more keys than a long report."""
    book = a_document("a", "\n".join(f"Word{number} stands here beside word{number * 7}." for number in range(20000)))
    assert len(sketch_keys(sketch(book))) < 700


FLASH = "Gunmen killed five traders in Oumba on 3 February 2023."
SAID = "“We shall find those who did this, wherever they hide, and no truce will shield them from the courts of this country.”"


@pytest.mark.parametrize(
    "text",
    [
        "One.",
        FLASH,
        SAID,
        FLASH[:-1] + " —",
        f"{FLASH}\nThe mayor said so —",
        f"{FLASH[:-1]}, says the newsletter of the mayor.",
        "Le préfet a dit : « Rien n'est sûr »",
    ],
)
def test_the_same_words_are_one_lineage_at_any_length(text: str) -> None:
    """However short, wholly quoted, or ending in whatever mark: the same words in two outlets are one origin, and are found."""
    one, other = a_document("a", text, outlet="Radio Amsel"), a_document("b", text, outlet="Le Fleuve")
    assert "identical_text" in kinds(link(one, other))
    assert set(sketch_keys(sketch(one))) & set(sketch_keys(sketch(other)))


def test_the_same_words_in_other_type_are_one_lineage() -> None:
    """Capitals, accents, marks and line breaks aside."""
    one, other = a_document("a", "Cinq tués à Gao, dit l'armée."), a_document("b", "CINQ TUES A GAO\ndit l’armée")
    assert "identical_text" in kinds(link(one, other))


def test_a_flash_within_a_longer_report_is_one_lineage() -> None:
    """A short text that stands whole in another adds nothing, and is found."""
    flash, report = a_document("a", FLASH), a_document("b", f"{FLASH} {OWN}")
    assert "identical_text" in kinds(link(flash, report))
    assert set(sketch_keys(sketch(flash))) & set(sketch_keys(sketch(report)))


def test_two_short_texts_of_their_own_are_not_linked() -> None:
    """Short texts in words of their own are two, and so is a phrase that anybody writes."""
    assert not kinds(
        link(a_document("a", FLASH), a_document("b", "In Oumba five traders were shot dead by armed men last Friday."))
    )
    assert not kinds(link(a_document("a", "Nobody was hurt."), a_document("b", f"Nobody was hurt. {OWN}")))


def test_quoted_texts_with_little_else_are_compared_by_what_is_quoted() -> None:
    """Two reports that are one long quotation each, with another word around it, are one lineage."""
    one, other = a_document("a", f"He said: {SAID}\n"), a_document("b", f"The minister declared: {SAID}\n")
    assert kinds(link(one, other)) == {"shared_passages", "shared_quote"}


@pytest.mark.parametrize("text", ["", "\n\n", "…"])
def test_no_text_is_no_copy_of_anything(text: str) -> None:
    """Where there is no word, nothing is shared."""
    assert not kinds(link(a_document("a", text, outlet=""), a_document("b", text, outlet="")))
