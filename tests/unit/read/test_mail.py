"""Mails."""

from tests.unit.read.evidence import PHRASE, SENTENCE, a_mail, codes, document, reading


def test_the_head_gives_the_metadata() -> None:
    """Subject, date, sender and language; encoded words are decoded."""
    mail = a_mail(PHRASE, Subject="Communiqué n° 5", Date="Sun, 05 Feb 2023 20:25:00 +0000", Content_Language="fr")
    found = document(mail, "note.eml")
    assert (found.title.text, found.outlet.text) == ("Communiqué n° 5", "Press Cell")
    assert str(found.published.interval) == "2023-02-05T20:25:00Z"
    assert found.text.strip() == PHRASE


def test_attachments_are_noted() -> None:
    """The issue names them; they are read by themselves."""
    found = reading(a_mail(attachments={"list.csv": b"a,b"}), "note.eml")
    assert "attachment_skipped" in codes(found)
    assert found.issues[0].detail == "list.csv"


def test_a_mail_with_a_page_alone_is_read_as_one() -> None:
    """Where there is no plain text, the page's words are the text."""
    page = f"<html><body><p>{SENTENCE}</p></body></html>"
    mail = f"From: a@b.example\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}"
    assert document(mail, "note.eml").text == SENTENCE


def test_a_mail_of_attachments_alone_is_refused() -> None:
    """It has no text of its own, and the reason says where the rest went."""
    found = reading(a_mail("", attachments={"a.txt": b"x"}), "note.eml")
    assert found.code == "mail_no_text"
    assert "read by themselves" in found.rejected


def test_headers_that_cannot_be_decoded_stay_as_they_are() -> None:
    """An unknown charset in a subject, or in the body, ends no run."""
    mail = "From: a@b.example\nSubject: =?x-none?q?caf=E9?=\nContent-Type: text/plain; charset=x-none\n\n" + SENTENCE
    assert "caf" in document(mail, "note.eml").title.text
