"""How fast rows of a dataset are taken in, whether their totals add up, and whether a second import changes nothing."""
