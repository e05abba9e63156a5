"""Takes the attachments out of a mail, so that each becomes an input of its own."""

from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message

MAIL_TYPE = "message/rfc822"


def attachments(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what is attached to a mail; pictures that stand inside its text are part of it and are left there.

    Args:
        content: The mail.

    Yields:
        Name, without folders, and bytes of each attachment, in order; an empty one too, so that it gets its receipt.
    """
    try:
        parts = list(_parts(message_from_bytes(content)))
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        return  # the mail's own reader will say that it is broken
    for number, part in enumerate((part for part in parts if _is_attachment(part)), start=1):
        yield _name_of(part) or f"attachment-{number}", _bytes_of(part)


def _parts(message: Message) -> Iterator[Message]:
    """Yield the leaves of a mail in order; a mail inside it is a leaf."""
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting[:0] = [piece for piece in inner if isinstance(piece, Message)]
        elif part is not message:
            yield part


def _is_attachment(part: Message) -> bool:
    if part.get_content_type() == MAIL_TYPE or part.get_content_disposition() == "attachment":
        return True
    return bool(part.get_filename()) and part.get_content_maintype() != "image"


def _bytes_of(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):
        return inner[0].as_bytes() if inner and isinstance(inner[0], Message) else b""
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _name_of(part: Message) -> str:
    given = part.get_filename() or ""
    try:
        name = str(make_header(decode_header(given)))
    except (LookupError, ValueError):
        name = given
    bare = name.replace("\\", "/").rsplit("/", 1)[-1].strip()
    if bare and part.get_content_type() == MAIL_TYPE and "." not in bare:
        bare += ".eml"
    return bare.encode("utf-8", "backslashreplace").decode("utf-8")
