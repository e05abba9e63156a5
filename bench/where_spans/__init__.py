"""Where, for given spans: the map alone."""
