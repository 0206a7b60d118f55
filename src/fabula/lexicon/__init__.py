"""Word lists with their source: what English words say before any story is read."""
