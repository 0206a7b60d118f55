"""From mentions to the cast: which of its members each name, noun and pronoun points at."""
