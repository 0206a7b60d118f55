"""How a scene is told: its narration, what people do in it, person, tense, and whose mind."""
