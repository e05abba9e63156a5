"""Names that the vocabulary does not have: told apart by the words around them; what no rule explains is left as a gap."""

from collections.abc import Callable

from corro.annotate.findings import Findings
from corro.annotate.parse import Parse
from corro.annotate.runs import Run, runs_of
from corro.model import ActorKind, MentionKind
from corro.values import Span
from corro.vocab import keys_by_word, kinds_by_noun, naming_nouns, post_nouns, source_named, word_list

ARMED = frozenset(
    [
        ActorKind.ARMED_GROUP,
        ActorKind.JNIM_TYPE,
        ActorKind.ISGS_TYPE,
        ActorKind.SIGNATORY_GROUP,
        ActorKind.SELF_DEFENCE,
        ActorKind.COMMUNAL,
        ActorKind.PRIVATE_MILITARY,
    ]
)
"""Actor kinds whose names are mentions of groups; other bodies are organisations."""

_DEMONYM_ENDINGS = ("an", "ese", "ish")
"""Endings by which an adjective that opens a sentence is one of a people. Source: own list, 2026-11."""

_LONGEST_ACRONYM = 12
_APPOSITION = 6
_REACH = 7
"""Words that a body's name may run on after its first capitalised run. Source: chosen on samples/mali and kasanda-dev, 2026-11."""

Rule = Callable[[Findings, Parse, Run], "tuple[MentionKind, str] | None"]


def add_unknown_names(findings: Findings) -> None:
    """Add names by rules over the words around capitalised runs, and keep as gaps the runs that no rule explains.

    Args:
        findings: What was found so far.
    """
    for number, parse in enumerate(findings.parses):
        if parse.piece.capitals or parse.piece.title_case:
            continue
        for run in list(runs_of(parse, findings.language, findings.covers(parse))):
            _add(findings, number, parse, run)


def _add(findings: Findings, number: int, parse: Parse, run: Run) -> None:
    common = len(run.words) == 1 and _says_nothing(findings, parse, run)
    found = next((verdict for rule in ((_body,) if common else _RULES) if (verdict := rule(findings, parse, run))), None)
    if found is None:
        if not common and not (run.opens and len(run.words) == 1):
            findings.gaps.append((number, run))
        return
    kind, name = found
    start = _body_start(findings, parse, run) if name == "body_link" else run.start
    end = _body_end(findings, parse, run) if name in ("body_noun", "body_link") else run.end
    findings.add(kind, Span(parse.piece.start + start, parse.piece.start + end), name)


def _says_nothing(findings: Findings, parse: Parse, run: Run) -> bool:
    """Say whether a single capitalised word is a title, a letter, or a common noun written large ("the Mission", "l'État")."""
    word = run.words[0].lower()
    common = word in kinds_by_noun(findings.language) or parse.lemmas[run.first] in kinds_by_noun(findings.language)
    return len(word) == 1 or common or word in word_list("titles", findings.language)


def _titled(_findings: Findings, _parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    return (MentionKind.PERSON, "title") if run.title else None


def _body(findings: Findings, parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    """A run with a noun on which names of bodies are built: `Tondo Liberation Front`, `Observatoire Tumaini`."""
    words = [word.lower() for word in run.words]
    nouns = naming_nouns(findings.language, "bodies")
    ordered = words[:1] if findings.language == "fr" else words[::-1]
    kind = next((nouns[word] for word in ordered if word in nouns), None)
    if kind is None or (len(words) == 1 and _body_end(findings, parse, run) == run.end):
        return None
    return _body_mention(kind), "body_noun"


def _body_mention(kind: ActorKind) -> MentionKind:
    return MentionKind.GROUP if kind in ARMED else MentionKind.ORGANISATION


def _acronym(_findings: Findings, _parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    word = run.words[0]
    short = len(run.words) == 1 and 3 <= len(word) <= _LONGEST_ACRONYM
    return (MentionKind.ORGANISATION, "acronym") if short and word.isupper() and word.isalpha() else None


def _known_source(_findings: Findings, parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    text = parse.piece.parsed[run.start : run.end]
    return (MentionKind.ORGANISATION, "known_sources") if source_named(text) else None


def _after_noun(findings: Findings, parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    """A name after a post, a calling or a sort of body: "spokesman X", "l'avocate Y", "le mouvement Z"."""
    if not run.first:
        return None
    before = run.first - 1
    if parse.text(before) == ",":
        end = parse.piece.start + parse.starts[before]
        after_post = findings.kind_ending_at(end) is MentionKind.POST or (before and _calls_person(findings, parse, before - 1))
        return (MentionKind.PERSON, "after_post") if after_post else None
    noun = parse.lemmas[before]
    if "Number=Plur" in parse.morphs[before]:
        return None
    if _calls_person(findings, parse, before):
        return MentionKind.PERSON, "after_post"
    kind = naming_nouns(findings.language, "bodies").get(noun)
    return (_body_mention(kind), "after_body_noun") if kind else None


def _calls_person(findings: Findings, parse: Parse, index: int) -> bool:
    noun = parse.lemmas[index]
    return noun in post_nouns(findings.language) or noun in naming_nouns(findings.language, "persons")


def _capital_post(findings: Findings, _parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    """A post that is written large wherever it stands: "the Secretary-General", "le Premier ministre"."""
    folded = " ".join(word.lower() for word in run.words)
    return (MentionKind.POST, "capital_post") if folded in word_list("capital_posts", findings.language) else None


def _after_link(findings: Findings, parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    """A name that a joining word ties to a noun of a body: "le ministère des Affaires étrangères"."""
    start = _body_start(findings, parse, run)
    if start == run.start:
        return None
    noun = parse.lemmas[parse.starts.index(start)]
    return _body_mention(kinds_by_noun(findings.language)[noun]), "body_link"


def _body_start(findings: Findings, parse: Parse, run: Run) -> int:
    """Return where the noun of a body begins that is tied to a run by joining words, or the run's own start."""
    links = word_list("body_links", findings.language)
    index = run.first - 1
    while index > 0 and index >= run.first - 2 and parse.text(index).lower() in links:
        index -= 1
    tied = 0 <= index < run.first - 1 and parse.lemmas[index] in word_list("bodies_with_link", findings.language)
    free = not findings.covers(parse)(parse.starts[index], run.start) if tied else False
    return parse.starts[index] if free else run.start


def _before_post(findings: Findings, parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    """A name before a post, an age or a personal relative: "X, head of …", "X, 34, …", "X, who …"."""
    after = run.last + 1
    if after + 1 >= len(parse) or parse.text(after) != "," or run.words[0].isupper():
        return None
    if parse.text(after + 1) in ("who", "whose") or (parse.text(after + 1).isdigit() and len(parse.text(after + 1)) == 2):
        return MentionKind.PERSON, "before_apposition"
    for index in range(after + 1, min(after + _APPOSITION, len(parse) - 1)):
        if parse.pos[index] in ("PUNCT", "VERB", "AUX"):
            break
        if parse.lemmas[index] in post_nouns(findings.language) and parse.pos[index + 1] in ("ADP", "PUNCT"):
            return MentionKind.PERSON, "before_post"
    return None


def _listed(findings: Findings, parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    """A name after a place and a comma or conjunction: "Ouradi, Kasanda", "Gassa et Ndole"."""
    before = parse.piece.parsed[: run.start].rstrip()
    joint = next((mark for mark in (",", " and", " et", " ou", " or") if before.endswith(mark)), "")
    end = parse.piece.start + len(before.removesuffix(joint).rstrip().removesuffix(",").rstrip())
    return (MentionKind.PLACE, "listed_place") if joint and findings.kind_ending_at(end) is MentionKind.PLACE else None


def _demonym(findings: Findings, parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    """An English adjective of a people; one that the tagger takes for a name is told by its ending before a noun for persons."""
    if findings.language != "en" or len(run.words) != 1:
        return None
    ending = run.words[0].endswith(_DEMONYM_ENDINGS) and run.words[0].lower() not in word_list("no_demonyms", "en")
    if parse.pos[run.first] == "ADJ":
        return (MentionKind.DEMONYM, "adjective") if ending or not run.opens else None
    before_persons = run.last + 1 < len(parse) and parse.lemmas[run.last + 1] in kinds_by_noun("en")
    return (MentionKind.DEMONYM, "adjective") if ending and before_persons else None


def _placed(findings: Findings, parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    """A name after a preposition of place or beside a noun such as `village`."""
    before = parse.lemmas[run.first - 1] if run.first else ""
    two_before = parse.lemmas[run.first - 2] if run.first > 1 else ""
    after = parse.lemmas[run.last + 1] if run.last + 1 < len(parse) else ""
    nouns = word_list("place_nouns", findings.language)
    near = before in word_list("place_prepositions", findings.language) or (before == "de" and two_before == "près")
    if near or before in nouns or after in nouns or (before in ("of", "de", "du") and two_before in nouns):
        return MentionKind.PLACE, "place_words"
    return None


def _speaking(findings: Findings, parse: Parse, run: Run) -> tuple[MentionKind, str] | None:
    """Two capitalised words or more that are the subject of a verb of speech."""
    verbs = keys_by_word("speech_acts", findings.language)
    subject = any(
        parse.deps[index] == "nsubj" and parse.lemmas[parse.heads[index]] in verbs and parse.pos[parse.heads[index]] == "VERB"
        for index in range(run.first, run.last + 1)
    )
    return (MentionKind.PERSON, "speaks") if subject and len(run.words) > 1 else None


_RULES: tuple[Rule, ...] = (
    _titled,
    _known_source,
    _body,
    _acronym,
    _capital_post,
    _after_link,
    _after_noun,
    _before_post,
    _placed,
    _listed,
    _demonym,
    _speaking,
)


def _body_end(findings: Findings, parse: Parse, run: Run) -> int:
    """Return where a body's name ends: over joining words up to its last capitalised word, in French with its adjective."""
    links, french = word_list("body_links", findings.language), findings.language == "fr"
    end, joined = run.end, False
    for index in range(run.last + 1, min(len(parse), run.last + 1 + _REACH)):
        word = parse.text(index)
        if parse.starts[index] - parse.ends[index - 1] > 1:
            break
        if word.lower() in links:
            joined = True
        elif parse.pos[index] not in ("NOUN", "ADJ", "PROPN"):
            break
        elif (joined and word[0].isupper()) or (french and parse.pos[index] == "ADJ" and parse.ends[index - 1] == end):
            end = parse.ends[index]
        elif not (joined and french):
            break
    return end
