"""Rules of protection without any store: consent, classification, small cells, the mosaic check, risk, retention.

They take what is asked out and give what may go out, and say what was taken away. `corro.pipeline.exits` is the one place that
applies them to what leaves; identities are in the vault, of which this package knows nothing.
"""

from corro.casework.cells import SMALLEST, TOTAL, Cell, Shown, suppressed, with_totals
from corro.casework.classification import Classification, ClassificationAct, highest, standing_level
from corro.casework.codes import codes_in
from corro.casework.consent import ALL_USES, ConsentAct, ConsentKind, Use, allowed, entered, intersection
from corro.casework.leaving import Audience, Request, Taken
from corro.casework.mosaic import HELD_BACK, REMARK, Checked, Traits, checked
from corro.casework.rebuilding import outside_item, rebuilt_entry, rebuilt_event, traits_of
from corro.casework.retention import Retained, RetentionDue, due
from corro.casework.risk import RiskLevel, RiskReview, is_due, next_review, touching
from corro.casework.sensitivity import (
    DEFAULT_LEVEL,
    is_sensitive,
    is_sensitive_claim,
    is_sensitive_entry,
    is_sensitive_event,
    is_sensitive_item,
)

__all__ = [
    "ALL_USES",
    "DEFAULT_LEVEL",
    "HELD_BACK",
    "REMARK",
    "SMALLEST",
    "TOTAL",
    "Audience",
    "Cell",
    "Checked",
    "Classification",
    "ClassificationAct",
    "ConsentAct",
    "ConsentKind",
    "Request",
    "Retained",
    "RetentionDue",
    "RiskLevel",
    "RiskReview",
    "Shown",
    "Taken",
    "Traits",
    "Use",
    "allowed",
    "checked",
    "codes_in",
    "due",
    "entered",
    "highest",
    "intersection",
    "is_due",
    "is_sensitive",
    "is_sensitive_claim",
    "is_sensitive_entry",
    "is_sensitive_event",
    "is_sensitive_item",
    "next_review",
    "outside_item",
    "rebuilt_entry",
    "rebuilt_event",
    "standing_level",
    "suppressed",
    "touching",
    "traits_of",
    "with_totals",
]
