"""Given names that are frequent in the Sahel: at the beginning of a sentence they tell a person named like a place."""

from corro.values import fold

_TEXT = (
    "abakar abba abdallah abdel abdou abdoul abdoulaye abdourahmane abdramane aboubacar aboubakar abubakar adam adama "
    "agathe ahmad ahmadou ahmed aicha aichata aissa aissata alassane alfa alhassane alhousseini ali alidou alioune aly "
    "amadou ami amina aminata aminatou anne antoine arouna assane assetou assitan ataher awa ayouba baba bachir badara "
    "bakari bakary balla bassirou bello binta bintou bocar boubacar boukary bourama brahima brehima chaka charles cheick "
    "cheickna cheikh cherif claude daouda david demba denis djeneba djibril djibrilla drissa emmanuel fadimata fanta fatim "
    "fatima fatimata fatou fatoumata francois garba georges habib habibou hachim hadiza halima halimata hama hamadou "
    "hamadoun hamani hamid hamidou hamma hammadoun haoua harouna hassan hassane hawa housseini ibrahim ibrahima idi idriss "
    "idrissa illiassou inna isaac ismael ismail ismaila issa issiaka issoufou jean john joseph kader kadi kadia kadiatou "
    "kadidia kadija kalifa kalilou karim kassim khadija khalil korotoumou lamine lassana lassina laurent macki madina madou "
    "mahamadou mahamane mahamat mahamoud mahmoud maimouna malick malik mamadou mamane mamoudou manga mariam mariama mariame "
    "marie martin maryam michel moctar modibo mody mohamed mohammed mokhtar moulaye moumouni mouna mounkaila mountaga "
    "moussa moustapha nana nene nouh oumar oumarou oumou ousmane ousseini paul philippe pierre rabi rabiatou rahmatou rakia "
    "ramata rokia rose roukia sadio safi safiatou saidou salamata salif salifou salimata salissou salou samba sani sarah "
    "sekou seydou sidi sidiki sita sory souleymane soumaila soumana tahar tahirou thomas tidiane tiemoko usman vincent "
    "yacouba yahaya yahya yaya youssouf yusuf yves zakaria zeinab zeinabou zenabou"
)
_GIVEN = frozenset(_TEXT.split())
"""Folded. Source: own list of names usual in Mali and its neighbours, in their French and English spellings, 2026-11."""


def is_given_name(word: str) -> bool:
    """Say whether a word is a given name.

    Args:
        word: One word, as written.
    """
    return fold(word) in _GIVEN
