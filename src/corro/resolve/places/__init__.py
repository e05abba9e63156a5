"""Finds what a text says of place, and resolves it to entries of gazetteers, or leaves it open with the reason."""
