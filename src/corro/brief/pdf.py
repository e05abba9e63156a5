"""Writes a draft as a tagged PDF with embedded fonts (PDF/UA-1), the same bytes for the same draft."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from corro.brief.draft import Block, BlockKind, Draft
from corro.errors import BadOptionError, InternalError

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\#$*_`<>@[]~/=-+"})
_PREAMBLE = """
#set document(title: "{title}", date: none)
#set page(paper: "a4", margin: {margin}, numbering: "1 / 1", header: align(center, text(8pt, weight: "bold")[{marking}]))
#set text(font: "Libertinus Serif", size: {size}, lang: "{language}")
#set par(justify: false)
#set table(stroke: 0.4pt + rgb("#b8c2cc"), inset: 4pt)
#show table: set text(8pt)
#set enum(tight: true, spacing: 0.5em)
#set list(spacing: 0.7em)
#show heading: set block(above: 1.2em, below: 0.6em)
"""


MOST_BLOCKS = 8_000
"""Paragraphs of one PDF. Source: measured, 2026-11: 27,577 paragraphs with tags take 2.4 GB, so that 8,000 stay under 1 GB."""

_USUAL = ("10pt", "2.2cm", "8pt", 1)
_SHORT = ("9pt", "1.7cm", "6.5pt", 2)
"""Size of the text, margin, size of the notes and their columns; a flash report has a page. Source: own choice, by eye."""

_UPRIGHT_COLUMNS = 8
"""Columns that an upright page holds; wider tables lie on their side. Source: chosen on samples/mali, 2026-11."""


def pages(draft: Draft, notes_heading: str) -> int:
    """Return how many pages a draft fills."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(write(draft, notes_heading))
    try:
        return len(document)
    finally:
        document.close()


def write(draft: Draft, notes_heading: str) -> bytes:
    """Return a draft as PDF.

    Args:
        draft: The draft.
        notes_heading: What stands over the notes.

    Returns:
        The file.

    Raises:
        BadOptionError: It is too long for one PDF.
    """
    if len(draft.blocks) > MOST_BLOCKS:
        raise BadOptionError(
            f"{len(draft.blocks)} paragraphs are too many for one PDF ({MOST_BLOCKS}): narrow the window, or write .docx."
        )
    files = {f"{name}.svg": svg.encode() for name, svg in draft.pictures.items()}
    return _compiled(_source(draft, notes_heading), files, format="pdf", pdf_standards="ua-1", timestamp=_stamp(draft))


def png(svg: str) -> bytes:
    """Return a drawing as a PNG picture of 144 pixels an inch, which is sharp in print and small."""
    page = '#set page(width: auto, height: auto, margin: 0pt)\n#image("drawing.svg")'
    return _compiled(page, {"drawing.svg": svg.encode()}, format="png", ppi=144)


def _compiled(source: str, files: Mapping[str, bytes], **options: object) -> bytes:
    """Set a text; it and its drawings are handed over in memory, and no font of the machine is used."""
    import typst

    compile_typst: Any = typst.compile  # its types do not know of files in memory
    made = compile_typst({"main": source.encode(), **files}, ignore_system_fonts=True, **options)
    if not isinstance(made, bytes):
        raise InternalError("The document did not come out as one file.")
    return made


def _stamp(draft: Draft) -> int:
    """Return the draft's own cut-off as the file's time, so that it does not depend on when it is written."""
    return int(datetime.fromisoformat(draft.head["cut_off"]).timestamp())


def _source(draft: Draft, notes_heading: str) -> str:
    numbers = {key: number for number, key in enumerate(draft.notes, 1)}
    marking = draft.header[0][1] if draft.header else ""
    preamble = _PREAMBLE.replace("{title}", _string(draft.title)).replace("{marking}", _text(marking))
    preamble = preamble.replace("{language}", draft.head.get("language", "en"))
    size, margin, notes_size, columns = _SHORT if draft.head.get("kind") == "flash" else _USUAL
    preamble = preamble.replace("{size}", size).replace("{margin}", margin)
    header = [f"/ {_text(name)}: {_text(value)}" for name, value in draft.header]
    notes = [f"+ {_text(note.printed)} <{key}>" for key, note in draft.notes.items()]
    body = [_block(block, draft, numbers) for block in draft.blocks]
    return "\n\n".join(
        [
            preamble,
            f"= {_text(draft.title)}",
            "\n".join(header),
            *body,
            f"== {_text(notes_heading)}",
            _small(notes, notes_size, columns),
        ]
    )


def _small(notes: list[str], size: str, columns: int) -> str:
    return f"#set text({size})\n#columns({columns})[\n" + "\n".join(notes) + "\n]"


def _block(block: Block, draft: Draft, numbers: dict[str, int]) -> str:
    cited = _references(block.cited, numbers)
    match block.kind:
        case BlockKind.HEADING:
            return f"{'=' * block.level} {_text(block.text)}"
        case BlockKind.POINT:
            return f"- {_text(block.text)}{cited}"
        case BlockKind.TABLE:
            return _table(block, numbers)
        case BlockKind.PICTURE:
            return _picture(block, draft)
        case BlockKind.PARAGRAPH:
            return f"{_text(block.text)}{cited}"


def _references(names: tuple[str, ...], numbers: dict[str, int]) -> str:
    links = [f"#link(<{name}>)[{numbers[name]}]" for name in names if name in numbers]
    return f"#super[{' '.join(links)}]" if links else ""


def _picture(block: Block, draft: Draft) -> str:
    name = block.key.removeprefix("picture/")
    if name not in draft.pictures:
        return f"- {_text(block.text)}"
    return f'#image("{name}.svg", alt: "{_string(block.text)}", width: 100%)'


def _table(block: Block, numbers: dict[str, int]) -> str:
    columns = [f"[*{_text(column)}*]" for column in (*block.columns, "\u2116")]
    rows = [
        cell for cells, cited in block.rows for cell in (*(f"[{_text(one)}]" for one in cells), f"[{_references(cited, numbers)}]")
    ]
    shares = ", ".join(["1fr"] * (len(columns) - 1) + ["2em"])
    table = f"#table(columns: ({shares}), table.header({', '.join(columns)}), {', '.join(rows)})"
    return f"#page(flipped: true)[{table}]" if len(columns) > _UPRIGHT_COLUMNS else table


def _text(words: str) -> str:
    return words.translate(_SPECIAL)


def _string(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
