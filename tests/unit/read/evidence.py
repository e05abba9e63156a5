"""Builders of evidence: small files in each format, made in memory."""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

from corro.collect import CollectOptions, collect, media_type
from corro.model import Document, Evidence, Reading, Receipt, Received
from corro.read import ReadOptions, read

SENTENCE = "The army said on Monday that two patrols had been stopped at the bridge of Lukeni by armed men."
PHRASE = "L'armée a indiqué lundi que deux patrouilles avaient été arrêtées au pont de Lukeni par des hommes armés."


def received(content: bytes | str, name: str = "report.txt", **context: str) -> Received:
    """Evidence of that content, its media type told as `collect` tells it."""
    raw = content.encode() if isinstance(content, str) else content
    kind = media_type(raw, name)
    return Received(Evidence(hashlib.sha256(raw).hexdigest(), kind, len(raw), name), raw, name, context)


def reading(content: bytes | str, name: str = "report.txt", options: ReadOptions | None = None, **context: str) -> Reading:
    """What is read from that content."""
    return read(received(content, name, **context), options)


def document(content: bytes | str, name: str = "report.txt", options: ReadOptions | None = None, **context: str) -> Document:
    """The one document in that content."""
    found = reading(content, name, options, **context)
    assert len(found.documents) == 1, found
    return found.documents[0]


def kinds(document: Document) -> list[tuple[str, str]]:
    """The segments of a document as kind and words."""
    return [(segment.kind.value, segment.span.of(document.text)) for segment in document.segments]


def codes(found: Reading) -> list[str]:
    """The codes of the issues."""
    return [issue.code for issue in found.issues]


def collected(content: bytes, options: CollectOptions | None = None) -> list[Received | Receipt]:
    """What is collected from standard input."""
    base = options or CollectOptions()
    return list(collect(["-"], CollectOptions(content, base.max_bytes, base.archive)))


def a_zip(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of those members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def a_mail(body: str = SENTENCE, attachments: Mapping[str, bytes] | None = None, **headers: str) -> bytes:
    """A mail with that body and those attachments."""
    mail = EmailMessage()
    for name, value in {"From": "Press Cell <press@office.example>", "To": "desk@paper.example", **headers}.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(body)
    for name, content in (attachments or {}).items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def a_docx(paragraphs: Sequence[tuple[str, str]]) -> bytes:
    """A Word file of those styles and words."""
    import docx

    made = docx.Document()
    for style, words in paragraphs:
        made.add_paragraph(words, style=style)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def a_pdf(pages: Sequence[Sequence[str]], encrypt: str = "") -> bytes:
    """A PDF of those lines by page; `encrypt` is added to the trailer."""
    first_page = 4
    numbers = [first_page + 2 * at for at in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in zip(numbers, pages, strict=True):
        objects += [_page(number + 1), _stream(lines)]
    return _assembled(objects, encrypt)


def _page(content: int) -> bytes:
    box, resources = "/MediaBox [0 0 612 792]", "/Resources << /Font << /F1 3 0 R >> >>"
    return f"<< /Type /Page /Parent 2 0 R {box} {resources} /Contents {content} 0 R >>".encode()


def _stream(lines: Sequence[str]) -> bytes:
    shown = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    words = "\n".join(f"({line}) Tj T*" for line in shown)
    body = f"BT /F1 11 Tf 14 TL 72 720 Td\n{words}\nET".encode("cp1252")
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(body), body)


def _assembled(objects: Sequence[bytes], encrypt: str) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R {encrypt} >>".encode()
    start = len(made)
    return made + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
        trailer,
        start,
    )


def a_locked_pdf(password: str = "lantern") -> bytes:  # noqa: S107  the password of a made-up file
    """A PDF that opens with a password only: the standard security handler, revision 2 (ISO 32000-1:2008, 7.6.3)."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    padded = (password.encode() + padding)[:32]
    identifier = b"0123456789abcdef"
    owner = _rc4(_md5(padded)[:5], padded)
    permissions = (-4).to_bytes(4, "little", signed=True)
    user = _rc4(_md5(padded + owner + permissions + identifier)[:5], padding)
    entry = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P -4 >>"
    return a_pdf([[SENTENCE]], f"{entry} /ID [<{identifier.hex()}> <{identifier.hex()}>]")


def _md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()


def _rc4(key: bytes, content: bytes) -> bytes:
    state, at = list(range(256)), 0
    for number in range(256):
        at = (at + state[number] + key[number % len(key)]) % 256
        state[number], state[at] = state[at], state[number]
    made, one, two = bytearray(), 0, 0
    for byte in content:
        one = (one + 1) % 256
        two = (two + state[one]) % 256
        state[one], state[two] = state[two], state[one]
        made.append(byte ^ state[(state[one] + state[two]) % 256])
    return bytes(made)
