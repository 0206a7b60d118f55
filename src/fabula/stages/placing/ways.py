"""What a passage tells of a move, and the small words that lead in and out of where a scene is."""

from msgspec import Struct

from fabula.stages.telling.scene_narration import NarratedPerson


class Told(Struct, frozen=True):
    """What a passage says of where a person goes.

    `here` if the words fit one who comes, `away` if they fit one who goes. With `beside` they tell
    of a coming only where others are there already: “Tom stood in the doorway”; with `unseen` only
    of somebody of whom the scene has told nothing yet: “Tom came by the alley door”.
    """

    person: NarratedPerson
    here: bool = False
    away: bool = False
    beside: bool = False
    unseen: bool = False


IN = frozenset("in into inside aboard indoors".split())
AWAY = frozenset("out away off outside home upstairs downstairs".split())
DOORS = frozenset("door doorway threshold doorstep gateway hatchway".split())
DETERMINERS = frozenset("the a an his her their its my our your this that".split())
OTHERS = frozenset("him her them us me you".split())
OPEN_END = frozenset("and with from at when while as again then but".split())


def ends(word: str) -> bool:
    """Whether nothing belongs to the verb any more, with this word behind it."""
    return not word or not word[0].isalpha() or word in OPEN_END
