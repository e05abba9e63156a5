"""Annotate: grammar in Universal Dependencies and named mentions, English and French; models load with the first document."""

from functools import cache

from corro.annotate.annotator import Annotator, Finder
from corro.annotate.names import fullest_names
from corro.annotate.pipelines import Model, models
from corro.annotate.proposals import Recognise, recognised
from corro.model import Annotated, Document

__all__ = ["Annotator", "Finder", "Model", "Recognise", "annotate", "fullest_names", "models", "recognised"]


def annotate(document: Document) -> Annotated:
    """Annotate one document with an annotator that is kept for the whole process.

    Args:
        document: A document with its segments.

    Returns:
        Its grammar and mentions; no words where its language is not analysed.

    Raises:
        ModelMissingError: No model of its language is installed.
    """
    return _annotator().annotate(document)


@cache
def _annotator() -> Annotator:
    return Annotator()
