"""Where: places found in a text and put on the map."""
