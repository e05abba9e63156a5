"""`corro search`: documents by their words."""

from typing import TYPE_CHECKING

import click

from corro.cli.options import form_options, record_option, window_options
from corro.cli.show import listed, opened, window

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@window_options
@form_options
@record_option
def command(words: tuple[str, ...], limit: int | None, offset: int, form: str, record: "RecordPlace") -> None:
    """Find reports by their words; accents and case are folded, so menaka finds Ménaka."""
    with opened(record) as view:
        page = view.search(" ".join(words), window(limit, offset, form))
        shown = ({"document": hit.label, "title": hit.title, "words": hit.snippet, "document_id": hit.document_id} for hit in page)
        listed(page, shown, ("document", "title", "words"), form)
