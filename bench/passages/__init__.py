"""Passages: events of the 35 types in short texts, with roles, dates, counts and modality."""
