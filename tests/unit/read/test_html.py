"""Web pages."""

from tests.unit.read.evidence import PHRASE, SENTENCE, codes, document, kinds, reading

from corro.model import Basis

HEAD = """<meta property="og:site_name" content="Northline"><meta property="og:title" content="Two patrols stopped">
<meta property="og:url" content="https://northline.example/x">
<meta property="article:published_time" content="2023-02-06T06:30:00Z">
<meta name="author" content="Ann Tarlow"><title>Two patrols stopped | Northline</title>"""
NAV = '<nav><a href="/">Home</a> <a href="/s">Sport in Dakar</a></nav>'
ASIDE = "<aside><h2>Most read</h2><p>Floods close the road to the coast for a second week, police say.</p></aside>"
FOOT = f"{ASIDE}<footer>We use cookies.</footer>"


def _page(body: str, head: str = HEAD, language: str = "en") -> bytes:
    return f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def test_the_article_is_read_in_its_own_order() -> None:
    """Headline, byline, caption, paragraphs and subheadings stay; menus, asides and footers go."""
    figure = "<figure><img src='x.jpg'><figcaption>The bridge of Lukeni, 2019</figcaption></figure>"
    head = f"<h1>Two patrols stopped</h1><p class='byline'>By Ann Tarlow</p>{figure}"
    body = f"{head}<p>{SENTENCE}</p><h2>The bridge</h2><p>{SENTENCE}</p>"
    found = document(_page(f"{NAV}<article>{body}</article>{FOOT}"), "page.html")
    assert kinds(found) == [
        ("headline", "Two patrols stopped"),
        ("byline", "By Ann Tarlow"),
        ("caption", "The bridge of Lukeni, 2019"),
        ("body", SENTENCE),
        ("subheading", "The bridge"),
        ("body", SENTENCE),
    ]


def test_the_head_gives_the_metadata() -> None:
    """Outlet, title, address, date, author and language come from the head, with the headline's place."""
    found = document(_page(f"<article><h1>Two patrols stopped</h1><p>{PHRASE}</p></article>", language="fr-ML"), "page.html")
    assert (found.outlet.text, found.byline.text, found.address) == ("Northline", "Ann Tarlow", "https://northline.example/x")
    assert (str(found.published.interval), found.published.basis) == ("2023-02-06T06:30:00Z", Basis.METADATA)
    assert found.language.value == "fr"
    assert (found.title.basis, found.title.span and found.title.span.of(found.text)) == (Basis.METADATA, "Two patrols stopped")


def test_a_title_loses_the_name_of_the_outlet() -> None:
    """Where only the window's title is there, the outlet at its end is no part of the headline."""
    head = '<meta property="og:site_name" content="Northline"><title>Two patrols stopped | Northline</title>'
    assert document(_page(f"<article><p>{SENTENCE}</p></article>", head), "page.html").title.text == "Two patrols stopped"


def test_an_author_that_is_the_outlet_is_no_byline() -> None:
    """Nor is the address of a profile."""
    head = '<meta property="og:site_name" content="Northline"><meta name="author" content="NORTHLINE">'
    assert document(_page(f"<article><p>{SENTENCE}</p></article>", head), "page.html").byline.text == ""


def test_an_agency_in_the_byline_is_credited() -> None:
    """`AFP` where an author would stand is a credit."""
    found = document(_page(f"<article><h1>Two patrols</h1><p class='byline'>AFP</p><p>{SENTENCE}</p></article>"), "page.html")
    assert ("credit", "AFP") in kinds(found)
    assert [credit.text for credit in found.credits] == ["AFP"]


def test_breaks_end_paragraphs_where_they_are_doubled() -> None:
    """Pages without paragraphs mark them by two breaks; emphasis and links do not cut a sentence."""
    body = f"<div>{SENTENCE}<br><br>The <b>mayor</b> of <a href='/l'>Lukeni</a> said on Tuesday<br>that nobody was hurt.</div>"
    words = [words for _, words in kinds(document(_page(body), "page.html"))]
    assert words == [SENTENCE, "The mayor of Lukeni said on Tuesday that nobody was hurt."]


def test_a_page_without_an_article_is_refused() -> None:
    """Links, menus and error messages would pass for claims, so they are rejected, with what to do."""
    for body in (NAV, "<h1>404</h1><p>Not found</p>", "<ul><li><a href='/a'>Two patrols stopped</a></li></ul>", ""):
        found = reading(_page(body), "page.html")
        assert (found.documents, found.code) == ((), "no_article")
        assert "Open the article itself" in found.rejected


def test_an_encoding_named_in_the_head_is_used() -> None:
    """A page in Latin-1 that says so is read without doubt."""
    page = f'<html><head><meta charset="iso-8859-1"></head><body><article><p>{PHRASE}</p></article></body></html>'.encode("latin-1")
    found = reading(page, "page.html")
    assert found.documents[0].text == PHRASE
    assert "guessed_encoding" not in codes(found)


def test_comments_scripts_and_declarations_leave_no_trace() -> None:
    """What a reader of the page does not see is not read; words around it are."""
    words = f"<p>{SENTENCE}<!-- hidden --> Nobody<script>x()</script> was hurt.</p>"
    page = f'<?xml version="1.0" encoding="utf-8"?><html><body><article>{words}'
    assert document(page.encode(), "page.html").text == f"{SENTENCE} Nobody was hurt."
