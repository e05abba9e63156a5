"""The words around place names: levels, prepositions, directions, and what makes a name no place. Source: own lists, 2026-11."""

import re

from corro.resolve.places.before import Before, endings
from corro.values import PlaceKind

LEVEL_KINDS: dict[str, tuple[PlaceKind, ...]] = {
    "cercle": (PlaceKind.CERCLE,),
    "circle": (PlaceKind.CERCLE,),
    "region": (PlaceKind.REGION,),
    "région": (PlaceKind.REGION,),
    "governorate": (PlaceKind.REGION,),
    "gouvernorat": (PlaceKind.REGION,),
    "province": (PlaceKind.CERCLE, PlaceKind.REGION),
    "department": (PlaceKind.CERCLE, PlaceKind.COMMUNE, PlaceKind.REGION),
    "département": (PlaceKind.CERCLE, PlaceKind.COMMUNE, PlaceKind.REGION),
    "prefecture": (PlaceKind.CERCLE,),
    "préfecture": (PlaceKind.CERCLE,),
    "district": (PlaceKind.CERCLE, PlaceKind.REGION, PlaceKind.COMMUNE),
    "commune": (PlaceKind.COMMUNE, PlaceKind.TOWN),
    "municipality": (PlaceKind.COMMUNE, PlaceKind.TOWN),
    "town": (PlaceKind.TOWN,),
    "village": (PlaceKind.TOWN,),
    "city": (PlaceKind.TOWN,),
    "hamlet": (PlaceKind.TOWN,),
    "locality": (PlaceKind.TOWN,),
    "ville": (PlaceKind.TOWN,),
    "hameau": (PlaceKind.TOWN,),
    "localité": (PlaceKind.TOWN,),
    "bourg": (PlaceKind.TOWN,),
    "river": (PlaceKind.WATER,),
    "lake": (PlaceKind.WATER,),
    "wadi": (PlaceKind.WATER,),
    "fleuve": (PlaceKind.WATER,),
    "rivière": (PlaceKind.WATER,),
    "lac": (PlaceKind.WATER,),
    "oued": (PlaceKind.WATER,),
    "forest": (PlaceKind.TERRAIN, PlaceKind.AREA),
    "forêt": (PlaceKind.TERRAIN, PlaceKind.AREA),
    "mount": (PlaceKind.TERRAIN,),
    "mountains": (PlaceKind.TERRAIN, PlaceKind.AREA),
    "hills": (PlaceKind.TERRAIN, PlaceKind.AREA),
    "collines": (PlaceKind.TERRAIN, PlaceKind.AREA),
    "delta": (PlaceKind.TERRAIN, PlaceKind.AREA),
    "valley": (PlaceKind.TERRAIN,),
    "vallée": (PlaceKind.TERRAIN,),
    "cliffs": (PlaceKind.TERRAIN,),
    "escarpment": (PlaceKind.TERRAIN,),
    "falaises": (PlaceKind.TERRAIN,),
    "falaise": (PlaceKind.TERRAIN,),
    "mont": (PlaceKind.TERRAIN,),
    "massif": (PlaceKind.TERRAIN,),
    "plateau": (PlaceKind.TERRAIN,),
    "desert": (PlaceKind.TERRAIN, PlaceKind.AREA),
    "désert": (PlaceKind.TERRAIN, PlaceKind.AREA),
}
"""Kinds that a word beside a name asks for, most likely first. Source: units of Mali and its neighbours in the place index."""

UNIT_KINDS = frozenset({PlaceKind.CERCLE, PlaceKind.REGION, PlaceKind.COMMUNE, PlaceKind.WATER, PlaceKind.TERRAIN})
"""Kinds whose level word belongs to the mention (`Gao Region`), unlike `Gao town`. Source: conventions of the gold for places."""

_LEVEL = "|".join(sorted(LEVEL_KINDS, key=len, reverse=True))
_LEVEL_BEFORE = re.compile(rf"\b(?P<level>{_LEVEL})(?P<plural>s?)(?: (?:of|de la|du|des|de)| d['’]| de l['’])?\s*$", re.IGNORECASE)
LEVEL_BEFORE = Before(_LEVEL_BEFORE, endings([*LEVEL_KINDS, *(f"{word}s" for word in LEVEL_KINDS)], "of la du des de d l"))
LEVEL_AFTER = re.compile(rf"\s+(?P<level>{_LEVEL})(?P<plural>s?)\b", re.IGNORECASE)

_STRONG_PLACE = re.compile(
    r"(?:\b(?:in|at|near|from|towards?|around|outside|inside|between|through|via|into|leaving|reached|entered|across|within"
    r"|close to|north of|south of|east of|west of"
    r"|à|au|aux|dans|vers|entre|depuis|près de|autour de|à hauteur de|via|jusqu['’]à|en"
    r"|nord de|sud de|est de|ouest de|aux environs de|parti de|venus? de)"
    r"|\b(?:près|autour|nord|sud|est|ouest|hauteur|venus?|parti) d['’])(?:\s+(?:the|le|la|les|l['’]))?\s*$",
    re.IGNORECASE,
)
_STRONG_ENDS = (
    "in at near from toward towards around outside inside between through via into leaving reached entered across within to of "
    "à au aux dans vers entre depuis de en d the le la les l"
)
STRONG_PLACE = Before(_STRONG_PLACE, endings((), _STRONG_ENDS))
PLACE_BEHIND = re.compile(
    r"\s*[,(]?\s*(?:(?:située?|located|à|about|some|around|roughly|nearly|environ|à environ|à quelque)\s+)*"
    r"\d{1,3}(?:[.,]\d+)?[\s\u00a0]*(?:km|kilom|miles?)\b"
    r"|,\s+(?:un|une|a|the)\s+(?:small\s+|petit\s+|petite\s+|remote\s+)?(?:village|town|hamlet|locality|localité|hameau|ville|bourgade|commune)\b"
    r"|,?\s+\(?(?:dans|in)\s+(?:the\s+|le\s+|la\s+)(?:cercle|commune|région|region|province|département|department|district)\b"
    r"|(?:,\s+|\s+\()(?:in|en|au)\s+(?-i:[A-ZÉ])"
    r"|\s+(?:residents|villagers|inhabitants)\b",
    re.IGNORECASE,
)
"""Behind a name, words that only a place has: so far from another, a village, in the commune of. Source: own list, 2026-11."""

DONE_TO_PLACE = re.compile(
    r"\b(?:(?:re)?(?:attack|raid|storm|captur|seiz|enter|reach|occupi|occupy|besieg|blockad|surround|encircl|torch|raz|loot|pillag|bomb|shell"
    r"|bombard|target|abandon|desert|evacuat|liberat|quitt|attaqu|investi|occup|assiég|encercl|brûl|incendi|pill|bombard|cibl|vis|abandonn"
    r"|évacu|libér|gagn|travers|contrôl|ralli|rejoin|dévast|sécuris|ratiss)(?:ed|e|es|s|ing|é|ée|er|ant|ent|aient|ait|a|èrent|dre|t|ts|gn\w+)?"
    r"|fle(?:d|es?|eing)|left|leaving|retook|retaken|took|overran|burn(?:ed|t|s|ing)?|hit|struck|held|holds?|fui|fuient|fuyant|fuir"
    r"|pris|repris|tenu|tiennent|atteint|atteignent|atteindre|regagné)\s+"
    r"(?:the\s+|la\s+|le\s+|l['’])?$",
    re.IGNORECASE,
)
"""Before a name, what is done to places. Source: own list, 2026-11."""

PLACE_SUFFERS = re.compile(
    r"\s+(?:(?:was|were|is|has been|had been|lies|remains|a été|est|était|avait été|fut|reste|serait)\s+(?:\w+(?:ly|ment)\s+)?"
    r"(?:attacked|raided|besieged|burn(?:ed|t)|razed|overrun|looted|shelled|bombed|occupied|encircled|surrounded|deserted|located"
    r"|under siege|sous blocus"
    r"|attaquée?|assiégée?|encerclée?|brûlée?|incendiée?|rasée?|pillée?|bombardée?|occupée?|vidée?|désertée?|située?|investie?)"
    r"|lies (?:north|south|east|west|\d)|se (?:trouve|situe)|fell (?:to|into)|est tombée? (?:aux|entre))\b",
    re.IGNORECASE,
)
"""Behind a name, what befalls places. Source: own list, 2026-11."""

JOINT = re.compile(
    r"\s*(?:[,-]|(?:\band|\bor|\bet|\bou|\bto|à)(?:\s+(?:the|le|la)|\s+l['’])?)\s*",
    re.IGNORECASE,
)
"""What joins a place to the one before it. Source: own list, 2026-11."""

WEAK_PLACE = re.compile(
    r"(?:\b(?:of|to|by|par|de|du|des|on|for|pour|sur|and|et|or|ou|comme|before|avant|after|après)|\bd['’]|,)\s*$", re.IGNORECASE
)
_NEAR = re.compile(
    r"\b(?:near|outside|around|close to|not far from|in the area of"
    r"|près de|près d['’]|aux environs de|aux environs d['’]|non loin de|autour de|à proximité de)\s*$",
    re.IGNORECASE,
)
NEAR = Before(_NEAR, endings((), "near outside around to from of de d"))
"""Words that say the point is only near. Source: UCDP GED codebook 23.1, where_prec 2."""

_TITLES = (
    "mr mrs ms m mm mme mlle dr prof col colonel gen general général captain capitaine capt major commandant lieutenant lt "
    "sergeant sgt sergent president président minister ministre imam sheikh cheikh maître me judge juge ambassador "
    "ambassadeur activist"
)
TITLES = frozenset(_TITLES.split())
_NAME_HEADS_AFTER = (
    "battalion brigade regiment report declaration agreement accord accords process convention conventions conference front "
    "group katiba memorandum treaty summit communiqué"
)
NAME_HEADS_AFTER = frozenset(_NAME_HEADS_AFTER.split())
"""`Kidal battalion`, `Ogossagou report`: the name of something else."""

_HEADS = (
    "accord accords déclaration convention conventions rapport bataillon brigade régiment front katiba traité processus conférence "
    "memorandum treaty agreement declaration report"
)
_NAME_BEFORE = re.compile(
    rf"\b(?:{'|'.join(sorted(_HEADS.split(), key=len, reverse=True))})"
    r"(?:\s+(?:de libération|of|de la|du|des|de)|\s+d['’]| de l['’])?\s*$",
    re.IGNORECASE,
)
NAME_BEFORE = Before(_NAME_BEFORE, endings((), _HEADS, "libération of la du des de d l"))
"""`Conventions de Genève`, `katiba Macina`: the name of something else."""

_BODIES = (
    "Comité|Committee|Collectif|Collective|Coordination|Association|Union|Ligue|League|Mouvement|Movement|Alliance|Coalition|Parti|Party"
    "|Syndicat|Fédération|Federation|Réseau|Network|Plateforme|Platform|Forum|Conseil|Council|Fondation|Foundation|Institut|Institute"
    "|Festival|Radio|Télévision|Journal|Gazette|Voix|Voice|Amis|Friends|Club|Société|Society|Compagnie|Company|Université|University"
)
_BODY_BEFORE = re.compile(rf"\b(?:{_BODIES})(?: (?:of the|of|for|de la|du|des|de|pour)| d['’]| de l['’]| pour l['’])?\s*$")
BODY_BEFORE = Before(_BODY_BEFORE, endings(_BODIES.split("|"), "the of for la du des de pour d l"))
BODY = re.compile(rf"(?:{_BODIES})\b")
"""With a capital, `Comité de Kidal`, `Festival of Ségou`: the name of a body or an event, which is no place."""

ROAD = re.compile(
    r"\b(?:road|route|axis|axe|track|piste|highway|corridor|border|fronti[eè]re|line|ligne|tronçon|stretch|triangle)\b", re.I
)
"""Words that say that a hyphen stands between two places. Source: own list, 2026-11."""

NOT_HOME = re.compile(
    r"\b(?:borders? (?:with|of|to)|bordering|frontières? (?:avec|du|de la|de l['’]|des|de))\s*(?:the |le |la |les |l['’])?$", re.I
)
"""Before a country, words that make it the neighbour of where the text is. Source: own list, 2026-11."""

_OPENERS = (
    "a an the in at on from to of for by with near after before when while as since until during between around outside "
    "inside and but or if that this these those some most many several few all both no he she it they we his her their its "
    "there here what who where why how not le la les un une des du de d l à au aux en dans sur sous par pour près vers "
    "entre depuis après avant pendant lors quand comme si mais ou et donc ni car ce cet cette ces son sa ses leur leurs il "
    "elle ils elles nous vous je qui que où plusieurs certains tous toutes selon chez contre sans jusqu north south east "
    "west northern southern eastern western central upper lower nord sud est ouest"
)
OPENERS = frozenset(_OPENERS.split())
"""Words that begin a sentence or stand before a name with a capital and are no part of it."""

_PEOPLES = (
    "dogon dogons peul peuls peulh fulani fulbe bambara bobo songhai sonrhai songhoi tuareg touareg touaregs arab arabs "
    "arabe arabes bozo soninke malinke mossi haoussa hausa zarma djerma senoufo minianka sarakole kel bella dozo dozos"
)
PEOPLES = frozenset(_PEOPLES.split())
_CONTINENTS = "africa america asia europe oceania afrique amerique asie oceanie sahel sahara maghreb antarctica antarctique"
CONTINENTS = frozenset(_CONTINENTS.split())
"""Parts of the world, folded, which are no point: the hills and hamlets of these names are not meant. Source: CLDR."""

_COMMON_WORDS = (
    "to for by be as are were he more all no time can first we some de so say made back many may day do la le make you man "
    "third going same ago second plan don see go put us son nine due car give par men est won yet non ve me got boy live "
    "met site sale side done air ce fourth thing ne am gain gas gone sa game river tough base centre sous bill mail mayor "
    "onto fifth pass file session task pro win sole ban blue era fin elle tout wake die enter hire table male nom sera tire "
    "lay band beer bar nord naval dose tip blaze gap tie si mom borne toute mafia wore dire drain dry tone lane tombe passe "
    "tue boom toy bio gang parade dure mon tarde sante bare para guide metro gut tit mode pure bore tide semi dye rag "
    "tongue tires mate ton fleuve barrage salle bon gare barre cote monde mille libre solo sake mini dole dare logo duo "
    "masse bell piano sil pan plateau mall torso thin hello fan mono doll tape bone toe dam grey sage fouille fete cherche "
    "petit sondage pirogue bague souk coupe tel abbe basse tete paye somme liberte sonore an et il on in at un une des les "
    "was has had his her its not but and the that this from with plus fait ont ses leur qui que dans sur aux"
)
COMMON_WORDS = frozenset(_COMMON_WORDS.split())
"""Names in the index that are everyday words too: at the beginning of a sentence they are no places."""

DISTANCE = re.compile(
    r"(?P<lead>\b(?:about|some|around|roughly|nearly|almost|à environ|à quelque|à près de|à|environ|quelque)\s+)?"
    r"(?P<number>\d{1,3}(?:[.,]\d+)?|(?:une\s+)?[a-zà-ÿ-]+(?:\s+de)?)[\s\u00a0]*(?P<unit>km|kilomet(?:re|er)s?|kilomètres?|miles?)\s+"
    r"(?:(?:to\s+the\s+|au\s+|à\s+l['’])?(?P<direction>[a-zà-ÿ]+(?:[\s-][a-zà-ÿ]+)?)\s+)?(?:of|from|de\s+la|du|de|d['’])\s*$",
    re.IGNORECASE,
)
MILE_KM = 1.609344
"""Source: international yard and pound agreement, 1959."""

_COMPASS = {
    "N": "north nord",
    "NE": "north-east northeast nord-est",
    "E": "east est",
    "SE": "south-east southeast sud-est",
    "S": "south sud",
    "SW": "south-west southwest sud-ouest",
    "W": "west ouest",
    "NW": "north-west northwest nord-ouest",
}
BEARINGS = {word: 45.0 * number for number, words in enumerate(_COMPASS.values()) for word in words.split()}
"""Degrees clockwise from north by direction word."""

_MONTHS_AND_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
)
CALENDAR = frozenset(_MONTHS_AND_DAYS.split())
"""Months and weekdays, folded: never places, and they may follow a place with a capital."""

_SIDES = "north south east west centre center northern southern eastern western central nord sud est ouest"
SIDES = frozenset(_SIDES.split())
"""Parts of a country, which are places only beside a level word (`Centre Region`)."""
