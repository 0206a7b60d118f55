"""People as others see them: “Bram seemed puzzled”."""

from fabula.lexicon.mental_verbs import HEDGING_VERBS
from fabula.stages.telling.predicates import is_adverb
from fabula.stages.telling.scene_narration import Passage

_AT_SOMETHING = frozenset(
    """
    at up down back around round about over out into through away toward towards for to after
    from in on under behind along across past forward
    straight hard long again once twice left right sideways everywhere nowhere
    """.split()
)
_AT_SOMEBODY = frozenset({"him", "them", "me", "us", "it"})
"""“looked him in the eye”; “looked her age” may be a guess."""


def is_guess(passage: Passage, verb: int) -> bool:
    """Whether the word at `verb` tells how someone seems: “looked tired”, not “looked up”."""
    word = passage.words[verb]
    if word not in HEDGING_VERBS:
        return False
    after = verb + 1
    while is_adverb(passage.word(after)):
        after += 1
    following = passage.word(after)
    if word.startswith(("look", "sound")):  # “looked at him” is an act, “looked tired” a guess
        turned = (following, passage.word(after + 1)) == ("the", "other")  # “looked the other way”
        seen = following in _AT_SOMETHING or following in _AT_SOMEBODY
        return following[:1].isalpha() and not (seen or turned)
    if word.startswith("appear"):  # “appeared in the doorway” is an act
        return following == "to" or following.endswith("ed")
    return following != "to" or passage.word(after + 1) not in {"him", "her", "them", "me", "us"}
