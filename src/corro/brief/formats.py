"""The formats in which a draft can be written, by the ending of the file."""

from collections.abc import Callable, Mapping

from corro.brief import docx, html, jsonfile, markdown, pdf
from corro.brief.draft import Draft
from corro.brief.wording import Wording
from corro.errors import BadOptionError

Writer = Callable[[Draft, str], str | bytes]

FORMATS: Mapping[str, Writer] = {
    ".md": markdown.write,
    ".html": html.write,
    ".docx": docx.write,
    ".pdf": pdf.write,
    ".json": jsonfile.write,
}
"""Who writes each format."""


def written(draft: Draft, ending: str) -> bytes:
    """Return a draft in the format of an ending.

    Args:
        draft: The draft.
        ending: `.md`, `.html`, `.docx`, `.pdf` or `.json`.

    Returns:
        The file's bytes: the same for the same draft.

    Raises:
        BadOptionError: There is no such format.
    """
    writer = FORMATS.get(ending)
    if writer is None:
        raise BadOptionError(f"There is no format “{ending}”: name a file that ends with {', '.join(FORMATS)}.")
    made = writer(draft, Wording(draft.head.get("language", "en")).heading("citations"))
    return made if isinstance(made, bytes) else made.encode()
