"""How one value went from telling to telling: who has it from where, and what was done to it on the way."""

from dataclasses import dataclass

from corro.model.claim import Value
from corro.values import Span

NOWHERE = Span(0, 0)
"""The characters of a telling that stands in no text."""


@dataclass(frozen=True, slots=True)
class Step:
    """One telling of a value.

    Attributes:
        claim_id: The claim; for a sentence that no claim was made of, the claim of the same figure in its document.
        document_id: Its document.
        value: The value as printed, with its unit.
        from_claim_id: The claim of the telling that it goes back to; None for the origin.
        transformations: Keys of the list `transformations` of `corro.vocab`; `origin` for the first.
        words: The characters that tell it.
        number: Place in the chain, from 0.
        from_number: Place of the telling that it goes back to; None for the origin.
        given: The value itself, or None where it is told in words alone.
    """

    claim_id: str
    document_id: str
    value: str
    from_claim_id: str | None
    transformations: tuple[str, ...]
    words: Span = NOWHERE
    number: int = 0
    from_number: int | None = None
    given: Value | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """The tellings of one value, each after the one that it goes back to.

    Attributes:
        role: The role of the value; `quotation` for words that are quoted.
        figure: The number that the first telling gives, or None for what is no figure.
        steps: The tellings.
    """

    role: str
    figure: int | None
    steps: tuple[Step, ...]
