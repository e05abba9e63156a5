"""Finds the statements of a document: who says so, in which words, by which act and through which channel."""
