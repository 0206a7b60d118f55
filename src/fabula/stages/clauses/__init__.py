"""What the narration says as fact, clause by clause: read by the stages of items and states."""
