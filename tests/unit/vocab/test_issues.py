"""The issue codes."""

import re
from pathlib import Path

import corro
from corro.vocab import issue_codes

RAISED = re.compile(r'(?:Doubt|Issue)\(\s*(?:code=)?"([a-z_]+)"')


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    """A person who sees an issue can act on it."""
    for code in issue_codes().values():
        assert code.meaning.endswith(".")
        assert str(code.fields["what_to_do"]).endswith(".")


def test_every_code_that_a_stage_raises_is_listed() -> None:
    """No stage invents a code that nobody explains."""
    sources = Path(corro.__file__).parent.rglob("*.py")
    raised = {code for source in sources for code in RAISED.findall(source.read_text(encoding="utf-8"))}
    assert "broken_character" in raised
    assert raised <= set(issue_codes())
