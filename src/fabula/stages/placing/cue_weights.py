"""How much each way of naming a place says of where the story is.

Chosen on the short stories of the test bed; what counts is how they compare with one another.
"""

IS_TOLD = 2.0  # “she sat in the kitchen”, “in the kitchen something dripped”
COMES_TO = 3.0  # “they came to the gate”: from here on the story is there
IS_WITHIN = 1.0  # “found it in the kitchen”
WITH_SOMEONE = 1.5  # “said the nun on the pier”
IS_SUBJECT = 1.0  # “The kitchen was far too small”
IS_WHAT_IT_IS = 1.7  # “it was a small office”; one of many, that is 1.0
IS_PART = 1.0  # “the kitchen floor”, “the door to the kitchen”
IS_THERE = 0.8  # “there was a pike on the wall of the hotel”
MAY_BE_HERE = 1.0  # “Tom limped into the mill”, and we follow another
STANDS_ALONE = 1.5  # “The kitchen, before dawn.”
