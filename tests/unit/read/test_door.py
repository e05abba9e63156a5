"""The door of `read`: which reader, which limit, which plugin."""

from tests.unit.read.evidence import SENTENCE, codes, reading

from corro.plugins import hook, plugins
from corro.read import ReadOptions

PICTURE = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


def test_kinds_that_are_not_read_say_so() -> None:
    """Pictures, old Word files and nameless bytes are refused, and told in which form to come back."""
    assert reading(PICTURE, "photo.png").code == "unsupported_type"
    assert reading(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc").code == "unsupported_type"
    found = reading(bytes(range(256)), "named.txt")
    assert found.code == "binary"
    assert "Save the report as text" in found.rejected


def test_the_limit_holds_here_too() -> None:
    """What was handed over without `collect` is held to the limit as well."""
    assert reading(SENTENCE, options=ReadOptions(max_bytes=10)).code == "too_large"


def test_empty_files_are_refused() -> None:
    """White space and front matter alone are no report."""
    assert reading(" \n\n", "a.txt").code == "empty"
    assert reading("---\ntitle: T\n---\n", "a.md").code == "empty"
    assert reading("", "a.jsonl").code == "empty"


class PictureReader:
    """A plugin that reads what stands in pictures."""

    @hook
    def corro_text(self, media_type: str, content: bytes) -> str | None:
        """Answer for pictures only."""
        if media_type == "image/tiff":
            raise OSError("no such codec")
        return SENTENCE if media_type == "image/png" and content == PICTURE else None


def test_a_plugin_can_read_a_further_kind() -> None:
    """What no built-in reader takes is offered to the plugins; without an answer, or with a failure, it stays refused."""
    reader = PictureReader()
    plugins().register(reader)
    try:
        found = reading(PICTURE, "photo.png")
        assert [document.text for document in found.documents] == [SENTENCE]
        assert codes(found) == ["no_publication_date"]
        assert reading(b"GIF89a" + b"\x00" * 40, "photo.gif").code == "unsupported_type"
        assert reading(b"II*\x00" + b"\x00" * 40, "photo.tif").code == "plugin_failed"
    finally:
        plugins().unregister(reader)
