"""Which reports tell of one incident."""
