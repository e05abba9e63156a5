"""Which mentions of events, given as spans, are one event across documents."""
