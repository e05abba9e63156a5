"""Copies: which documents are one text."""
