"""Word lists of the event rules that belong to no event type: negation, doubt, wish, announcement, anaphora.

Source of every list: own list, 2026-11, chosen on samples/mali, kasanda-dev and the development passages, or as it says.
"""

import re


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written with blanks between them."""
    return frozenset(text.split())


NEGATIONS = word_set("not n't n’t never no neither nor ne n' n’ pas jamais plus nullement aucunement guère")
NOTHING = word_set("no none nobody neither aucun aucune nul nulle personne rien")
NOBODY = word_set("nobody none nothing personne rien")
"""Words that stand for no party at all. Source: own list, 2026-11."""

DENYING = word_set(
    "deny refute reject contest dispute rebut rejeter démentir dément démentent nier nie nient contester conteste contestent "
    "réfuter récuser exclure dénégation denial"
)
"""Verbs whose content is denied. Source: Saurí and Pustejovsky (2009), FactBank; French own list, 2026-11."""

OBJECTING = word_set("reject contest dispute rejeter contester contestent récuser")
"""Those of them that, said of an act of authority, object to it and do not deny that it was done. Source: own list, 2026-11."""

DEMANDING = word_set(
    "want demand urge request insist exhort seek advocate press recommend campaign appeal call wish "
    "réclamer réclame réclament "
    "exiger exige exigent demander vouloir exhorter recommander appeler presser souhaiter campagne inviter revendiquer"
)
SUPPOSING = word_set(
    "fear suspect risk risquer redouter craindre possibility hypothesis hypothèse éventualité éventuel éventuelle possible"
)
INTENDING = word_set(
    "plan intend promise vow threaten warn expect prepare pledge want schedule agree commit propose intention due slated poised "
    "prévoir promettre menacer attendre compter envisager engager préparer projeter prévenir devoir aller vouloir"
)
ANNOUNCING = word_set(
    "announce decide declare confirm pledge schedule commit announcement announced annoncer décider savoir "
    "engager confirmer calendrier annonce déclarer"
)
ALLEGING = word_set(
    "accuse allege claim blame boast suspect rumour rumor purport contend insinuate accusation allegation "
    "accuser alléguer prétendre soupçonner reprocher imputer insinuer accusation allégation rumeur"
)
ACCUSING_STEMS = ("accus", "alleg", "allég", "blam", "suspect", "soupçonn", "reproch", "prétend", "claim")
"""Beginnings of verbs of accusing. Source: VerbNet 3.4, classes judgment-33 and allege; French own list, 2026-11."""

HEDGES = word_set(
    "reportedly allegedly purportedly supposedly apparently alleged purported supposed potential suspected presumed "
    "prétendument présumé présumée supposé supposée prétendu prétendue allégué potentiel soi-disant apparemment vraisemblablement"
)
PROOF = word_set("evidence proof sign indication trace suggestion preuve indice trace élément signe indication")
"""Nouns for what shows that something was done; where there is none, it is denied. Source: own list, 2026-11."""

CLAIMING = word_set("claim revendiquer revendication assume endosser assumer")
"""Verbs by which a group says that a deed is its own (`claimed responsibility for`); denied, they deny no deed."""

CANCELLING = word_set("cancel scrap call annuler déprogrammer supprimer")
"""Verbs of undoing what was planned (`the briefing was called off`)."""

TAKING_PART = word_set("participate involve implicate partake participer impliquer tremper contribuer")
"""Verbs whose subject takes part in what an event noun after `in`, `à` names. Source: own list, 2026-11."""

ANYBODY = word_set("anyone anybody whoever whomever everyone everybody quiconque quiconqu")
"""Pronouns for nobody in particular. Source: own list, 2026-11."""

SPEAKING = word_set(
    "say tell announce declare report state add note recall stress insist affirm confirm write explain record warn indicate "
    "dire annoncer déclarer affirmer indiquer préciser soutenir rapporter rappeler assurer ajouter noter "
    "expliquer confirmer écrire raconter estimer "
    "répondre préciser relever faire"
)
SCEPTICAL = re.compile(
    r"(?:could|can) ?not (?:be )?(?:independently )?(?:confirm|verif|check|authenticat|establish)|"
    r"n['’]a(?:vait|ient|i)? pas pu (?:être )?(?:\w+ )?(?:confirm|vérifi|recoup|authentifi|établ)|"
    r"n['’]a(?:vait)? pu (?:être )?(?:\w+ )?(?:confirm|vérifi|recoup|authentifi)|"
    r"[Aa]ucune source indépendante|no independent (?:source|confirmation)|[ÀA] en croire|whose authenticity|could not confirm",
)
"""Sentences that say a claim could not be checked."""

PLURAL_PRONOUNS = word_set("they them their theirs ils elles les leur leurs eux ceux-ci celles-ci")
SINGULAR_PRONOUNS = word_set("he she him her his it its il elle le la l' l’ lui son sa ses celui-ci celle-ci")
PERSON_PRONOUNS = word_set("he she him her his they them their il elle ils elles lui les leur l' l’ le la")

MEASURE_NOUNS = word_set("move measure decision order step expulsion mesure décision ordre sanction ultimatum")
"""Nouns by which a text refers back to a measure. Source: own list, 2026-11; cf. Schmid (2000), English Abstract Nouns."""

EVENT_NOUNS = word_set(
    "incident event act acts violence events raid tragedy incident événement évènement faits fait acte drame tuerie"
)
MEETING_NOUNS = word_set("briefing meeting session debate consultations exposé réunion séance débat consultation")
PAPER_NOUNS = word_set("document text statement communiqué memorandum letter note document texte communiqué mémorandum lettre note")
"""Nouns by which a text refers back to a statement or memorandum."""

HAPPENING = word_set(
    "be have take happen occur exist materialise come follow hold begin start cause be allow permit mean include "
    "être avoir produire survenir exister intervenir venir suivre commencer tenir lieu causer permettre applies apply appliquer"
)
"""Verbs whose negation denies what their subject names. Source: own list, 2026-11."""
