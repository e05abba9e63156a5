"""Sentences on police: whether police kill, arrest, use force, fail to act, or act at all (IndiaPoliceEvents).

The weights have seen the whole file that lies beside the project; for unseen documents: `python tools/train_sentences.py --check`.
"""
