"""The closed word classes by which labels, populations and posts are told apart, folded; each with where it comes from."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP_WORDS = _words(
    "the a an of in de du des la le les l d et and for en at to mr mrs ms mme monsieur madame m dr colonel col general gen capt "
    "captain lieutenant his her its their son sa leur ce cette this that un une"
)
"""Articles, prepositions and titles. Source: own list, 2026-11."""

POST_HEADS = _words(
    "head chief director deputy spokesman spokesperson spokeswoman president vice minister secretary representative envoy "
    "ambassador commander leader boss chef directeur directrice patron patronne porte parole ministre representant representante "
    "ambassadeur commandant responsable presidente adjoint adjointe secretaire"
)
"""Nouns that head a post. Source: own list after `corro.vocab.post_nouns`, 2026-11."""

GENERIC_NOUNS = _words(
    "official man worker staff member employee person diplomat cadre fonctionnaire agent membre personne individu juriste "
    "servant interesse homme femme woman"
)
"""Nouns that name somebody only by class. Source: own list, 2026-11."""

UNIT_WORDS = _words("section division department office bureau branch unit service departement cellule direction rights droits")
"""Words that name a part of an organisation. Source: own list, 2026-11."""

FIGHTERS = _words(
    "fighter fighters combatant combatants combattant combattants terrorist terrorists terroriste terroristes militant militants "
    "insurgent insurgents jihadist jihadists djihadiste djihadistes rebel rebels rebelle rebelles"
)
CIVILIANS = _words("civilian civilians civil civils civile civiles villager villagers villageois habitants resident residents")
"""What the dead are said to have been. Source: own list after the positions of D17 (docs/codebook.md), 2026-11."""

GOVERNMENT_WORDS = _words("government gouvernement authorities autorites junta junte regime rulers dirigeants state etat")
MINISTRY_WORDS = _words("ministry ministere minister ministre ministries ministeres")
PRESIDENCY_WORDS = _words("presidency presidence president presidente")
"""Labels of a government as a whole, of its parts, and of whoever presides: one can be named for the other.

Source: own list after D11 and D12 of docs/codebook.md, 2026-11.
"""

UN_WORDS = _words("onu security council conseil securite")
DIPLOMATIC_WORDS = _words(
    "deputy permanent representative ambassador envoy delegate representant representante adjoint ambassadeur"
)
"""Words of posts at the UN that do not say whom their holder represents. Source: own list after docs/codebook.md, D07, 2026-11."""

RANKS = {
    "president": "president", "presidente": "president", "vice": "vice", "deputy": "deputy", "adjoint": "deputy",
    "adjointe": "deputy", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "spokesperson": "spokesperson",
    "porte": "spokesperson", "minister": "minister", "ministre": "minister", "ambassador": "ambassador",
    "ambassadeur": "ambassador", "head": "head", "chief": "head", "director": "head", "chef": "head", "directeur": "head",
    "directrice": "head", "patron": "head", "boss": "head", "responsable": "head", "leader": "head",
    "representative": "representative", "representant": "representative", "envoy": "representative",
}  # fmt: skip
"""Rank that each noun stands for. Source: own list, 2026-11."""
