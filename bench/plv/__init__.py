"""PLOVER relations: what a source does to a target in one sentence, one of 15 roots and 4 quad classes.

The weights have seen the whole file that lies beside the project; for unseen sentences: `python tools/train_sentences.py --check`.
"""
