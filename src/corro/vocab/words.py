"""Small lists of words that rules go by, each with its source, in `word_lists.toml`."""

from functools import cache

from corro.errors import SetupError
from corro.vocab.files import read_toml

_FILE = "word_lists.toml"


@cache
def word_list(name: str, language: str) -> frozenset[str]:
    """Return a list of words, lower case.

    Args:
        name: Name of the list, such as `titles`.
        language: `en` or `fr`.

    Raises:
        SetupError: There is no such list, or the file is malformed.
    """
    words = read_toml(_FILE).get(name, {}).get(language)
    if not isinstance(words, list):
        raise SetupError(f"The vocabulary file {_FILE} has no list {name} in {language!r}.")
    return frozenset(words)
