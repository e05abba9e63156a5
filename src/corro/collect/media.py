"""Says what bytes are: from how they begin, and only then from the name."""

import io
import re
import zipfile
from pathlib import PurePosixPath

BINARY = "application/octet-stream"
ZIP = "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"
HTML = "text/html"
PLAIN = "text/plain"

_PEEK = 8192
"""Bytes looked at. Source: our own judgement; the WHATWG's MIME Sniffing Standard takes 1445, and pages may have a long head."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"OggS\x00", "application/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
"""How formats begin that hold no text as it stands. Source: the formats' specifications, as collected by the WHATWG's
MIME Sniffing Standard (sections 6 and 7) and the National Archives' PRONOM registry."""

_BY_SUFFIX = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": PLAIN,
    ".markdown": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".eml": MAIL,
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".xml": "application/xml",
}
"""Markdown is plain text: the same bytes under either name are one document, whichever came first (law 4).

Source: IANA media types registry; `application/x-ndjson` as the NDJSON specification recommends.
"""

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\x0b\x0c\r\x1b")
_MOST_CONTROL_SHARE = 0.02
"""Texts made by old programs hold a stray control character here and there. Source: our own judgement; a compressed or executable
file has about 0.1."""

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MAIL_FIELD = re.compile(
    rb"^(?:return-path|received|delivered-to|from|to|cc|subject|date|message-id|mime-version|reply-to):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST_MAIL_FIELDS = 3
"""A text may begin with one line `From: …`; three such fields make a mail. Source: our own judgement, after RFC 5322, 3.6."""


def media_type(content: bytes, name: str) -> str:
    """Say what bytes are taken for.

    Args:
        content: The bytes; a beginning is enough for everything but zip-based formats.
        name: File name as received.

    Returns:
        A media type; `application/octet-stream` where the bytes are no text and no known format.
    """
    suffix = PurePosixPath(name.lower()).suffix
    head = content[:_PEEK]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(content, suffix)
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    known = next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), None)
    if known or not _is_text(head):
        return known or BINARY
    return _text_type(head, suffix)


def _zip_type(content: bytes, suffix: str) -> str:
    """Tell an office file from an archive; what cannot be opened goes by its name."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, OverflowError, NotImplementedError):
        return DOCX if suffix == ".docx" else ZIP
    if "word/document.xml" in members:
        return DOCX
    if members & {"[Content_Types].xml", "mimetype"}:
        return "application/x-office"
    return ZIP


def _is_text(head: bytes) -> bool:
    if head.startswith(_BYTE_ORDER_MARKS):
        return True
    if b"\x00" in head:
        return False
    controls = len(head) - len(head.translate(None, delete=_CONTROL))
    return controls <= _MOST_CONTROL_SHARE * len(head)


def _text_type(head: bytes, suffix: str) -> str:
    if _HTML_START.match(head):
        return HTML
    return _BY_SUFFIX.get(suffix) or _unnamed_type(head)


def _unnamed_type(head: bytes) -> str:
    """Say what a text is whose name says nothing, such as standard input."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if len(_MAIL_FIELD.findall(head.split(b"\n\n")[0].split(b"\r\n\r\n")[0])) >= _FEWEST_MAIL_FIELDS:
        return MAIL
    if re.match(rb"\[\s*\{", start):
        return "application/json"
    if start.startswith(b'{"'):
        return "application/x-ndjson"
    return "application/json" if re.match(rb'\{\s+"', start) else PLAIN
