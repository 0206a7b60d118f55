"""What the stage of places is made of."""
