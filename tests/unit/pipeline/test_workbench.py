"""The chain of stages over one process's tools."""

from collections.abc import Iterator, Sequence

import pytest
from tests.laws.builders import Report, an_analysis

from corro.errors import ModelMissingError
from corro.model import Annotated, Document, Severity
from corro.pipeline.keying import keyed
from corro.pipeline.workbench import Workbench


class Breaking:
    """An annotator that breaks on documents of a name, and has nothing to say of others."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def annotate(self, document: Document) -> Annotated:
        """Break, or return no words."""
        if document.label == "bad":
            raise self.error
        return Annotated(document)

    def annotate_many(self, documents: Sequence[Document]) -> Iterator[Annotated]:
        """Do so for many."""
        return (self.annotate(document) for document in documents)


class Nowhere:
    """A gazetteer without places."""

    def named(self, name: str) -> tuple[()]:
        """Know nothing."""
        del name
        return ()

    inside = named


def documents() -> list[Document]:
    """Return three documents, the second of which breaks the annotator."""
    return [Document(f"doc_{label}", "", "", "", label, "Secret words.") for label in ("one", "bad", "two")]


def test_a_document_that_breaks_a_stage_is_kept_with_an_issue_and_the_others_go_on() -> None:
    """The issue names the place in the code, and no word of the text."""
    bench = Workbench(Breaking(ValueError("Secret words.")), Nowhere())  # type: ignore[arg-type]
    analyses = list(bench.analyse_many(documents()))
    assert [analysis.document.label for analysis in analyses] == ["one", "bad", "two"]
    assert [len(analysis.issues) for analysis in analyses] == [0, 1, 0]
    (issue,) = analyses[1].issues
    assert (issue.code, issue.severity) == ("analysis_failed", Severity.ERROR)
    assert "test_workbench" in issue.detail
    assert "Secret" not in issue.detail + issue.message


def test_what_the_person_can_mend_is_no_issue() -> None:
    """A missing model ends the build with its own error."""
    bench = Workbench(Breaking(ModelMissingError()), Nowhere())  # type: ignore[arg-type]
    with pytest.raises(ModelMissingError):
        list(bench.analyse_many(documents()))


def test_every_claim_is_filed_under_keys() -> None:
    """So that it can be found by those about the same event."""
    analysis = an_analysis(Report(filler="The council of the town met for a long while and said little about it."))
    filed = keyed(analysis)
    assert set(filed.claim_keys) == {claim.id for claim in analysis.claims}
    assert all(filed.claim_keys.values())
    assert filed.copy_keys
