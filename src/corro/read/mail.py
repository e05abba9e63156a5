"""Reads mails: subject, date and sender as metadata, and the body; attachments are inputs of their own."""

from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from corro.model import Received, Severity
from corro.read.decode import Decoded, decode, unreadable
from corro.read.draft import Doubt, Draft, Refusal
from corro.read.fields import LANGUAGE, OUTLET, PUBLISHED, TITLE
from corro.read.foreign import guarded
from corro.read.html import web_text
from corro.read.options import ReadOptions

_BROKEN = Refusal("mail_broken", "The mail cannot be parsed. Save it again from the mail program as .eml and give that.")
_NO_TEXT = Refusal("mail_no_text", "The mail holds no text of its own. Its attachments, if any, are read by themselves.")


def read_mail(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Read a mail; its body, decoded, counts as its raw text. See `corro.read.door` for the contract of a reader."""
    del options
    yield guarded(_BROKEN, lambda: _draft(message_from_bytes(received.content)))


def _draft(message: Message) -> Draft | Refusal:
    leaves = list(_leaves(message))
    bodies = [leaf for leaf in leaves if not _is_attached(leaf)]
    doubts = _apart(leaves)
    fields = _head(message)
    plain = next((leaf for leaf in bodies if leaf.get_content_type() == "text/plain"), None)
    if plain is not None and _has_words(_decoded(plain)):
        decoded = _decoded(plain)
        return unreadable(decoded.text) or Draft(decoded.text, fields, encoding=decoded.encoding, doubts=(*decoded.doubts, *doubts))
    page = next((leaf for leaf in bodies if leaf.get_content_type() == "text/html"), None)
    return _NO_TEXT if page is None else _from_page(_decoded(page), fields, doubts)


def _from_page(decoded: Decoded, fields: dict[str, str], doubts: tuple[Doubt, ...]) -> Draft | Refusal:
    page = unreadable(decoded.text) or web_text(decoded.text)
    if isinstance(page, Refusal):
        return page
    doubts = (*decoded.doubts, *page.doubts, *doubts)
    return Draft(page.blocks.text, {**page.fields, **fields}, page.blocks.marks, encoding=decoded.encoding, doubts=doubts)


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something, in order; a mail inside the mail is one of them."""
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        inner = part.get_payload()
        if isinstance(inner, list) and part.get_content_maintype() == "multipart":
            waiting[:0] = [piece for piece in inner if isinstance(piece, Message)]
        else:
            yield part


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename()) or isinstance(part.get_payload(), list)


def _apart(leaves: list[Message]) -> tuple[Doubt, ...]:
    names = [leaf.get_filename() or leaf.get_content_type() for leaf in leaves if _is_attached(leaf)]
    if not names:
        return ()
    message = (
        f"The mail has {len(names)} attachments. Each is read as a document of its own, pictures inside the text are not read."
    )
    return (Doubt("attachment_skipped", message, severity=Severity.NOTE, detail="; ".join(map(_clear, names))),)


def _head(message: Message) -> dict[str, str]:
    name, address = parseaddr(_clear(message.get("From")))
    given = {
        TITLE: _clear(message.get("Subject")),
        OUTLET: name or address.rpartition("@")[2],
        PUBLISHED: _clear(message.get("Date")),
        LANGUAGE: _clear(message.get("Content-Language")).split(",")[0],
    }
    return {field: value for field, value in given.items() if value}


def _clear(header: object) -> str:
    """Decode a header's encoded words; what cannot be decoded stays as it is."""
    given = str(header or "")
    try:
        text = str(make_header(decode_header(given)))
    except (LookupError, ValueError):
        text = given
    return " ".join(text.split())


def _decoded(part: Message) -> Decoded:
    body = part.get_payload(decode=True)
    return decode(body if isinstance(body, bytes) else b"", str(part.get_content_charset("") or ""))


def _has_words(decoded: Decoded) -> bool:
    return any(letter.isalnum() for letter in decoded.text)
