"""Makes a draft of a brief: blocks in order, and a note for each passage that is cited."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from corro.brief.draft import Block, BlockKind, Draft, Note, clean, digest_of
from corro.brief.wording import Wording
from corro.errors import BadDraftError
from corro.model import Document
from corro.model.brief import Brief, BriefKind, BriefLine, BriefRequest, BriefSection, BriefTable, Citation

FORM = "1"
"""The form of drafts that this version writes and reads."""

LANGUAGES = ("en", "fr")
"""Languages in which briefs are written."""

_LEADS = ("/lead",)


def draft_of(brief: Brief) -> Draft:
    """Return a brief as a draft.

    Args:
        brief: The brief.

    Returns:
        The draft; what it says is what the brief says, each block with its digest.
    """
    say = Wording(brief.request.language)
    blocks = tuple(replace(block, digest=digest_of(block)) for section in brief.sections for block in _blocks(section))
    notes = {one.key: Note(one, printed_note(one, brief.documents[one.document_id], say)) for one in brief.citations}
    pictures = {picture.name: picture.svg for section in brief.sections for picture in section.pictures}
    composed = tuple(block.key for block in blocks)
    return Draft(head_of(brief.request), brief.title, brief.header, blocks, notes, pictures, composed)


def head_of(request: BriefRequest) -> dict[str, str]:
    """Return what was asked for as the head of a draft keeps it; what was not asked for is left out."""
    asked = {
        "corro": FORM,
        "kind": request.kind.value,
        "language": request.language,
        "about": request.about,
        "first": request.first.isoformat() if request.first else "",
        "last": request.last.isoformat() if request.last else "",
        "since": request.since.isoformat() if request.since else "",
        "cut_off": request.cut_off.isoformat(),
        "marking": request.marking,
        "audience": request.audience,
    }
    return {name: value for name, value in asked.items() if value}


def printed_note(citation: Citation, document: Document, say: Wording) -> str:
    """Print a citation: the report's label, outlet and day, and where in it the passage stands; never its words."""
    published = document.published.interval
    told = say.phrase(
        "source_line",
        label=document.label,
        outlet=document.outlet.text or say.phrase("no_outlet"),
        published=say.interval(published) if published else say.phrase("no_date"),
        address=f", {document.address}" if document.address else "",
    )
    return f"{told} {say.phrase('characters', first=citation.span.start, last=citation.span.end)}"


def _blocks(section: BriefSection) -> Iterator[Block]:
    if not (section.lines or section.table or section.pictures):
        return
    yield Block(BlockKind.HEADING, clean(section.heading), f"section/{section.key}", level=section.level + 1)
    yield from (_line(line) for line in section.lines)
    if section.table:
        yield _table(section.key, section.table)
    for picture in section.pictures:
        yield Block(BlockKind.PICTURE, clean(picture.alternative).replace("[", "(").replace("]", ")"), f"picture/{picture.name}")


def _line(line: BriefLine) -> Block:
    kind = BlockKind.PARAGRAPH if line.key.endswith(_LEADS) else BlockKind.POINT
    cited = tuple(citation.key for citation in line.citations)
    return Block(kind, clean(line.text), line.key, cited=cited, plain=line.plain)


def _table(key: str, table: BriefTable) -> Block:
    cells = [tuple(clean(cell) for cell in row) for row in table.rows]
    named = [tuple(one.key for one in cited) for cited in table.citations]
    cited = tuple(dict.fromkeys(name for names in named for name in names))
    rows = tuple(zip(cells, named, strict=True))
    return Block(BlockKind.TABLE, "", f"table/{key}", cited=cited, columns=table.columns, rows=rows)


def request_of(draft: Draft) -> BriefRequest:
    """Return what a draft was asked for.

    Args:
        draft: The draft, as it was read.

    Returns:
        The request.

    Raises:
        BadDraftError: Its head has something that cannot be understood.
    """
    head = draft.head
    try:
        return BriefRequest(
            kind=BriefKind(head["kind"]),
            language=_language(head["language"]),
            cut_off=datetime.fromisoformat(head["cut_off"]),
            first=_day(head.get("first")),
            last=_day(head.get("last")),
            since=_day(head.get("since")),
            about=head.get("about", ""),
            marking=head.get("marking", "unclassified"),
            audience=head.get("audience", "section"),
        )
    except (KeyError, ValueError) as error:
        raise BadDraftError(f"The draft's head cannot be understood: {error}.") from error


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise ValueError(f"there is no language {text!r}")
    return text
