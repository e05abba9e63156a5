"""The language of a line: as it says, else as the reader finds it."""

from bench.frame import Line
from corro.values import Language


def language_of(line: Line) -> Language:
    """Return the language of a line's text; English where the reader cannot tell.

    Args:
        line: A line with `text`, and `lang` where the set gives it.
    """
    from corro.read.language import tell

    found = tell(line["text"], line.get("lang") or "").language
    return Language.FRENCH if found is Language.FRENCH else Language.ENGLISH
