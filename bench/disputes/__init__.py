"""Disputes: how two reports' claims about one field stand to each other."""
