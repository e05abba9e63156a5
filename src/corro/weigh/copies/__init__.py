"""Copies: which documents go back to one origin, by shared wording, and which of their claims merely repeat another's."""
