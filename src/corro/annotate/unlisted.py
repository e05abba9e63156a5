"""Words that a language's dictionary lacks: in a text in capitals, where every word looks like a name, the likely names."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

_WORD = re.compile(r"[^\W\d_]{3,}")


def unlisted(text: str, pipeline: "Pipeline") -> list[str]:
    """Return the words of a text that the dictionary of its model's lemmatiser does not have, in no inflected form.

    Args:
        text: Any text; its capitals do not matter.
        pipeline: The model of its language.

    Returns:
        The words as they stand, each once, in order; none where the model has no dictionary.
    """
    if "lemmatizer" not in pipeline.pipe_names:
        return []
    lemmatizer: Any = pipeline.get_pipe("lemmatizer")
    tables = {name: lemmatizer.lookups.get_table(name) for name in lemmatizer.lookups.tables}
    words = dict.fromkeys(_WORD.findall(text))
    return [word for word in words if tables and not _listed(word.lower(), pipeline, tables)]


def _listed(word: str, pipeline: "Pipeline", tables: dict[str, Any]) -> bool:
    if word in pipeline.Defaults.stop_words or word in tables.get("lemma_lookup", ()):
        return True
    if any(word in forms for forms in tables.get("lemma_exc", {}).values()):
        return True
    index, rules = tables.get("lemma_index", {}), tables.get("lemma_rules", {})
    for part, lemmas in index.items():
        stems = (word.removesuffix(old) + new for old, new in rules.get(part, ()) if word.endswith(old))
        if word in lemmas or any(stem in lemmas for stem in stems):
            return True
    return False
