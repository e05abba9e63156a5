"""What the words that name somebody say: a name, a post, a body, or only a description."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corro.extract.statements.cues import CueIndex
from corro.values import fold

_WORD = re.compile(r"[lLdD]['’]|[Qq]u['’]|[\w@][\w.@&/]*(?:[-'’][\w.]+)*[’']?|[^\w\s]")
_ARTICLES = frozenset(
    [
        "l'",
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "notre",
        "nos",
        "votre",
        "vos",
        "mon",
        "ma",
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "your",
        "this",
        "that",
        "these",
        "those",
    ]
)
_JOINING = frozenset(
    [
        "de",
        "d'",
        "du",
        "des",
        "à",
        "au",
        "aux",
        "en",
        "of",
        "for",
        "the",
        "in",
        "on",
        "at",
        "and",
        "et",
        "la",
        "le",
        "les",
        "l'",
        "to",
        "from",
        "with",
        "dans",
        "sur",
        "par",
        "pour",
        "s",
    ]
)
_INDEFINITE = frozenset(
    [
        "un",
        "une",
        "des",
        "a",
        "an",
        "plusieurs",
        "several",
        "some",
        "two",
        "three",
        "four",
        "five",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "quelques",
        "many",
        "one",
    ]
)
_FEMALE = frozenset(
    ["intéressée", "concernée", "la", "une", "mme", "mmes", "mlle", "ms", "mrs", "madame", "mademoiselle", "sa", "she", "elle"]
)
_MALE = frozenset(["intéressé", "concerné", "le", "un", "m.", "m", "mr", "monsieur", "ce"])
_RELATIVE = frozenset({"who", "which", "qui", "que", "whose", "dont", "that", "whom"})
_VOCATIVES = frozenset({"madam", "sir", "monsieur", "madame", "messieurs", "mesdames"})
_MORE = frozenset(
    {
        "reached",
        "contacted",
        "interviewed",
        "interrogé",
        "interrogés",
        "joint",
        "jointe",
        "joints",
        "contacté",
        "entendu",
        "entendus",
        "rencontré",
        "présent",
        "présente",
        "en",
        "identified",
        "cité",
        "quoted",
        "known",
        "based",
        "connu",
    }
)
"""Words with which a description ends and the circumstances of its being asked begin. Source: own list, 2026-11."""


_FULL_NAME = 2
"""Words from which a name behind a rank is a full one. Source: a first and a family name."""

_SMALL = frozenset(
    [
        "d",
        "de",
        "des",
        "du",
        "l",
        "la",
        "le",
        "les",
        "of",
        "the",
        "and",
        "et",
        "a",
        "an",
        "un",
        "une",
        "s",
        "for",
        "en",
        "au",
        "aux",
        "in",
        "on",
    ]
)
"""Function words that no name is recognised by. Source: closed classes."""


def content_words(text: str) -> set[str]:
    """Return the folded words of a text that are no function words.

    Args:
        text: Any words.
    """
    return {word for word in re.findall(r"\w+", fold(text)) if word not in _SMALL}


@dataclass(frozen=True, slots=True)
class Label:
    """What the words for a source say.

    Attributes:
        text: The words.
        name: A proper name, of a person or body, without article, title and post; empty where there is none.
        capacity: Words of a post or calling, or of a rank where there is no post; empty where there are none.
        name_words: Folded words of the name, without function words.
        rank_words: Folded words of a military or police rank.
        description: The words without article and what only tells how they were reached.
        aliases: Nicknames.
        definite: Whether they speak of somebody already known.
        gender: `m`, `f` or empty.
        personal: Whether they name a person rather than a body.
    """

    text: str
    name: str = ""
    capacity: str = ""
    name_words: frozenset[str] = frozenset()
    rank_words: frozenset[str] = frozenset()
    description: str = ""
    aliases: tuple[str, ...] = ()
    definite: bool = True
    gender: str = ""
    personal: bool = False

    @property
    def words(self) -> frozenset[str]:
        """All folded words of it."""
        return frozenset(fold(self.text).split())


@dataclass(frozen=True, slots=True)
class _Part:
    """What one part between commas says."""

    name: str = ""
    post: str = ""
    rank: str = ""
    description: str = ""
    nickname: bool = False
    body: bool = False


def read_label(text: str, cues: CueIndex) -> Label:
    """Read the words that name a source.

    Args:
        text: The words as they stand.
        cues: The words of the language.

    Returns:
        What they say; never fails, whatever they are.
    """
    pieces = [_uncapitalled(piece, cues) for piece in re.split(r",| \(|;|:", text) if piece.strip()]
    while len(pieces) > 1 and (pieces[0].strip().lower() in cues.lists["pronouns"] or pieces[0].split()[0].lower() in _VOCATIVES):
        pieces = pieces[1:]
    parts = [_read_part(piece, cues) for piece in pieces]
    if not parts:
        return Label(text)
    words = [word if word == "UN" else word.lower() for word in _split(text)]
    named = next((part for part in parts if part.name and not part.nickname), None) or next(
        (part for part in parts if part.name), None
    )
    capacity = _first(part.post for part in ([named] if named else []) + [p for p in parts if p is not named])
    capacity = capacity or _first(part.rank for part in parts)
    return Label(
        text=text,
        name=named.name if named else "",
        capacity=capacity if not (named and named.body) else "",
        name_words=frozenset(content_words(named.name)) if named else frozenset(),
        rank_words=frozenset(content_words(_first(part.rank for part in parts))),
        description=_description(parts),
        aliases=tuple(part.name for part in parts if part.nickname and part is not named),
        definite=not words or words[0] not in _INDEFINITE,
        gender=_gender(words),
        personal=bool(capacity) or bool(named and (named.nickname or _titled(words, cues))),
    )


def _uncapitalled(piece: str, cues: CueIndex) -> str:
    """Give words in capitals their usual form: posts and small words in lower case, the others as names."""
    if not piece.isupper() or len(piece.split()) < 2:
        return piece
    lowered = _JOINING | _ARTICLES | cues.lists["posts"] | cues.lists["ranks"]
    return " ".join(word.lower() if word.lower() in lowered else word.title() for word in piece.split())


def _description(parts: list[_Part]) -> str:
    """Return the first description, passing over "one of them" where a better one follows."""
    first = _first(part.description for part in parts)
    if fold(first).split()[:1] in (["one"], ["un"], ["d"], ["two"], ["deux"]):
        return _first(part.description for part in parts if part.description != first) or first
    return first


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _split(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def _gender(words: list[str]) -> str:
    words = [word.rstrip(".") if len(word) > 2 else word for word in words]
    near = (
        set(words[:1])
        | (set(words[1:2]) & {"intéressé", "intéressée", "concerné", "concernée"})
        | (set(words) & {"mme", "ms", "mrs", "m.", "mr", "madame", "monsieur", "mlle"})
    )
    return "f" if near & _FEMALE else "m" if near & _MALE else ""


def _titled(words: list[str], cues: CueIndex) -> bool:
    return bool(set(words) & cues.lists["titles"] - {"me", "el", "m"})


def _read_part(text: str, cues: CueIndex) -> _Part:
    words = [word for word in _split(text.strip().strip("«»“”\"' ")) if word not in '«»“”"()']
    while words and words[0] != "UN" and (_plain(words[0]) in _ARTICLES or _plain(words[0]) in _INDEFINITE):
        words = words[1:]
    if not words or _plain(words[0]) in ("of", "d'", "d’", "among", "parmi"):
        return _Part()
    if _plain(words[0]) in _RELATIVE or set(map(_plain, words)) & cues.lists["nicknaming"]:
        return _read_clause(words, cues)
    begin = _name_begins(words, cues)
    name, prefix = words[begin:], words[:begin]
    bare = [word for word in prefix if _plain(word) not in cues.lists["titles"] | cues.lists["ranks"]]
    if name and not (bare and _plain(bare[-1]) in _JOINING):
        return _with_name(name, prefix, cues)
    if name and len(bare) < len(prefix):
        return _Part(name=_joined(name), rank=_joined([word for word in prefix if _plain(word) in cues.lists["ranks"]]))
    return _ranked(words, cues) or _described(words, cues)


def _ranked(words: list[str], cues: CueIndex) -> _Part | None:
    """Read a rank, a full name and the body that it is of ("Colonel Amin Tol of the Coast Guard"); None where it is none."""
    of = next((index for index, word in enumerate(words) if _plain(word) in _JOINING), 0)
    known = cues.lists["ranks"] | cues.lists["titles"]
    begin = next((index for index in range(of) if _plain(words[index]) not in known), 0)
    name = words[begin:of]
    posts = cues.lists["posts"] | cues.lists["bodies"]
    if not begin or len(name) < _FULL_NAME or not all(word[:1].isupper() and _plain(word) not in posts for word in name):
        return None
    return _with_name(name, words[:begin], cues)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _name_begins(words: list[str], cues: CueIndex) -> int:
    """Return where the run of name-like words at the end of a part begins."""
    begin = len(words)
    for index in range(len(words) - 1, -1, -1):
        plain = _plain(words[index])
        if plain in cues.lists["posts"] or plain in cues.lists["ranks"] or plain in cues.lists["titles"]:
            break
        if plain in cues.lists["calendar"] and (index == 0 or words[index - 1].isdigit() or _plain(words[index - 1]) in _JOINING):
            break
        if words[index][0].isupper() or words[index][0] == "@":
            begin = index
        elif plain not in cues.lists["particles"] or index == 0:
            break
    return begin


def _with_name(name: list[str], prefix: list[str], cues: CueIndex) -> _Part:
    plain = [_plain(word) for word in prefix]
    ranks = [word for word in prefix if _plain(word) in cues.lists["ranks"]]
    untitled = [word for word in prefix if _plain(word) not in cues.lists["titles"]]
    body = bool(set(plain) & cues.lists["bodies"]) and not set(plain) & cues.lists["posts"]
    posted = bool(set(plain) & (cues.lists["posts"] - cues.lists["ranks"]))
    calling = len(name) > 1 and untitled and not body and not ranks
    post = _without_ranks(untitled, cues) if posted or calling else ""
    return _Part(_joined(name), post, _joined(ranks), _joined([*prefix, *name]), body=body)


def _without_ranks(words: list[str], cues: CueIndex) -> str:
    kept = list(words)
    while kept and _plain(kept[-1]) in cues.lists["ranks"]:
        kept.pop()
    return _joined(kept or words)


def _joined(words: list[str]) -> str:
    """Put words together as they stood, with no space after an elided one."""
    return re.sub(r"(?<!\w)([lLdD]|[Qq]u)(['’]) ", r"\1\2", " ".join(words))


def _described(words: list[str], cues: CueIndex) -> _Part:
    """Read a part without a name of its own: a post, a body with its "of", a crowd."""
    end = next(
        (index for index, word in enumerate(words) if index and (_plain(word) in _MORE or _plain(word) in _RELATIVE)), len(words)
    )
    text = _joined(words[:end])
    head = [_plain(word) for word in words[:end]]
    until = next((index for index, word in enumerate(head) if word in _JOINING), len(head))
    posted = any(_singular(word) in cues.lists["posts"] for word in head[: max(1, until)]) or head[0] in cues.lists["ranks"]
    proper = not posted and words[0][0].isupper() and any(word[0].isupper() for word in words[1:end])
    return _Part(name=text if proper else "", post=text if posted else "", description=text, body=proper)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 4 else word


def _read_clause(words: list[str], cues: CueIndex) -> _Part:
    """Read a part that brings a nickname ("known as Old Lion") or tells a post ("who chairs the union")."""
    if set(map(_plain, words)) & cues.lists["nicknaming"]:
        begin = _name_begins(words, cues)
        if begin < len(words):
            return _Part(name=_joined(words[begin:]), nickname=True)
    if len(words) > 1 and _plain(words[1]) in cues.lists["leading"]:
        return _Part(post=_joined(words[1:]))
    return _Part()
