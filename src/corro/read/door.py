"""The door of `read`: evidence in, documents and issues out."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from corro.model import Outcome, Reading, Receipt, Received
from corro.plugins import text_from_plugins
from corro.read.assemble import assemble
from corro.read.draft import Draft, Refusal
from corro.read.foreign import guarded
from corro.read.html import read_html
from corro.read.mail import read_mail
from corro.read.options import ReadOptions
from corro.read.pdf import read_pdf
from corro.read.plain import read_plain
from corro.read.rows import read_json, read_lines
from corro.read.table import read_table
from corro.read.word import read_docx

Reader = Callable[[Received, ReadOptions], Iterable[Draft | Refusal]]
"""The contract of a reader: yields what is in the bytes, each piece as a draft or as a refusal with its reason, and raises
nothing; a refusal without a part is the whole input's, and is the only thing yielded."""

_READERS: Mapping[str, Reader] = {
    "text/plain": read_plain,
    "text/html": read_html,
    "application/pdf": read_pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": read_docx,
    "message/rfc822": read_mail,
    "application/json": read_json,
    "application/x-ndjson": read_lines,
    "text/csv": read_table,
    "text/tab-separated-values": read_table,
}
"""Readers by media type. Source: IANA media types registry."""

_UNSUPPORTED = (
    "Files of this kind ({media_type}) are not read. Save the report as text, HTML, PDF, .docx or .eml and give that; "
    "pictures and recordings need their words written out first."
)

_PLUGIN_FAILED = Refusal("plugin_failed", "The plugin that reads files of this kind failed. Save the report as text and give that.")


def read(received: Received, options: ReadOptions | None = None) -> Reading:
    """Read one piece of evidence.

    Args:
        received: The evidence, as `collect` hands it on.
        options: How to read it.

    Returns:
        The documents in it with their issues. Where nothing could be read, `rejected` and `code` say why; in an input of rows (JSON
        Lines, a JSON list, a table) every row is an input of its own and ends as a document or in `rejections`.
    """
    options = options or ReadOptions()
    found = list(_found(received, options))
    whole = next((refusal for refusal in found if isinstance(refusal, Refusal) and not refusal.part), None)
    if whole is not None:
        return Reading(rejected=whole.reason, code=whole.code)
    read_drafts = [assemble(draft, received, options) for draft in found if isinstance(draft, Draft)]
    return Reading(
        documents=tuple(document for document, _ in read_drafts),
        issues=tuple(issue for _, issues in read_drafts for issue in issues),
        rejections=tuple(_receipt(received, refusal) for refusal in found if isinstance(refusal, Refusal)),
    )


def _found(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Yield the drafts and refusals of an input, at least one of them."""
    if len(received.content) > options.max_bytes:
        yield Refusal("too_large", f"The file is larger than {options.max_bytes} bytes. Split it, or raise CORRO_MAX_INPUT_BYTES.")
        return
    reader = _READERS.get(received.evidence.media_type, _read_by_plugin)
    nothing = True
    for found in reader(received, options):
        nothing = False
        yield found
    if nothing:
        yield Refusal("empty", "The file holds no report. Ask for it again, or leave it out.")


def _read_by_plugin(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    del options
    evidence = received.evidence
    text = guarded(_PLUGIN_FAILED, lambda: text_from_plugins(evidence.media_type, evidence.name, received.content))
    if isinstance(text, Refusal):
        yield text
    elif text is None:
        code = "binary" if evidence.media_type == "application/octet-stream" else "unsupported_type"
        yield Refusal(code, _UNSUPPORTED.format(media_type=evidence.media_type))
    elif any(letter.isalnum() for letter in text):
        yield Draft(text, encoding=evidence.media_type)


def _receipt(received: Received, refusal: Refusal) -> Receipt:
    return Receipt(received.locator + refusal.part, Outcome.REJECTED, reason=refusal.reason, code=refusal.code)
