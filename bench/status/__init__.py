"""Attribution status: how firmly a text ties a deed to the organisation it names, and the channel that its dateline names.

The weights are trained on the train and the dev part together, so the figure on dev tells nothing of unseen texts; that comes
from cross-validation: `python tools/train_status.py --check`.
"""
