"""Words, English and French, whose loss or change alters what a telling says; all are compared folded (small, no accents)."""

import re
from dataclasses import dataclass

from corro.values import fold


def _listed(words: str) -> list[str]:
    return words.split()


WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

OR = re.compile(r"\b(?:or|ou|ni|nor|either|soit)\b")
AND = re.compile(r"\b(?:and|et|as well as|ainsi que|both)\b")

QUALIFIERS = tuple(
    re.compile(rf"\b(?:{group})\b")
    for group in (
        r"unanswered|no (?:response|answer|reply)|without (?:an? )?(?:response|answer|reply)|went unheeded|"
        r"sans (?:reponse|suite)|restees? (?:sans|lettre)",
        r"suspected|alleged|allegedly|purported|presumed|presumes?|soupconnes?|supposes?",
        r"unconfirmed|not confirmed|unverified|non confirmee?s?|non verifiee?s?",
        r"estimated|estimates?|estimation|estimes?|potential|possible|may have|might have|could have|aurait|auraient",
        r"mostly|most of (?:them|whom)|the majority of|some of (?:them|whom)|in part|partly|la plupart|en majorite|certains|"
        r"dont des|en partie",
    )
)
"""Words of caution by kind; one kind may stand in for another word of the same kind. Source: own list after D01 and D17 of
docs/codebook.md, 2026-11."""

MIXED = re.compile(
    r"\b(?:some suspected|some of (?:them|whom)|most of (?:them|whom)|mostly|mainly|among them|including (?:some|several)|"
    r"dont des|dont certains|parmi (?:eux|lesquels)|en majorite|pour la plupart|la plupart)\b"
)
"""Words by which a group is told to be mixed. Source: own list after D17 of docs/codebook.md, 2026-11."""

_SHORT = 4
_PLAIN = frozenset(
    fold(word) for word in _listed("that this with from have been were said which their they dans pour avec cette leurs avoir")
)


def content_words(text: str) -> set[str]:
    """Return the stems of the words of a folded text that carry its sense: four letters or more, the first six of them."""
    return {word[:6] for word in WORD.findall(text) if len(word) >= _SHORT and word not in _PLAIN}


_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?: (?:[A-Z]\.|[A-ZÀ-ÖØ-Þ][\w’'-]+)){1,2}"
_POST_AFTER = re.compile(rf"(?P<name>{_NAME}), (?:the |le |la |l['’])?(?P<post>[^,.;:!?()]{{5,90}})[,.]")
_APPOSED = re.compile(rf"(?:\A|[.:;,] |\b(?:the|The|le|la|Le|La) |['’])(?P<post>[^,.;:!?()]{{4,90}}), (?P<name>{_NAME}),")
_RANKS = {
    "head": "head chief director directs heads runs leads chef directeur directrice responsable leader",
    "spokesman": "spokesman spokeswoman spokesperson parole",
    "minister": "minister ministre",
    "president": "president presidente",
    "ambassador": "ambassador ambassadeur ambassadrice envoy envoye representative representant representante",
    "commissioner": "commissioner commissaire",
    "secretary": "secretary secretaire",
    "commander": "commander commandant",
}
_RANK_OF = {word: rank for rank, words in _RANKS.items() for word in words.split()}
"""Words of posts by rank, English and French, as folded ("porte parole"). Source: own list, 2026-11."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post as a label names it.

    Attributes:
        ranks: What sort of post.
        unit: Words of what it is a post of: the first thing behind `of`, else what stands before the rank.
    """

    ranks: frozenset[str]
    unit: frozenset[str]


def post_of(label: str) -> Post | None:
    """Read the post that a label names, or return None where it names none with its unit ("Olivier Salgado", "its spokesman").

    Args:
        label: The words for somebody.
    """
    folded = fold(label.split(", ", maxsplit=1)[0])
    ranks = {_RANK_OF[word]: word for word in WORD.findall(folded) if word in _RANK_OF}
    if not ranks:
        return None
    before, _, behind = folded.partition(next(iter(ranks.values())))
    unit = _OF.split(behind)[1] if _OF.search(behind) else before
    words = _post_words(unit.removesuffix("'s"))
    return Post(frozenset(ranks), words) if words else None


_ARTICLE = re.compile(r"(?<!of )(?<!to )(?<!de )\b(?:the|le|la) ")
_OF = re.compile(r"\b(?:of|de|du|des)\b")
_ACCREDITED = re.compile(r" (?:to|aupres) ")
_ORGANS = {
    "un": "united nations",
    "us": "united states",
    "onu": "united nations",
    "u.n.": "united nations",
    "u.s.": "united states",
}
_LITTLE = frozenset(
    _listed(
        "s the of to for a an at on in by and du de des la le les l d a au aux en et un une its his her their son sa ses leur leurs"
    )
)


def person_posts(text: str) -> dict[str, frozenset[str]]:
    """Return the posts that stand in apposition to names of persons.

    Args:
        text: A text.

    Returns:
        Folded words of the post by the last two words of the name, folded; a name with two posts has the first.
    """
    found: dict[str, frozenset[str]] = {}
    for pattern in (_POST_AFTER, _APPOSED):
        for match in pattern.finditer(text):
            post = _ARTICLE.split(fold(match["post"]))[-1]
            if any(word in _RANK_OF for word in WORD.findall(post)):
                found.setdefault(" ".join(fold(match["name"]).split()[-2:]), _post_words(post))
    return found


def _post_words(post: str) -> frozenset[str]:
    """Return the words of a post with its own organ; to whom somebody is accredited is left out."""
    post = _ACCREDITED.split(post)[0]
    words = [part for word in WORD.findall(post) for part in _ORGANS.get(word, word.removesuffix("'s").removesuffix("’s")).split()]
    return frozenset(word for word in words if word not in _LITTLE)
