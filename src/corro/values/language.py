"""Languages that Corro meets."""

from enum import StrEnum


class Language(StrEnum):
    """A language by what Corro can do with it; the two it analyses, and the rest."""

    ENGLISH = "en"
    FRENCH = "fr"
    OTHER = "other"
    UNKNOWN = "und"

    @property
    def analysed(self) -> bool:
        """Whether texts in this language are analysed; the others are kept and searchable only."""
        return self in (Language.ENGLISH, Language.FRENCH)

    @classmethod
    def of(cls, code: str | None) -> "Language":
        """Read an ISO 639-1 code or a locale such as `fr-ML`; empty is unknown, any other language is OTHER."""
        short = (code or "").strip().lower().replace("_", "-").split("-")[0]
        if not short or short == "und":
            return cls.UNKNOWN
        return cls(short) if short in ("en", "fr") else cls.OTHER
