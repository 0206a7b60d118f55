"""What a story in the present tense tells of before: “it hurt; you came off a ladder”."""

from collections.abc import Sequence

from fabula.lexicon.verb_forms import IRREGULAR_PAST
from fabula.stages.clauses.narration import Narration
from fabula.story import Scene, Story
from fabula.text import covering

MOST_STEPS = 5
"""How far up from a word the verb of its clause is looked for."""

_WAS = frozenset("was were had did".split())


def scenes_in_the_present(story: Story) -> tuple[Scene, ...]:
    """The scenes that are told in the present tense, in text order."""
    present = {each.scene_id for each in story.viewpoints if each.tense == "present"}
    return tuple(scene for scene in story.scenes if scene.id in present)


def is_of_before(told: Narration, row: int, present: Sequence[Scene]) -> bool:
    """Whether the word at this row is told in the past in one of the scenes in the `present`.

    Finds:
        Words whose verb is in the past by its form or its helping verb, and has a subject.
    Why it holds:
        Behind a present told in the present tense the simple past goes back.
    Misses:
        Verbs whose past looks like their present (“put”); flashbacks told in the present.

    Example:
        “Your ribs hurt. You came off a ladder on Tuesday, in the garden.”: the garden is of then.
    """
    if covering(present, told.span([row]).start) is None:
        return False
    for _ in range(MOST_STEPS):
        row, below = told.heads[row], row
        if told.tags[row] in {"VERB", "AUX"} and told.hanging(row, "nsubj", "nsubjpass"):
            return _is_past(told, row)
        if row == below:
            return False
    return False


def _is_past(told: Narration, verb: int) -> bool:
    helping = {told.words[each] for each in told.hanging(verb, "aux", "auxpass")}
    word = told.words[verb]
    formed = word in IRREGULAR_PAST or word in _WAS or word.endswith("ed")
    return bool(helping & _WAS) or (formed and not helping)
