"""How long a brief over many events takes."""
