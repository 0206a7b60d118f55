"""What the stage of events is made of."""
