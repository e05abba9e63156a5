"""A house's own form."""

import pytest
from tests.unit.brief.builders import cite, composed, draft

from corro.brief.draft import BlockKind
from corro.brief.template import fill
from corro.errors import BadDraftError, BadOptionError

ONE = cite(10, 40)
DRAFT = draft(
    composed(BlockKind.HEADING, "What is reported", "section/facts"),
    composed(BlockKind.POINT, "He left.", "H1-AAAAAA/lead", ONE),
    composed(BlockKind.HEADING, "What is not known", "section/unknown"),
    composed(BlockKind.POINT, "No report says why.", "unknown/x", plain=True),
    composed(BlockKind.HEADING, "What changed", "section/changes"),
    composed(BlockKind.POINT, "All is new.", "changes/first", plain=True),
    notes=(ONE,),
)
WHOLE = """OFFICE NOTE: {{ title }}
{% for name, value in header %}{{ name }}: {{ value }}
{% endfor %}
{% for part in ("facts", "unknown", "changes") %}{% for piece in section(part) %}* {{ piece.said }}
{% endfor %}{% endfor %}
{% for name, printed in notes %}[^{{ name }}]: {{ printed }}
{% endfor %}"""


def test_a_template_puts_sentences_with_their_citations() -> None:
    """The house's form has every sentence with its citation, and each note."""
    made = fill(WHOLE, DRAFT)
    assert f"* He left.[^{ONE.key}]" in made
    assert "OFFICE NOTE: Chronology" in made


@pytest.mark.parametrize("left_out", ["{{ value }}", "{{ printed }}", '"unknown", ', ', "changes"'])
def test_what_a_brief_must_have_cannot_be_left_out(left_out: str) -> None:
    """Without the head, the notes, or the part on what is unknown or changed, nothing comes out."""
    with pytest.raises(BadDraftError):
        fill(WHOLE.replace(left_out, ""), DRAFT)


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}{{ os }}",
        "{{ open('/etc/passwd').read() }}",
        "{{ section.__globals__ }}",
        "{{ fill.__globals__['sys'] }}",
        "{% for piece in pieces %}{{ piece.said.format.__globals__ }}{% endfor %}",
        "{{ header.append(1) }}",
        "{{ 1 / 0 }}",
        "{% for %}",
        "{{ vault }}",
        "{{ '{0.__class__}'.format(title) }}{{ missing }}",
    ],
)
def test_a_template_reaches_nothing_but_the_draft(template: str) -> None:
    """Files, modules, classes, the vault: a template that tries gets an error, and nothing comes out."""
    with pytest.raises((BadOptionError, BadDraftError)):
        fill(template, DRAFT)
