"""Briefs of the samples as they were looked at: a change of a word shows here, and is looked at before it is kept.

`python -m tests.flow.test_brief_snapshots` writes them anew.
"""

import re
import tempfile
from pathlib import Path

import pytest
from tests.flow.briefs import requests_of

from corro import build
from corro.brief.compose import compose
from corro.brief.drafting import draft_of
from corro.brief.formats import written
from corro.pipeline.briefing import material
from corro.pipeline.view import open_record

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).with_name("snapshots")
NAMES = [f"{name}.{language}" for name in ("flash-order", "disputes-237", "disputes-moura", "sitrep") for language in ("en", "fr")]
_MARKS = re.compile(r" ?<!-- .*? -->")


def told(record: Path) -> dict[str, str]:
    """Return each brief as Markdown, without the marks by which drafts are kept alive."""
    asked = requests_of(record)
    with open_record(record) as view:
        drafts = {name: draft_of(compose(asked[name], material(view, asked[name]))) for name in NAMES}
    return {name: _MARKS.sub("", written(draft, ".md").decode()) for name, draft in drafts.items()}


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The briefs of the samples as they are now."""
    record = tmp_path_factory.mktemp("snapshots") / "mali.record"
    build(ROOT / "samples" / "mali", record)
    return told(record)


@pytest.mark.parametrize("name", NAMES)
def test_a_brief_says_what_was_looked_at(briefs: dict[str, str], name: str) -> None:
    """Word for word, citations included."""
    assert briefs[name] == (FOLDER / f"{name}.md").read_text("utf-8")


def main() -> None:
    """Write the snapshots anew."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "mali.record"
        build(ROOT / "samples" / "mali", record)
        for name, text in told(record).items():
            (FOLDER / f"{name}.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
