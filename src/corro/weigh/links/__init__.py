"""Links: which claims are about one event, pair by pair with reasons, and the groups that these make."""
