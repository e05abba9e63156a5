"""The command line: parses, calls the pipeline, shows. No decision about data is made here."""
