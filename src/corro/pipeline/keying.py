"""Gives analysed documents and their claims the keys under which they are found again."""

from corro.exchange import meeting
from corro.model import Analysis
from corro.ports import Keyed
from corro.weigh import block_keys, sketch, sketch_keys


def keyed(analysis: Analysis) -> Keyed:
    """Give an analysis the keys under which its document and claims are filed."""
    document = analysis.document
    claim_keys = {claim.id: block_keys(claim, document) for claim in analysis.claims}
    if document.dataset:
        return Keyed(analysis, meeting.copy_keys(document), meeting.claim_keys(document, claim_keys))
    return Keyed(analysis, sketch_keys(sketch(document)), claim_keys)
