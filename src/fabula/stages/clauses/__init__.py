"""What the narration says as fact, clause by clause: read by most stages of the world."""
