"""`corro.analyse`: one report by itself, without a record."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from corro.errors import BadOptionError
from corro.model import Analysis, Evidence, Received
from corro.pipeline.clock import SystemClock
from corro.pipeline.options import Tables
from corro.pipeline.workbench import workbench
from corro.vocab import further_sources


def analyse(
    text: str,
    published: date | None = None,
    language: str | None = None,
    *,
    metadata: Mapping[str, str] | None = None,
    tables: Tables = Tables(),  # noqa: B008 - frozen
) -> Analysis:
    """Analyse one report: its parts, statements, claims with their values, and contradictions.

    Args:
        text: The report.
        published: When it came out; without it, or where it lies after today, relative dates stay open, with an issue.
        language: `en` or `fr`; found from the words if left out.
        metadata: What else is known: `outlet`, `title`, `byline`, `credit`, `captured`, `address`, `id`.
        tables: Files of your own that add to the gazetteer and to the table of sources.

    Returns:
        The analysis; spans count the characters of `analysis.document.text`.

    Raises:
        BadOptionError: There is no text.
        ModelMissingError: The model of its language is missing.
    """
    given = {"published": published.isoformat() if published else "", "language": language or ""}
    return _analysed({**(metadata or {}), **given, "text": text}, tables)


def _analysed(fields: Mapping[str, Any], tables: Tables) -> Analysis:
    from corro.read import ReadOptions, read

    content = json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(content).hexdigest()
    name = str(fields.get("id") or "text")
    with further_sources(tables.sources):
        received = Received(Evidence(sha256, "application/json", len(content), f"{name}.json"), content, name)
        reading = read(received, ReadOptions(today=SystemClock().today()))
        if not reading.documents:
            reasons = [reading.rejected, *(receipt.reason for receipt in reading.rejections)]
            raise BadOptionError(next((reason for reason in reasons if reason), "There is no text to analyse."))
        analysis = next(workbench(tables.places).analyse_many(reading.documents[:1]))
    return replace(analysis, issues=(*reading.issues, *analysis.issues))


def analyse_line(line: str, number: int, published: date | None = None) -> dict[str, Any]:
    """Analyse one line of JSON Lines.

    Args:
        line: An object with `text` and, where known, `id`, `published`, `language`, `outlet`, `title` and the like.
        number: Its number, for when it has no id.
        published: When it came out, where the line does not say.

    Returns:
        The analysis as plain values, with the line's `id`; or the `id` and an `error` that says what is wrong.
    """
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"id": f"line {number}", "error": f"The line is no JSON: {error}"}
    if not isinstance(fields, dict):
        return {"id": f"line {number}", "error": "The line is no JSON object."}
    identifier = fields.get("id", f"line {number}")
    if published and not fields.get("published"):
        fields["published"] = published.isoformat()
    try:
        return {"id": identifier, **as_object(_analysed(fields, Tables()))}
    except BadOptionError as error:
        return {"id": identifier, "error": error.message}


def as_object(analysis: Analysis) -> dict[str, Any]:
    """Return an analysis as plain values; claims, statements and issues with their ids and words.

    Args:
        analysis: The analysis.

    Returns:
        Dictionaries, lists, texts and numbers only; spans are pairs of offsets in `text`.
    """
    from corro.store.codec import as_plain

    document = analysis.document
    published = document.published.interval
    return {
        "document_id": document.id,
        "language": document.language.value,
        "published": published.edtf if published else None,
        "text": document.text,
        "segments": as_plain(document.segments),
        "mentions": as_plain(analysis.mentions),
        "statements": [{"id": statement.id, **as_plain(statement)} for statement in analysis.statements],
        "claims": [{"id": claim.id, "words": claim.passage.of(document.text), **as_plain(claim)} for claim in analysis.claims],
        "differences": [{"id": difference.id, **as_plain(difference)} for difference in analysis.differences],
        "chains": as_plain(analysis.chains),
        "issues": [{"id": issue.id, **as_plain(issue)} for issue in analysis.issues],
    }
