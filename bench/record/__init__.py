"""Record: a whole record of reports on an invented country, against the record that they add up to."""
