"""Words that decide whether a capitalised name is a place: parts of names, bodies, illnesses. Source: own lists, 2026-11."""

_PARTS_OF_NAMES_TEXT = (
    "international airport hospital university national federal central centre center north south east west northern "
    "southern eastern western united free county city state town village district region province river lake lakes "
    "island islands street road park end great new old upper lower high commonwealth republic kingdom union some polio"
)
PARTS_OF_NAMES = frozenset(_PARTS_OF_NAMES_TEXT.split())
"""Words that are no place by themselves, although somewhere a village bears each."""

_NO_PLACE_TEXT = (
    "olympic olympics easter christmas ramadan islam internet web covid facebook twitter youtube google reuters afp "
    "xinhua earth moon mars god m d ph d mr mrs dr congress parliament senate"
)
NO_PLACE = frozenset(_NO_PLACE_TEXT.split())
"""Names with a capital that are no place, folded."""

_MEDIA_TEXT = (
    "times post herald tribune journal gazette news globe guardian daily telegraph press star chronicle observer mirror "
    "sun mail courier airlines airways united city fc rovers athletic flu virus fever war treaty accord agreement "
    "declaration convention protocol open cup"
)
MEDIA = frozenset(_MEDIA_TEXT.split())
"""Behind a place, words that make a newspaper, a club or an illness of it."""

_LEARNED_TEXT = "university college school schools academy institute zoo hospital council club"
LEARNED = frozenset(_LEARNED_TEXT.split())
"""Last words of bodies that are named after a place without speaking of it."""

_ILLNESSES_TEXT = "flu virus fever encephalitis disease grippe fièvre"
ILLNESSES = frozenset(_ILLNESSES_TEXT.split())
"""Last words of illnesses named after a place."""
