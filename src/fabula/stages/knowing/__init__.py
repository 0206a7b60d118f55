"""What the stage of knowledge is made of."""
