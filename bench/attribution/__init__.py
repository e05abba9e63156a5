"""Attribution: which words of a news text are attributed, and to which words."""
