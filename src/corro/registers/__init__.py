"""The registers as people keep them: forms, entries, deadlines, and how they stand to what reports say. A stage."""
