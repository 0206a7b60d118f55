"""From data to the files and weights that Fabula ships. Not installed with it."""
