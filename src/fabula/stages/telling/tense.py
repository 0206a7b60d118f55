"""The tense a story is told in, from the finite verbs of its narration.

“The door opened. She was late.” votes for the past, “The door opens. She is late.” for the
present. Speech does not count: people talk in the present in every story.
"""

from collections.abc import Iterable, Iterator

from fabula.labels import Tense
from fabula.lexicon.verb_forms import IRREGULAR_BASE, IRREGULAR_PAST
from fabula.stages.telling.predicates import MODALS, is_adverb
from fabula.stages.telling.scene_narration import Passage

Votes = tuple[int, int]
"""Finite verbs in the past and in the present."""

LEAST_VOTES = 4
"""Fewer finite verbs than this do not set a scene apart from its story."""

CLEAR_SHARE = 0.6
"""The share of votes for a tense that is not the story's: narrators also say what always is."""

_PAST = frozenset({"was", "were", "had", "did"})
_PRESENT = frozenset({"is", "are", "am", "'m", "'re", "does", "has"})
_THIRD = frozenset({"he", "she", "it"})
_OTHERS = frozenset({"i", "you", "we", "they"})
_NOT_VERBS = frozenset({"'s", "his", "this", "its", "always", "perhaps", "as", "was", "is", "has"})


def tense_votes(passages: Iterable[Passage]) -> Votes:
    """How many finite verbs stand in the past, and how many in the present."""
    past = present = 0
    for passage in passages:
        for tense in _votes(passage):
            if tense == "past":
                past += 1
            else:
                present += 1
    return past, present


def tense_of_story(scenes: Iterable[Votes]) -> Tense | None:
    """The tense of the majority of all finite verbs; None for a tie or none at all."""
    counted = tuple(scenes)
    past, present = sum(vote[0] for vote in counted), sum(vote[1] for vote in counted)
    if past == present:
        return None
    return "past" if past > present else "present"


def tense_of_scene(scene: Votes, story: Tense | None) -> Tense | None:
    """The tense of one scene, which is that of the story unless the scene clearly differs."""
    past, present = scene
    if past + present >= LEAST_VOTES:
        share = past / (past + present)
        if share >= CLEAR_SHARE:
            return "past"
        if share <= 1 - CLEAR_SHARE:
            return "present"
    return story


def _votes(passage: Passage) -> Iterator[Tense]:
    """Finds: forms of be, have and do; the verb after a pronoun or a person.

    Why it holds: these forms cannot be infinitives, participles or nouns where they stand.
    Misses: verbs whose past looks like their present (put, let), and verbs after other nouns.
    Example: “The rain had stopped and Kit is still asleep.” votes past, present.
    """
    for word in passage.words:
        if word in _PAST:
            yield "past"
        elif word in _PRESENT:
            yield "present"
    for position, word in enumerate(passage.words[:-1]):
        if word in _THIRD or word in _OTHERS:
            yield from _verb_after(passage, position + 1, third=word in _THIRD)
    for person in passage.people:
        if person.form != "pronominal":
            yield from _verb_after(passage, person.last, third=True)


def _verb_after(passage: Passage, position: int, *, third: bool) -> Iterator[Tense]:
    while is_adverb(passage.word(position)):
        position += 1
    word = passage.word(position)
    if word in _PAST or word in _PRESENT or word in MODALS or word in _NOT_VERBS:
        return  # counted already, or says nothing
    if word in IRREGULAR_PAST or (word.endswith("ed") and len(word) > 3):
        yield "past"
    elif _ends_in_s(word) if third else word in IRREGULAR_BASE:
        yield "present"


def _ends_in_s(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and len(word) > 3
