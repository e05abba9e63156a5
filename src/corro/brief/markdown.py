"""Writes a draft as Markdown, and reads it back: what was written is read as it was."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corro.brief.draft import Block, BlockKind, Draft, Note
from corro.errors import BadDraftError
from corro.model.brief import Citation
from corro.values import Span

_MARK = re.compile(r"\s*<!-- corro (\S+) ([0-9a-f]*)( plain)? -->\s*$")
_NOTE = re.compile(r"^\[\^(\w+)\]: (.*?) <!-- (\S+) (\d+) (\d+)(?: (\S+))? -->$")
_CITED = re.compile(r"\[\^(\w+)\]")
_HEADING = re.compile(r"^(#{2,4}) (.*)$")
_PICTURE = re.compile(r"^!\[(.*)\]\(([\w-]+)\.svg\)$")
_COMPOSED = re.compile(r"^<!-- corro composed: (.*) -->$")
_HEAD = re.compile(r"^(\w+): (.*)$")
_HEADER = re.compile(r"^\*\*(.+?):\*\* (.*?)(?:  )?$")
_GOES_ON = re.compile(r"^[^\s#|!\[*-]|^ +\S|^\[\^\w+\](?!:)")
_RULE = re.compile(r"^\|(?: ?-+ ?\|)+$")


def write(draft: Draft, notes_heading: str) -> str:
    """Return a draft as Markdown.

    Args:
        draft: The draft.
        notes_heading: What stands over the notes, in the draft's language.

    Returns:
        The text, ending with a line feed.
    """
    head = ["---", *(f"{name}: {value}" for name, value in draft.head.items()), "---", ""]
    header = [f"**{name}:** {value}  " for name, value in draft.header]
    body = [line for block in draft.blocks for line in _written(block)]
    notes = [_note(key, note) for key, note in draft.notes.items()]
    composed = ["", f"<!-- corro composed: {' '.join(draft.composed)} -->"]
    return "\n".join([*head, f"# {draft.title}", "", *header, "", *body, f"## {notes_heading}", "", *notes, *composed]) + "\n"


def _note(key: str, note: Note) -> str:
    one = note.citation
    claim = f" {one.claim_id}" if one.claim_id else ""
    return f"[^{key}]: {note.printed} <!-- {one.document_id} {one.span.start} {one.span.end}{claim} -->"


def _written(block: Block) -> Iterator[str]:
    match block.kind:
        case BlockKind.HEADING:
            yield f"{'#' * block.level} {block.text}{_mark(block)}"
        case BlockKind.PICTURE:
            yield f"![{block.text}]({block.key.removeprefix('picture/')}.svg){_mark(block)}"
        case BlockKind.TABLE:
            yield _row((*block.columns, ""))
            yield _row(["---"] * (len(block.columns) + 1))
            yield from (_row((*cells, _cited(cited))) for cells, cited in block.rows)
            yield _mark(block).strip()
        case _:
            point = "- " if block.kind is BlockKind.POINT else ""
            yield f"{point}{_escaped(block.text)}{' ' if block.cited else ''}{_cited(block.cited)}{_mark(block)}"
    yield ""


def _mark(block: Block) -> str:
    plain = " plain" if block.plain else ""
    return f" <!-- corro {block.key} {block.digest}{plain} -->" if block.key else ""


def _cited(names: Sequence[str]) -> str:
    return "".join(f"[^{name}]" for name in names)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|") for cell in cells) + " |"


def _escaped(text: str) -> str:
    """Guard what would read as Markdown's own at the beginning of a line, and marks of ours inside it."""
    text = text.replace("<", "\\<")
    return f"\\{text}" if re.match(r"[#|>!\-*]", text) else text


def _unescaped(text: str) -> str:
    text = text[1:] if re.match(r"\\[#|>!\-*]", text) else text
    return text.replace("\\<", "<")


def read(text: str) -> Draft:
    """Read a draft that somebody may have edited.

    Args:
        text: The Markdown.

    Returns:
        The draft; each block knows its line.

    Raises:
        BadDraftError: It is no draft of Corro's: its head is missing or of another form.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    head, at = _read_head(lines)
    reader = _Reader(lines, at)
    reader.read()
    return Draft(head, reader.title, tuple(reader.header), tuple(reader.blocks), reader.notes, {}, reader.composed)


def _read_head(lines: Sequence[str]) -> tuple[Mapping[str, str], int]:
    from corro.brief.drafting import FORM

    if not lines or lines[0].strip() != "---" or "---" not in [line.strip() for line in lines[1:40]]:
        raise BadDraftError("This is no draft of Corro's: it has no head between two lines of ---.")
    end = next(number for number, line in enumerate(lines) if number and line.strip() == "---")
    pairs = [found.groups() for line in lines[1:end] if (found := _HEAD.match(line))]
    head = {name: value.strip() for name, value in pairs}
    if head.get("corro") != FORM:
        raise BadDraftError(f"This draft has the form {head.get('corro') or 'of nothing known'}; this version reads {FORM}.")
    return head, end + 1


class _Reader:
    """Reads the lines below the head, once."""

    def __init__(self, lines: Sequence[str], at: int) -> None:
        self._lines = lines
        self._at = at
        self.title = ""
        self.header: list[tuple[str, str]] = []
        self.blocks: list[Block] = []
        self.notes: dict[str, Note] = {}
        self.composed: tuple[str, ...] = ()
        self._notes_heading = self._line_of_notes()

    def _line_of_notes(self) -> int:
        """Return the line of the last heading before the first note, which is no part of the text."""
        first = next((number for number, line in enumerate(self._lines) if _NOTE.match(line)), len(self._lines))
        unmarked = [line.startswith("## ") and not _MARK.search(line) for line in self._lines[:first]]
        before = [number for number, it_is in enumerate(unmarked) if it_is]
        return before[-1] if before and first < len(self._lines) else len(self._lines)

    def read(self) -> None:
        """Read all lines."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            if line.strip() and self._at - 1 != self._notes_heading:
                self._take(line.rstrip(), self._at)

    def _take(self, line: str, number: int) -> None:
        if note := _NOTE.match(line):
            key, printed, document, start, end, claim = note.groups()
            self.notes[key] = Note(Citation(document, Span(int(start), int(end)), claim or ""), printed)
        elif composed := _COMPOSED.match(line):
            self.composed = tuple(composed.group(1).split())
        elif line.startswith("# ") and not self.title:
            self.title = line[2:]
        elif not self.blocks and (header := _HEADER.match(line)):
            self.header.append((header.group(1), header.group(2)))
        elif line.startswith("|"):
            self._table(line, number)
        else:
            self.blocks.append(_block(self._whole(line), number))

    def _whole(self, line: str) -> str:
        """Return a paragraph that an editor has broken over several lines as one."""
        while not _MARK.search(line) and self._at < len(self._lines) and _GOES_ON.match(self._lines[self._at]):
            line += " " + self._lines[self._at].strip()
            self._at += 1
        return line

    def _table(self, line: str, number: int) -> None:
        rows = [line]
        while self._at < len(self._lines) and self._lines[self._at].startswith("|"):
            rows.append(self._lines[self._at].rstrip())
            self._at += 1
        key, digest, _ = _marked(self._lines[self._at]) if self._at < len(self._lines) else ("", "", "")
        self._at += bool(key)
        cells = [_cells(row) for row in rows if not _RULE.match(row)]
        body = tuple((tuple(row[:-1]), tuple(_CITED.findall(row[-1]))) for row in cells[1:])
        cited = tuple(dict.fromkeys(name for _, names in body for name in names))
        made = Block(BlockKind.TABLE, "", key, digest, cited, columns=tuple(cells[0][:-1]), rows=body, number=number)
        self.blocks.append(made)


def _marked(line: str) -> tuple[str, str, str]:
    found = _MARK.search(line)
    return (found.group(1), found.group(2), found.group(3) or "") if found else ("", "", "")


def _cells(row: str) -> list[str]:
    inner = row.strip()[1:-1]
    parts = re.split(r"(?<!\\)\|", inner)
    return [part.strip().replace("\\|", "|").replace("\\\\", "\\") for part in parts]


def _block(line: str, number: int) -> Block:
    key, digest, plain = _marked(line)
    line = _MARK.sub("", line)
    if heading := _HEADING.match(line):
        return Block(BlockKind.HEADING, heading.group(2).strip(), key, digest, level=len(heading.group(1)), number=number)
    if picture := _PICTURE.match(line):
        return Block(BlockKind.PICTURE, picture.group(1), key, digest, number=number)
    kind = BlockKind.POINT if line.startswith(("- ", "* ")) else BlockKind.PARAGRAPH
    words = line[2:] if kind is BlockKind.POINT else line
    cited = tuple(_CITED.findall(words))
    text = _unescaped(" ".join(_CITED.sub("", words).split()))
    return Block(kind, text, key, digest, cited, plain=bool(plain), number=number)
