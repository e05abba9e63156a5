"""The pages of the reading room: a module an area, each with what it answers to reading and to writing."""
