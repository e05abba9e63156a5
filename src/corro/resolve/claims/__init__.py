"""Gives the slots of claims their values from the times, places and names of the document."""
