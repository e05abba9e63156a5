"""Who says so: finds the statements of a document, who makes them, in what capacity and how; the door of the statement rules."""

from dataclasses import replace

from corro.extract.statements.actors import known_actor
from corro.extract.statements.acts import act_of
from corro.extract.statements.channels import Said, say_channels
from corro.extract.statements.circumstances import about_of, addressee_of, containers, quotation_of
from corro.extract.statements.direct import find_by_marks
from corro.extract.statements.draft import Draft
from corro.extract.statements.hearsay import find_hearsay
from corro.extract.statements.merging import merged
from corro.extract.statements.nouns import find_by_noun
from corro.extract.statements.prepared import Prepared, prepare
from corro.extract.statements.prepositions import find_by_preposition
from corro.extract.statements.principals import known_post, principal_of
from corro.extract.statements.proposals import weighed
from corro.extract.statements.settling import settled
from corro.extract.statements.speakers import Named, name_speakers
from corro.extract.statements.turns import find_turns
from corro.extract.statements.verbs import find_by_verb
from corro.extract.statements.weights import weights
from corro.model import Annotated, Statement
from corro.values import Language


def find_by_rules(prepared: Prepared) -> list[Draft]:
    """Run all rules.

    Args:
        prepared: The document.

    Returns:
        What they found, without repetitions, in order of the text.
    """
    direct = [*find_turns(prepared), *find_by_marks(prepared)]
    taken = {draft.anchor for draft in direct if draft.rule != "direct.colon"}
    indirect = [*find_by_verb(prepared, taken), *find_by_preposition(prepared), *find_by_noun(prepared)]
    return merged(settled(prepared, [*direct, *indirect, *find_hearsay(prepared)]))


def find_drafts(prepared: Prepared) -> list[Draft]:
    """Run all rules, and in English weigh what they find against what the trained trees propose.

    Args:
        prepared: The document.

    Returns:
        What was found, without repetitions, in order of the text.

    Raises:
        SetupError: The weights are missing.
    """
    drafts = find_by_rules(prepared)
    found = weighed(prepared, drafts, weights()) if prepared.grammar.language is Language.ENGLISH else drafts
    return [draft if _names_somebody(prepared, draft) else replace(draft, source=None) for draft in found]


def _names_somebody(prepared: Prepared, draft: Draft) -> bool:
    """Say whether the words for the source are more than marks: a lone apostrophe is no speaker."""
    return draft.source is None or prepared.grammar.span(*draft.source) is not None


def find_statements(annotated: Annotated) -> tuple[Statement, ...]:
    """Find who says what in a document.

    Args:
        annotated: The document with its grammar and known names.

    Returns:
        Its statements, in order of the text; none where the language is not analysed.
    """
    if not annotated.tokens or not annotated.document.language.analysed:
        return ()
    prepared = prepare(annotated)
    drafts = find_drafts(prepared)
    named = name_speakers(prepared, drafts)
    said = say_channels(prepared, drafts, [speaker.name for speaker, _ in named])
    return _nested([_statement(prepared, *parts) for parts in zip(drafts, named, said, strict=True)], drafts)


def _statement(prepared: Prepared, draft: Draft, named: Named, said: Said) -> Statement:
    grammar = prepared.grammar
    source = grammar.span(*draft.source) if draft.source else None
    speaker, capacity = named
    if draft.source:
        speaker = replace(speaker, actor_id=known_actor(prepared, draft.source, speaker.name))
    words = grammar.words(*draft.source) if draft.source else ""
    body = principal_of(capacity, "") or principal_of(words, speaker.name or "")
    return Statement(
        document_id=grammar.annotated.document.id,
        content=draft.content,
        cue=draft.cue,
        source=(source,) if source else (),
        speaker=speaker,
        capacity=capacity,
        act=act_of(prepared, draft),
        channel=said.channel,
        occasion=said.occasion,
        quotation=quotation_of(prepared, draft),
        said=said.when,
        addressee=addressee_of(prepared, draft),
        about=about_of(prepared, draft, speaker.name),
        rule=draft.rule,
        speaks_for=body,
        post=known_post(capacity, body),
    )


def _nested(statements: list[Statement], drafts: list[Draft]) -> tuple[Statement, ...]:
    """Give each statement the id of the one whose content it stands in."""
    around = containers(drafts)
    return tuple(
        replace(statement, inside=statements[outer].id if outer is not None else None)
        for statement, outer in zip(statements, around, strict=True)
    )
