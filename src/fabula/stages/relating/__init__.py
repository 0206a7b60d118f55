"""What the stage of relations is made of."""
