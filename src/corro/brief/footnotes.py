"""Footnotes of a Word document, which python-docx does not write: the part of the file that holds them, and references to it.

Source: ECMA-376, part 1, 17.11 (footnotes) and 17.16.5.39 (NOTEREF).
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from corro.brief.draft import Note
from corro.brief.wordml import WORD, escaped

if TYPE_CHECKING:
    from docx.document import Document

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class Footnotes:
    """The footnotes of one document; a passage that is cited again refers to its first footnote."""

    def __init__(self, document: "Document", notes: Mapping[str, Note]) -> None:
        """Prepare the notes of a draft for a document."""
        self._document = document
        self._notes = notes
        self._numbers: dict[str, int] = {}

    def references(self, names: Iterable[str]) -> str:
        """Return references to notes, as XML; one that the draft does not know is left out."""
        return _BETWEEN.join(self._reference(name) for name in names if name in self._notes)

    def _reference(self, name: str) -> str:
        if name in self._numbers:
            shown = f"<w:r>{_RAISED}<w:t>{self._numbers[name]}</w:t></w:r>"
            return f'<w:fldSimple w:instr=" NOTEREF _{name} \\h ">{shown}</w:fldSimple>'
        number = self._numbers[name] = len(self._numbers) + 1
        mark = f'<w:r>{_RAISED}<w:footnoteReference w:id="{number}"/></w:r>'
        return f'<w:bookmarkStart w:id="{number}" w:name="_{name}"/>{mark}<w:bookmarkEnd w:id="{number}"/>'

    def finish(self) -> None:
        """Put the part that holds the footnotes into the document."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        notes = "".join(_footnote(number, self._notes[name].printed) for name, number in self._numbers.items())
        inside = f"{_SEPARATORS}{notes}"
        xml = f'{_DECLARATION}<w:footnotes xmlns:w="{WORD}">{inside}</w:footnotes>'
        package = self._document.part.package
        if package is not None:
            part = Part(PackURI("/word/footnotes.xml"), _CONTENT, xml.encode(), package)
            self._document.part.relate_to(part, _KIND)


_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_BETWEEN = f'<w:r>{_RAISED}<w:t xml:space="preserve"> </w:t></w:r>'


def _footnote(number: int, printed: str) -> str:
    mark = f"<w:r>{_RAISED}<w:footnoteRef/></w:r>"
    words = f'<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve"> {escaped(printed)}</w:t></w:r>'
    return f'<w:footnote w:id="{number}"><w:p>{mark}{words}</w:p></w:footnote>'
