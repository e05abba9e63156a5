"""Which models would run."""

import subprocess
import sys

import pytest

from corro.annotate import models
from corro.annotate.pipelines import CHOICES, ModelChoice, chosen, load
from corro.errors import ModelMissingError
from corro.values import Language


def test_a_model_is_told_for_each_language_without_loading_it() -> None:
    """`corro doctor` can ask; spaCy is not even imported."""
    program = "import sys; from corro.annotate import models; print(len(models()), 'spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "False"]


def test_installed_models_have_a_name_and_a_version() -> None:
    """As they would stand in a record's derivation."""
    for model in models():
        assert model.name.split(" ")[1][0].isdigit()


def test_the_best_installed_model_is_chosen() -> None:
    """The first of the language's choices that can be imported."""
    for language in (Language.ENGLISH, Language.FRENCH):
        installed = [choice for choice in CHOICES if choice.language is language and choice.installed]
        assert chosen(language) is installed[0]


def test_a_package_that_is_not_there_is_not_installed() -> None:
    """It has no version either."""
    choice = ModelChoice(Language.ENGLISH, "no_such_model", "no-such-model")
    assert (choice.installed, choice.version) == (False, "")


def test_a_language_without_model_says_what_to_do() -> None:
    """The error names the language and has a hint."""
    with pytest.raises(ModelMissingError, match="Other") as caught:
        load(Language.OTHER)
    assert "doctor" in caught.value.hint
