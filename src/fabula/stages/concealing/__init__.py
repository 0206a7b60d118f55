"""What the stage of secrets is made of: what is denied to somebody, what is asked to be kept."""
