"""Kinds of places by GeoNames feature codes and by the words of people's own tables, and how exact a point of each kind is."""

from corro.values import PlaceKind, PlacePrecision

KIND_BY_CODE = {
    "A.PCLI": PlaceKind.COUNTRY,
    "A.ADM1": PlaceKind.REGION,
    "A.ADM2": PlaceKind.CERCLE,
    "A.ADM3": PlaceKind.COMMUNE,
    "A.ADM4": PlaceKind.COMMUNE,
}
_KIND_BY_CLASS = {
    "A": PlaceKind.AREA,
    "H": PlaceKind.WATER,
    "L": PlaceKind.AREA,
    "P": PlaceKind.TOWN,
    "R": PlaceKind.FACILITY,
    "S": PlaceKind.FACILITY,
    "T": PlaceKind.TERRAIN,
    "U": PlaceKind.WATER,
    "V": PlaceKind.TERRAIN,
}
"""Kinds by feature code, then class. Source: GeoNames, featureCodes_en.txt (levels of units; classes P, A, H, L, R, S, T, U, V)."""

PRECISION_BY_KIND = {
    PlaceKind.TOWN: PlacePrecision.EXACT,
    PlaceKind.FACILITY: PlacePrecision.EXACT,
    PlaceKind.COMMUNE: PlacePrecision.DISTRICT,
    PlaceKind.CERCLE: PlacePrecision.DISTRICT,
    PlaceKind.REGION: PlacePrecision.PROVINCE,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
}
"""Precision of a point that stands for a whole place. Source: UCDP GED codebook 23.1, where_prec 1, 3, 4 and 6."""

_KIND_BY_WORD = {
    "city": PlaceKind.TOWN,
    "village": PlaceKind.TOWN,
    "ville": PlaceKind.TOWN,
    "localité": PlaceKind.TOWN,
    "hamlet": PlaceKind.TOWN,
    "populated place": PlaceKind.TOWN,
    "province": PlaceKind.REGION,
    "région": PlaceKind.REGION,
    "state": PlaceKind.REGION,
    "department": PlaceKind.CERCLE,
    "département": PlaceKind.CERCLE,
    "district": PlaceKind.CERCLE,
    "municipality": PlaceKind.COMMUNE,
    "site": PlaceKind.FACILITY,
    "base": PlaceKind.FACILITY,
    "camp": PlaceKind.FACILITY,
    "river": PlaceKind.WATER,
    "lake": PlaceKind.WATER,
    "forest": PlaceKind.TERRAIN,
}
"""Kinds of a user's own rows that the model names otherwise. Source: values of the supplement and of published tables, 2026-11."""


def kind_of_code(code: str) -> PlaceKind:
    """Return the kind of a GeoNames feature, given as class and code (`P.PPL`)."""
    return KIND_BY_CODE.get(code) or _KIND_BY_CLASS.get(code[:1], PlaceKind.UNKNOWN)


def kind_of_word(word: str) -> PlaceKind:
    """Return the kind that a word in a person's own table means, `unknown` where it tells none.

    Args:
        word: A kind of the model, or one of the words that people use for it.
    """
    key = word.strip().casefold()
    return _KIND_BY_WORD.get(key) or (PlaceKind(key) if key in set(PlaceKind) else PlaceKind.UNKNOWN)


def precision_of(kind: PlaceKind) -> PlacePrecision:
    """Return how near a point of a place of a kind is to where something happened there."""
    return PRECISION_BY_KIND.get(kind, PlacePrecision.NEAR)
