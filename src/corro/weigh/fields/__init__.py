"""How two passages stand to each other on one question, where no slot of a claim holds the answer.

The bench of disputes asks it through `corro.pipeline.telling`. A build does not ask it yet: it compares the slots of claims.
"""

from corro.weigh.fields.relating import relate_told
from corro.weigh.fields.told import Told, ToldFigure, ToldTime
from corro.weigh.fields.verdicts import Finding

__all__ = ["Finding", "Told", "ToldFigure", "ToldTime", "relate_told"]
