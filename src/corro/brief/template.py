"""A house's own form: a Jinja template that puts a draft's sentences where it wants them, and can do nothing else.

The template runs in Jinja's sandbox: it opens no file, imports nothing, and sees the draft only. A sentence comes out with its
citations and in no other way; what a brief must have (marking, window, cut-off, policies, what is unknown, what changed, a note for
each citation) is looked for in what the template makes.
"""

import re
from dataclasses import dataclass

from corro.brief.draft import Block, BlockKind, Draft, Note
from corro.errors import BadDraftError, BadOptionError

_CITED = re.compile(r"\[\^(\w+)\]")
_MUST_HAVE = ("section/unknown", "section/changes")


@dataclass(frozen=True, slots=True)
class Piece:
    """What a template sees of a block.

    Attributes:
        kind: `heading`, `paragraph`, `point`, `table` or `picture`.
        about: What it is about (`H1-7KQ2MD/lead`, `section/figures`).
        said: Its words with their citations.
        level: Of a heading, its depth.
        columns: Of a table.
        rows: Of a table: cells, the last with the citations.
    """

    kind: str
    about: str
    said: str
    level: int = 0
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def fill(template: str, draft: Draft) -> str:
    """Fill a template with a draft.

    Args:
        template: The Jinja template. It sees `title`, `head`, `header` (pairs), `pieces`, `section(name)` (the pieces of a part)
            and `notes` (pairs of name and print).
        draft: The draft.

    Returns:
        What the template makes.

    Raises:
        BadOptionError: The template cannot be understood, or asks for something that it may not have.
        BadDraftError: What it makes lacks something that each brief has.
    """
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    room = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    pieces = tuple(_piece(block) for block in draft.blocks)
    try:
        made = room.from_string(template).render(
            title=draft.title,
            head=dict(draft.head),
            header=draft.header,
            pieces=pieces,
            section=lambda name: _section(pieces, name),
            notes=tuple((key, note.printed) for key, note in draft.notes.items()),
        )
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        raise BadOptionError(f"The template cannot be filled: {error}") from error
    _check(made, draft)
    return made


def _piece(block: Block) -> Piece:
    cited = "".join(f"[^{name}]" for name in block.cited)
    rows = tuple((*cells, "".join(f"[^{name}]" for name in names)) for cells, names in block.rows)
    said = block.text if block.kind in (BlockKind.HEADING, BlockKind.PICTURE) else f"{block.text}{cited}"
    return Piece(block.kind.value, block.key, said, block.level, block.columns, rows)


def _section(pieces: tuple[Piece, ...], name: str) -> tuple[Piece, ...]:
    """Return the pieces of a part, its heading left out."""
    found: list[Piece] = []
    inside = False
    for piece in pieces:
        if piece.kind == "heading" and (piece.level <= 2 or piece.about == f"section/{name}"):
            inside = piece.about == f"section/{name}"
        elif inside:
            found.append(piece)
    return tuple(found)


def _check(made: str, draft: Draft) -> None:
    """Ask that what a template made has what each brief has.

    Raises:
        BadDraftError: Something is missing.
    """
    missing = [f"“{name}: {value}”" for name, value in draft.header if value not in made]
    cited = set(_CITED.findall(made))
    missing += [f"the note of [^{name}]" for name in sorted(cited) if not _printed(draft.notes.get(name), made)]
    missing += [f"the part “{key.removeprefix('section/')}”" for key in _MUST_HAVE if not _has_part(key, made, draft)]
    if missing:
        raise BadDraftError(f"What the template makes lacks {', '.join(missing[:5])}.")


def _printed(note: Note | None, made: str) -> bool:
    return note is not None and note.printed in made


def _has_part(key: str, made: str, draft: Draft) -> bool:
    pieces = _section(tuple(_piece(block) for block in draft.blocks), key.removeprefix("section/"))
    return all(piece.said in made for piece in pieces)
