"""The issue codes: what each doubt means and what a person can do about it."""

from collections.abc import Mapping

from corro.vocab.terms import Term, terms


def issue_codes() -> Mapping[str, Term]:
    """Return the issue codes by code; `meaning` says what was found, `fields["what_to_do"]` what a person can do.

    Raises:
        SetupError: The file is malformed.
    """
    return terms("issue_codes")
