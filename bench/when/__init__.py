"""When: time expressions with their values and intervals."""
