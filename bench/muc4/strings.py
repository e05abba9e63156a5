"""What the trees see of one string of a phrase: how it is cut, and what it is made of."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bench.muc4.letters import hashed
from bench.muc4.phrases import ENDS, Choice
from bench.muc4.signs import Phrase, Text

POS = ("NOUN", "PROPN", "ADJ", "NUM", "ADP", "DET", "VERB", "ADV", "PUNCT", "PRON", "AUX", "X", "PART", "CCONJ", "SCONJ")
KINDS = ("", "person", "organisation", "group", "place", "post", "demonym", "other", "quantity")
DEPS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj", "appos", "compound", "amod", "root", "nmod:poss")
UNKNOWN = -1.0


def place_in(known: Sequence[str], name: str) -> float:
    """Return the number of a name, or one past the last."""
    return float(known.index(name)) if name in known else float(len(known))


def times_said(found: Sequence[Phrase]) -> Counter[str]:
    """Return how often each string stands in a text."""
    return Counter(choice.text for phrase in found for choice in phrase.choices)


def rows(text: Text, phrase: Phrase, said: Mapping[str, int], inside: Mapping[int, float]) -> list[list[float]]:
    """Return what is seen of each string of a phrase.

    Args:
        text: The text.
        phrase: The phrase.
        said: How often each string stands in the text.
        inside: For hashes of words how often they belong to a filler.
    """
    return [_row(text, phrase, choice, (said, inside)) for choice in phrase.choices]


def _row(text: Text, phrase: Phrase, choice: Choice, known: tuple[Mapping[str, int], Mapping[int, float]]) -> list[float]:
    tokens, said, inside = text.annotated.tokens, *known
    base, head, first = phrase.choices[0].first, phrase.head, choice.first
    parts = [tokens[at].pos for at in range(first, choice.last)]
    before = tokens[first - 1] if first else None
    tied = before is not None and first <= before.head <= head
    mention = text.mention[first]
    opens = mention >= 0 and text.annotated.mentions[mention].span.start == tokens[first].start
    return [
        float(ENDS.index(choice.end)),
        *map(float, (head - first, choice.last - head, first - base, choice.last - first)),
        place_in(POS, tokens[first].pos),
        place_in(DEPS, tokens[first].dep),
        place_in(POS, before.pos) if before is not None and tied else 20.0,
        place_in(KINDS, phrase.kind),
        float(phrase.name),
        float(said[choice.text]),
        float(len(choice.text)),
        *(float(parts.count(pos)) for pos in ("NUM", "ADJ", "PROPN", "PUNCT")),
        float(len(phrase.choices)),
        float(tokens[first].text[0].isupper()),
        float(tokens[head].text[0].isupper()),
        place_in(DEPS, phrase.dep),
        float(before is not None and first > base and before.text[0].isupper()),
        inside.get(hashed(tokens[first].text.lower()), UNKNOWN),
        inside.get(hashed(before.text.lower()), UNKNOWN) if before is not None and first > base else UNKNOWN - 1,
        float(opens),
        place_in(KINDS, text.kinds[first]),
        place_in(KINDS, text.kinds[first - 1]) if first > base else 20.0,
    ]
