"""The reading room: a local web application over one record. It shows and asks; what is true of the data, the pipeline decides."""
