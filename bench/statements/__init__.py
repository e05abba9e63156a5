"""Statements: who said what, in what capacity, through which channel, and what was done by saying it."""
