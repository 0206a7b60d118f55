"""What the stage of items is made of."""
