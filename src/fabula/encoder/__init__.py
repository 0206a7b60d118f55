"""One pass of the encoder over a document."""
