"""Writes a draft as one HTML file that needs nothing else: no script, no font, no picture from elsewhere."""

from html import escape

from corro.brief.draft import Block, BlockKind, Draft

_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #4a5763; --line: #c4ccd4; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --soft: #aab6c1; --line: #3c4650; --paper: #14181c; } }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; }
body { color: var(--ink); background: var(--paper); }
h1, h2, h3, h4, dt, th { font-family: system-ui, sans-serif; line-height: 1.25; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dl { border-block: 1px solid var(--line); padding-block: .8rem; }
dd { margin: 0; } table { border-collapse: collapse; width: 100%; font-size: .85rem; }
th, td { border-block-end: 1px solid var(--line); padding: .35rem .5rem; text-align: start; vertical-align: top; }
.scroll { overflow-x: auto; } figure { margin: 1rem 0; background: #fff; } figure svg { max-width: 100%; height: auto; }
figcaption { color: var(--soft); background: var(--paper); font-size: .85rem; } sup a { text-decoration: none; padding: 0 .1rem; }
ol.notes { font-size: .85rem; color: var(--soft); } .marking { text-align: center; font-weight: bold; letter-spacing: .05em; }
@media print { body { margin: 0; max-width: none; } a { color: inherit; } }
"""


def write(draft: Draft, notes_heading: str) -> str:
    """Return a draft as HTML.

    Args:
        draft: The draft.
        notes_heading: What stands over the notes.

    Returns:
        The page.
    """
    numbers = {key: number for number, key in enumerate(draft.notes, 1)}
    marking = escape(draft.header[0][1]) if draft.header else ""
    body = [
        f'<p class="marking">{marking}</p>',
        f"<h1>{escape(draft.title)}</h1>",
        "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in draft.header) + "</dl>",
        *_body(draft, numbers),
        f'<h2>{escape(notes_heading)}</h2><ol class="notes">',
        *(f'<li id="{key}">{escape(note.printed)}</li>' for key, note in draft.notes.items()),
        f'</ol><p class="marking">{marking}</p>',
    ]
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(draft.title)}</title>"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<style>{_STYLE}</style>"
    )
    language = escape(draft.head.get("language", "en"))
    return f'<!DOCTYPE html>\n<html lang="{language}">\n<head>{head}</head>\n<body>\n' + "\n".join(body) + "\n</body>\n</html>\n"


def _body(draft: Draft, numbers: dict[str, int]) -> list[str]:
    written: list[str] = []
    listing = False
    for block in draft.blocks:
        point = block.kind is BlockKind.POINT
        if point != listing:
            written.append("<ul>" if point else "</ul>")
            listing = point
        written.append(_block(block, draft, numbers))
    return [*written, "</ul>"] if listing else written


def _block(block: Block, draft: Draft, numbers: dict[str, int]) -> str:
    cited = "".join(_reference(name, numbers) for name in block.cited)
    match block.kind:
        case BlockKind.HEADING:
            return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
        case BlockKind.POINT:
            return f"<li>{escape(block.text)}{cited}</li>"
        case BlockKind.TABLE:
            return _table(block, numbers)
        case BlockKind.PICTURE:
            drawing = draft.pictures.get(block.key.removeprefix("picture/"), "")
            return f"<figure>{drawing}<figcaption>{escape(block.text)}</figcaption></figure>"
        case BlockKind.PARAGRAPH:
            return f"<p>{escape(block.text)}{cited}</p>"


def _reference(name: str, numbers: dict[str, int]) -> str:
    return f'<sup><a href="#{escape(name)}">{numbers[name]}</a></sup>' if name in numbers else ""


def _table(block: Block, numbers: dict[str, int]) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in (*block.columns, "#"))
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + f"<td>{''.join(_reference(name, numbers) for name in cited)}</td></tr>"
        for cells, cited in block.rows
    )
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
