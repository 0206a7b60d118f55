"""What the stage of states is made of."""
