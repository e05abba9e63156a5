"""The names of the metadata, and the other names under which people give them."""

from collections.abc import Iterable, Mapping

TEXT, TITLE, OUTLET, BYLINE, CREDIT = "text", "title", "outlet", "byline", "credit"
PUBLISHED, CAPTURED, LANGUAGE, ADDRESS, ID = "published", "captured", "language", "address", "id"

_NAMES = {
    TEXT: ("text", "body", "content", "articlebody", "article_body", "texte", "contenu"),
    TITLE: ("title", "headline", "titre"),
    OUTLET: ("outlet", "publisher", "source", "media", "site_name", "journal"),
    BYLINE: ("byline", "author", "auteur"),
    CREDIT: ("credit", "credits", "agency", "agence"),
    PUBLISHED: ("published", "date", "datepublished", "published_at", "publication_date", "date_publication"),
    CAPTURED: ("captured", "captured_at", "retrieved", "accessed"),
    LANGUAGE: ("language", "lang", "inlanguage", "langue"),
    ADDRESS: ("address", "url", "link", "uri", "adresse"),
    ID: ("id", "doc_id", "identifier", "identifiant"),
}
"""For each field the names that stand for it, the first found wins. Source: Corro's own names; schema.org NewsArticle (headline,
articleBody, author, publisher, datePublished, inLanguage, url); French names by translation."""

_BY_NAME = {name: known for known, names in _NAMES.items() for name in names}


def known_field(name: str) -> str | None:
    """Return the field that a name stands for, or None; case, spaces and hyphens do not matter."""
    return _BY_NAME.get(name.strip().casefold().replace(" ", "_").replace("-", "_"))


def known_fields(given: Mapping[str, object]) -> dict[str, str]:
    """Take from a row what has a known name and a value.

    Args:
        given: Names and values, as the input has them.

    Returns:
        Field names and values as text; a list is joined by `, `. Where two names stand for one field, Corro's own name goes first,
        then the order of the list.
    """
    by_rank = sorted(given.items(), key=lambda item: _rank(item[0]))
    fields: dict[str, str] = {}
    for name, value in by_rank:
        known, text = known_field(name), _as_text(value)
        if known and text:
            fields.setdefault(known, text)
    return fields


def names_of(field: str) -> tuple[str, ...]:
    """Return the names that stand for a field."""
    return _NAMES[field]


def merged(*sources: Mapping[str, str]) -> dict[str, str]:
    """Merge metadata, the earlier source winning."""
    fields: dict[str, str] = {}
    for source in sources:
        for name, value in source.items():
            fields.setdefault(name, value)
    return fields


def _rank(name: str) -> int:
    known = known_field(name)
    plain = name.strip().casefold().replace(" ", "_").replace("-", "_")
    return _NAMES[known].index(plain) if known else -1


def _as_text(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return value.strip("\ufeff") if value.strip() else ""
    if isinstance(value, Mapping):
        return _as_text(value.get("name"))
    if isinstance(value, Iterable):
        return ", ".join(text for text in map(_as_text, value) if text)
    return str(value)
