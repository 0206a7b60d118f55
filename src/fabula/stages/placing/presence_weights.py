"""How much each sign says for someone being there, all signs of a scene added up.

Fitted by logistic regression on the short stories of the test bed, 1,100 people of scenes who
showed any sign, cross-validated by story; divided so that an even chance is `ENOUGH`. What a name
does is nearly proof; a pronoun may be anybody's, so that it takes four of those.
"""

from types import MappingProxyType

ENOUGH = 1.0

NAME_ACTS = 2.3  # “Odo sat down”, “Odo's hands shook”; the narrator's “I sat down”
NOUN_ACTS = 1.1  # “the clerk sat down”, “looked at Odo”
IS_TOLD_OF = 0.7  # “Odo was tired”, “looked at the clerk”
PRONOUN_ACTS = 0.25  # “he sat down”, “his hands shook”
AWAY = -2.0  # “Odo was away at college”, “Odo had died in the autumn”
LINE = 1.05  # “…” said Odo
GUESSED_LINE = 0.2  # a line whose speaker is known by its turn, or by a pronoun
HEARD = 0.35  # a line spoken to Odo

BY_TALK = frozenset({LINE, GUESSED_LINE, HEARD})
ENOUGH_TALK = 2.0  # for those of whom nothing is told but talk: two lines

AT_MOST = MappingProxyType({HEARD: 0.7, IS_TOLD_OF: 0.9})
"""However often: whoever is only spoken to, or only told of, may be anywhere."""
