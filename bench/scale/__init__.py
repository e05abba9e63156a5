"""How the cost of weighing grows with the record, and what an update costs."""
