"""Role fillers of incidents in a whole text (MUC-4): who did it, with what, to whom and to what.

What is trained here lives beside the bench: it is tied to this task's own notion of an incident, and no build uses it. The weights
were trained on the train part alone, so the dev figure is one of unseen texts. `python tools/train_muc4.py` trains them.
"""
