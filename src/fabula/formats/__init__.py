"""A story to and from files: saved JSON, and the rows that `fabula show` prints."""
