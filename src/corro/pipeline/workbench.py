"""What a process needs to analyse documents, made once: the models of annotation, the gazetteer, and the chain of stages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from traceback import extract_tb

from corro.annotate import Annotator
from corro.errors import CorroError
from corro.extract import extract
from corro.model import Analysis, Annotated, Document, Issue, Mention, MentionKind, Severity
from corro.pipeline.collecting import collect_seldom
from corro.pipeline.keying import keyed
from corro.pipeline.options import Tables
from corro.ports import Keyed
from corro.resolve import PlaceIndex, load_gazetteer, place_spans, resolve
from corro.vocab import further_sources
from corro.vocab.event_types import know_types
from corro.weigh import chains, inside


class Workbench:
    """The per-document stages joined: annotate, extract, resolve, and the part of weigh that looks at one document."""

    def __init__(self, annotator: Annotator, gazetteer: PlaceIndex) -> None:
        """Join the stages over their tools."""
        self._annotator = annotator
        self._gazetteer = gazetteer

    def analyse_many(self, documents: Sequence[Document]) -> Iterator[Analysis]:
        """Analyse documents.

        A document on which a stage breaks is kept without analysis, with an issue that says where it broke: one report must not
        stop a thousand others. A stage that cannot be loaded at all breaks on no document: that ends the build.

        Args:
            documents: The documents.

        Yields:
            Their analyses, in the same order.

        Raises:
            CorroError: A model or the gazetteer is missing.
        """
        try:
            annotated: Sequence[Annotated | Exception] = list(self._annotator.annotate_many(documents))
        except CorroError:
            raise
        except Exception:  # noqa: BLE001 - which one it is comes out below, one by one
            annotated = [self._annotated(document) for document in documents]
        for document, one in zip(documents, annotated, strict=True):
            yield _broken(document, one) if isinstance(one, Exception) else self._analysed(one)

    def _annotated(self, document: Document) -> Annotated | Exception:
        try:
            return self._annotator.annotate(document)
        except CorroError:
            raise
        except Exception as error:  # noqa: BLE001 - becomes an issue of its document
            return error

    def _analysed(self, annotated: Annotated) -> Analysis:
        try:
            analysis = resolve(extract(annotated), self._gazetteer)
            return replace(analysis, differences=inside(analysis), chains=chains(analysis))
        except CorroError:
            raise
        except Exception as error:  # noqa: BLE001 - becomes an issue of its document
            return _broken(annotated.document, error)


def _broken(document: Document, error: Exception) -> Analysis:
    """Return a document that could not be analysed, with an issue that names the place in the code and no text."""
    last = extract_tb(error.__traceback__)[-1]
    issue = Issue(
        code="analysis_failed",
        document_id=document.id,
        message="Corro could not analyse this document. It is kept and can be searched; please report the defect.",
        severity=Severity.ERROR,
        detail=f"{type(error).__name__} in {Path(last.filename).stem}:{last.lineno}",
    )
    return Analysis(document, issues=(issue,))


@cache
def workbench(places: tuple[Path, ...] = ()) -> Workbench:
    """Return this process's workbench; models are loaded when the first document needs them.

    Args:
        places: Further gazetteer files.
    """
    gazetteer = load_gazetteer(places)

    def find_places(document: Document) -> Sequence[Mention]:
        spans = place_spans(document.text, gazetteer)
        return [Mention(MentionKind.PLACE, span, span.of(document.text), proposed_by="gazetteer") for span in spans]

    return Workbench(Annotator([find_places]), gazetteer)


def analyse_documents(documents: Sequence[Document], tables: Tables = Tables()) -> tuple[Keyed, ...]:  # noqa: B008 - frozen
    """Analyse documents and make the keys by which they are found again; the function that executors map.

    Args:
        documents: The documents.
        tables: Files of the user's own.

    Returns:
        One a document, in order.
    """
    with further_sources(tables.sources):
        return tuple(keyed(analysis) for analysis in workbench(tables.places).analyse_many(documents))


def prepare(places: tuple[Path, ...] = (), types: Path | None = None) -> None:
    """Make the workbench, so that a new process is ready before its first documents."""
    collect_seldom()
    know_types(types)
    workbench(places)


def analyses(documents: Iterable[Document], tables: Tables = Tables()) -> Iterator[Analysis]:  # noqa: B008 - frozen
    """Yield the analyses of documents in this process."""
    with further_sources(tables.sources):
        yield from workbench(tables.places).analyse_many(list(documents))
