"""How fast, how large, and how the cost grows: whole-process figures on generated reports."""
