"""Reads the signs around a trigger that tell how an event is told: negation, wish, condition, future, hearsay, duration."""

from corro.extract.events.arguments import takes_part
from corro.extract.events.cases import in_case
from corro.extract.events.forms import VERBAL
from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.extract.events.negation import (
    denied_before,
    is_negated,
    is_nothing,
    lacks_proof,
    misread_denial,
    not_excluded,
    should_have_been,
    stops_short,
)
from corro.extract.events.tense import had_to, is_due, is_duty, is_future, refused
from corro.extract.events.wishes import wishes_nothing
from corro.extract.events.words import (
    ACCUSING_STEMS,
    ALLEGING,
    ANNOUNCING,
    CANCELLING,
    CLAIMING,
    DEMANDING,
    DENYING,
    HAPPENING,
    HEDGES,
    INTENDING,
    OBJECTING,
    SCEPTICAL,
    SUPPOSING,
    word_set,
)
from corro.model import SpeechAct, Statement

_STEPS_UP = 5
"""Governing words that are looked at above a trigger. Source: chosen on the development passages, 2026-11."""

_SETTINGS = word_set("in during at after following since through by dans lors durant pendant après depuis par suite")
"""Prepositions of a setting. Source: own list, 2026-11."""

_INVERTED = word_set("should were had")
"""Auxiliaries that open a condition by standing first. Source: Quirk et al. (1985), section 15.36."""

_FILED = frozenset(["request", "demande"])
"""Nouns for what is filed and answered: no wish stands behind `requests left unanswered`."""

_ANNOUNCEABLE = frozenset(["M2", "M3", "C5", "O8", "H5", "C1", "C3", "O3"])
"""Types that mostly come some time after their announcement. Source: chosen on the development passages, 2026-11."""

_UTTERED = frozenset(["H1", "H6", "C4"])
"""Types that have happened once they are uttered. Source: rules of marking of the development passages."""

_SAID = frozenset(["C3"])
"""Types that are themselves acts of denying: `disputed it in a memorandum` denies no memorandum."""

_CONTINUING = word_set("continue persist rage drag poursuivre continuer perdurer durer persister")
"""Verbs by which what their subject names goes on (`the trial continues`). Source: own list, 2026-11."""
_RESPONSIBILITY = frozenset(["responsibility", "responsabilité", "paternité"])


class Signs:
    """Reads the signs around one trigger."""

    def __init__(self, grammar: Grammar, found: Found) -> None:
        self.grammar, self.found, self.index = grammar, found, found.index
        self.own = set(found.words)
        self.chain = self._chain()

    def _chain(self) -> list[int]:
        """The words that govern the trigger, nearest first; a coordinate clause with a subject of its own is not governed."""
        found: list[int] = []
        below = self.index
        for above in self.grammar.ancestors(self.index):
            label = self.grammar.tokens[below].dep
            if label in ("conj", "parataxis") and self.grammar.child(below, "nsubj", "nsubj:pass") is not None:
                break
            if len(found) >= _STEPS_UP:
                break
            found.append(above)
            below = above
        return found

    def _has(self, index: int, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.grammar.words[index])

    def sentence_words(self) -> set[str]:
        """Return all forms of the sentence."""
        return {word for index in self.grammar.sentence_tokens(self.index) for word in self.grammar.words[index]}

    def _clause_verb(self) -> int | None:
        """Return the verb that carries tense and negation: the trigger, or the verb that an event noun depends on directly."""
        if self.grammar.tokens[self.index].pos in VERBAL or self.grammar.is_past_participle(self.index):
            return self.index
        head = self.grammar.head(self.index)
        label = self.grammar.tokens[self.index].dep
        carried = label in ("obj", "nsubj", "nsubj:pass", "xcomp", "attr", "obl:agent", "iobj")
        if head is not None and carried and (self.grammar.tokens[head].pos in VERBAL or self.grammar.tokens[head].pos == "ADJ"):
            return head
        return self.index if self.grammar.child(self.index, "cop") is not None else None

    # -- negation ---------------------------------------------------------------------------------------------------------

    def negated(self) -> bool:
        """Say whether it is denied or said not to have been."""
        if self.found.trigger.when == "negated":
            return (
                not is_negated(self.grammar, self.index, self.own) and not self._no_argument() and not self._governed_by_negation()
            )
        verb = self._clause_verb()
        if (
            verb is not None
            and (is_negated(self.grammar, verb, self.own) or self.grammar.never(verb))
            and not self._merely_acts(verb)
        ):
            return True
        if self._is_lacking() or is_nothing(self.grammar, self.index, self.own):
            return True
        if self.found.code in _SAID:
            return False
        if self._cancelled():
            return True
        return self._should_have_been() or self._no_argument() or self._governed_by_denial() or self._governed_by_negation()

    def _is_lacking(self) -> bool:
        """Say whether an event noun is what something goes without (`the week passed without a briefing`)."""
        cases = {self.grammar.tokens[child].text.lower() for child in self.grammar.children(self.index, "case")}
        return self.found.trigger.part == "noun" and bool(cases & {"without", "sans"}) and self.found.code != "O2"

    def _cancelled(self) -> bool:
        """Say whether what was planned is called off (`the briefing planned for Monday was cancelled`)."""
        below = self.index
        for above in self.chain[:2] if self.found.trigger.part == "noun" else ():
            passive_or_object = self.grammar.tokens[below].dep in ("nsubj:pass", "obj", "csubj:pass", "nsubj", "csubj")
            if passive_or_object and self._has(above, CANCELLING) and self._calls_off(above):
                return not is_negated(self.grammar, above, self.own)
            below = above
        return False

    def _calls_off(self, verb: int) -> bool:
        """Say whether `call` is followed by `off`; the other verbs of undoing need no such word."""
        if "call" not in self.grammar.words[verb]:
            return True
        return any(self.grammar.tokens[child].text.lower() == "off" for child in self.grammar.children(verb))

    def _merely_acts(self, verb: int) -> bool:
        """Say whether an event noun is what does not do something (`the memorandum does not propose`), and so exists.

        A deed that nobody claims exists as well (`no group has claimed responsibility for the attack`).
        """
        if verb != self.index and self._has(verb, CLAIMING):
            return True
        subject = self.grammar.tokens[self.index].dep == "nsubj" and self.found.trigger.part == "noun" and verb != self.index
        return subject and not self._has(verb, HAPPENING)

    def _no_argument(self) -> bool:
        arguments = self.found.arguments
        heads = [self.index, arguments.subject, arguments.object]
        if self.grammar.tokens[self.index].dep in ("obj", "nsubj:pass", "nsubj", "root"):
            heads += [child for child in self.grammar.children(self.index, "nmod") if self.found.trigger.part == "noun"]
        return any(head is not None and is_nothing(self.grammar, head, self.own) for head in heads)

    def _should_have_been(self) -> bool:
        verb = self._clause_verb()
        return verb is not None and should_have_been(self.grammar, verb)

    def _governed_by_denial(self) -> bool:
        denying = DENYING - OBJECTING if self.found.code[0] in "HM" else DENYING
        near = [above for above in self._near() if above not in self.own]
        if any(self._has(above, denying) and not is_negated(self.grammar, above, self.own) for above in near):
            return True
        return denied_before(self.grammar, self.index) or any(
            lacks_proof(self.grammar, above, self.own)
            or stops_short(self.grammar, above)
            or misread_denial(self.grammar, above, self.index)
            for above in near
        )

    def _claims(self, index: int) -> bool:
        """Say whether a verb claims responsibility, which puts no doubt on the deed."""
        return self._has(index, CLAIMING) and any(
            self._has(child, _RESPONSIBILITY) for child in self.grammar.children(index, "obj")
        )

    def _near(self) -> list[int]:
        """Return governing words up to and with the second verb."""
        found: list[int] = []
        verbs = 0
        below = self.index
        for above in self.chain if not self._beside() else ():
            if self.grammar.tokens[below].dep == "advcl" and below < above:
                break
            joined = self.grammar.tokens[below].dep == "conj"
            below = above
            if joined:
                continue
            found.append(above)
            verbs += self.grammar.tokens[above].pos in VERBAL
            if verbs >= 2:
                break
        return found

    def _beside(self) -> bool:
        """Say whether an event noun only tells the setting of its clause (`in a statement`, `during the briefing`)."""
        token, head = self.grammar.tokens[self.index], self.grammar.head(self.index)
        if head is not None and takes_part(self.grammar, head):
            return False
        cases = {self.grammar.tokens[child].text.lower() for child in self.grammar.children(self.index, "case")}
        return token.dep == "obl" and bool(cases & _SETTINGS)

    def _governed_by_negation(self) -> bool:
        head = self.grammar.head(self.index)
        if head is None or self.grammar.tokens[self.index].dep not in ("xcomp", "acl", "csubj", "advcl", "ccomp", "obj", "obl"):
            return False
        governs = self._has(head, INTENDING) or self._has(
            head, frozenset(["question", "be", "être", "avoir", "have", "manage", "pouvoir"])
        )
        above = self.grammar.head(head)
        through_noun = above is not None and self.grammar.tokens[head].pos == "NOUN" and is_negated(self.grammar, above, self.own)
        return governs and (is_negated(self.grammar, head, self.own) or through_noun)

    # -- what is wished, supposed or to come --------------------------------------------------------------------------------

    def demanded(self) -> bool:
        """Say whether somebody only wants it."""
        if self.found.code in _UTTERED and self._is_own_demand():
            return False
        below = self.index
        for above in self._near():
            if (
                above not in self.own
                and self._has(above, DEMANDING)
                and not wishes_nothing(self.grammar, above, below)
                and not (self.found.code[0] in "VA" and self._has(above, CLAIMING))
                and not (self.grammar.tokens[above].pos == "NOUN" and self._has(above, _FILED))
                and self.grammar.tokens[below].dep not in ("nsubj", "nsubj:pass")
            ):
                return True
            below = above
        return self._purpose() or self._obliged()

    def _obliged(self) -> bool:
        """Say whether it is told as a duty (`must be let through`, `doivent être libérés`)."""
        verb = self._clause_verb()
        return verb is not None and is_duty(self.grammar, verb) and not self._conditional(verb)

    def _is_own_demand(self) -> bool:
        return any(self._has(word, DEMANDING) for word in self.own)

    def _purpose(self) -> bool:
        markers = [self.grammar.tokens[child].text.lower() for child in self.grammar.children(self.index, "mark", "case")]
        return self.grammar.language == "fr" and "pour" in markers and "que" in markers

    def supposed(self) -> bool:
        """Say whether it stands under a condition, a possibility or a question."""
        for at in (self.index, *self.chain):
            if (
                at != self.index
                and self.grammar.tokens[at].dep == "root"
                and self.grammar.tokens[self.index].dep not in ("xcomp", "obj")
            ):
                break
            if self._conditional(at):
                return True
            if self.grammar.tokens[at].dep in ("root", "parataxis"):
                break
        return self._possible(self._clause_verb()) or self._supposing_governor()

    def _conditional(self, index: int) -> bool:
        for child in self.grammar.children(index, "mark", "advmod", "aux"):
            word = self.grammar.tokens[child].text.lower()
            if word in ("if", "unless", "whether", "si", "s'", "s’"):
                return True
            if word in _INVERTED and self.grammar.tokens[child].text[0].isupper():
                return True
        if self.grammar.tokens[index].text == "Were":
            return True
        return in_case(self.grammar, index)

    def conditioned(self) -> bool:
        """Say whether its own clause is a condition, whatever it denies (`if the Council did not renew the mandate`)."""
        verb = self._clause_verb()
        return verb is not None and self._conditional(verb)

    def _possible(self, verb: int | None) -> bool:
        if verb is None:
            return False
        for child in self.grammar.children(verb, "aux"):
            word = self.grammar.tokens[child].text.lower()
            if word in ("may", "might") or (word == "could" and not is_negated(self.grammar, verb, self.own)):
                return True
        governor = self.grammar.head(verb)
        french = (
            governor is not None
            and self.grammar.tokens[governor].lemma == "pouvoir"
            and "Mood=Cnd" in self.grammar.tokens[governor].morph
        )
        return french and self.grammar.tokens[verb].dep in ("xcomp", "root")

    def _supposing_governor(self) -> bool:
        near = [above for above in self._near() if above not in self.own]
        return any(self._has(above, SUPPOSING) or not_excluded(self.grammar, above, self.own) for above in near)

    def to_come(self) -> bool:
        """Say whether it lies ahead."""
        verb = self._clause_verb()
        if verb is not None and self.found.trigger.when == "negated" and refused(self.grammar, verb):
            return False
        if verb is not None and (is_future(self.grammar, verb) or is_due(self.grammar, verb)):
            return True
        near = self._near()
        intending = (above for above in near[:2] if above not in self.own and not had_to(self.grammar, above))
        intended = any(self._has(above, INTENDING) for above in intending)
        if intended and self.grammar.tokens[self.index].dep not in ("nsubj", "nsubj:pass"):
            return True
        governor = self.grammar.head(self.index)
        return (
            governor is not None
            and self.grammar.tokens[self.index].dep in ("xcomp", "advcl", "conj")
            and is_future(self.grammar, governor)
        )

    def announced(self) -> bool:
        """Say whether what lies ahead is announced by those who will do it."""
        sentence = self.grammar.sentence_tokens(self.index)
        return any(self._has(at, ANNOUNCING) and at != self.index for at in sentence)

    def only_announced(self) -> bool:
        """Say whether an event noun is what a verb of announcing announces (`annonce son retrait`)."""
        head = self.grammar.head(self.index)
        announced = head is not None and self._has(head, ANNOUNCING) and self.grammar.tokens[self.index].dep == "obj"
        return announced and self.found.trigger.part == "noun" and self.found.code in _ANNOUNCEABLE

    # -- doubt and duration ---------------------------------------------------------------------------------------------------

    def alleged(self) -> bool:
        """Say whether the text keeps its distance: hearsay, accusation, a claim that nobody could check."""
        heads = [self.index, self.found.arguments.subject, self.found.arguments.object, self._clause_verb()]
        for head in heads:
            if head is not None and any(self._has(child, HEDGES) for child in self.grammar.children(head)):
                return True
        doubts = (above for above in self._near() if self._has(above, ALLEGING) and above not in self.own)
        if self._hearsay() or any(not self._claims(above) for above in doubts):
            return True
        return self._unchecked()

    def in_accusation(self, statement: Statement | None) -> bool:
        """Say whether the statement that holds it is brought forward by a verb of accusing, also some sentences before."""
        if statement is None or statement.cue is None or statement.act is not SpeechAct.ALLEGES:
            return False
        words = self.grammar.text(statement.cue).lower().split()
        return any(word.startswith(stem) for word in words for stem in ACCUSING_STEMS)

    def _hearsay(self) -> bool:
        """Say whether a French conditional tells hearsay (`auraient été raflés`). Source: Grevisse, Le bon usage, § 889."""
        if self.grammar.language != "fr":
            return False
        verb = self._clause_verb()
        if verb is None:
            return False
        parts = [verb, *self.grammar.children(verb, "aux", "aux:pass", "cop")]
        return any("Mood=Cnd" in self.grammar.tokens[at].morph for at in parts)

    def _unchecked(self) -> bool:
        number = self.grammar.sentence_numbers[self.index]
        sentences = self.grammar.annotated.sentences
        own = self.grammar.annotated.sentence_span(sentences[number])
        after = self.grammar.annotated.sentence_span(sentences[number + 1]) if number + 1 < len(sentences) else None
        text = self.grammar.text(own) + (" " + self.grammar.text(after) if after else "")
        return SCEPTICAL.search(text) is not None

    def ongoing(self) -> bool:
        """Say whether it goes on."""
        verb = self._clause_verb()
        if verb is None:
            return False
        auxiliaries = {self.grammar.tokens[child].text.lower() for child in self.grammar.children(verb, "aux", "aux:pass")}
        present = (
            bool(auxiliaries & {"is", "are", "has", "have", "been", "'s", "'re"}) or "Tense=Pres" in self.grammar.tokens[verb].morph
        )
        states = self.grammar.children(verb, "aux:pass", "cop")
        present = present or any("Tense=Pres" in self.grammar.tokens[child].morph for child in states)
        below = self.grammar.subtree(self.index if self.found.trigger.part == "noun" else verb)
        since = any(self._has(at, frozenset(["since", "depuis"])) for at in below)
        bare = self.grammar.is_past_participle(verb) and not self.grammar.children(verb, "aux", "aux:pass", "cop")
        if bare and self.found.code[0] == "O" and self.found.trigger.part == "verb" and since:
            return True
        if (
            self.found.trigger.part == "noun"
            and self._has(verb, _CONTINUING)
            and present
            and not is_negated(self.grammar, verb, self.own)
        ):
            return True
        progressive = "been" in auxiliaries and self.grammar.tokens[verb].text.endswith("ing")
        lasting = any(self._has(child, frozenset(["still", "toujours", "encore"])) for child in self.grammar.children(verb))
        finite = "VerbForm=Fin" in self.grammar.tokens[verb].morph or "has" in auxiliaries or "have" in auxiliaries
        return progressive or (present and since) or (lasting and present and finite)
