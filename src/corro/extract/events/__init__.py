"""Finds the claims of a document: what is said to have happened, who did it to whom, how many, and how sure the words are."""
