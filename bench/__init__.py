"""Benches: one folder a question, run as `python -m bench.QUESTION`; results that were frozen stand beside them."""
