"""Mali: the record of the sample reports against the gold that was written by hand beside them; found of expected."""
