"""Words by which reports tell of violations, fighting and measures of a host State."""

import pytest
from tests.unit.extract.events.builders import claims_in, codes, the_claim, words

from corro.model import Modality


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "On Monday gendarmes in Karsa cut the throats of two captives.", "V1"),
        ("en", "Soldiers decapitated a shepherd near Karsa on Monday.", "V1"),
        ("fr", "Des soldats ont passé par les armes six captifs à Karsa lundi.", "V1"),
        ("en", "On Monday the army's tanks pounded the market of Karsa.", "V2"),
        ("fr", "Un drone a frappé lundi le marché de Karsa.", "V2"),
        ("en", "Four women were forced into prostitution by militiamen in Karsa in May.", "V3"),
        ("fr", "Le rapport cite neuf cas d'esclavage sexuel et de mariage forcé à Karsa en mai.", "V3"),
        ("en", "Warders hung two prisoners by the wrists in Karsa on Monday.", "V4"),
        ("fr", "Les policiers ont tabassé deux étudiants lundi à Karsa.", "V4"),
        ("en", "On Monday police put the editor of Karsa behind bars.", "V5"),
        ("fr", "Lundi, les gendarmes de Karsa ont jeté trois bouchers au cachot.", "V5"),
        ("fr", "Des hommes cagoulés ont fait monter le pharmacien de Karsa dans un véhicule lundi.", "V6"),
        ("en", "On Monday masked men dragged the pharmacist of Karsa off into the bush.", "V6"),
        ("en", "On Monday militiamen set the granaries of Karsa alight.", "V7"),
        ("fr", "Lundi, les miliciens ont réduit en cendres les greniers de Karsa.", "V7"),
        ("en", "On Monday an officer threatened to shoot the pharmacist of Karsa.", "V8"),
        ("fr", "Un colonel a menacé lundi d'égorger le pharmacien de Karsa.", "V8"),
        ("en", "The clerk Ali Sow was sacked on Monday for having spoken to the UN experts.", "V9"),
        ("fr", "Le greffier Ali Sow a été révoqué lundi pour avoir parlé aux experts de l'ONU.", "V9"),
        ("en", "On Monday insurgents stormed the barracks of Karsa.", "A1"),
        ("fr", "Des insurgés ont attaqué lundi la caserne de Karsa.", "A1"),
        ("en", "A UN patrol came under fire near Karsa on Monday.", "A2"),
        ("fr", "Un convoi onusien est tombé dans une embuscade lundi près de Karsa.", "A2"),
        ("fr", "Des cavaliers ont fondu sur le marché de Karsa lundi.", "A3"),
        ("en", "On Monday colonels suspended the constitution in Karsa.", "A4"),
        ("fr", "Lundi, des colonels ont suspendu la Constitution à Karsa.", "A4"),
        ("en", "On Monday the ministry kicked the UN envoy out of the country.", "H1"),
        ("fr", "L'envoyé de l'ONU a été reconduit à la frontière lundi.", "H1"),
        ("fr", "Lundi, l'armée a ajourné la relève du bataillon de la mission.", "H2"),
        ("en", "The court summoned the spokesman of the UN mission on Monday.", "H3"),
        ("fr", "Le tribunal a cité à comparaître le porte-parole de la mission lundi.", "H3"),
        ("en", "On Monday the judge found the captain guilty of murder.", "H4"),
        ("fr", "Le capitaine a écopé lundi de neuf ans de prison.", "H4"),
        ("en", "On Monday nine prisoners walked free in Karsa.", "H5"),
        ("fr", "Neuf otages ont recouvré la liberté lundi à Karsa.", "H5"),
        ("en", "On Monday the government requested the closure of the UN mission.", "H6"),
        ("fr", "Lundi, le gouvernement a révoqué son consentement à la mission.", "H6"),
    ],
)
def test_the_type_is_found(language: str, text: str, code: str) -> None:
    """Idioms, euphemisms and official formulas name the type that they stand for."""
    assert code in codes(text, language)


@pytest.mark.parametrize(
    ("text", "code", "role", "filler"),
    [
        ("Villagers blame the massacre of nine bakers in Karsa on soldiers.", "V1", "actor", "soldiers"),
        ("The report describes the execution of nine bakers by soldiers in Karsa.", "V1", "actor", "soldiers"),
        ("On Monday soldiers arrested thirty-eight bakers in Karsa.", "V5", "victim", "thirty-eight bakers"),
    ],
)
def test_who_did_it_to_whom(text: str, code: str, role: str, filler: str) -> None:
    """Whoever a deed is blamed on did it, also where a parser hangs the doer on the victims; a number keeps both its halves."""
    assert words(text, the_claim(text, code), role)[:1] == [filler]


@pytest.mark.parametrize(
    ("text", "code", "modality"),
    [
        ("The trial of the captain continues before the court in Karsa.", "H4", Modality.ONGOING),
        ("The army rejected reports that its soldiers had looted the shops of Karsa on Monday.", "V7", Modality.NEGATED),
        ("The government has at no point requested the closure of the UN mission in Karsa.", "H6", Modality.NEGATED),
    ],
)
def test_how_it_is_told(text: str, code: str, modality: Modality) -> None:
    """What continues is ongoing; reports rejected and what was done `at no point` are denied."""
    assert the_claim(text, code).modality is modality


def test_an_air_strike_and_what_it_hit_are_one_event() -> None:
    """The verb that tells what a strike did is no further strike."""
    assert codes("An air strike hit the market of Karsa on Monday.").count("V2") == 1


def test_one_verdict_is_one_event() -> None:
    """Sentenced and acquitted in one breath is one trial."""
    text = "The court in Karsa on Monday sentenced two captains to nine years in prison and acquitted a third."
    assert [claim.type for claim in claims_in(text)].count("H4") == 1


def test_the_term_set_to_a_mission_is_no_order_to_a_person() -> None:
    """A mission told to go within a month is one demand."""
    text = "On Monday the government withdrew its consent to the UN mission and asked that its head leave within thirty days."
    assert [code for code in codes(text) if code[0] == "H"] == ["H6"]
