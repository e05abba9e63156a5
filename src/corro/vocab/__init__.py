"""The controlled vocabularies, as data files with their sources; importing this reads none of them."""

from corro.vocab.actors import (
    ActorClass,
    actor,
    actor_classes,
    actor_ids_by_name,
    actor_kind,
    actors,
    kinds_by_noun,
    naming_nouns,
)
from corro.vocab.issues import issue_codes
from corro.vocab.matching import NameMatch, find_names
from corro.vocab.posts import KnownPost, find_posts, post_nouns, posts
from corro.vocab.sources import Source, further_sources, source_named, sources, sources_by
from corro.vocab.terms import Term, keys_by_word, list_names, terms
from corro.vocab.words import word_list

__all__ = [
    "ActorClass",
    "KnownPost",
    "NameMatch",
    "Source",
    "Term",
    "actor",
    "actor_classes",
    "actor_ids_by_name",
    "actor_kind",
    "actors",
    "find_names",
    "find_posts",
    "further_sources",
    "issue_codes",
    "keys_by_word",
    "kinds_by_noun",
    "list_names",
    "naming_nouns",
    "post_nouns",
    "posts",
    "source_named",
    "sources",
    "sources_by",
    "terms",
    "word_list",
]
