"""The event types: 35 data files that agree with each other and with the lists."""

from string import Formatter

import pytest

from corro.errors import SetupError
from corro.vocab import terms
from corro.vocab.event_types import CONDITIONS, EventType, _event_type, _trigger, event_types, word_class

COUNTED = {"V": 9, "A": 4, "O": 8, "H": 6, "M": 3, "C": 5}
INNER_ROLES = {"none", "harmed", "sides"}
"""Words of the role tables that choose between roles: see `corro.extract.events.roles`."""

ALL = list(event_types().values())


def a_table(**changes: object) -> dict[str, object]:
    """Return a well-formed data file."""
    table: dict[str, object] = {
        "code": "X1",
        "family": "M",
        "name_en": "Parade",
        "name_fr": "Défilé",
        "title_en": "Parade {place}",
        "title_fr": "Défilé {place}",
        "definition": "A parade.",
        "required": ["actor"],
        "optional": ["place"],
        "mapping": {"plover": [{"type": "MOBILIZE", "modes": ["troops"], "contexts": []}], "cameo": [], "acled": [], "ucdp": []},
        "roles": {"subject": "actor"},
        "trigger": [{"language": "en", "part": "verb", "words": ["march|parade past"], "object": ["stand"], "source": "own"}],
    }
    return {**table, **changes}


def test_there_are_thirty_five_types_in_six_families() -> None:
    """Every code of the six families has its file."""
    expected = [f"{family}{number}" for family, count in COUNTED.items() for number in range(1, count + 1)]
    assert sorted(event_types()) == sorted(expected)
    assert all(kind.family == kind.code[0] for kind in ALL)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.code)
def test_a_type_is_complete(kind: EventType) -> None:
    """Each type has names and titles in both languages, triggers in both, and each trigger says where it comes from."""
    assert kind.name_en
    assert kind.name_fr
    assert kind.definition.endswith(".")
    assert {trigger.language for trigger in kind.triggers} == {"en", "fr"}
    assert all(trigger.source and trigger.patterns for trigger in kind.triggers)
    assert kind.plover


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.code)
def test_roles_belong_to_the_frame(kind: EventType) -> None:
    """What a title or a grammatical function names is a role of the frame."""
    frame = set(kind.frame)
    for title in (kind.title_en, kind.title_fr):
        assert {field for _, field, _, _ in Formatter().parse(title) if field} <= frame
    for roles in (kind.roles, *(trigger.roles for trigger in kind.triggers)):
        assert {role.removesuffix("?") for role in roles.values()} <= frame | INNER_ROLES


def test_rights_groups_stand_in_their_list() -> None:
    """Violations have a group of the list, all other types have none."""
    for kind in ALL:
        assert (kind.rights_group in terms("rights_groups")) == (kind.family == "V")


def test_families_stand_in_their_list() -> None:
    """The families are those of the list."""
    assert {kind.family for kind in ALL} == set(terms("event_families"))


def test_mappings_are_kept_as_the_field_has_them() -> None:
    """An expelled official is a sanction and a coercion at once, and no event of ACLED or UCDP."""
    order = event_types()["H1"]
    assert [(code.type, code.modes) for code in order.plover] == [("SANCTION", ("expel",)), ("COERCE", ("deport",))]
    assert order.cameo == ("1662", "174")
    assert order.acled == ()
    assert order.ucdp == ()
    assert event_types()["A1"].ucdp == (1, 2)
    assert event_types()["V6"].acled[0].sub_events == ("Abduction/forced disappearance",)


def test_a_file_is_read() -> None:
    """A well-formed file gives a type: patterns hold alternatives, roles of the type are the default of its triggers."""
    kind = _event_type(a_table(), "x1_parade.toml")
    (trigger,) = kind.triggers
    assert trigger.patterns == ((frozenset({"march", "parade"}), frozenset({"past"})),)
    assert trigger.roles == {"subject": "actor"}
    assert set(trigger.conditions) == {"object"} <= set(CONDITIONS)


@pytest.mark.parametrize(
    "changes",
    [
        {"mapping": {}},
        {"trigger": [{"language": "de", "part": "verb", "words": ["gehen"], "source": "own"}]},
        {"trigger": [{"language": "en", "part": "adverb", "words": ["soon"], "source": "own"}]},
        {"trigger": [{"language": "en", "part": "verb", "words": ["go"]}]},
        {"trigger": [{"language": "en", "part": "verb", "words": ["go"], "objekt": ["x"], "source": "own"}]},
    ],
    ids=["no mapping", "other language", "other part of speech", "no source", "unknown key"],
)
def test_a_malformed_file_is_a_fault_of_the_installation(changes: dict[str, object]) -> None:
    """What is missing or unknown in a file is said with the file's name."""
    with pytest.raises(SetupError, match=r"x1_parade\.toml"):
        _event_type(a_table(**changes), "x1_parade.toml")


def test_an_unknown_word_class_is_named() -> None:
    """A trigger that refers to a class that does not exist says which."""
    with pytest.raises(SetupError, match="@unicorns"):
        word_class("unicorns", "en")


def test_classes_join_words_and_actors() -> None:
    """A condition may name classes and words; a class may hold known actors by kind."""
    row = {"language": "en", "part": "verb", "words": ["stop"], "object": ["@mission", "bicycle"], "source": "own"}
    group = _trigger(row, {"code": "X1", "roles": {}}).conditions["object"]
    assert {"bicycle", "peacekeeper"} <= group.words
    assert "un_force" in group.kinds
