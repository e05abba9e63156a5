"""Derivation: how a figure or quotation went from telling to telling, and what changed on the way."""
