"""Mends what taggers often get wrong about verbs of saying, before the rules read the grammar."""

from collections.abc import Iterator, Mapping

from corro.model import Token

_NOT_BEFORE = frozenset({"DET", "ADP", "ADJ", "NUM"})
_PRONOUNS = frozenset({"il", "elle", "ils", "elles", "on", "qui", "nous", "je", "j'", "vous"})
_ENDINGS = (("issons", "ir"), ("issent", "ir"), ("it", "ir"), ("ent", "er"), ("ons", "er"), ("e", "er"))
"""Endings of personal forms with that of their infinitive. Source: French conjugation, first and second groups."""

_MAKES = frozenset({"fait", "font"})
_KNOWN = frozenset({"savoir", "valoir", "remarquer", "observer", "connaître"})
"""Parts of « faire savoir » and its like. Source: own list, 2026-11."""

_FUTURE = frozenset({"ai", "as", "a", "ons", "ez", "ont"})
"""Endings of the French future behind the infinitive. Source: French conjugation."""

_NAME = 5
"""Words at most between a closing mark and the verb of a short reporting clause. Source: own judgement: a name with its title."""

_AFTER = frozenset(
    {
        "que",
        "qu'",
        "de",
        "d'",
        "des",
        "du",
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "ces",
        "cette",
        "ce",
        "son",
        "sa",
        "ses",
        "leur",
        "toute",
        "tout",
        "avoir",
        "être",
        "n'",
        "cependant",
        "aussi",
        "également",
        "pourtant",
        "à",
        "aux",
        "au",
        "«",
        ",",
        ":",
        "catégoriquement",
    }
)


def mended(tokens: tuple[Token, ...], forms: Mapping[str, str], verbs: frozenset[str]) -> tuple[Token, ...]:
    """Return the tokens with lemma and part of speech of verbs of saying put right.

    Args:
        tokens: The tokens as the tagger gave them.
        forms: Personal forms that taggers take for nouns or adjectives, with their lemma (« dément », « juge »).
        verbs: Lemmas of the verbs of saying.

    Returns:
        As many tokens, the same but for those mended.
    """
    return _with_made_known(tuple(_mend(tokens, index, token, forms, verbs) for index, token in enumerate(tokens)))


def _with_made_known(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with « fait savoir » as one verb with its infinitive, where the parser took « fait » for a noun."""
    found = {
        index + 1: index
        for index, token in enumerate(tokens[:-1])
        if token.pos == "NOUN" and token.text in _MAKES and tokens[index + 1].text in _KNOWN and token.head == index + 1
    }
    if not found:
        return tokens
    mended_tokens = [token._replace(head=found.get(token.head, token.head)) for token in tokens]
    for known, makes in found.items():
        above = tokens[known].head
        mended_tokens[makes] = tokens[makes]._replace(
            lemma="faire", pos="VERB", morph="Mood=Ind|VerbForm=Fin", dep=tokens[known].dep, head=makes if above == known else above
        )
        mended_tokens[known] = tokens[known]._replace(dep="xcomp", head=makes)
    return tuple(mended_tokens)


def _mend(tokens: tuple[Token, ...], index: int, token: Token, forms: Mapping[str, str], verbs: frozenset[str]) -> Token:
    if token.pos in ("VERB", "AUX"):
        return _mended_verb(token, forms, verbs)
    lemma = forms.get(token.text) or _infinitive(token.text, verbs)
    if lemma and _stands_as_verb(tokens, index):
        return token._replace(lemma=lemma, pos="VERB", morph="Mood=Ind|VerbForm=Fin")
    return token


def _mended_verb(token: Token, forms: Mapping[str, str], verbs: frozenset[str]) -> Token:
    """Return a verb with the lemma of a known verb where its form is one's, and with the future where its form shows it."""
    lemma = token.lemma if token.lemma in verbs else forms.get(token.text) or _infinitive(token.lemma, verbs) or token.lemma
    morph = token.morph.replace("Tense=Pres", "Tense=Fut") if _shows_future(token) else token.morph
    return token if (lemma, morph) == (token.lemma, token.morph) else token._replace(lemma=lemma, morph=morph)


def _shows_future(token: Token) -> bool:
    """Say whether a form is its whole infinitive with an ending of the French future (« frapperons »), whatever the tagger says."""
    stem = token.lemma.removesuffix("e")
    form = token.text.lower()
    return stem.endswith("r") and form.startswith(stem) and form.removeprefix(stem) in _FUTURE


def _infinitive(form: str, verbs: frozenset[str]) -> str:
    """Return the known French verb that a form can belong to; empty where there is none."""
    return next((infinitive for infinitive in _infinitives(form) if infinitive in verbs), "")


def _infinitives(form: str) -> Iterator[str]:
    """Yield the French infinitives that a personal form left as its own lemma can belong to (« réclame », « avertissons »)."""
    yield form.replace("è", "é")
    for ending, infinitive in _ENDINGS:
        if form.endswith(ending):
            yield form.removesuffix(ending).replace("è", "é") + infinitive


def _stands_as_verb(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a word stands where a verb does: behind a subject, and before an object or clause."""
    before = tokens[index - 1] if index else None
    after = tokens[index + 1].text.lower().replace("’", "'") if index + 1 < len(tokens) else ""
    if before is not None and before.pos == "PROPN" and _ends_reporting(tokens, index):
        return True
    if before is None or before.text in (".", "!", "?", ":"):
        return False
    if before.text == "," and index > 1 and tokens[index - 2].text in ("»", "”", '"'):
        return True
    if before.pos == "ADJ" and after in ("que", "qu'", ":"):
        return True
    return before.text.lower() in _PRONOUNS or (before.pos not in _NOT_BEFORE and (after in _AFTER or after.startswith("-")))


def _ends_reporting(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a word ends a short reporting clause behind a closing mark: « ... », X notes."""
    after = tokens[index + 1].text if index + 1 < len(tokens) else "."
    near = tokens[max(0, index - _NAME) : index]
    return after in (".", ",", ":", "that") and any(token.text in ("”", '"', "»") for token in near)
