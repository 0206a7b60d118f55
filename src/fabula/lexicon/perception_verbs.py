"""Verbs of seeing, hearing and smelling: those felt from within, and those seen from without.

The lists were written by hand for this project from ordinary English usage.
"""

from fabula.lexicon.verb_forms import all_forms

PERCEPTION_VERBS = all_forms(
    "see hear notice smell glimpse perceive discern overhear taste spot detect".split()
)
"""What happens to the one who perceives; the reader perceives with them: “she heard the gate”."""

LOOKING_VERBS = all_forms(
    "watch look stare gaze glance listen study examine observe peer inspect survey eye".split()
)
"""What a bystander sees someone do: “she looked at the gate”. They turn the eyes, no more."""
