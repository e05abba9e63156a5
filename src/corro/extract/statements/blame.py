"""Whether what is said blames somebody of a wrong, or denies it: by the words for wrongs, who does them, and what is negated."""

from collections.abc import Iterator

from corro.extract.statements.draft import Draft
from corro.extract.statements.grammar import Grammar
from corro.extract.statements.prepared import Prepared
from corro.model import SpeechAct

_SUBJECTS = ("nsubj", "nsubj:caus", "expl:subj")
_RELATIVES = frozenset({"who", "which", "that", "qui", "que", "qu'"})
_FIRST_PERSON = frozenset({"i", "we", "je", "j'", "nous", "on"})
_THIRD_PERSON = frozenset({"it", "he", "she", "il", "elle"})
_OTHERS = {"he": frozenset({"she", "elle"}), "she": frozenset({"he", "il"}), "il": frozenset({"elle"}), "elle": frozenset({"il"})}
_NEGATIONS = frozenset({"no", "not", "n't", "never", "nobody", "nothing", "none", "nor"}) | frozenset(
    {"aucun", "aucune", "ne", "n'", "jamais", "rien", "personne", "pas", "ni"}
)
_LAPSED = frozenset({"plus", "longer", "yet", "encore"})
"""Words by which a negation tells that something has ended or is still to come, and denies nothing. Source: closed class."""

_PERCEIVING = frozenset({"see", "hear", "watch", "witness", "voir", "entendre", "apercevoir"})
"""Verbs that make what follows somebody else's doing. Source: own list, 2026-11."""

_HAVING = frozenset({"has", "have", "a", "ai", "avons", "ont"})
_WILL = frozenset({"will", "shall", "would", "'ll"})
_REJECTING = frozenset(
    {"cooperate", "accept", "recognise", "recognize", "comply", "participate", "negotiate", "acknowledge"}
) | frozenset({"coopérer", "accepter", "reconnaître", "participer", "négocier", "collaborer", "souscrire", "admettre"})
"""Verbs whose refusal rejects what others propose. Source: own list, 2026-11."""

_ABLE = frozenset({"can", "could", "pouvoir"})
_NEAR = 6
"""Words behind a negation among which its second half stands. Source: chosen on the development documents, 2026-11."""

_ONLY = frozenset({"only", "seuls", "seules", "seul", "uniquement", "exclusively", "exclusivement"})
_OPENING = 5
"""Words of a content among which a negation denies the whole of it. Source: chosen on the development documents, 2026-11."""

_STEPS = 6
"""Steps up the tree over which the doer of a deed is looked for. Source: chosen on the development documents, 2026-11."""


def blames(prepared: Prepared, draft: Draft, content: tuple[int, int]) -> bool:
    """Say whether what is said tells of a wrong that is not the speaker's own doing.

    Harm to persons counts whether or not somebody is named who did it; other deeds count where somebody did them.

    Args:
        prepared: The document.
        draft: The statement.
        content: First token of what is said, and the index past its last.
    """
    grammar, lists = prepared.grammar, prepared.cues.lists
    for index in range(*content):
        lemma = grammar.tokens[index].lemma
        harm = lemma in lists["wrongs"] and not _own_loss(prepared, index)
        wrong = harm or (lemma in lists["deeds"] and not _done_by_nobody(grammar, index))
        if (wrong and not _own_doing(prepared, draft, index, content)) or _armed_did(prepared, index):
            return True
    return False


def _armed_did(prepared: Prepared, index: int) -> bool:
    """Say whether a token is a past deed of armed men, whatever it was: to tell of it is to tell on them."""
    grammar = prepared.grammar
    agent = grammar.child(index, "obl:agent") if grammar.verbal(index) else None
    if agent is not None and grammar.tokens[agent].lemma in prepared.cues.lists["forces"]:
        return True
    subject = grammar.child(index, *_SUBJECTS) if grammar.verbal(index) else None
    if subject is None or grammar.tokens[subject].lemma not in prepared.cues.lists["forces"]:
        return False
    seen = "VerbForm=Inf" in grammar.tokens[index].morph and grammar.tokens[grammar.tokens[index].head].lemma in _PERCEIVING
    return seen or _done(grammar, index)


def _own_loss(prepared: Prepared, index: int) -> bool:
    """Say whether a harm befell armed men and nobody is named who did it ("five soldiers were killed"): a loss, no blame."""
    grammar = prepared.grammar
    victim = grammar.child(index, "nsubj:pass") if grammar.verbal(index) else None
    return (
        victim is not None
        and grammar.tokens[victim].lemma in prepared.cues.lists["forces"]
        and grammar.child(index, "obl:agent", "nmod:agent") is None
    )


def threatens_harm(prepared: Prepared, draft: Draft, content: tuple[int, int]) -> bool:
    """Say whether what is said tells that the speaker or armed forces will do harm ("the army would kill anyone who ...").

    Args:
        prepared: The document.
        draft: The statement.
        content: First token of what is said, and the index past its last.
    """
    grammar, lists = prepared.grammar, prepared.cues.lists
    for index in range(*content):
        subject = grammar.child(index, *_SUBJECTS)
        if subject is None or grammar.tokens[index].lemma not in lists["wrongs"] | lists["harms"]:
            continue
        ahead = (
            any(grammar.lower[child] in _WILL for child in grammar.children[index]) or "Tense=Fut" in grammar.tokens[index].morph
        )
        if ahead and (grammar.tokens[subject].lemma in lists["forces"] or is_speaker(prepared, draft, subject)):
            return True
    return False


def _done_by_nobody(grammar: Grammar, index: int) -> bool:
    """Say whether a deed stands in the passive without an agent ("the bridge was blocked")."""
    passive = grammar.child(index, "aux:pass", "nsubj:pass") is not None
    participle = grammar.tokens[index].dep in ("acl", "amod") and "VerbForm=Part" in grammar.tokens[index].morph
    return (passive or participle) and grammar.child(index, "obl:agent", "nmod:agent") is None


def _own_doing(prepared: Prepared, draft: Draft, index: int, content: tuple[int, int]) -> bool:
    """Say whether the doer of a deed is the speaker: "it had killed", « avoir mené l'attaque qui », "we shot"."""
    grammar = prepared.grammar
    if grammar.tokens[index].pos not in ("VERB", "AUX"):
        return False
    if any(grammar.tokens[above].lemma in _PERCEIVING for above in _verbs_above(grammar, index)):
        return False
    for verb in _verbs_above(grammar, index):
        if not content[0] <= verb < content[1]:
            return draft.rule.endswith("infinitive") and verb == draft.anchor
        if verb == index and grammar.child(verb, "aux:pass") is not None:
            return False
        subject = grammar.child(verb, *_SUBJECTS)
        if subject is not None and grammar.lower[subject] not in _RELATIVES:
            return is_speaker(prepared, draft, subject) and _done(grammar, verb)
        if grammar.tokens[verb].dep == "ccomp" and content[0] <= grammar.tokens[verb].head < content[1]:
            return False
        if grammar.child(verb, "nsubj:pass", "aux:pass") is not None:
            return False
    return False


def _done(grammar: Grammar, verb: int) -> bool:
    """Say whether a verb tells what has been done: "it had killed" tells of the speaker, "it violates the treaty" of the thing."""
    own = [verb, *(child for child in grammar.children[verb] if grammar.tokens[child].pos == "AUX")]
    return any("Tense=Past" in grammar.tokens[index].morph or grammar.lower[index] in _HAVING for index in own)


def _verbs_above(grammar: Grammar, index: int) -> Iterator[int]:
    """Yield a verb and those above it that can lend it a subject, over the nouns that relative clauses hang on."""
    yield index
    at = index
    for _ in range(_STEPS):
        at = grammar.tokens[at].head
        if grammar.verbal(at) or grammar.tokens[at].head == at:
            yield at


def is_speaker(prepared: Prepared, draft: Draft, subject: int) -> bool:
    """Say whether a subject in what is said stands for whoever says it: "we" in a quotation, "it" or "he" in what is reported.

    Args:
        prepared: The document.
        draft: The statement.
        subject: Token of the subject.
    """
    word = prepared.grammar.lower[subject].strip("-").removeprefix("t-")
    if draft.quoted:
        return word in _FIRST_PERSON
    source = prepared.grammar.words(*draft.source).lower() if draft.source else ""
    return word in _THIRD_PERSON and word not in _OTHERS.get(source, frozenset())


def denies(prepared: Prepared, content: tuple[int, int]) -> bool:
    """Say whether what is said is a denial: a wrong that is negated, one's own saying or doing that is, or a negation at its head.

    Args:
        prepared: The document.
        content: First token of what is said, and the index past its last.
    """
    grammar = prepared.grammar
    first, last = content
    if set(grammar.lower[first : first + 3]) & _ONLY and _harm_in(prepared, content):
        return True
    negations = [index for index in range(first, last) if grammar.lower[index] in _NEGATIONS]
    if not negations:
        return first + 2 >= last and grammar.lower[last - 1] in ("non", "not", "so")
    if any(_negates_wrong(prepared, index, content) for index in negations):
        return True
    return any(
        index < first + _OPENING
        and not _lapsed(grammar, index, last)
        and not _unable(grammar, index)
        and not _refuses(grammar, index)
        for index in negations
    )


def _harm_in(prepared: Prepared, content: tuple[int, int]) -> bool:
    """Say whether a content tells of harm to persons ("only terrorists were killed" denies that others were)."""
    harms = prepared.cues.lists["wrongs"] | prepared.cues.lists["deaths"]
    return any(prepared.grammar.tokens[index].lemma in harms for index in range(*content))


def _negates_wrong(prepared: Prepared, negation: int, content: tuple[int, int]) -> bool:
    """Say whether a negation denies a wrong, or the speaker's own accusing."""
    grammar, lists = prepared.grammar, prepared.cues.lists
    verb = grammar.tokens[negation].head
    if not content[0] <= verb < content[1]:
        return False
    lemma = grammar.tokens[verb].lemma
    subject = grammar.child(verb, *_SUBJECTS)
    cue = prepared.cues.verb(lemma, "blame")
    accusing = cue is not None and cue.act is SpeechAct.ALLEGES and subject is not None and grammar.lower[subject] in _FIRST_PERSON
    return lemma in lists["wrongs"] | lists["deeds"] or accusing


def _lapsed(grammar: Grammar, negation: int, last: int) -> bool:
    """Say whether a negation tells of an end, a delay or a limit: "no longer", « ne ... plus », "not yet", « ne ... que »."""
    near = range(negation + 1, min(last, negation + _NEAR))
    french = grammar.lower[negation] in ("ne", "n'")
    return any(grammar.lower[index] in _LAPSED or (french and grammar.lower[index] in ("que", "qu'")) for index in near)


def _refuses(grammar: Grammar, negation: int) -> bool:
    """Say whether a negation tells what will not be ("would not resign", « ne pliera pas »): a refusal, nothing that is denied.

    To refuse what others propose or ask ("will not cooperate") is to reject it, and stays a denial.
    """
    verb = grammar.tokens[negation].head
    if grammar.tokens[verb].lemma in _REJECTING:
        return False
    near = [verb, *(child for child in grammar.children[verb] if grammar.tokens[child].pos == "AUX")]
    return any("Tense=Fut" in grammar.tokens[index].morph or grammar.lower[index] in _WILL for index in near)


def _unable(grammar: Grammar, negation: int) -> bool:
    """Say whether a negation tells what somebody or something cannot do."""
    verb = grammar.tokens[negation].head
    near = {grammar.tokens[child].lemma for child in grammar.children[verb]} | {grammar.tokens[verb].lemma}
    return bool(near & _ABLE)
