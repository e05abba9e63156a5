"""Finds what a text says of time, and what days it means: the rules of each kind of expression, and the scene they count from."""
